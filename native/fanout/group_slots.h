// A member's own slot in a group: the flows that go to it stay with it when other members come and go, and come back to
// it when it is started again.
// The kernel keeps the members of a group in an array, and when one leaves it puts the last into the gap. So a program
// that returns places would move other members' flows. Here the program maps slots to places; whoever notices a change
// gives the group a new program (any member may): a leaving one at once, a survivor of one that was killed within
// kSlotCheckMs, and the first who hears of it when the interface has come up again.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "fanout/link_ups.h"
#include "fanout/slot_table.h"
#include "fanout/steering.h"

namespace fandump {

constexpr int kSlotCheckMs = 20;

struct SlotOptions {
  std::string group;  // see SlotTable
  std::string name;   // of the source, for messages
  uint32_t slot = 0;  // below steering.group_size
  SteeringOptions steering;
  // Whose members the kernel lines up anew when it comes up; 0: no interface does that to the group.
  int interface_index = 0;
  std::function<void()> join;                          // puts the socket into the group, as the last member
  std::function<void(int fd, const BpfProgram&)> set;  // gives the group a program
  // Inodes of the sockets that the kernel has in the group, the oldest first; nothing: it does not tell.
  std::function<std::optional<std::vector<uint32_t>>()> members;
};

class GroupSlots {
 public:
  // Takes the slot, joins, and gives the group the program for all members. fd: the socket.
  // Throws CaptureError ESLOT_TAKEN, ESLOT_GROUP (the group has members without a slot), ESLOT_FILE, ESLOT_LINK,
  // ETHREAD, and what join and set throw.
  GroupSlots(int fd, SlotOptions options);
  // Leaves: the socket is closed here when nobody else holds its descriptor, and the others' places are put right.
  ~GroupSlots();
  GroupSlots(const GroupSlots&) = delete;
  GroupSlots& operator=(const GroupSlots&) = delete;

  // From now on the other members get this slot's flows, while the socket is still a member. Any thread.
  void Retire();

 private:
  void Join();
  void WaitForKernel();
  // Under a Guard: what has happened to the interface since the last call gets into the table.
  void FollowLink();
  void Program();
  void Watch();

  SlotOptions options_;
  SlotTable table_;
  uint32_t link_ups_ = 0;  // that the table had followed when we last looked
  std::optional<LinkUps> link_;
  OwnedFd fd_;
  std::atomic<bool> stop_{false};
  std::thread watcher_;
};

}  // namespace fandump
