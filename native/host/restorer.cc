#include "host/restorer.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "group_signals.h"
#include "signals_blocked.h"
#include "types.h"
#include "wait_for.h"

namespace fandump {

namespace {

constexpr int kChildDescriptor = 3;
constexpr int kPatienceMs = 1000;

// Of a queue setting: the kernel's answer is an nlmsgerr with errno 0.
bool SendRequest(const nlmsghdr* request) {
  const int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_GENERIC);
  if (fd < 0) return false;
  alignas(nlmsghdr) char answer[4096];
  bool done = send(fd, request, request->nlmsg_len, 0) >= 0 && recv(fd, answer, sizeof answer, 0) > 0;
  const auto* reply = reinterpret_cast<const nlmsghdr*>(answer);
  done = done && reply->nlmsg_type == NLMSG_ERROR && static_cast<const nlmsgerr*>(NLMSG_DATA(reply))->error == 0;
  close(fd);
  return done;
}

bool WriteFile(const FormerFile& file) {
  const int fd = open(file.path.c_str(), O_WRONLY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool done = write(fd, file.text.data(), file.text.size()) == static_cast<ssize_t>(file.text.size());
  close(fd);
  return done;
}

// After fork(2) in a process with threads only system calls are safe: everything was made ready before.
[[noreturn]] void RunChild(int parent, rlim_t most_descriptors, std::vector<EthtoolRequest>& requests,
                           const std::vector<FormerFile>& files) {
  // What ends the parent must not end the child: out of the terminal's reach, and deaf to what an init system sends to
  // the whole service.
  setsid();
  IgnoreSignalsOfTheGroup();
  // What the parent has open ends with the parent: its pipes above all.
  if (dup2(parent, kChildDescriptor) < 0) _exit(1);
  for (int fd = 0; fd < kChildDescriptor; fd++) close(fd);
  // Linux before 5.9 has no close_range(2), and some containers refuse it.
  if (syscall(SYS_close_range, kChildDescriptor + 1, ~0U, 0) != 0) {
    for (rlim_t fd = kChildDescriptor + 1; fd < most_descriptors; fd++) close(static_cast<int>(fd));
  }
  char byte = 0;
  while (read(kChildDescriptor, &byte, 1) < 0 && errno == EINTR) {
  }
  unsigned char failures = 0;
  for (EthtoolRequest& request : requests) failures += SendRequest(request.header()) ? 0 : 1;
  for (const FormerFile& file : files) failures += WriteFile(file) ? 0 : 1;
  // Nobody may be left to read it.
  send(kChildDescriptor, &failures, 1, MSG_NOSIGNAL);
  _exit(0);
}

[[noreturn]] void Fail(int error) {
  throw CaptureError("ERESTORE",
                     "starting the process that puts settings back: " + std::generic_category().message(error), error,
                     "leave out --restore");
}

}  // namespace

Restorer::Restorer(const FormerSettings& settings) {
  std::vector<EthtoolRequest> requests;
  for (const FormerChannels& former : settings.channels) {
    requests.push_back(ChannelsRequest(former.interface, former.counts));
    requests.back().header()->nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK;
  }
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) Fail(errno);
  child_ = OwnedFd(ends[0]);
  const OwnedFd far(ends[1]);
  constexpr rlim_t kMostDescriptors = 1 << 20;  // fs.nr_open, unless somebody raised it
  rlimit descriptors{kMostDescriptors, kMostDescriptors};
  getrlimit(RLIMIT_NOFILE, &descriptors);
  // Until the child ignores them.
  const SignalsBlocked blocked;
  const pid_t pid = fork();
  if (pid < 0) Fail(errno);
  if (pid == 0) RunChild(far.get(), std::min(descriptors.rlim_cur, kMostDescriptors), requests, settings.files);
}

int Restorer::Restore() {
  if (!child_) return -1;
  const OwnedFd child = std::move(child_);
  shutdown(child.get(), SHUT_WR);
  unsigned char failures = 0;
  return WaitFor(child.get(), POLLIN, kPatienceMs) && read(child.get(), &failures, 1) == 1 ? failures : -1;
}

}  // namespace fandump
