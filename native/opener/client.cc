#include "opener/client.h"

#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "descriptor_message.h"
#include "program_start.h"
#include "types.h"
#include "wait_for.h"

namespace fandump {

namespace {

using opener::kInterfaceBytes;
using opener::kMagic;
using opener::kProtocolFd;
using opener::Reply;
using opener::Request;
using opener::Status;

// The opener never waits: this is for a machine that is busy with something else.
constexpr int kPatienceMs = 5000;

Request RequestFor(const PacketSocketUse& use) {
  Request request{};
  request.magic = kMagic;
  request.type = static_cast<uint32_t>(use.type);
  request.fanout = use.fanout ? int64_t{*use.fanout} : -1;
  use.interface.copy(request.interface, kInterfaceBytes);
  return request;
}

void TakeReply(int socket, OpenerAnswer& answer) {
  if (!WaitFor(socket, POLLIN, kPatienceMs)) return;
  Reply reply{};
  iovec bytes{&reply, sizeof reply};
  DescriptorRoom<1> room;
  msghdr message{};
  message.msg_iov = &bytes;
  message.msg_iovlen = 1;
  room.Offer(message);
  const ssize_t received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
  if (received < 0) return;
  if (auto taken = room.Take(message)) answer.fd = std::move((*taken)[0]);
  if (received == sizeof reply) answer.reply = reply;
}

// Whether fd is what was asked for: the program that answered may not be ours.
bool IsPacketSocket(int fd) {
  int domain = 0;
  socklen_t length = sizeof domain;
  return getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &domain, &length) == 0 && domain == AF_PACKET;
}

}  // namespace

OpenerAnswer AskOpener(const std::string& path, const PacketSocketUse& use) {
  OpenerAnswer answer;
  answer.path = path;
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
    const int error = errno;
    throw CaptureError("EOPENER", "asking " + path + ": no Unix socket: " + std::generic_category().message(error),
                       error, error == EMFILE ? "ulimit -n 1024" : "");
  }
  const OwnedFd ours(ends[0]);
  OwnedFd theirs(ends[1]);
  const Request request = RequestFor(use);
  if (send(ours.get(), &request, sizeof request, MSG_NOSIGNAL) != sizeof request) {
    answer.start_errno = errno;
    return answer;
  }
  pid_t pid = -1;
  ProgramStart start(sigemptyset);
  start.Give(theirs.get(), kProtocolFd);
  answer.start_errno = start.Start(path, pid);
  theirs = OwnedFd();
  if (answer.start_errno != 0) return answer;
  TakeReply(ours.get(), answer);
  // Ours ends by itself; another may not.
  kill(pid, SIGKILL);
  // Fails where SIGCHLD is ignored, in which case nothing is left to be collected.
  while (waitpid(pid, &answer.wait_status, 0) < 0 && errno == EINTR) {
  }
  const bool is_given = answer.reply && answer.reply->magic == kMagic &&
                        (answer.reply->status == Status::kGiven || answer.reply->status == Status::kGivenBound);
  if (answer.fd && !(is_given && IsPacketSocket(answer.fd.get()))) answer.fd = OwnedFd();
  return answer;
}

bool LacksCapability(const OpenerAnswer& answer) {
  return answer.reply && answer.reply->magic == kMagic && answer.reply->status == Status::kSocketRefused &&
         answer.reply->error == EPERM;
}

}  // namespace fandump
