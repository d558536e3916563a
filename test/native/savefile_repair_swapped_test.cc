// A repair of a file whose name another file takes meanwhile, as whoever owns its folder can have it: what is read and
// written is what was opened first.
#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

#include "check.h"
#include "owned_fd.h"
#include "repair/savefile_repair.h"
#include "repair/savefile_rewrite.h"
#include "savefile_builder.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

using Bytes = std::vector<uint8_t>;

Bytes PcapOf(uint32_t packets) {
  BytesBuilder file;
  file.PcapHeader(0xa1b2c3d4);
  for (uint32_t i = 0; i < packets; i++) file.PcapRecord(i, 0, Bytes(60, 7), 60);
  return file.bytes();
}

void PutFile(const std::string& path, const Bytes& bytes) {
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

TEST(a_repair_reads_the_file_that_it_has_opened_whatever_has_its_name_meanwhile) {
  const Folder folder;
  const std::string path = folder.File("x"), other = folder.File("other"), journal = path + ".repair";
  Bytes torn = PcapOf(3);
  torn.erase(torn.end() - 10, torn.end());
  PutFile(path, torn);
  PutFile(other, PcapOf(20));
  // What an interrupted repair has begun to write is read once the file is open, and of this length for a while.
  PutFile(journal, {'f', 'a', 'n', 'd', 'u', 'm', 'p', ' ', 'r', 'e', 'p', 'a', 'i', 'r', '1', 0});
  CHECK_EQ(truncate(journal.c_str(), off_t{64} << 20), 0);
  const OwnedFd opens(inotify_init1(IN_CLOEXEC));
  CHECK(inotify_add_watch(opens.get(), journal.c_str(), IN_OPEN) >= 0);
  std::thread swapper([&] {
    char event[4096];
    if (read(opens.get(), event, sizeof event) > 0) rename(other.c_str(), path.c_str());
  });
  const SavefileRepair repair = RepairSavefile(path);
  swapper.join();
  CHECK(repair.was_torn);
  CHECK_EQ(repair.packets, uint64_t{2});
  CHECK(Contents(path) == PcapOf(20));
}

TEST(a_file_is_written_anew_from_what_was_opened_and_with_its_mode) {
  const Folder folder;
  const std::string path = folder.File("x"), other = folder.File("other");
  PutFile(path, PcapOf(3));
  PutFile(other, PcapOf(20));
  chmod(path.c_str(), 0600);
  chmod(other.c_str(), 0644);
  const OwnedFd fd(open(path.c_str(), O_RDWR | O_CLOEXEC));
  std::filesystem::rename(other, path);
  RewriteSavefile(fd, path, Compression::kZstd, PcapOf(3).size());
  CHECK_EQ(ReadWhole(path).packets.size(), size_t{3});
  struct stat status {};
  CHECK_EQ(stat(path.c_str(), &status), 0);
  CHECK_EQ(status.st_mode & 07777, mode_t{0600});
}

}  // namespace fandump::test
