// A disk that fails in the middle: the kernel is made to answer a child process's writes to the savefile as it would.
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>

#include "check.h"
#include "savefile_builder.h"
#include "sink/savefile_record.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

// The descriptor that this process has of a file; -1: none.
int DescriptorOf(const std::string& path) {
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    std::error_code error;
    if (std::filesystem::read_symlink(entry.path(), error) == path) return std::stoi(entry.path().filename());
  }
  return -1;
}

// From now on and in every thread, the call with this descriptor as its first argument ends in error. false: the system
// takes no such program.
bool FailCall(uint32_t call, int fd, int error) {
  sock_filter program[] = {
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)},
      {BPF_JMP | BPF_JEQ | BPF_K, 0, 3, call},
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, args)},
      {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, static_cast<uint32_t>(fd)},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | static_cast<uint32_t>(error)},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
  };
  const sock_fprog filter{sizeof program / sizeof program[0], program};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &filter) == 0;
}

struct Failure {
  bool is_refused;  // no such program
  char code[32];
  char message[512];
  char hint[64];
  uint64_t written;
};

void Copy(const std::string& text, char* to, size_t size) { strncpy(to, text.c_str(), size - 1); }

constexpr int kPacketsBefore = 5000;
constexpr size_t kPacketBytes = 1000;

void WriteUntilFailure(SavefileOptions options, uint32_t call, int error, Failure& failure) {
  const std::string path = options.path;
  const bool uncached = options.uncached;
  SavefileSink sink(std::move(options));
  try {
    sink.Open();
    std::vector<uint8_t> bytes(kPacketBytes, 7);
    const PacketView packet = View(bytes);
    for (int i = 0; i < kPacketsBefore; i++) sink.Consume(&packet, 1);
    sink.Idle();
    while (sink.written() < kPacketsBefore) usleep(1000);
    // Past the page cache the last part of a block follows later.
    constexpr size_t kRecords = kPacketsBefore * (sizeof(PcapRecordHeader) + kPacketBytes);
    while (uncached && std::filesystem::file_size(path) < sizeof(PcapFileHeader) + kRecords) usleep(1000);
    failure.is_refused = !FailCall(call, DescriptorOf(path), error);
    if (failure.is_refused) return;
    for (int i = 0; i < kPacketsBefore; i++) sink.Consume(&packet, 1);
    sink.Finish();
  } catch (const CaptureError& caught) {
    Copy(caught.code(), failure.code, sizeof failure.code);
    Copy(caught.what(), failure.message, sizeof failure.message);
    Copy(caught.hint(), failure.hint, sizeof failure.hint);
  }
  failure.written = sink.written();
}

// In a process of its own, which the program of FailCall ends with.
Failure FailureInChild(const SavefileOptions& options, uint32_t call, int error) {
  void* const memory = mmap(nullptr, sizeof(Failure), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) Skip("no memory can be shared");
  auto& shared = *static_cast<Failure*>(memory);
  const pid_t child = fork();
  if (child == 0) {
    WriteUntilFailure(options, call, error, shared);
    _exit(0);
  }
  int status = 0;
  CHECK_EQ(waitpid(child, &status, 0), child);
  CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  const Failure failure = shared;
  munmap(memory, sizeof(Failure));
  if (failure.is_refused) Skip("system calls cannot be made to fail here");
  return failure;
}

}  // namespace

TEST(a_write_that_the_disk_refuses_ends_the_file_with_its_last_packet) {
  SkipUnderThreadSanitizer();
  for (const int error : {EIO, EROFS}) {
    for (const bool uncached : {false, true}) {
      const Folder folder;
      SavefileOptions options = OptionsFor(folder.File("x"));
      options.uncached = uncached;
      const Failure failure = FailureInChild(options, SYS_write, error);
      CHECK_EQ(std::string(failure.code), std::string("ESAVEFILE_WRITE"));
      CHECK_EQ(std::string(failure.message), "writing " + options.path + ": " + std::strerror(error) + " (" +
                                                 std::to_string(failure.written) + " packets are safe)");
      CHECK_EQ(std::string(failure.hint), std::string("dmesg | tail"));
      CHECK_EQ(failure.written, uint64_t{kPacketsBefore});
      const ReadResult result = ReadWhole(options.path);
      CHECK_EQ(result.error, std::string(""));
      CHECK_EQ(result.packets.size(), size_t{kPacketsBefore});
    }
  }
}

TEST(a_compressed_file_whose_write_the_disk_refuses_can_be_read_up_to_there) {
  SkipUnderThreadSanitizer();
  for (const Compression method : {Compression::kZstd, Compression::kGzip, Compression::kLz4}) {
    const Folder folder;
    SavefileOptions options = OptionsFor(folder.File("x"));
    options.compression = {method, 1, 1};
    const Failure failure = FailureInChild(options, SYS_write, EIO);
    CHECK_EQ(std::string(failure.code), std::string("ESAVEFILE_WRITE"));
    CHECK_EQ(ReadWhole(options.path).packets.size(), size_t{kPacketsBefore});
  }
}

TEST(a_sync_that_the_disk_refuses_is_told_of) {
  SkipUnderThreadSanitizer();
  const Folder folder;
  SavefileOptions options = OptionsFor(folder.File("x"));
  options.sync_seconds = 1;
  const Failure failure = FailureInChild(options, SYS_fdatasync, EIO);
  CHECK_EQ(std::string(failure.code), std::string("ESAVEFILE_WRITE"));
  CHECK(std::string(failure.message).find("Input/output error") != std::string::npos);
}

TEST(a_disk_that_refuses_what_it_had_taken_before_is_told_of_though_nobody_asks_for_a_sync) {
  SkipUnderThreadSanitizer();
  const Folder folder;
  const Failure failure = FailureInChild(OptionsFor(folder.File("x")), SYS_close, EIO);
  CHECK_EQ(std::string(failure.code), std::string("ESAVEFILE_WRITE"));
}

}  // namespace fandump::test
