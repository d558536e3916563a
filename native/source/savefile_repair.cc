#include "source/savefile_repair.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "owned_fd.h"
#include "source/savefile.h"

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

CaptureError Failure(const std::string& code, const std::string& path, int error) {
  return CaptureError(code, path + ": " + std::strerror(error), error);
}

// The descriptor comes last: until then the file is as torn as before.
bool Cut(const OwnedFd& fd, uint64_t kept_bytes, const CutFrameEnd& end) {
  const auto at = static_cast<off_t>(kept_bytes);
  if (ftruncate(fd.get(), at) != 0) return false;
  if (pwrite(fd.get(), end.mark.data(), end.mark.size(), at) != static_cast<ssize_t>(end.mark.size())) return false;
  return end.descriptor_at == 0 ||
         pwrite(fd.get(), &end.descriptor, 1, static_cast<off_t>(end.descriptor_at)) == 1;
}

}  // namespace

SavefileRepair RepairSavefile(const std::string& path) {
  const OwnedFd fd(open(path.c_str(), O_WRONLY | O_CLOEXEC));
  struct stat status {};
  if (!fd || fstat(fd.get(), &status) != 0) throw Failure("ESAVEFILE_OPEN", path, errno);
  if (!S_ISREG(status.st_mode)) throw Failure("ESAVEFILE_OPEN", path, EINVAL);

  SavefileRepair repair;
  SavefileSource source(path);
  source.Open();
  PacketBatch batch;
  bool is_torn = false;
  try {
    while (source.Receive(batch, 0) != ReceiveStatus::kEnd) repair.packets += batch.size;
  } catch (const CaptureError& error) {
    is_torn = error.code() == "ESAVEFILE_TRUNCATED" || error.code() == "ESAVEFILE_DAMAGED";
    if (!is_torn) throw;
  }
  const auto size = static_cast<uint64_t>(status.st_size);
  repair.kept_bytes = is_torn ? source.whole_offset() : size;
  repair.removed_bytes = size - repair.kept_bytes;
  if (repair.removed_bytes > kLongestTornTail) {
    throw CaptureError("ESAVEFILE_DAMAGED",
                       path + ": is damaged at byte " + std::to_string(repair.kept_bytes) + ", with " +
                           std::to_string(repair.removed_bytes) + " bytes behind it: not a torn end",
                       0, "fandump -r '" + path + "' -w FILE saves what comes before");
  }
  if (!is_torn && HasRoomBehind(status) && ftruncate(fd.get(), status.st_size) != 0) {
    throw Failure("ESAVEFILE_WRITE", path, errno);
  }
  if (is_torn && !Cut(fd, repair.kept_bytes, source.end_of_cut())) throw Failure("ESAVEFILE_WRITE", path, errno);
  return repair;
}

}  // namespace fandump
