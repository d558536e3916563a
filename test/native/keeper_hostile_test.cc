// A file keeper whose fandump others have taken over.
#include <sys/wait.h>

#include "keeper_testbed.h"
#include "packet_testbed.h"

namespace fandump::test {
namespace {

using keeper::Operation;
using keeper::Status;

// A keeper that is spoken to without the client: savefiles x, rotating, and a command.
class RawKeeper {
 public:
  RawKeeper() = default;
  explicit RawKeeper(const std::string& path) {
    Greet(SettingsFor(path));
    CHECK(Received().has_value());
  }

  static std::string SettingsFor(const std::string& path) {
    keeper::Settings settings = KeeperSettings(path);
    settings.command.words = {"true"};
    return WriteSettings(settings);
  }

  void Greet(const std::string& text, uint32_t magic = keeper::kMagic) {
    char name[] = "/tmp/fandump-test-XXXXXX";
    const OwnedFd file(mkstemp(name));
    unlink(name);
    CHECK_EQ(write(file.get(), text.data(), text.size()), static_cast<ssize_t>(text.size()));
    int ends[2];
    CHECK_EQ(pipe(ends), 0);
    reports_ = OwnedFd(ends[0]);
    const OwnedFd written(ends[1]);
    const int handed_over[] = {file.get(), written.get()};
    SendWith(&magic, sizeof magic, handed_over, 2);
  }

  void SendWith(const void* bytes, size_t length, const int* handed_over, size_t count) {
    iovec part{const_cast<void*>(bytes), length};
    alignas(cmsghdr) char rights[CMSG_SPACE(2 * sizeof(int))]{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = rights;
    message.msg_controllen = CMSG_SPACE(count * sizeof(int));
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    *header = {CMSG_LEN(count * sizeof(int)), SOL_SOCKET, SCM_RIGHTS};
    std::memcpy(CMSG_DATA(header), handed_over, count * sizeof(int));
    CHECK(sendmsg(process_.socket(), &message, MSG_NOSIGNAL) >= 0);
  }

  void Send(const std::string& message) {
    CHECK(send(process_.socket(), message.data(), message.size(), MSG_NOSIGNAL) >= 0 || errno == EPIPE);
  }

  static std::string Message(Operation operation, const std::string& name, uint32_t savefile = 0,
                             uint32_t replaces_own = 0, uint32_t magic = keeper::kMagic) {
    const keeper::RequestHeader header{magic, operation, savefile, replaces_own};
    return std::string(reinterpret_cast<const char*>(&header), sizeof header) + name;
  }

  // The descriptor that comes with it is closed.
  std::optional<keeper::Reply> Received() {
    char bytes[keeper::kMaxReplyBytes];
    if (recv(process_.socket(), bytes, sizeof bytes, 0) < static_cast<ssize_t>(sizeof(keeper::Reply))) return {};
    keeper::Reply reply;
    std::memcpy(&reply, bytes, sizeof reply);
    return reply;
  }

  Status Ask(Operation operation, const std::string& name, uint32_t savefile = 0, uint32_t replaces_own = 0) {
    Send(Message(operation, name, savefile, replaces_own));
    const auto reply = Received();
    return reply ? reply->status : Status{99};
  }

  bool HasEnded() { return !Received() && WaitsFor(2); }
  int ExitCode() const { return exit_code_; }
  pid_t process() const { return process_.process(); }
  std::ptrdiff_t OpenDescriptors() const {
    const std::filesystem::directory_iterator descriptors("/proc/" + std::to_string(process()) + "/fd");
    return std::distance(begin(descriptors), end(descriptors));
  }
  const OwnedFd& reports() const { return reports_; }

 private:
  bool WaitsFor(int seconds) {
    int status = 0;
    const bool has_ended =
        Within(std::chrono::seconds(seconds), [&] { return waitpid(process(), &status, WNOHANG) == process(); });
    exit_code_ = WEXITSTATUS(status);
    return has_ended;
  }

  keeper::KeeperProcess process_;
  OwnedFd reports_;
  int exit_code_ = -1;
};

const std::string kSecret = "not yours";

class Scene {
 public:
  Scene() {
    std::filesystem::create_directory(folder_.File("in"));
    for (const char* name : {"secret", "in/secret", "in/x7"}) std::ofstream(folder_.File(name)) << kSecret;
  }
  std::string File(const std::string& name) const { return folder_.File(name); }
  bool IsAsBefore() const {
    for (const char* name : {"secret", "in/secret", "in/x7"}) {
      if (Contents(File(name)).size() != kSecret.size()) return false;
    }
    return folder_.Names() == std::vector<std::string>{"in", "secret"};
  }

 private:
  Folder folder_;
};

}  // namespace

TEST(keeper_makes_and_deletes_nothing_by_names_that_are_not_its_savefiles) {
  const Scene scene;
  RawKeeper keeper(scene.File("in/x"));
  const std::string long_name(keeper::kMaxNameBytes, 'x');
  for (const std::string& name :
       {scene.File("secret"), std::string("../secret"), std::string("secret"), std::string("x/../../secret"),
        std::string("."), std::string(".."), std::string("x/"), std::string("x.part"), std::string("/x"), long_name}) {
    for (uint32_t operation = 1; operation <= 6; operation++) {
      CHECK(keeper.Ask(static_cast<Operation>(operation), name) == Status::kForbidden);
      CHECK(keeper.Ask(static_cast<Operation>(operation), name, 0, 1) == Status::kForbidden);
    }
  }
  CHECK(keeper.Ask(Operation::kMake, "x", 1) == Status::kForbidden);
  CHECK(keeper.Ask(Operation::kMake, "x", 0xffffffff) == Status::kForbidden);
  CHECK(scene.IsAsBefore());
}

TEST(keeper_leaves_files_of_its_names_alone_that_it_has_not_made) {
  const Scene scene;
  RawKeeper keeper(scene.File("in/x"));
  CHECK(keeper.Ask(Operation::kDelete, "x7") == Status::kForbidden);
  CHECK(keeper.Ask(Operation::kComplete, "x7") == Status::kForbidden);
  CHECK(keeper.Ask(Operation::kRun, "x7") == Status::kForbidden);
  CHECK(keeper.Ask(Operation::kDiscard, "x7") == Status::kForbidden);
  CHECK(keeper.Ask(Operation::kMake, "x7", 0, 1) == Status::kFailed);
  CHECK(keeper.Ask(Operation::kMake, "x8") == Status::kDone);
  CHECK(keeper.Ask(Operation::kDelete, "x8") == Status::kForbidden);
  CHECK(keeper.Ask(Operation::kRun, "x8") == Status::kForbidden);
  CHECK(keeper.Ask(Operation::kComplete, "x8") == Status::kDone);
  CHECK(keeper.Ask(Operation::kComplete, "x8") == Status::kForbidden);
  CHECK(keeper.Ask(Operation::kRun, "x8") == Status::kDone);
  CHECK(keeper.Ask(Operation::kDiscard, "x8") == Status::kForbidden);
  CHECK(keeper.Ask(Operation::kDelete, "x8") == Status::kDone);
  CHECK(keeper.Ask(Operation::kDelete, "x8") == Status::kForbidden);
  CHECK(scene.IsAsBefore());
}

TEST(keeper_deletes_a_file_that_will_not_be_complete_and_gives_it_no_name_then) {
  const Scene scene;
  RawKeeper keeper(scene.File("in/x"));
  CHECK(keeper.Ask(Operation::kMake, "x9") == Status::kDone);
  CHECK(std::filesystem::exists(scene.File("in/x9.part")));
  CHECK(keeper.Ask(Operation::kDiscard, "x9") == Status::kDone);
  CHECK(!std::filesystem::exists(scene.File("in/x9.part")));
  CHECK(keeper.Ask(Operation::kComplete, "x9") == Status::kForbidden);
}

TEST(keeper_gives_a_name_that_was_taken_meanwhile_to_nobody) {
  const Scene scene;
  RawKeeper keeper(scene.File("in/x"));
  CHECK(keeper.Ask(Operation::kMake, "x") == Status::kDone);
  std::ofstream(scene.File("in/x")) << "taken";
  CHECK(keeper.Ask(Operation::kComplete, "x", 0, 1) == Status::kFailed);
  CHECK(keeper.Ask(Operation::kRun, "x") == Status::kForbidden);
  CHECK(keeper.Ask(Operation::kDelete, "x") == Status::kForbidden);
  CHECK_EQ(Contents(scene.File("in/x")).size(), size_t{5});
}

TEST(keeper_follows_no_link_that_was_put_in_its_way) {
  const Scene scene;
  std::filesystem::create_symlink(scene.File("secret"), scene.File("in/x.part"));
  std::filesystem::create_symlink(scene.File("secret"), scene.File("in/x1"));
  RawKeeper keeper(scene.File("in/x"));
  CHECK(keeper.Ask(Operation::kMake, "x") == Status::kFailed);
  CHECK(keeper.Ask(Operation::kMake, "x1") == Status::kFailed);
  CHECK(scene.IsAsBefore());
}

TEST(keeper_holds_no_more_files_open_than_a_capture_writes) {
  const Scene scene;
  RawKeeper keeper(scene.File("in/x"));
  int made = 0;
  for (std::string name = "x1"; name.size() < 50; name += '1') {
    made += keeper.Ask(Operation::kMake, name) == Status::kDone;
  }
  CHECK_EQ(made, 16);
}

TEST(keeper_ends_at_a_message_that_no_fandump_sends) {
  const std::string good = RawKeeper::Message(Operation::kMake, "x");
  const std::vector<std::string> messages = {
      "",
      "x",
      good.substr(0, sizeof(keeper::RequestHeader)),
      good.substr(0, sizeof(keeper::RequestHeader) - 1),
      good + std::string("\0y", 2),
      good + std::string(keeper::kMaxNameBytes, 'x'),
      good + std::string(100'000, 'x'),
      RawKeeper::Message(Operation::kMake, "x", 0, 0, keeper::kMagic + 1),
      RawKeeper::Message(Operation::kMake, "x", 0, 2),
      RawKeeper::Message(static_cast<Operation>(0), "x"),
      RawKeeper::Message(static_cast<Operation>(8), "x"),
      RawKeeper::Message(Operation::kEnd, "x"),
  };
  const Scene scene;
  for (const std::string& message : messages) {
    RawKeeper keeper(scene.File("in/x"));
    keeper.Send(message);
    CHECK(keeper.HasEnded());
    CHECK_EQ(keeper.ExitCode(), message.empty() ? 0 : 2);
    CHECK_EQ(AllOf(keeper.reports()), std::string(""));
  }
  CHECK(scene.IsAsBefore());
}

TEST(keeper_ends_at_a_greeting_of_another_version_and_at_settings_that_are_not_whole) {
  const std::string settings = RawKeeper::SettingsFor("/nonexistent/x");
  RawKeeper other_version, torn;
  other_version.Greet(settings, keeper::kMagic + 1);
  torn.Greet(settings.substr(0, settings.size() - 1));
  for (RawKeeper* keeper : {&other_version, &torn}) {
    CHECK(keeper->HasEnded());
    CHECK_EQ(keeper->ExitCode(), 2);
  }
}

TEST(keeper_whose_runner_cannot_become_its_user_says_so_and_serves_nothing) {
  const Scene scene;
  InNamespace([&scene] {
    keeper::Settings settings = KeeperSettings(scene.File("in/x"));
    settings.command.words = {"true"};
    settings.user = {1, 2};
    RawKeeper keeper;
    keeper.Greet(WriteSettings(settings));
    const auto reply = keeper.Received();
    CHECK(reply && reply->status == Status::kFailed && reply->error == EPERM);
    keeper.Send(RawKeeper::Message(Operation::kMake, "x"));
    CHECK(keeper.HasEnded());
  });
  CHECK(scene.IsAsBefore());
}

TEST(keeper_takes_no_descriptors_with_a_request) {
  const Scene scene;
  RawKeeper keeper(scene.File("in/x"));
  const OwnedFd file(open("/dev/null", O_RDWR | O_CLOEXEC));
  const int handed_over[] = {file.get(), file.get()};
  const std::string look = RawKeeper::Message(Operation::kLook, "x");
  const auto before = keeper.OpenDescriptors();
  for (int i = 0; i < 10; i++) {
    keeper.SendWith(look.data(), look.size(), handed_over, 2);
    CHECK(keeper.Received().has_value());
  }
  CHECK_EQ(keeper.OpenDescriptors(), before);
}

// The three standard ones, to us, to its runner, and the folder. What is told of commands ends with the runner alone.
TEST(keeper_holds_open_what_it_needs_and_no_more) {
  const Scene scene;
  // Not closed by exec.
  const OwnedFd inherited(fcntl(STDERR_FILENO, F_DUPFD, keeper::kProtocolFd + 1));
  const RawKeeper keeper(scene.File("in/x"));
  CHECK_EQ(keeper.OpenDescriptors(), 6);
}

}  // namespace fandump::test
