// fandump-keeper: makes, names and deletes the savefiles of a capture that may no longer do so, and has a command run
// for each. What it may do is settled when it starts; it ends when the capture does.
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "descriptor_message.h"
#include "group_signals.h"
#include "keeper/file_server.h"
#include "keeper/program/command_runner.h"
#include "keeper/program/rights.h"

namespace fandump::keeper {
namespace {

constexpr int kWrongCaller = 2;

// What the first message brings.
struct Greeting {
  OwnedFd settings;
  OwnedFd reports;
};

Greeting TakeGreeting() {
  uint32_t magic = 0;
  iovec bytes{&magic, sizeof magic};
  DescriptorRoom<2> room;
  msghdr message{};
  message.msg_iov = &bytes;
  message.msg_iovlen = 1;
  room.Offer(message);
  const ssize_t length = recvmsg(kProtocolFd, &message, MSG_CMSG_CLOEXEC);
  if (length != sizeof magic || magic != kMagic) _exit(kWrongCaller);
  auto taken = room.Take(message);
  if (!taken) _exit(kWrongCaller);
  return {std::move((*taken)[0]), std::move((*taken)[1])};
}

std::string Contents(const OwnedFd& file) {
  std::string contents;
  char part[4096];
  ssize_t count;
  while ((count = pread(file.get(), part, sizeof part, static_cast<off_t>(contents.size()))) > 0) {
    contents.append(part, static_cast<size_t>(count));
  }
  return contents;
}

bool Send(const Answer& answer) {
  iovec bytes[] = {{const_cast<Reply*>(&answer.reply), sizeof answer.reply},
                   {const_cast<char*>(answer.text.data()), answer.text.size()}};
  DescriptorRoom<1> room;
  msghdr message{};
  message.msg_iov = bytes;
  message.msg_iovlen = 2;
  if (answer.file) room.Attach({answer.file.get()}, message);
  return sendmsg(kProtocolFd, &message, MSG_NOSIGNAL) >= 0;
}

// The process that runs commands, and the way to speak to it; none without a command.
class Runner {
 public:
  // 0, or the errno with which it could not become who it should be.
  int Start(OwnedFd reports, const Settings& settings) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return errno;
    OwnedFd ours(ends[0]), theirs(ends[1]);
    const pid_t process = fork();
    if (process < 0) return errno;
    if (process == 0) {
      ours = OwnedFd();
      close(kProtocolFd);
      RunCommands(std::move(theirs), std::move(reports), settings);
    }
    theirs = OwnedFd();
    int error = 0;
    if (recv(ours.get(), &error, sizeof error, 0) != sizeof error) error = ECHILD;
    if (error == 0) words_ = std::move(ours);
    return error;
  }

  int Say(RunnerWord word, const std::string& path = "") const {
    const std::string message = static_cast<char>(word) + path;
    if (send(words_.get(), message.data(), message.size(), MSG_NOSIGNAL) < 0) return errno;
    return 0;
  }

 private:
  OwnedFd words_;
};

int Serve() {
  Greeting greeting = TakeGreeting();
  const auto settings = ReadSettings(Contents(greeting.settings));
  if (!settings) return kWrongCaller;
  greeting.settings = OwnedFd();
  Runner runner;
  FileServer server(*settings, [&runner](const std::string& path) { return runner.Say(RunnerWord::kRun, path); });
  const bool has_command = !settings->command.words.empty();
  int error = has_command ? runner.Start(std::move(greeting.reports), *settings) : 0;
  greeting.reports = OwnedFd();
  if (error == 0) error = ConfineKeeper();
  Answer answer{{kMagic, error == 0 ? Status::kDone : Status::kFailed, error, 0}, "", {}};
  char message[kMaxRequestBytes + 1];
  while (Send(answer) && error == 0) {
    const ssize_t length = recv(kProtocolFd, message, sizeof message, 0);
    if (length <= 0) return 0;
    Request request;
    if (!ReadRequest(message, static_cast<size_t>(length), request)) return kWrongCaller;
    answer = {{kMagic, Status::kDone, 0, 0}, "", {}};
    if (request.operation != Operation::kEnd) {
      answer = server.Serve(request);
    } else if (has_command) {
      answer.reply.error = runner.Say(RunnerWord::kNoMore);
    }
  }
  return 0;
}

}  // namespace
}  // namespace fandump::keeper

int main(int argument_count, char**) {
  using namespace fandump::keeper;
  if (argument_count != 1) return kWrongCaller;
  fandump::IgnoreSignalsOfTheGroup();
  // What fandump was given by its own caller is none of the keeper's, nor of a command's.
#ifdef SYS_close_range
  syscall(SYS_close_range, kProtocolFd + 1, ~0U, 0);
#endif
  // No destructors and no other handlers: whatever ends the capture has ended it already.
  _exit(Serve());
}
