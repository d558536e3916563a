#include "host/netlink.h"

#include <sys/socket.h>

#include <cerrno>
#include <vector>

#include "owned_fd.h"

namespace fandump {

namespace {

// The kernel's answers come in parts of at most 32 KiB (netlink_dump in net/netlink/af_netlink.c).
constexpr size_t kAnswerBytes = 32768;

enum class Progress { kMore, kEnd };

Progress TakeMessage(const nlmsghdr& message, const std::function<void(const nlmsghdr&)>& take, int& error) {
  if (message.nlmsg_type == NLMSG_DONE) return Progress::kEnd;
  if (message.nlmsg_type != NLMSG_ERROR) {
    take(message);
    return Progress::kMore;
  }
  if (message.nlmsg_len >= NLMSG_LENGTH(sizeof(nlmsgerr))) {
    error = -static_cast<const nlmsgerr*>(NLMSG_DATA(&message))->error;
  } else {
    error = EBADMSG;
  }
  return Progress::kEnd;
}

}  // namespace

int AskNetlink(int protocol, nlmsghdr* request, const std::function<void(const nlmsghdr&)>& take) {
  const OwnedFd fd(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol));
  if (!fd) return errno;
  request->nlmsg_flags |= NLM_F_REQUEST;
  // An answer that is no dump says where it ends only when it is asked to.
  if ((request->nlmsg_flags & NLM_F_DUMP) != NLM_F_DUMP) request->nlmsg_flags |= NLM_F_ACK;
  if (send(fd.get(), request, request->nlmsg_len, 0) < 0) return errno;
  std::vector<nlmsghdr> answer(kAnswerBytes / sizeof(nlmsghdr));
  int error = 0;
  while (true) {
    const ssize_t received = recv(fd.get(), answer.data(), kAnswerBytes, 0);
    if (received < 0 && errno == EINTR) continue;
    if (received <= 0) return received == 0 ? EPIPE : errno;
    auto left = static_cast<uint32_t>(received);
    for (const nlmsghdr* message = answer.data(); NLMSG_OK(message, left); message = NLMSG_NEXT(message, left)) {
      if (TakeMessage(*message, take, error) == Progress::kEnd) return error;
    }
  }
}

}  // namespace fandump
