// One savefile at a time: what its maker makes and refuses, and what is in it when it ends.
#include "sink/savefile_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

#include "check.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

const std::vector<uint8_t> kHundred(100, 'x');

// Files of it are written past the page cache.
struct UncachedFile {
  explicit UncachedFile(FileRules rules) : maker(rules), file(maker, pages, true) {
    file.Open(path);
    if (!file.is_uncached()) Skip("nothing is written past the page cache in /tmp");
    CHECK_EQ(file.Write(kHundred.data(), kHundred.size()), kHundred.size());
  }

  Folder folder;
  const std::string path = folder.File("x");
  DirectMaker maker;
  HugePages pages;
  SavefileFile file;
};

// What the writer of a file makes of it, or the code of the error.
std::string Made(const std::string& path) {
  try {
    close(DirectMaker({}).Make(path, false));
    return "made";
  } catch (const CaptureError& error) {
    return error.code();
  }
}

std::string StickyFolder(const Folder& folder) {
  const std::string path = folder.File("tmp");
  std::filesystem::create_directory(path);
  CHECK_EQ(chmod(path.c_str(), 01777), 0);
  return path;
}

// What this process writes to standard output meanwhile goes into a pipe that never waits.
class ImpatientOutput {
 public:
  ImpatientOutput() : output_(dup(STDOUT_FILENO)) {
    CHECK_EQ(pipe2(ends_, O_CLOEXEC | O_NONBLOCK), 0);
    dup2(ends_[1], STDOUT_FILENO);
  }
  ~ImpatientOutput() {
    Restore();
    close(ends_[0]);
  }
  void Restore() {
    if (output_ < 0) return;
    dup2(output_, STDOUT_FILENO);
    close(output_);
    close(ends_[1]);
    output_ = -1;
  }
  int reader() const { return ends_[0]; }

 private:
  int output_;
  int ends_[2] = {-1, -1};
};

size_t BytesUntilEnd(int fd) {
  std::vector<uint8_t> bytes(65536);
  size_t count = 0;
  for (ssize_t got; (got = read(fd, bytes.data(), bytes.size())) != 0;) {
    if (got > 0) {
      count += static_cast<size_t>(got);
    } else {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
  return count;
}

}  // namespace

TEST(a_file_that_is_given_up_empty_takes_nothing_with_it_that_has_come_in_its_place) {
  const Folder folder;
  DirectMaker maker(FileRules{true, false, false, {}});
  HugePages pages;
  SavefileFile file(maker, pages, false);
  file.Open(folder.File("x"));
  std::filesystem::remove(folder.File("x.part"));
  std::ofstream(folder.File("x.part")) << "foreign";
  file.Abandon();
  CHECK(folder.Names() == std::vector<std::string>{"x.part"});
}

TEST(a_new_savefile_is_readable_for_its_group_and_nobody_else) {
  const Folder folder;
  const mode_t before = umask(0);
  CHECK_EQ(Made(folder.File("x")), std::string("made"));
  umask(before);
  struct stat status {};
  CHECK_EQ(stat(folder.File("x").c_str(), &status), 0);
  CHECK_EQ(status.st_mode & 07777, 0640U);
}

TEST(a_users_own_link_in_a_sticky_folder_is_followed) {
  const Folder folder;
  const std::string link = StickyFolder(folder) + "/x";
  std::filesystem::create_symlink(folder.File("target"), link);
  CHECK_EQ(Made(link), std::string("made"));
  CHECK(std::filesystem::exists(folder.File("target")));
}

TEST(an_empty_file_of_the_owner_of_a_sticky_folder_is_written_to) {
  const Folder folder;
  const std::string sticky = StickyFolder(folder);
  CHECK_EQ(Made(sticky + "/x"), std::string("made"));
  GiveAway(sticky + "/x");
  CHECK_EQ(Made(sticky + "/x"), std::string("ESAVEFILE_FOREIGN"));
  GiveAway(sticky);
  CHECK_EQ(Made(sticky + "/x"), std::string("made"));
}

TEST(a_sync_brings_a_part_of_a_block_into_a_file_past_the_page_cache) {
  UncachedFile uncached({});
  CHECK_EQ(std::filesystem::file_size(uncached.path), uintmax_t{0});
  CHECK_EQ(uncached.file.Sync(), 0);
  CHECK(Contents(uncached.path) == kHundred);
}

TEST(a_file_past_the_page_cache_that_holds_less_than_a_block_is_not_thrown_away_after_a_failure) {
  FileRules rules;
  rules.part = true;
  UncachedFile uncached(rules);
  uncached.file.Abandon();
  CHECK(Contents(uncached.path) == kHundred);
}

TEST(a_standard_output_that_never_waits_gets_every_byte_and_is_no_file_that_is_complete) {
  ImpatientOutput output;
  size_t bytes = 0;
  std::thread reader([&] { bytes = BytesUntilEnd(output.reader()); });
  SavefileOptions options = OptionsFor("-");
  bool has_told = false;
  options.on_file = [&](const std::string&) { has_told = true; };
  SavefileSink sink(options);
  sink.Open();
  std::vector<uint8_t> packet(1000);
  const PacketView view = View(packet);
  constexpr size_t kPackets = 1000;
  for (size_t i = 0; i < kPackets; i++) sink.Consume(&view, 1);
  std::string error;
  try {
    sink.Finish();
  } catch (const CaptureError& reason) {
    error = reason.what();
  }
  output.Restore();
  reader.join();
  CHECK_EQ(error, std::string(""));
  CHECK_EQ(bytes, size_t{24 + kPackets * 1016});
  CHECK(!has_told);
}

}  // namespace fandump::test
