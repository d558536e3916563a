// Runs the real fandump-opener, which lies beside the test program, under conditions that a hostile caller may choose.
#pragma once

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <functional>
#include <optional>
#include <string>

#include "opener/installed.h"
#include "opener/policy.h"
#include "opener/protocol.h"
#include "packet_testbed.h"

namespace fandump::test {

struct OpenerRun {
  int wait_status = 0;
  std::optional<opener::Reply> reply;
  OwnedFd fd;

  bool Exited(int code) const { return WIFEXITED(wait_status) && WEXITSTATUS(wait_status) == code; }
  bool Said(opener::Status status) const { return reply && reply->status == status && reply->magic == opener::kMagic; }
};

inline opener::Request RequestFor(const std::string& interface) {
  opener::Request request{};
  request.magic = opener::kMagic;
  request.type = SOCK_RAW;
  request.fanout = -1;
  interface.copy(request.interface, sizeof request.interface);
  return request;
}

struct OpenerConditions {
  std::vector<std::string> arguments = {"fandump-opener"};
  std::vector<std::string> environment;
  // Called in the child before exec.
  std::function<void()> before_exec = [] {};
};

inline std::vector<char*> Pointers(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Hands the opener these bytes and takes what comes back within two seconds.
inline OpenerRun RunOpener(const void* request, size_t length, OpenerConditions conditions = {}) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) throw std::runtime_error("socketpair");
  const OwnedFd ours(ends[0]);
  OwnedFd theirs(ends[1]);
  if (length > 0 && send(ours.get(), request, length, 0) < 0) throw std::runtime_error("send");
  const std::string path = BuiltOpenerPath();
  std::vector<char*> arguments = Pointers(conditions.arguments);
  std::vector<char*> environment = Pointers(conditions.environment);
  const pid_t child = fork();
  if (child == 0) {
    dup2(theirs.get(), opener::kProtocolFd);
    conditions.before_exec();
    execve(path.c_str(), arguments.data(), environment.data());
    _exit(127);
  }
  theirs = OwnedFd();
  OpenerRun run;
  const timeval patience{2, 0};
  setsockopt(ours.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  opener::Reply reply{};
  iovec bytes{&reply, sizeof reply};
  alignas(cmsghdr) char rights[CMSG_SPACE(sizeof(int))];
  msghdr message{};
  message.msg_iov = &bytes;
  message.msg_iovlen = 1;
  message.msg_control = rights;
  message.msg_controllen = sizeof rights;
  if (recvmsg(ours.get(), &message, MSG_CMSG_CLOEXEC) == sizeof reply) {
    run.reply = reply;
    if (const cmsghdr* header = CMSG_FIRSTHDR(&message)) {
      int fd;
      std::memcpy(&fd, CMSG_DATA(header), sizeof fd);
      run.fd = OwnedFd(fd);
    }
  }
  CHECK(recv(ours.get(), &reply, sizeof reply, 0) <= 0);
  waitpid(child, &run.wait_status, 0);
  return run;
}

inline OpenerRun RunOpener(const opener::Request& request, OpenerConditions conditions = {}) {
  return RunOpener(&request, sizeof request, std::move(conditions));
}

// In a mount namespace of its own, /etc holds nothing but this policy and this group(5) file.
inline void UsePolicy(const std::string& policy, const std::string& groups = "root:x:0:\n", mode_t mode = 0644) {
  if (unshare(CLONE_NEWNS) != 0) throw CannotRun{"no mount namespace"};
  if (mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
      mount("tmpfs", "/etc", "tmpfs", 0, nullptr) != 0) {
    throw CannotRun{"no tmpfs on /etc"};
  }
  const auto create = [](const char* path, const std::string& text, mode_t permissions) {
    const OwnedFd fd(open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    if (write(fd.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())) throw std::runtime_error(path);
    fchmod(fd.get(), permissions);
  };
  mkdir("/etc/fandump", 0755);
  create("/etc/group", groups, 0644);
  create(opener::kPolicyPath, policy, mode);
}

}  // namespace fandump::test
