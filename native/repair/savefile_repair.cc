#include "repair/savefile_repair.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>

#include "file_open_error.h"
#include "owned_fd.h"
#include "repair/file_patch.h"
#include "repair/frame_end.h"
#include "repair/savefile_rewrite.h"
#include "source/savefile.h"
#include "source/savefile_magic.h"

namespace fandump {
namespace {

// What one write of a savefile's writer may have left behind. Damage with more behind it is of another kind.
constexpr uint64_t kLongestTornTail = uint64_t{4} << 20;

// Room that the writer had set aside behind the file's end, and could not give back any more. What file systems round
// up is less.
bool HasRoomBehind(const struct stat& status) {
  constexpr int64_t kStatBlock = 512, kRoundedUp = int64_t{1} << 20;
  return int64_t{status.st_blocks} * kStatBlock > int64_t{status.st_size} + kRoundedUp;
}

// Where the file really lies: what is beside it, and takes its place, must be there.
std::string PathWithoutLinks(const std::string& path) {
  const std::unique_ptr<char, decltype(&free)> real(realpath(path.c_str(), nullptr), free);
  if (!real) throw OpenForReadingError(path, errno);
  return real.get();
}

// What reading the file to its end, or to where it is torn, has shown.
struct Reading {
  uint64_t packets = 0;
  std::string error;  // its code; empty: the file is whole
};

Reading ReadToEnd(SavefileSource& source) {
  source.KeepDecoded();
  try {
    source.Open();
  } catch (const CaptureError& error) {
    if (error.code() != "ESAVEFILE_TRUNCATED") throw;
    // Without the hint to do what is being done.
    throw CaptureError(error.code(), error.what());
  }
  Reading reading;
  PacketBatch batch;
  try {
    while (source.Receive(batch, 0) != ReceiveStatus::kEnd) reading.packets += batch.size;
  } catch (const CaptureError& error) {
    if (error.code() != "ESAVEFILE_TRUNCATED" && error.code() != "ESAVEFILE_DAMAGED") throw;
    reading.error = error.code();
  }
  return reading;
}

// A compressed file that ends too early may be one frame of any size, and no harm is done to what is before; of damage
// nobody knows what was behind it.
void RequireTornEnd(const std::string& path, const SavefileBuffer& buffer, const Reading& reading, uint64_t size) {
  if (buffer.is_compressed() && reading.error == "ESAVEFILE_TRUNCATED") return;
  const uint64_t at = buffer.is_compressed() ? buffer.compressed_offset() : buffer.taken_offset();
  if (size - at <= kLongestTornTail) return;
  throw CaptureError("ESAVEFILE_DAMAGED",
                     path + ": is damaged at byte " + std::to_string(at) + ", with " + std::to_string(size - at) +
                         " bytes behind it: not a torn end",
                     0, "fandump -r '" + path + "' -w FILE saves what comes before");
}

// By its first frame that is not to be skipped.
Compression MethodOf(const OwnedFd& fd, const std::string& path) {
  std::array<uint8_t, kSkippableHeaderLength> start{};
  for (off_t at = 0;; at += static_cast<off_t>(start.size() + ReadLittle32(&start[kSavefileMagicLength]))) {
    if (pread(fd.get(), start.data(), start.size(), at) <= 0) throw OpenForReadingError(path, errno);
    if (!IsSkippableFrame(start.data())) break;
  }
  constexpr uint8_t kGzip = 0x1f, kZstd = 0x28;
  if (start[0] == kGzip) return Compression::kGzip;
  return start[0] == kZstd ? Compression::kZstd : Compression::kLz4;
}

void MendCompressed(const OwnedFd& fd, PatchedFile& file, const std::string& path, const SavefileBuffer& buffer) {
  const Compression method = MethodOf(fd, path);
  const FrameBorder& border = buffer.border();
  const auto rest = buffer.behind_border();
  if (border.decompressed > 0 && rest) {
    if (const auto end = EndFrame(method, border, *rest)) {
      return file.Apply({border.compressed, end->tail, border.frame.at, end->header}, rest->empty());
    }
  }
  RewriteSavefile(fd, path, method, buffer.taken_offset());
}

}  // namespace

SavefileRepair RepairSavefile(const std::string& path) {
  const std::string real_path = PathWithoutLinks(path);
  const OwnedFd fd(open(real_path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (!fd || fstat(fd.get(), &status) != 0) throw OpenForReadingError(path, errno);
  if (!S_ISREG(status.st_mode)) throw OpenForReadingError(path, EINVAL);
  if (flock(fd.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    // Those who write share it.
    const bool is_written = flock(fd.get(), LOCK_SH | LOCK_NB) == 0;
    const std::string why = is_written ? ": is still being written" : ": is being repaired already";
    throw CaptureError("ESAVEFILE_BUSY", path + why, EWOULDBLOCK, is_written ? "fuser -v '" + path + "'" : "");
  }
  PatchedFile file(fd.get(), real_path);
  file.Resume();

  // What has the name meanwhile, others may have put there.
  SavefileSource source(AtItsStart(fd, path), path);
  const Reading reading = ReadToEnd(source);
  const SavefileBuffer& buffer = source.buffer();
  if (fstat(fd.get(), &status) != 0) throw OpenForReadingError(path, errno);
  const auto size = static_cast<uint64_t>(status.st_size);
  SavefileRepair repair{reading.packets, !reading.error.empty(), 0};
  if (!repair.was_torn) {
    if (HasRoomBehind(status) && ftruncate(fd.get(), status.st_size) != 0) throw RepairError(path, errno);
    return repair;
  }
  RequireTornEnd(path, buffer, reading, size);
  if (buffer.is_compressed()) {
    MendCompressed(fd, file, real_path, buffer);
  } else {
    repair.removed_bytes = size - buffer.taken_offset();
    if (ftruncate(fd.get(), static_cast<off_t>(buffer.taken_offset())) != 0) throw RepairError(path, errno);
  }
  return repair;
}

}  // namespace fandump
