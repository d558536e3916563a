#include "fanout/slot_table.h"

#include <fcntl.h>
#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <climits>
#include <ctime>
#include <system_error>

#include "fanout/steering.h"
#include "types.h"

namespace fandump {

// Another layout gets another number, and with it another file.
struct SlotTable::Content {
  std::atomic<uint32_t> generation;  // raised by every change; what waiting members sleep on
  std::atomic<uint32_t> programmed;  // the generation that the kernel's program is for
  uint32_t members;
  uint16_t slot_of_place[kMaxGroupSize];
  uint8_t retired[kMaxGroupSize];
};

namespace {

constexpr const char* kFolder = "/dev/shm/fandump-slots-1-";
constexpr off_t kMutexByte = 0;
constexpr off_t kFirstSlotByte = 4096;

std::string ErrnoText(int error) { return std::generic_category().message(error); }

// Groups are known by number within a network namespace.
std::string FileName(const std::string& group) {
  struct stat status{};
  stat("/proc/self/ns/net", &status);
  return kFolder + std::to_string(status.st_ino) + "-" + group;
}

struct flock Range(short type, off_t start) {
  struct flock range{};
  range.l_type = type;
  range.l_whence = SEEK_SET;
  range.l_start = start;
  range.l_len = 1;
  return range;
}

[[noreturn]] void Fail(const std::string& path, const std::string& why, int error) {
  throw CaptureError("ESLOT_FILE", "opening the table of slots " + path + ": " + why, error,
                     error == EACCES ? "members with slots run as one user" : "");
}

}  // namespace

SlotTable::SlotTable(const std::string& group, uint32_t group_size) {
  const std::string path = FileName(group + "-" + std::to_string(group_size));
  fd_ = OwnedFd(open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (!fd_) Fail(path, ErrnoText(errno), errno);
  struct stat status{};
  if (fstat(fd_.get(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_uid != geteuid()) {
    Fail(path, "it belongs to another user", EACCES);
  }
  if (ftruncate(fd_.get(), sizeof(Content)) != 0) Fail(path, ErrnoText(errno), errno);
  void* const mapping = mmap(nullptr, sizeof(Content), PROT_READ | PROT_WRITE, MAP_SHARED, fd_.get(), 0);
  if (mapping == MAP_FAILED) Fail(path, ErrnoText(errno), errno);
  content_ = static_cast<Content*>(mapping);
}

SlotTable::~SlotTable() { munmap(content_, sizeof(Content)); }

void SlotTable::Lock() {
  struct flock range = Range(F_WRLCK, kMutexByte);
  while (fcntl(fd_.get(), F_OFD_SETLKW, &range) != 0 && errno == EINTR) continue;
  // What an earlier version or a damaged file may hold must not lead outside of the arrays.
  content_->members = std::min(content_->members, kMaxGroupSize);
}

void SlotTable::Unlock() {
  struct flock range = Range(F_UNLCK, kMutexByte);
  fcntl(fd_.get(), F_OFD_SETLK, &range);
}

bool SlotTable::Take(uint32_t slot) {
  struct flock range = Range(F_WRLCK, kFirstSlotByte + static_cast<off_t>(slot));
  if (fcntl(fd_.get(), F_OFD_SETLK, &range) != 0) return false;
  own_slot_ = slot;
  has_slot_ = true;
  return true;
}

bool SlotTable::IsHeld(uint32_t slot) const {
  if (has_slot_ && slot == own_slot_) return true;
  struct flock range = Range(F_WRLCK, kFirstSlotByte + static_cast<off_t>(slot));
  return fcntl(fd_.get(), F_OFD_GETLK, &range) != 0 || range.l_type != F_UNLCK;
}

void SlotTable::Append(uint32_t slot) {
  if (content_->members >= kMaxGroupSize) return;
  content_->slot_of_place[content_->members++] = static_cast<uint16_t>(slot);
  content_->retired[slot % kMaxGroupSize] = 0;
  Changed();
}

void SlotTable::Remove(uint32_t slot) {
  uint16_t* const end = content_->slot_of_place + content_->members;
  uint16_t* const place = std::find(content_->slot_of_place, end, slot);
  if (place == end) return;
  *place = end[-1];
  content_->members--;
  Changed();
}

void SlotTable::Retire(uint32_t slot) {
  content_->retired[slot % kMaxGroupSize] = 1;
  Changed();
}

bool SlotTable::RemoveDead() {
  bool removed = false;
  for (uint32_t place = 0; place < content_->members;) {
    const uint32_t slot = content_->slot_of_place[place];
    if (IsHeld(slot)) {
      place++;
    } else {
      Remove(slot);
      removed = true;
    }
  }
  return removed;
}

bool SlotTable::HasDead() const {
  const uint32_t members = std::min(content_->members, kMaxGroupSize);
  for (uint32_t place = 0; place < members; place++) {
    if (!IsHeld(content_->slot_of_place[place])) return true;
  }
  return false;
}

uint32_t SlotTable::member_count() const { return content_->members; }

std::vector<int> SlotTable::Places() const {
  std::vector<int> places(kMaxGroupSize, kVacantSlot);
  for (uint32_t place = 0; place < content_->members; place++) {
    const uint32_t slot = content_->slot_of_place[place];
    if (slot < kMaxGroupSize && content_->retired[slot] == 0) places[slot] = static_cast<int>(place);
  }
  return places;
}

bool SlotTable::programmed() const { return content_->programmed.load() == content_->generation.load(); }

void SlotTable::SetProgrammed() { content_->programmed.store(content_->generation.load()); }

void SlotTable::Changed() {
  content_->generation.fetch_add(1);
  syscall(SYS_futex, &content_->generation, FUTEX_WAKE, INT_MAX, nullptr, nullptr, 0);
}

void SlotTable::WaitForChange(int timeout_ms) const {
  const uint32_t seen = content_->generation.load();
  if (seen != content_->programmed.load()) return;
  const timespec timeout{timeout_ms / 1000, timeout_ms % 1000 * 1000000L};
  syscall(SYS_futex, &content_->generation, FUTEX_WAIT, seen, &timeout, nullptr, 0);
}

}  // namespace fandump
