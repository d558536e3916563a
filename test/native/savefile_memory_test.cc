// Savefiles in memory (tmpfs), and the huge pages that they are put into.
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"
#include "savefile_builder.h"
#include "sink/savefile_huge_pages.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

constexpr uint64_t kPage = HugePages::kPage;

// A file system in memory.
class MemoryDisk {
 public:
  explicit MemoryDisk(const std::string& size) {
    if (mount("tmpfs", path().c_str(), "tmpfs", 0, ("size=" + size).c_str()) != 0) {
      Skip("no file system can be mounted");
    }
  }
  ~MemoryDisk() { umount2(path().c_str(), MNT_DETACH); }
  MemoryDisk(const MemoryDisk&) = delete;
  MemoryDisk& operator=(const MemoryDisk&) = delete;

  std::string File(const std::string& name) const { return folder_.File(name); }
  void Resize(const std::string& size) const {
    CHECK_EQ(mount("tmpfs", path().c_str(), "tmpfs", MS_REMOUNT, ("size=" + size).c_str()), 0);
  }

 private:
  std::string path() const { return folder_.File(""); }

  Folder folder_;
};

struct stat StatusOf(int fd) {
  struct stat status {};
  fstat(fd, &status);
  return status;
}

uint64_t MemoryOf(int fd) { return static_cast<uint64_t>(StatusOf(fd).st_blocks) * 512; }

// A new file on a file system of its own.
class FileInMemory {
 public:
  explicit FileInMemory(const std::string& size) : disk_(size) { pages.Begin(fd.get()); }

  // Writes to the file's end, and asks for huge pages as its writer does.
  void Grow(size_t bytes) {
    const std::vector<uint8_t> written(bytes, 7);
    const auto at = static_cast<uint64_t>(size());
    size_t done = 0;
    while (const size_t reach = pages.Reach(at + done, bytes - done)) {
      Write(written.data() + done, reach);
      done += reach;
      pages.Take();
    }
    Write(written.data() + done, bytes - done);
  }
  void Empty() const {
    CHECK_EQ(ftruncate(fd.get(), 0), 0);
    CHECK_EQ(lseek(fd.get(), 0, SEEK_SET), off_t{0});
  }
  void ResizeDisk(const std::string& size) const { disk_.Resize(size); }
  off_t size() const { return StatusOf(fd.get()).st_size; }
  uint64_t memory() const { return MemoryOf(fd.get()); }

 private:
  void Write(const uint8_t* bytes, size_t size) const {
    CHECK_EQ(write(fd.get(), bytes, size), static_cast<ssize_t>(size));
  }

  const MemoryDisk disk_;

 public:
  const OwnedFd fd{open(disk_.File("x").c_str(), O_RDWR | O_CREAT, 0600)};
  HugePages pages;
};

void SkipWithoutHugePages() {
  FileInMemory file("16m");
  file.Grow(kPage + 1);
  if (file.memory() < 2 * kPage) Skip("this kernel has no huge page for a file in memory");
}

}  // namespace

TEST(a_file_in_memory_gets_huge_pages_from_the_second_on_and_keeps_its_size) {
  SkipWithoutHugePages();
  FileInMemory file("32m");
  file.Grow(kPage);
  CHECK_EQ(file.memory(), kPage);
  file.Grow(1);
  CHECK_EQ(file.memory(), 2 * kPage);
  CHECK_EQ(file.size(), static_cast<off_t>(kPage + 1));
}

TEST(what_a_huge_page_has_too_much_is_given_back) {
  SkipWithoutHugePages();
  FileInMemory file("32m");
  file.Grow(kPage + 5000);
  file.pages.GiveBack(kPage + 5000);
  CHECK_EQ(file.memory(), kPage + 2 * 4096);
}

TEST(after_a_huge_page_that_was_not_to_be_had_some_are_left_out_also_of_another_file) {
  SkipWithoutHugePages();
  FileInMemory file("3m");
  file.Grow(kPage + 1);
  CHECK_EQ(file.memory(), kPage + 4096);
  file.ResizeDisk("16m");
  for (uint64_t left_out = 0; left_out < HugePages::kShortestPause - 1; left_out++) file.pages.Take();
  CHECK_EQ(file.memory(), kPage + 4096);
  file.Empty();
  file.pages.Begin(file.fd.get());
  file.Grow(kPage + 1);
  CHECK_EQ(file.memory(), kPage + 4096);
  file.Grow(kPage);
  CHECK_EQ(file.memory(), 3 * kPage);
}

TEST(packets_in_huge_pages_are_the_same_and_a_complete_file_has_no_memory_left_over) {
  const MemoryDisk disk("64m");
  const Folder folder;
  std::vector<uint8_t> bytes(1300);
  for (size_t i = 0; i < bytes.size(); i++) bytes[i] = static_cast<uint8_t>(i * 7);
  for (const std::string& path : {disk.File("x"), folder.File("x")}) {
    SavefileSink sink(OptionsFor(path));
    sink.Open();
    for (int i = 0; i < 10'000; i++) {
      const PacketView packet = View(bytes, i);
      sink.Consume(&packet, 1);
    }
    sink.Finish();
  }
  CHECK(Contents(disk.File("x")) == Contents(folder.File("x")));
  const OwnedFd fd(open(disk.File("x").c_str(), O_RDONLY));
  CHECK(MemoryOf(fd.get()) < static_cast<uint64_t>(StatusOf(fd.get()).st_size) + 4096);
}

TEST(memory_without_room_for_a_huge_page_is_filled_with_small_ones) {
  const MemoryDisk disk("3m");
  SavefileSink sink(OptionsFor(disk.File("x")));
  sink.Open();
  std::vector<uint8_t> bytes(1000, 7);
  const auto [code, message] = FailureOf(sink, View(bytes), 5000);
  CHECK_EQ(code, std::string("ESAVEFILE_WRITE"));
  const ReadResult result = ReadWhole(disk.File("x"));
  CHECK_EQ(result.error, std::string(""));
  CHECK_EQ(result.packets.size(), (size_t{3} << 20) / 1016);
}

}  // namespace fandump::test
