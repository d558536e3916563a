// What disks and other users do to savefiles: nothing foreign is written over, full disks are met as asked.
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <random>

#include "check.h"
#include "savefile_builder.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

// The code of the error in opening a sink; empty: none.
// Code and hint.
std::pair<std::string, std::string> OpenFailure(const SavefileOptions& options) {
  try {
    SavefileSink sink(options);
    sink.Open();
    sink.Finish();
  } catch (const CaptureError& error) {
    return {error.code(), error.hint()};
  }
  return {};
}

// Whose disk has no room for the first name.
class FullAtFirst : public DirectMaker {
 public:
  FullAtFirst() : DirectMaker(FileRules{true, false, false, {}}) {}
  int Complete(const std::string& path, bool replaces_own) override {
    return std::exchange(is_full_, false) ? ENOSPC : DirectMaker::Complete(path, replaces_own);
  }

 private:
  bool is_full_ = true;
};

std::string OpenCode(const SavefileOptions& options) { return OpenFailure(options).first; }

}  // namespace

TEST(a_file_that_holds_something_is_written_over_only_by_force) {
  const Folder folder;
  SavefileOptions options = OptionsFor(folder.File("x"));
  std::ofstream(options.path) << "mine";
  CHECK_EQ(OpenCode(options), std::string("ESAVEFILE_EXISTS"));
  CHECK_EQ(Contents(options.path).size(), size_t{4});
  options.force = true;
  CHECK_EQ(OpenCode(options), std::string(""));
  CHECK_EQ(Contents(options.path).size(), size_t{24});
}

TEST(an_empty_file_and_a_device_have_nothing_to_lose) {
  const Folder folder;
  std::ofstream{folder.File("empty")};
  CHECK_EQ(OpenCode(OptionsFor(folder.File("empty"))), std::string(""));
  CHECK_EQ(OpenCode(OptionsFor("/dev/null")), std::string(""));
}

TEST(files_that_follow_each_other_take_no_place_of_a_pipe_not_even_by_force) {
  const Folder folder;
  SavefileOptions options = OptionsFor(folder.File("x"));
  options.rotation.bytes = 1000;
  options.force = true;
  CHECK_EQ(mkfifo(options.path.c_str(), 0600), 0);
  CHECK_EQ(OpenCode(options), std::string("ESAVEFILE_EXISTS"));
  CHECK(std::filesystem::is_fifo(options.path));
}

TEST(another_users_link_in_a_sticky_folder_is_not_followed) {
  const Folder folder;
  std::filesystem::create_directory(folder.File("tmp"));
  CHECK_EQ(chmod(folder.File("tmp").c_str(), 01777), 0);
  const std::string link = folder.File("tmp/x");
  std::filesystem::create_symlink(folder.File("target"), link);
  GiveAway(link);
  SavefileOptions options = OptionsFor(link);
  options.force = true;
  CHECK_EQ(OpenCode(options), std::string("ESAVEFILE_LINK"));
  CHECK(!std::filesystem::exists(folder.File("target")));
}

TEST(another_users_empty_file_in_a_sticky_folder_is_not_written_to) {
  const Folder folder;
  std::filesystem::create_directory(folder.File("tmp"));
  CHECK_EQ(chmod(folder.File("tmp").c_str(), 01777), 0);
  const SavefileOptions whole = OptionsFor(folder.File("tmp/x"));
  SavefileOptions part = whole;
  part.rotation.bytes = 1000;
  std::ofstream{folder.File("tmp/x")};
  CHECK_EQ(OpenCode(whole), std::string(""));
  std::filesystem::remove(folder.File("tmp/x"));
  for (const char* const name : {"tmp/x", "tmp/x.part"}) {
    std::ofstream{folder.File(name)};
    GiveAway(folder.File(name));
  }
  CHECK_EQ(OpenCode(whole), std::string("ESAVEFILE_FOREIGN"));
  std::filesystem::remove(folder.File("tmp/x"));
  CHECK_EQ(OpenCode(part), std::string("ESAVEFILE_FOREIGN"));
}

TEST(a_file_that_is_deleted_meanwhile_is_told_of) {
  const Folder folder;
  SavefileSink sink(OptionsFor(folder.File("x")));
  sink.Open();
  std::filesystem::remove(folder.File("x"));
  std::vector<uint8_t> bytes(100);
  CHECK_EQ(FailureOf(sink, View(bytes), 1).first, std::string("ESAVEFILE_GONE"));
}

TEST(what_lies_in_the_place_of_a_deleted_file_does_not_get_its_name) {
  const Folder folder;
  SavefileOptions options = OptionsFor(folder.File("x"));
  options.rotation.bytes = 1000;
  SavefileSink sink(options);
  sink.Open();
  std::filesystem::remove(folder.File("x.part"));
  std::filesystem::create_symlink("elsewhere", folder.File("x.part"));
  std::vector<uint8_t> bytes(100);
  CHECK_EQ(FailureOf(sink, View(bytes), 1).first, std::string("ESAVEFILE_GONE"));
  CHECK(folder.Names() == std::vector<std::string>{"x.part"});
}

TEST(a_file_system_that_cannot_be_written_to_is_told_of) {
  const SmallDisk disk;
  const std::string folder = disk.folder().File("");
  if (mount(nullptr, folder.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) != 0) Skip("it cannot be mounted again");
  CHECK_EQ(OpenCode(OptionsFor(disk.folder().File("x"))), std::string("ESAVEFILE_OPEN"));
}

TEST(what_cannot_be_made_comes_with_what_to_do_about_it) {
  const Folder folder;
  CHECK_EQ(OpenFailure(OptionsFor(folder.File("none/x"))).second, "mkdir -p '" + folder.File("none") + "'");
  std::filesystem::create_directory(folder.File("d"));
  CHECK_EQ(OpenFailure(OptionsFor(folder.File("d"))).second, std::string("name a file in it"));
  CHECK_EQ(OpenFailure(OptionsFor("/proc/self/x")).second, std::string());
}

TEST(a_folder_that_vanishes_between_two_files_is_told_of) {
  const Folder folder;
  std::filesystem::create_directory(folder.File("d"));
  SavefileOptions options = OptionsFor(folder.File("d/x"));
  options.rotation.bytes = 1000;
  SavefileSink sink(options);
  sink.Open();
  std::filesystem::remove_all(folder.File("d"));
  std::vector<uint8_t> bytes(900);
  const std::string code = FailureOf(sink, View(bytes), 5).first;
  CHECK(code == "ESAVEFILE_OPEN" || code == "ESAVEFILE_GONE");
}

TEST(on_a_full_disk_writing_waits_for_room_and_goes_on) {
  const SmallDisk disk;
  std::ofstream(disk.folder().File("ballast")) << std::string(700'000, 'x');
  SavefileOptions options = OptionsFor(disk.folder().File("x"));
  options.on_full = OnFull::kPause;
  std::atomic<int> notices{0};
  options.notice = [&](const Notice&) { notices++; };
  SavefileSink sink(options);
  sink.Open();
  std::vector<uint8_t> bytes(1000);
  for (int i = 0; i < 800; i++) {
    const PacketView packet = View(bytes, i);
    sink.Consume(&packet, 1);
  }
  sink.Idle();
  CHECK(Within(std::chrono::seconds(5), [&] { return notices == 1; }));
  std::filesystem::remove(disk.folder().File("ballast"));
  sink.Finish();
  CHECK_EQ(sink.written(), uint64_t{800});
  CHECK_EQ(ReadWhole(disk.folder().File("x")).packets.size(), size_t{800});
}

TEST(the_name_that_a_full_disk_has_no_room_for_is_given_when_it_has) {
  const Folder folder;
  SavefileOptions options = OptionsFor(folder.File("x"));
  options.on_full = OnFull::kPause;
  options.maker = std::make_shared<FullAtFirst>();
  std::string told;
  options.notice = [&told](const Notice& notice) { told += notice.code + " "; };
  SavefileSink sink(options);
  sink.Open();
  sink.Finish();
  CHECK(std::filesystem::exists(folder.File("x")));
  CHECK_EQ(told, std::string("SAVEFILE_PAUSED "));
}

TEST(each_time_that_writing_waits_for_room_is_told) {
  for (const Compression method : {Compression::kNone, Compression::kLz4}) {
    const SmallDisk disk;
    const auto put_ballast = [&disk](size_t size) {
      std::ofstream(disk.folder().File("ballast")) << std::string(size, 'x');
    };
    SavefileOptions options = OptionsFor(disk.folder().File("x"));
    options.compression = {method, 1, 1};
    options.on_full = OnFull::kPause;
    std::atomic<int> notices{0};
    options.notice = [&notices](const Notice&) { notices++; };
    SavefileSink sink(options);
    sink.Open();
    // What comes of them when they are compressed is no smaller.
    std::mt19937 random(7);
    std::vector<uint8_t> bytes(1000);
    for (int time = 1; time <= 2; time++) {
      put_ballast(time == 1 ? 800'000 : 400'000);
      for (int i = 0; i < 400; i++) {
        for (uint8_t& byte : bytes) byte = static_cast<uint8_t>(random());
        const PacketView packet = View(bytes);
        sink.Consume(&packet, 1);
      }
      sink.Idle();
      CHECK(Within(std::chrono::seconds(5), [&] { return notices == time; }));
      std::filesystem::remove(disk.folder().File("ballast"));
      CHECK(Within(std::chrono::seconds(5), [&] { return sink.written() == static_cast<uint64_t>(400 * time); }));
    }
    sink.Finish();
    CHECK_EQ(notices.load(), 2);
    CHECK_EQ(ReadWhole(options.path).packets.size(), size_t{800});
  }
}

TEST(a_capture_that_is_to_end_no_longer_waits_for_room) {
  const SmallDisk disk;
  SavefileOptions options = OptionsFor(disk.folder().File("x"));
  options.on_full = OnFull::kPause;
  options.buffer_bytes = 2 << 20;
  SavefileSink sink(options);
  sink.Open();
  std::thread impatient([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    sink.Hurry();
  });
  std::vector<uint8_t> bytes(1000);
  CHECK_EQ(FailureOf(sink, View(bytes), 100'000).first, std::string("ESAVEFILE_WRITE"));
  impatient.join();
  const ReadResult result = ReadWhole(disk.folder().File("x"));
  CHECK_EQ(result.error, std::string(""));
  CHECK_EQ(result.packets.size(), static_cast<size_t>(sink.written()));
}

TEST(packets_are_on_the_disk_after_the_time_of_sync) {
  const Folder folder;
  SavefileOptions options = OptionsFor(folder.File("x"));
  options.sync_seconds = 1;
  SavefileSink sink(options);
  sink.Open();
  std::vector<uint8_t> bytes(100);
  const PacketView packet = View(bytes);
  sink.Consume(&packet, 1);
  std::this_thread::sleep_for(std::chrono::milliseconds(600));
  sink.Consume(&packet, 1);
  CHECK(Within(std::chrono::seconds(1), [&] { return sink.written() == 2; }));
  sink.Finish();
}

}  // namespace fandump::test
