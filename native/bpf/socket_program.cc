#include "bpf/socket_program.h"

#include <sys/socket.h>

#include <cerrno>

#include "bpf/bpf_codes.h"

namespace fandump {

BpfProgram RefusingProgram() { return {{bpf::kReturn, 0, 0, 0}}; }

int AttachProgram(int fd, const BpfProgram& program) {
  // The kernel takes a pointer to what it does not change.
  const sock_fprog argument{static_cast<unsigned short>(program.size()), const_cast<sock_filter*>(program.data())};
  return setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, &argument, sizeof argument) == 0 ? 0 : errno;
}

}  // namespace fandump
