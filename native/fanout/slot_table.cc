#include "fanout/slot_table.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "fanout/fanout.h"
#include "fanout/group_file.h"
#include "fanout/steering.h"
#include "types.h"

namespace fandump {

// Another layout gets another number in kFile, and with it another file.
struct SlotTable::Content {
  uint32_t generation;  // raised by every change
  uint32_t programmed;  // the generation that the kernel's program is for
  uint32_t link_ups;
  uint32_t members;
  uint16_t slot_of_place[kMaxGroupSize];
  uint16_t slot_of_age[kMaxGroupSize];
  uint32_t inode[kMaxGroupSize];   // by slot
  uint8_t retired[kMaxGroupSize];  // by slot
};

namespace {

constexpr const char* kFile = "slots-2";
constexpr off_t kMutexByte = 0;
constexpr off_t kFirstSlotByte = 4096;

std::string ErrnoText(int error) { return std::generic_category().message(error); }

[[noreturn]] void Fail(const std::string& path, const std::string& why, int error) {
  throw CaptureError("ESLOT_FILE", "opening the table of slots " + path + ": " + why, error,
                     error == EACCES ? "members with slots run as one user" : "");
}

}  // namespace

SlotTable::SlotTable(const std::string& group, uint32_t group_size) {
  GroupFile file = OpenGroupFile(kFile, group + "-" + std::to_string(group_size));
  const std::string& path = file.path;
  if (!file.fd) Fail(path, file.error == EACCES ? "it belongs to another user" : ErrnoText(file.error), file.error);
  fd_ = std::move(file.fd);
  if (ftruncate(fd_.get(), sizeof(Content)) != 0) Fail(path, ErrnoText(errno), errno);
  void* const mapping = mmap(nullptr, sizeof(Content), PROT_READ | PROT_WRITE, MAP_SHARED, fd_.get(), 0);
  if (mapping == MAP_FAILED) Fail(path, ErrnoText(errno), errno);
  content_ = static_cast<Content*>(mapping);
}

SlotTable::~SlotTable() { munmap(content_, sizeof(Content)); }

void SlotTable::Lock() {
  mutex_.lock();
  struct flock range = LockOf(F_WRLCK, kMutexByte);
  while (fcntl(fd_.get(), F_OFD_SETLKW, &range) != 0 && errno == EINTR) continue;
  // What an earlier version or a damaged file may hold must not lead outside of the arrays.
  content_->members = std::min(content_->members, kMaxGroupSize);
}

void SlotTable::Unlock() {
  struct flock range = LockOf(F_UNLCK, kMutexByte);
  fcntl(fd_.get(), F_OFD_SETLK, &range);
  mutex_.unlock();
}

bool SlotTable::Take(uint32_t slot) {
  struct flock range = LockOf(F_WRLCK, kFirstSlotByte + static_cast<off_t>(slot));
  if (fcntl(fd_.get(), F_OFD_SETLK, &range) != 0) return false;
  own_slot_ = slot;
  has_slot_ = true;
  return true;
}

bool SlotTable::IsHeld(uint32_t slot) const {
  if (has_slot_ && slot == own_slot_) return true;
  struct flock range = LockOf(F_WRLCK, kFirstSlotByte + static_cast<off_t>(slot));
  return fcntl(fd_.get(), F_OFD_GETLK, &range) != 0 || range.l_type != F_UNLCK;
}

void SlotTable::Append(uint32_t slot, uint32_t inode, const std::vector<uint32_t>& oldest_first) {
  if (content_->members >= kMaxGroupSize || slot >= kMaxGroupSize) return;
  const auto age = [&oldest_first](uint32_t of) { return std::find(oldest_first.begin(), oldest_first.end(), of); };
  uint16_t* const end = content_->slot_of_age + content_->members;
  uint16_t* const younger = std::find_if(content_->slot_of_age, end, [&](uint16_t other) {
    return age(content_->inode[other % kMaxGroupSize]) > age(inode);
  });
  std::copy_backward(younger, end, end + 1);
  *younger = static_cast<uint16_t>(slot);
  content_->slot_of_place[content_->members++] = static_cast<uint16_t>(slot);
  content_->inode[slot] = inode;
  content_->retired[slot] = 0;
  Changed();
}

void SlotTable::Remove(uint32_t slot) {
  uint16_t* const end = content_->slot_of_place + content_->members;
  uint16_t* const place = std::find(content_->slot_of_place, end, slot);
  if (place == end) return;
  *place = end[-1];
  uint16_t* const oldest_end = content_->slot_of_age + content_->members;
  uint16_t* const in_age = std::find(content_->slot_of_age, oldest_end, slot);
  if (in_age != oldest_end) std::copy(in_age + 1, oldest_end, in_age);
  content_->members--;
  Changed();
}

void SlotTable::Retire(uint32_t slot) {
  content_->retired[slot % kMaxGroupSize] = 1;
  Changed();
}

void SlotTable::RemoveDead() {
  for (uint32_t place = 0; place < content_->members;) {
    const uint32_t slot = content_->slot_of_place[place];
    if (IsHeld(slot)) {
      place++;
    } else {
      Remove(slot);
    }
  }
}

void SlotTable::LineUpByAge() {
  std::copy_n(content_->slot_of_age, content_->members, content_->slot_of_place);
  Changed();
}

uint32_t SlotTable::link_ups() const { return content_->link_ups; }

void SlotTable::SetLinkUps(uint32_t count) { content_->link_ups = count; }

uint32_t SlotTable::member_count() const { return content_->members; }

std::vector<int> SlotTable::Places() const {
  std::vector<int> places(kMaxGroupSize, kVacantSlot);
  for (uint32_t place = 0; place < content_->members; place++) {
    const uint32_t slot = content_->slot_of_place[place];
    if (slot < kMaxGroupSize && content_->retired[slot] == 0) places[slot] = static_cast<int>(place);
  }
  return places;
}

bool SlotTable::programmed() const { return content_->programmed == content_->generation; }

void SlotTable::SetProgrammed() { content_->programmed = content_->generation; }

void SlotTable::Changed() { content_->generation++; }

}  // namespace fandump
