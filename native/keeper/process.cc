#include "keeper/process.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "keeper/protocol.h"
#include "program_folder.h"
#include "program_start.h"
#include "types.h"

namespace fandump::keeper {
namespace {

constexpr char kProgram[] = "fandump-keeper";

[[noreturn]] void Throw(const std::string& what, int error) {
  throw CaptureError("EKEEPER", what + ": " + std::generic_category().message(error), error,
                     error == ENOENT ? "npm run build" : "");
}

int Start(int socket, const std::string& path, pid_t& process) {
  // The program lets them through when it ignores what is meant for its parent.
  ProgramStart start(sigfillset);
  // Standard output may be the pipe that packets go into: its reader shall see it end with the capture.
  start.GiveNothing(STDIN_FILENO, O_RDONLY);
  start.GiveNothing(STDOUT_FILENO, O_WRONLY);
  // Node has its own closed when programs start.
  start.Give(STDERR_FILENO, STDERR_FILENO);
  start.Give(socket, kProtocolFd);
  return start.Start(path, process);
}

}  // namespace

KeeperProcess::KeeperProcess() {
  const std::string path = ProgramFolder() + kProgram;
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
    Throw("starting " + path + ": no socket", errno);
  }
  socket_ = OwnedFd(ends[0]);
  const OwnedFd low(ends[1]);
  // Not one of the numbers that the program's own descriptors get.
  const OwnedFd theirs(fcntl(low.get(), F_DUPFD_CLOEXEC, kProtocolFd + 1));
  if (!theirs) Throw("starting " + path + ": no descriptor", errno);
  const int error = Start(theirs.get(), path, process_);
  if (error != 0) Throw("starting " + path, error);
}

KeeperProcess::~KeeperProcess() {
  socket_ = OwnedFd();
  // Once this process is confined it cannot wait for others any more; whoever is its parent then collects the keeper.
  while (process_ > 0 && waitpid(process_, nullptr, 0) < 0 && errno == EINTR) continue;
}

}  // namespace fandump::keeper
