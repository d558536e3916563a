// Savefiles on a disk: room set aside for them ahead of the writer, and writing past the page cache.
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/vfs.h>

#include <atomic>
#include <random>

#include "check.h"
#include "repair/savefile_repair.h"
#include "savefile_builder.h"
#include "sink/savefile_behind.h"
#include "sink/savefile_reserve.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

// Packets of all lengths, the same for each sink.
void Feed(SavefileSink& sink, int packets) {
  std::mt19937 random(11);
  std::vector<uint8_t> bytes;
  for (int i = 0; i < packets; i++) {
    bytes.assign(60 + random() % 1400, static_cast<uint8_t>(i));
    const PacketView packet = View(bytes, i);
    sink.Consume(&packet, 1);
  }
}

void WriteFiles(SavefileOptions options, int packets = 10'000) {
  SavefileSink sink(std::move(options));
  sink.Open();
  Feed(sink, packets);
  sink.Finish();
}

bool IsInMemory(const Folder& folder) {
  struct statfs system {};
  return statfs(folder.File("").c_str(), &system) == 0 && system.f_type == TMPFS_MAGIC;
}

struct stat StatusOf(const std::string& path) {
  struct stat status {};
  stat(path.c_str(), &status);
  return status;
}

// What the file takes on the disk beyond its last byte.
int64_t UnusedBytes(const std::string& path) {
  const struct stat status = StatusOf(path);
  return int64_t{status.st_blocks} * 512 - status.st_size;
}

}  // namespace

TEST(room_ahead_of_the_writer_does_not_change_the_size_of_the_file) {
  const Folder folder;
  const OwnedFd fd(open(folder.File("x").c_str(), O_WRONLY | O_CREAT, 0600));
  FileReserve reserve(fd.get());
  CHECK(!reserve.Cover(0, 4096));
  if (!reserve.Cover(0, 4096, true)) Skip("the file system of /tmp sets no room aside");
  CHECK(reserve.Cover(4096, 4096));
  CHECK_EQ(StatusOf(folder.File("x")).st_size, off_t{0});
  CHECK(UnusedBytes(folder.File("x")) >= static_cast<int64_t>(FileReserve::kLeast));
  reserve.GiveBack(0);
  CHECK_EQ(UnusedBytes(folder.File("x")), int64_t{0});
}

TEST(a_complete_file_has_no_room_left_over) {
  const Folder folder;
  if (IsInMemory(folder)) Skip("/tmp is in memory");
  for (const bool uncached : {false, true}) {
    SavefileOptions options = OptionsFor(folder.File("x"));
    options.uncached = uncached;
    options.force = true;
    WriteFiles(options);
    CHECK(StatusOf(options.path).st_size > off_t{6} << 20);
    CHECK(UnusedBytes(options.path) < int64_t{64} << 10);
  }
}

TEST(the_room_that_a_killed_writer_left_over_is_given_back_by_repair) {
  const Folder folder;
  const std::string path = folder.File("x");
  WriteFiles(OptionsFor(path), 100);
  const std::vector<uint8_t> before = Contents(path);
  {
    const OwnedFd fd(open(path.c_str(), O_WRONLY));
    FileReserve reserve(fd.get());
    if (!reserve.Cover(before.size(), size_t{4} << 20, true)) Skip("the file system of /tmp sets no room aside");
  }
  CHECK(UnusedBytes(path) > int64_t{4} << 20);
  CHECK_EQ(RepairSavefile(path).removed_bytes, uint64_t{0});
  CHECK(UnusedBytes(path) < int64_t{64} << 10);
  CHECK(Contents(path) == before);
}

TEST(what_is_written_past_the_page_cache_is_the_same_byte_for_byte) {
  const Folder folder;
  SavefileOptions options = OptionsFor(folder.File("cached"));
  for (const bool rotates : {false, true}) {
    for (const Compression method : {Compression::kNone, Compression::kZstd, Compression::kGzip, Compression::kLz4}) {
      for (const uint32_t sync_seconds : {0U, 1U}) {
        options.rotation.bytes = rotates ? 1'500'000 : 0;
        options.compression = {method, 1, 1};
        options.sync_seconds = sync_seconds;
        options.force = true;
        for (const bool uncached : {false, true}) {
          options.uncached = uncached;
          options.path = folder.File(uncached ? "past" : "cached");
          WriteFiles(options, 6000);
        }
      }
      // zstd's blocks end where the writer had nothing else to do: their packets are compared.
      for (const std::string& name : folder.Names()) {
        if (!name.starts_with("cached")) continue;
        const std::string past = folder.File("past" + name.substr(6));
        if (method == Compression::kNone) {
          CHECK(Contents(folder.File(name)) == Contents(past));
        } else {
          const ReadResult cached = ReadWhole(folder.File(name)), uncached = ReadWhole(past);
          CHECK_EQ(uncached.error, std::string(""));
          CHECK(cached.packets.size() > 0);
          CHECK_EQ(uncached.packets.size(), cached.packets.size());
        }
      }
    }
  }
}

TEST(the_last_part_of_a_block_follows_when_packets_pause) {
  const Folder folder;
  SavefileOptions options = OptionsFor(folder.File("x"));
  options.uncached = true;
  SavefileSink sink(options);
  sink.Open();
  std::vector<uint8_t> bytes(1000, 7);
  const PacketView packet = View(bytes);
  for (size_t packets = 1; packets <= 9; packets++) {
    sink.Consume(&packet, 1);
    sink.Idle();
    const size_t size = 24 + packets * 1016;
    CHECK(Within(std::chrono::seconds(5), [&] { return Contents(options.path).size() == size; }));
    CHECK_EQ(ReadWhole(options.path).packets.size(), packets);
  }
  sink.Finish();
  CHECK_EQ(ReadWhole(options.path).packets.size(), size_t{9});
}

TEST(where_nothing_can_be_written_past_the_page_cache_one_notice_says_so) {
  const Folder folder;
  if (mount("tmpfs", folder.File("").c_str(), "tmpfs", 0, "size=32m") != 0) Skip("no file system can be mounted");
  SavefileOptions options = OptionsFor(folder.File("x"));
  options.uncached = true;
  options.rotation.bytes = 1'000'000;
  std::atomic<int> notices{0};
  options.notice = [&](const Notice& notice) {
    CHECK_EQ(notice.code, std::string("SAVEFILE_CACHED"));
    notices++;
  };
  WriteFiles(options);
  CHECK_EQ(notices.load(), 1);
  CHECK(folder.Names().size() > 3);
  umount2(folder.File("").c_str(), MNT_DETACH);
}

TEST(past_the_page_cache_too_a_file_that_can_grow_no_more_ends_with_its_last_whole_packet) {
  const Folder folder;
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  rlimit limit = before;
  limit.rlim_cur = 3'000'000;
  setrlimit(RLIMIT_FSIZE, &limit);
  SavefileOptions options = OptionsFor(folder.File("x"));
  options.uncached = true;
  SavefileSink sink(options);
  sink.Open();
  std::vector<uint8_t> bytes(1000, 7);
  const auto [code, message] = FailureOf(sink, View(bytes), 5000);
  setrlimit(RLIMIT_FSIZE, &before);
  CHECK_EQ(code, std::string("ESAVEFILE_WRITE"));
  CHECK_EQ(sink.written(), uint64_t{2952});
  const ReadResult result = ReadWhole(options.path);
  CHECK_EQ(result.error, std::string(""));
  CHECK_EQ(result.packets.size(), size_t{2952});
}

TEST(what_a_large_file_has_behind_its_writer_leaves_memory_and_stays_on_the_disk) {
  const Folder folder;
  const std::string path = folder.File("x");
  const OwnedFd fd(open(path.c_str(), O_RDWR | O_CREAT, 0600));
  // Nothing but the end: what is before it is a hole.
  const std::vector<uint8_t> end(size_t{16} << 20, 9);
  const auto at = static_cast<off_t>(WriteBehind::kKept);
  CHECK_EQ(pwrite(fd.get(), end.data(), end.size(), at), static_cast<ssize_t>(end.size()));
  {
    WriteBehind behind;
    behind.Begin(fd.get());
    CHECK_EQ(behind.Written(WriteBehind::kKept), 0);
    CHECK_EQ(behind.Written(WriteBehind::kKept + end.size()), 0);
    behind.Begin(-1);
    CHECK_EQ(behind.Written(uint64_t{1} << 40), 0);
  }
  std::vector<uint8_t> read(end.size());
  CHECK_EQ(pread(fd.get(), read.data(), read.size(), at), static_cast<ssize_t>(read.size()));
  CHECK(read == end);
}

}  // namespace fandump::test
