// Savefiles that the file keeper makes for a process that may not.
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <cstddef>

#include "keeper/file_server.h"
#include "keeper_testbed.h"
#include "packet_testbed.h"
#include "sandbox/privileges.h"
#include "sandbox/sandbox.h"

namespace fandump::test {
namespace {

// From now on no file of this process gets another name.
void RefuseRenames(int error) {
  sock_filter program[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_renameat2, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | static_cast<uint32_t>(error)),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const sock_fprog filter{sizeof program / sizeof program[0], program};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0) {
    Skip("the kernel takes no seccomp filter");
  }
}

}  // namespace

TEST(keeper_makes_names_and_numbers_files_as_the_capture_itself_would) {
  const Folder folder;
  const auto keeper = std::make_shared<Keeper>(KeeperSettings(folder.File("x")));
  SavefileSink sink(KeptOptions(keeper, folder.File("x"), 200));
  sink.Open();
  CHECK_EQ(Joined(folder.Names()), std::string("x.part"));
  WriteKept(sink, 5);
  sink.Finish();
  CHECK_EQ(Joined(folder.Names()), std::string("x x1 x2"));
  struct stat status {};
  CHECK_EQ(stat(folder.File("x1").c_str(), &status), 0);
  CHECK_EQ(status.st_mode & 07777 & ~0640u, 0u);
}

TEST(keeper_lets_a_confined_process_rotate) {
  SkipUnderThreadSanitizer();
  const Folder folder;
  InNamespace([&folder] {
    keeper::Settings settings = KeeperSettings(folder.File("x"));
    settings.ring_files = 3;
    const auto keeper = std::make_shared<Keeper>(settings);
    SavefileOptions options = KeptOptions(keeper, folder.File("x"), 200);
    options.rotation.files = 3;
    SavefileSink sink(options);
    sink.Open();
    DropCapabilities();
    ForbidNewPrivileges();
    EnterSandbox();
    CHECK(open(folder.File("own").c_str(), O_WRONLY | O_CREAT, 0600) < 0);
    WriteKept(sink, 11);
    sink.Finish();
    CHECK_EQ(sink.written(), uint64_t{11});
  });
  CHECK_EQ(Joined(folder.Names()), std::string("x0 x1 x2"));
}

TEST(keeper_refuses_what_the_capture_itself_would_in_the_same_words) {
  const Folder folder;
  std::ofstream(folder.File("x")) << "mine";
  std::ofstream(folder.File("y.part")) << "torn";
  for (const char* name : {"x", "y", "none/z"}) {
    const std::string path = folder.File(name);
    const auto failure = [&path](SavefileMaker& maker) {
      try {
        maker.Make(path, false);
      } catch (const CaptureError& error) {
        return error.code() + error.what() + error.hint() + std::to_string(error.system_errno());
      }
      return std::string();
    };
    DirectMaker direct(FileRules{true, false, false, {}});
    const std::string expected = failure(direct);
    CHECK(!expected.empty());
    CHECK_EQ(failure(*MakerOf(std::make_shared<Keeper>(KeeperSettings(path)), 0)), expected);
  }
}

TEST(capture_without_room_for_a_descriptor_is_told_so_and_no_file_is_left_behind) {
  const Folder folder;
  const auto maker = MakerOf(std::make_shared<Keeper>(KeeperSettings(folder.File("x"))), 0);
  const auto failure = [&](const std::string& name) {
    try {
      maker->Make(folder.File(name), false);
    } catch (const CaptureError& error) {
      return error.code() + " " + std::to_string(error.system_errno());
    }
    return std::string();
  };
  // UndefinedBehaviorSanitizer takes descriptors to look at a type that it has not met before.
  CHECK_EQ(failure("none of its names"), "ESAVEFILE_OPEN " + std::to_string(EPERM));
  rlimit before{};
  CHECK_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
  const OwnedFd last(dup(STDERR_FILENO));
  const rlimit all_taken{static_cast<rlim_t>(last.get()) + 1, before.rlim_max};
  CHECK_EQ(setrlimit(RLIMIT_NOFILE, &all_taken), 0);
  const std::string told = failure("x");
  setrlimit(RLIMIT_NOFILE, &before);
  CHECK_EQ(told, "ESAVEFILE_OPEN " + std::to_string(EMFILE));
  CHECK_EQ(Joined(folder.Names()), std::string(""));
}

TEST(keeper_writes_over_files_of_its_names_by_force) {
  const Folder folder;
  std::ofstream(folder.File("x1")) << "mine";
  keeper::Settings settings = KeeperSettings(folder.File("x"));
  settings.rules.force = true;
  const auto keeper = std::make_shared<Keeper>(settings);
  SavefileSink sink(KeptOptions(keeper, folder.File("x"), 200));
  sink.Open();
  WriteKept(sink, 3);
  sink.Finish();
  CHECK_EQ(Joined(folder.Names()), std::string("x x1"));
  CHECK_EQ(Contents(folder.File("x1")).size(), size_t{140});
}

TEST(keeper_makes_files_in_folders_that_are_named_by_time_and_follows_no_link_there) {
  const Folder folder;
  std::filesystem::create_directory(folder.File("a"));
  std::filesystem::create_directory(folder.File("elsewhere"));
  std::filesystem::create_directory_symlink(folder.File("elsewhere"), folder.File("link"));
  keeper::Settings settings = KeeperSettings(folder.File("%Y/x"));
  settings.is_timed = true;
  const auto maker = MakerOf(std::make_shared<Keeper>(settings), 0);
  const OwnedFd made(maker->Make(folder.File("a/x"), false));
  CHECK_EQ(maker->Complete(folder.File("a/x"), false), 0);
  CHECK_EQ(CodeOf([&] { maker->Make(folder.File("link/x"), false); }), std::string("ESAVEFILE_OPEN"));
  CHECK_EQ(CodeOf([&] { maker->Make(folder.File("none/x"), false); }), std::string("ESAVEFILE_OPEN"));
  CHECK(std::filesystem::exists(folder.File("a/x")));
  CHECK(std::filesystem::is_empty(folder.File("elsewhere")));
}

TEST(keeper_tells_of_a_file_in_a_folder_that_is_named_by_time_with_its_whole_path) {
  const Folder folder;
  std::filesystem::create_directory(folder.File("a"));
  std::ofstream(folder.File("a/x")) << "mine";
  keeper::Settings settings = KeeperSettings(folder.File("%Y/x"));
  settings.is_timed = true;
  std::string told;
  try {
    MakerOf(std::make_shared<Keeper>(settings), 0)->Make(folder.File("a/x"), false);
  } catch (const CaptureError& error) {
    told = error.what();
  }
  CHECK_EQ(told, folder.File("a/x") + ": exists already, and is not written over");
}

TEST(keeper_makes_files_in_a_folder_that_is_made_after_it_has_started) {
  const Folder folder;
  const auto maker = MakerOf(std::make_shared<Keeper>(KeeperSettings(folder.File("later/x"))), 0);
  CHECK_EQ(CodeOf([&] { maker->Make(folder.File("later/x"), false); }), std::string("ESAVEFILE_OPEN"));
  std::filesystem::create_directory(folder.File("later"));
  const OwnedFd made(maker->Make(folder.File("later/x"), false));
  CHECK(std::filesystem::exists(folder.File("later/x.part")));
}

TEST(keeper_tells_which_names_of_a_file_are_taken) {
  const Folder folder;
  const auto maker = MakerOf(std::make_shared<Keeper>(KeeperSettings(folder.File("x"))), 0);
  const auto taken = [&] {
    const TakenNames names = maker->Look(folder.File("x"));
    return std::string(names.complete ? "complete " : "") + (names.part ? "part" : "");
  };
  CHECK_EQ(taken(), std::string(""));
  const OwnedFd made(maker->Make(folder.File("x"), false));
  CHECK_EQ(taken(), std::string("part"));
  CHECK_EQ(maker->Complete(folder.File("x"), false), 0);
  CHECK_EQ(taken(), std::string("complete "));
}

TEST(keeper_of_files_that_have_their_names_at_once_deletes_no_other) {
  const Folder folder;
  const auto maker = MakerOf(std::make_shared<Keeper>(KeeperSettings(folder.File("x"), false)), 0);
  const OwnedFd made(maker->Make(folder.File("x"), false));
  std::ofstream(folder.File("x.part")) << "mine";
  CHECK_EQ(maker->Discard(folder.File("x")), EPERM);
  CHECK_EQ(Joined(folder.Names()), std::string("x x.part"));
}

TEST(keeper_goes_on_after_names_that_no_file_can_have) {
  const Folder folder;
  keeper::Settings settings = KeeperSettings(folder.File(""));
  settings.paths.push_back(folder.File("x"));
  const auto keeper = std::make_shared<Keeper>(settings);
  const auto failure = [&keeper](size_t savefile, const std::string& path) {
    try {
      MakerOf(keeper, savefile)->Make(path, false);
    } catch (const CaptureError& error) {
      return error.system_errno();
    }
    return 0;
  };
  CHECK_EQ(failure(0, folder.File("")), EISDIR);
  CHECK_EQ(failure(1, folder.File("x" + std::string(5000, '1'))), ENAMETOOLONG);
  const OwnedFd made(MakerOf(keeper, 1)->Make(folder.File("x"), false));
  CHECK(std::filesystem::exists(folder.File("x.part")));
}

TEST(keeper_stays_in_the_folder_that_it_began_in) {
  const Folder folder;
  std::filesystem::create_directory(folder.File("d"));
  const auto maker = MakerOf(std::make_shared<Keeper>(KeeperSettings(folder.File("d/x"))), 0);
  std::filesystem::rename(folder.File("d"), folder.File("moved"));
  std::filesystem::create_directory(folder.File("d"));
  const OwnedFd made(maker->Make(folder.File("d/x"), false));
  CHECK(std::filesystem::exists(folder.File("moved/x.part")));
  std::filesystem::remove_all(folder.File("moved"));
  CHECK_EQ(CodeOf([&] { maker->Make(folder.File("d/x1"), false); }), std::string("ESAVEFILE_OPEN"));
}

TEST(a_folder_that_is_moved_under_a_running_rotation_is_told_of_once) {
  const Folder folder;
  std::filesystem::create_directory(folder.File("d"));
  const auto keeper = std::make_shared<Keeper>(KeeperSettings(folder.File("d/x")));
  SavefileOptions options = KeptOptions(keeper, folder.File("d/x"), 100);
  std::string told;
  options.notice = [&told](const Notice& notice) { told += notice.code + " "; };
  SavefileSink sink(options);
  sink.Open();
  std::filesystem::rename(folder.File("d"), folder.File("moved"));
  WriteKept(sink, 3);
  sink.Finish();
  CHECK_EQ(told, std::string("SAVEFILE_MOVED "));
  CHECK(std::filesystem::exists(folder.File("moved/x2")));
}

TEST(keeper_can_be_asked_again_for_the_name_that_a_full_disk_has_no_room_for) {
  const Folder folder;
  keeper::FileServer server(KeeperSettings(folder.File("x")), [](const std::string&) { return 0; });
  CHECK(server.Serve({keeper::Operation::kMake, 0, false, "x"}).reply.status == keeper::Status::kDone);
  InNamespace([&server] {
    RefuseRenames(ENOSPC);
    for (int i = 0; i < 2; i++) {
      CHECK_EQ(server.Serve({keeper::Operation::kComplete, 0, false, "x"}).reply.error, ENOSPC);
    }
  });
}

TEST(keeper_follows_no_link_of_another_user_in_any_folder) {
  const Folder folder;
  const std::string link = folder.File("x.part");
  std::filesystem::create_symlink(folder.File("target"), link);
  GiveAway(link);
  keeper::Settings settings = KeeperSettings(folder.File("x"));
  settings.rules.force = true;
  const auto maker = MakerOf(std::make_shared<Keeper>(settings), 0);
  CHECK_EQ(CodeOf([&] { maker->Make(folder.File("x"), false); }), std::string("ESAVEFILE_LINK"));
  CHECK(!std::filesystem::exists(folder.File("target")));
}

TEST(keeper_gives_files_to_their_owner_in_a_folder_where_only_root_may_write) {
  const Folder folder;
  NeedOtherUser();
  std::filesystem::create_directory(folder.File("roots"));
  CHECK_EQ(chmod(folder.File("roots").c_str(), 0700), 0);
  keeper::Settings settings = KeeperSettings(folder.File("roots/x"));
  settings.rules.owner = FileOwner{1, 1};
  const auto keeper = std::make_shared<Keeper>(settings);
  SavefileSink sink(KeptOptions(keeper, folder.File("roots/x"), 200));
  sink.Open();
  WriteKept(sink, 3);
  sink.Finish();
  struct stat status {};
  for (const char* name : {"roots/x", "roots/x1"}) {
    CHECK_EQ(stat(folder.File(name).c_str(), &status), 0);
    CHECK_EQ(status.st_uid, 1u);
  }
}

TEST(keeper_deletes_the_oldest_file_on_a_full_disk) {
  const Folder folder;
  if (mount("tmpfs", folder.File("").c_str(), "tmpfs", 0, "size=1m") != 0) Skip("no file system can be mounted");
  const auto keeper = std::make_shared<Keeper>(KeeperSettings(folder.File("x")));
  {
    SavefileOptions options = KeptOptions(keeper, folder.File("x"), 200'000);
    options.on_full = OnFull::kOldest;
    options.buffer_bytes = 1 << 20;
    SavefileSink sink(options);
    sink.Open();
    WriteKept(sink, 20'000);
    sink.Finish();
    CHECK_EQ(sink.written(), uint64_t{20'000});
  }
  CHECK(!std::filesystem::exists(folder.File("x")));
  CHECK(std::filesystem::exists(folder.File("x11")));
  umount2(folder.File("").c_str(), MNT_DETACH);
}

}  // namespace fandump::test
