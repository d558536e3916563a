#include "fanout/group_slots.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>

#include <cerrno>
#include <chrono>

#include "capture_thread.h"

namespace fandump {

namespace {

// A killed member's lock may be gone before its socket is; the kernel waits for packets under way in between.
constexpr int kSettleMs = 500;
constexpr int kSettleStepMs = 5;

uint32_t InodeOf(int fd) {
  struct stat status {};
  fstat(fd, &status);
  return static_cast<uint32_t>(status.st_ino);
}

}  // namespace

GroupSlots::GroupSlots(int fd, SlotOptions options)
    : options_(std::move(options)),
      table_(options_.group, options_.steering.group_size),
      fd_(fcntl(fd, F_DUPFD_CLOEXEC, 0)) {
  if (!fd_) throw CaptureError("ESLOT_GROUP", options_.name + ": no descriptor is left for the slot", errno);
  {
    const SlotTable::Guard guard(table_);
    link_ups_ = table_.link_ups();
  }
  if (options_.interface_index != 0) link_.emplace(options_.interface_index, options_.name);
  Join();
  watcher_ = StartThread("watches the slots of " + options_.name, [this] { Watch(); });
}

GroupSlots::~GroupSlots() {
  stop_.store(true);
  watcher_.join();
  const SlotTable::Guard guard(table_);
  FollowLink();
  // The kernel takes the member out of its array when the last descriptor is closed.
  fd_ = OwnedFd();
  table_.Remove(options_.slot);
}

void GroupSlots::Join() {
  const SlotTable::Guard guard(table_);
  if (!table_.Take(options_.slot)) {
    throw CaptureError(
        "ESLOT_TAKEN", options_.name + ": slot " + std::to_string(options_.slot) + " is held by another process", 0,
        "give each member a slot of its own, from slot=0 to slot=" + std::to_string(options_.steering.group_size - 1));
  }
  FollowLink();
  table_.RemoveDead();
  // Of an earlier life of this slot, where nobody was left to notice its end.
  table_.Remove(options_.slot);
  WaitForKernel();
  options_.join();
  table_.Append(options_.slot, InodeOf(fd_.get()), options_.members().value_or(std::vector<uint32_t>()));
  Program();
}

void GroupSlots::WaitForKernel() {
  size_t members = 0;
  for (int waited = 0; waited <= kSettleMs; waited += kSettleStepMs) {
    const auto inodes = options_.members();
    if (!inodes || inodes->size() == table_.member_count()) return;
    members = inodes->size();
    std::this_thread::sleep_for(std::chrono::milliseconds(kSettleStepMs));
  }
  throw CaptureError("ESLOT_GROUP",
                     options_.name + ": the group has " + std::to_string(members) + " members, and " +
                         std::to_string(table_.member_count()) + " of them have a slot of " +
                         std::to_string(options_.steering.group_size),
                     0, "give every member a slot and the same group_size, or take another group: fanout_id=NUMBER");
}

// Every member hears of the same events. One that the table has followed since we last looked is not to be followed
// once more: members may have left their places by now.
void GroupSlots::FollowLink() {
  const uint32_t heard = link_ ? link_->Take() : 0;
  if (table_.link_ups() - link_ups_ < heard) {
    table_.LineUpByAge();
    table_.SetLinkUps(link_ups_ + heard);
  }
  link_ups_ = table_.link_ups();
}

void GroupSlots::Program() {
  SteeringOptions steering = options_.steering;
  steering.slots = table_.Places();
  steering.slots.resize(steering.group_size, kVacantSlot);
  options_.set(fd_.get(), BuildSteeringProgram(steering));
  table_.SetProgrammed();
}

void GroupSlots::Retire() {
  const SlotTable::Guard guard(table_);
  FollowLink();
  table_.Retire(options_.slot);
  try {
    Program();
  } catch (const CaptureError&) {
    // The member that leaves cannot do better; the others try again as soon as they look.
  }
}

void GroupSlots::Watch() {
  while (!stop_.load()) {
    pollfd event{link_ ? link_->fd() : -1, POLLIN, 0};
    poll(&event, 1, kSlotCheckMs);
    if (stop_.load()) break;
    const SlotTable::Guard guard(table_);
    FollowLink();
    table_.RemoveDead();
    if (table_.programmed()) continue;
    // Refused for want of memory, say: the table still says that it is not programmed, so it is tried again.
    RunGuarded(
        "programming the group", [this] { Program(); }, [](const CaptureError&) {});
  }
}

}  // namespace fandump
