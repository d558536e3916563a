// Which member of a group has which slot, and in which order the kernel holds the members: shared by the processes of a
// group through a file in memory. A slot is held by a lock on a byte of the file (group_file.h).
// The kernel has two orders: the array that a program chooses from, and the age of the sockets, by which it fills that
// array anew when the interface comes up again (packet_notifier in net/packet/af_packet.c).
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "owned_fd.h"

namespace fandump {

class SlotTable {
 public:
  // group: what tells this group from others of the network namespace, as "packet-7"; part of a file name.
  // Throws CaptureError ESLOT_FILE.
  SlotTable(const std::string& group, uint32_t group_size);
  ~SlotTable();
  SlotTable(const SlotTable&) = delete;
  SlotTable& operator=(const SlotTable&) = delete;

  // While one lives, no other process and no other thread looks at the table or changes it. All that follows is called
  // under a Guard.
  class Guard {
   public:
    explicit Guard(SlotTable& table) : table_(table) { table_.Lock(); }
    ~Guard() { table_.Unlock(); }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;

   private:
    SlotTable& table_;
  };

  // Takes the slot; false: a living process has it. Given back by the destructor.
  bool Take(uint32_t slot);
  // Notes that the slot's member, whose socket has this inode, is now the last of the array. oldest_first: inodes of
  // all members' sockets; where one is missing it counts as younger.
  void Append(uint32_t slot, uint32_t inode, const std::vector<uint32_t>& oldest_first);
  // Notes that the slot's member has left: the kernel moves the last member to its place (__fanout_unlink in
  // net/packet/af_packet.c, reuseport_detach_sock in net/core/sock_reuseport.c).
  void Remove(uint32_t slot);
  // Notes that the slot is to get nothing any more, though its member is still there.
  void Retire(uint32_t slot);
  // Removes the members whose process has ended.
  void RemoveDead();
  // Notes that the interface has come up again: the array is in the order of age now.
  void LineUpByAge();
  // How many of these events the table has followed; any number to begin with.
  uint32_t link_ups() const;
  void SetLinkUps(uint32_t count);
  uint32_t member_count() const;
  // The members' place by slot, for SteeringOptions::slots.
  std::vector<int> Places() const;
  // Whether the kernel has a program for the table as it is; SetProgrammed() says that it has now.
  bool programmed() const;
  void SetProgrammed();

 private:
  struct Content;
  void Lock();
  void Unlock();
  bool IsHeld(uint32_t slot) const;
  void Changed();

  // The locks of a file do not know the threads of a process from each other.
  std::mutex mutex_;
  OwnedFd fd_;
  Content* content_ = nullptr;
  uint32_t own_slot_ = 0;
  bool has_slot_ = false;
};

}  // namespace fandump
