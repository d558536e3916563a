// A repair that is interrupted, or that the disk refuses: the file has what it had, or the next repair mends it.
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <functional>

#include "check.h"
#include "repair/savefile_repair.h"
#include "savefile_builder.h"
#include "savefile_layouts.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

using Bytes = std::vector<uint8_t>;

// What the repair opens first is the savefile; what it opens to write beside it has another descriptor.
enum class Which { kSavefile, kOther };

// From now on the call with such a descriptor ends so. false: the system takes no such program.
bool MeddleWith(uint32_t call, Which which, int savefile, uint32_t action) {
  const uint8_t if_savefile = which == Which::kSavefile ? 0 : 1;
  sock_filter program[] = {
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)},
      {BPF_JMP | BPF_JEQ | BPF_K, 0, 3, call},
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, args)},
      {BPF_JMP | BPF_JEQ | BPF_K, if_savefile, static_cast<uint8_t>(1 - if_savefile), static_cast<uint32_t>(savefile)},
      {BPF_RET | BPF_K, 0, 0, action},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
  };
  const sock_fprog filter{sizeof program / sizeof program[0], program};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter) == 0;
}

enum class End { kDone, kFailed, kKilled };

// Repairs in a process of its own, which the program ends with.
End RepairInChild(const std::string& path, uint32_t call, Which which, uint32_t action) {
  constexpr int kFailed = 1, kRefused = 2;
  const pid_t child = fork();
  if (child == 0) {
    const int savefile = dup(STDERR_FILENO);
    close(savefile);
    if (!MeddleWith(call, which, savefile, action)) _exit(kRefused);
    try {
      RepairSavefile(path);
    } catch (const CaptureError& error) {
      _exit(error.code() == "ESAVEFILE_WRITE" ? kFailed : kRefused);
    }
    _exit(0);
  }
  int status = 0;
  CHECK_EQ(waitpid(child, &status, 0), child);
  if (WIFSIGNALED(status)) return End::kKilled;
  if (WEXITSTATUS(status) == kRefused) Skip("system calls cannot be made to fail here");
  return WEXITSTATUS(status) == 0 ? End::kDone : End::kFailed;
}

struct Torn {
  std::string path;
  Bytes bytes;
  size_t packets = 0;
};

Bytes TornFile(const Layout& layout) {
  Bytes bytes = layout.compress(BuffersOfSavefile(true));
  bytes.erase(bytes.end() - 3000, bytes.end());
  return bytes;
}

Torn PutInto(const Folder& folder, const Bytes& bytes) {
  Torn torn{folder.File("x"), bytes, 0};
  std::ofstream(torn.path, std::ios::binary)
      .write(reinterpret_cast<const char*>(torn.bytes.data()), static_cast<std::streamsize>(torn.bytes.size()));
  torn.packets = ReadWhole(torn.path).packets.size();
  return torn;
}

void CheckMended(const Torn& torn, const std::string& what) {
  const uint64_t told = RepairSavefile(torn.path).packets;
  const ReadResult result = ReadWhole(torn.path);
  if (told != torn.packets || result.packets.size() != torn.packets || !result.error.empty()) {
    Fail(__FILE__, __LINE__,
         what + ": " + std::to_string(torn.packets) + " packets before, " + std::to_string(told) + " told, " +
             std::to_string(result.packets.size()) + " after; " + result.error);
  }
}

constexpr uint32_t kCalls[] = {SYS_pwrite64, SYS_fsync,  SYS_ftruncate, SYS_fallocate,
                               SYS_unlink,   SYS_rename, SYS_fchmod};

// How many repairs of each kind of compressed file, with each call meddled with once for the savefile and once for
// others, ended like that; check looks at the folder before the next repair mends the file.
int CountMeddled(uint32_t action, End end, const std::function<void(const Folder&, const Torn&)>& check) {
  int count = 0;
  for (size_t i = 1; i < Layouts().size(); i += 2) {
    const Layout& layout = Layouts()[i];
    const Bytes bytes = TornFile(layout);
    for (const uint32_t call : kCalls) {
      for (const Which which : {Which::kSavefile, Which::kOther}) {
        const Folder folder;
        const Torn torn = PutInto(folder, bytes);
        if (RepairInChild(torn.path, call, which, action) == end) {
          count++;
          check(folder, torn);
        }
        CheckMended(torn, std::string(layout.name) + ", meddled with call " + std::to_string(call));
        CHECK(!std::filesystem::exists(torn.path + ".repair"));
      }
    }
  }
  return count;
}

}  // namespace

TEST(a_repair_that_is_killed_anywhere_has_lost_nothing) {
  SkipUnderThreadSanitizer();
  CHECK(CountMeddled(SECCOMP_RET_KILL_PROCESS, End::kKilled, [](const Folder&, const Torn&) {}) > 25);
}

TEST(a_repair_that_the_disk_refuses_has_lost_nothing) {
  SkipUnderThreadSanitizer();
  const int failed = CountMeddled(SECCOMP_RET_ERRNO | EIO, End::kFailed, [](const Folder& folder, const Torn& torn) {
    // Unless a file beside it knows more.
    if (folder.Names().size() == 1) CHECK_EQ(ReadWhole(torn.path).packets.size(), torn.packets);
  });
  CHECK(failed > 25);
}

TEST(on_a_full_disk_a_repair_leaves_the_file_as_it_was) {
  size_t refused = 0;
  for (const Layout& layout : Layouts()) {
    const SmallDisk disk(4);
    const Torn torn = PutInto(disk.folder(), TornFile(layout));
    const std::string ballast = disk.folder().File("ballast");
    std::ofstream(ballast) << std::string(size_t{4} << 20, 'x');
    std::string code, message;
    try {
      RepairSavefile(torn.path);
    } catch (const CaptureError& error) {
      code = error.code();
      message = error.what();
      CHECK_EQ(error.hint(), std::string("df -h"));
    }
    if (!code.empty()) {
      refused++;
      CHECK_EQ(code, std::string("ESAVEFILE_WRITE"));
      CHECK_EQ(message, "repairing " + torn.path + ": No space left on device; it is as it was");
      CHECK(Contents(torn.path) == torn.bytes);
    }
    CHECK_EQ(disk.folder().Names().size(), size_t{2});
    std::filesystem::remove(ballast);
    CheckMended(torn, layout.name);
  }
  CHECK(refused > 8);
}

// What comes back of the frame is longer than what is torn of it where the file ends soon behind a block.
TEST(a_repair_that_cannot_write_beside_the_file_leaves_no_room_set_aside_behind_it) {
  SkipUnderThreadSanitizer();
  const Bytes whole = Layouts()[7].compress(BuffersOfSavefile(true));
  for (size_t missing = 100'000; missing <= 200'000; missing += 3'000) {
    const SmallDisk disk(4);
    const Torn torn = PutInto(disk.folder(), Bytes(whole.begin(), whole.end() - static_cast<std::ptrdiff_t>(missing)));
    const auto blocks = [&torn] {
      struct stat status {};
      CHECK_EQ(stat(torn.path.c_str(), &status), 0);
      return status.st_blocks;
    };
    const auto before = blocks();
    CHECK(RepairInChild(torn.path, SYS_pwrite64, Which::kOther, SECCOMP_RET_ERRNO | EIO) == End::kFailed);
    CHECK_EQ(blocks(), before);
  }
}

TEST(what_lies_in_the_way_of_a_repair_stays) {
  const Folder folder;
  const Torn torn = PutInto(folder, TornFile(Layouts()[0]));
  std::ofstream(torn.path + ".repair") << "mine, and none of a repair's";
  std::string code;
  try {
    RepairSavefile(torn.path);
  } catch (const CaptureError& error) {
    code = error.code();
  }
  CHECK_EQ(code, std::string("ESAVEFILE_EXISTS"));
  CHECK_EQ(Contents(torn.path + ".repair").size(), size_t{28});
  CHECK(Contents(torn.path) == torn.bytes);
}

TEST(what_an_interrupted_repair_left_behind_is_not_done_to_another_file_of_its_name) {
  SkipUnderThreadSanitizer();
  const Folder folder;
  const Torn torn = PutInto(folder, TornFile(Layouts()[7]));
  CHECK(RepairInChild(torn.path, SYS_pwrite64, Which::kSavefile, SECCOMP_RET_KILL_PROCESS) == End::kKilled);
  CHECK(std::filesystem::exists(torn.path + ".repair"));
  const Torn other = PutInto(folder, TornFile(Layouts()[8]));
  std::string code;
  try {
    RepairSavefile(other.path);
  } catch (const CaptureError& error) {
    code = error.code();
  }
  CHECK_EQ(code, std::string("ESAVEFILE_EXISTS"));
  CHECK(Contents(other.path) == other.bytes);
}

}  // namespace fandump::test
