#include "opener/opener.h"

#include <sys/socket.h>

#include <cerrno>
#include <optional>
#include <system_error>

#include "opener/client.h"
#include "opener/client_errors.h"
#include "opener/installed.h"
#include "types.h"

namespace fandump {

namespace {

[[noreturn]] void ThrowRefused(int error) {
  switch (error) {
    case EPERM:
    case EACCES:
      throw CaptureError("EPERM_PACKET_SOCKET",
                         "opening a packet socket needs the capability CAP_NET_RAW, which this process does not have",
                         error,
                         "run the same command with sudo; fandump --setcap shows how to capture without "
                         "(udp:: sources need no right)");
    case EAFNOSUPPORT:
      throw CaptureError("ENO_PACKET_SOCKET",
                         "opening a packet socket: this kernel has no packet sockets (CONFIG_PACKET)", error,
                         "sudo modprobe af_packet");
    default:
      throw CaptureError("EPACKET_SOCKET", "opening a packet socket: " + std::generic_category().message(error), error);
  }
}

}  // namespace

int OpenPacketSocket(int type) {
  const int fd = socket(AF_PACKET, type | SOCK_CLOEXEC, 0);
  if (fd < 0) ThrowRefused(errno);
  return fd;
}

int ObtainPacketSocket(const PacketSocketUse& use) {
  std::optional<CaptureError> refusal;
  try {
    return OpenPacketSocket(use.type);
  } catch (const CaptureError& error) {
    if (error.system_errno() != EPERM && error.system_errno() != EACCES) throw;
    refusal = error;
  }
  std::optional<OpenerAnswer> last;
  for (const InstalledOpener& opener : FindOpeners()) {
    OpenerAnswer answer = AskOpener(opener.path, use);
    if (answer.fd) return answer.fd.Release();
    // The program that the build leaves beside the addon has no capability: it is as good as none.
    if (opener.has_capability || !LacksCapability(answer)) last = std::move(answer);
  }
  if (!last) throw *refusal;
  throw ExplainOpenerAnswer(*last, use);
}

}  // namespace fandump
