// Slots: which flows move when members of a group leave, are killed, and come back.
#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <signal.h>

#include <atomic>
#include <map>
#include <memory>

#include "fanout/fanout.h"
#include "fanout/fanout_members.h"
#include "fanout/group_slots.h"
#include "fanout/steering_program.h"
#include "packet_testbed.h"
#include "tunnel_packets.h"

namespace fandump::test {

namespace {

constexpr uint16_t kFlows = 1000;
constexpr int kGroup = 9;

OwnedFd BoundSocket() {
  OwnedFd fd(OpenPacketSocket());
  const int room = 16 << 20;
  setsockopt(fd.get(), SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
  sockaddr_ll address{};
  address.sll_family = AF_PACKET;
  address.sll_protocol = htons(ETH_P_ALL);
  address.sll_ifindex = static_cast<int>(if_nametoindex("vb"));
  if (bind(fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) throw std::runtime_error("bind");
  return fd;
}

void Join(int fd, int mode) {
  FanoutOptions options;
  options.mode = mode;
  options.id = kGroup;
  options.interface = "vb";
  options.interface_index = static_cast<int>(if_nametoindex("vb"));
  JoinFanout(fd, options);
}

struct Member {
  OwnedFd fd;
  std::unique_ptr<GroupSlots> slots;
};

std::vector<int> SocketsOf(const std::vector<Member>& members) {
  std::vector<int> descriptors;
  for (const Member& member : members) descriptors.push_back(member.fd.get());
  return descriptors;
}

SlotOptions SlotOptionsFor(int fd, uint32_t slot, uint32_t size) {
  SlotOptions options;
  options.group = "test-" + std::to_string(kGroup);
  options.name = "vb";
  options.slot = slot;
  options.steering.group_size = size;
  options.join = [fd] { Join(fd, PACKET_FANOUT_CBPF); };
  options.interface_index = static_cast<int>(if_nametoindex("vb"));
  options.members = [] {
    std::vector<uint32_t> inodes;
    const auto members = ReadFanoutMembers();
    for (const FanoutMember& member : members.value()) inodes.push_back(member.inode);
    return inodes;
  };
  options.set = [](int own, const BpfProgram& program) { SetFanoutProgram(own, {program, ""}, "vb"); };
  return options;
}

std::unique_ptr<GroupSlots> TakeSlot(int fd, uint32_t slot, uint32_t size) {
  return std::make_unique<GroupSlots>(fd, SlotOptionsFor(fd, slot, size));
}

Member Open(uint32_t slot, uint32_t size) {
  Member member{BoundSocket(), nullptr};
  member.slots = TakeSlot(member.fd.get(), slot, size);
  return member;
}

FlowEnds Flow(uint16_t number) {
  return {0x0a000000u + number, 0xc0000201, static_cast<uint16_t>(30000 + number), 443, kProtocolTcp, false};
}

Bytes FlowInErm(const FlowEnds& flow) { return InUdp(kPortErm, ErmPayload(FlowFrame(flow))); }

// Sends a packet of every flow and tells by index of sockets who got it; -1: nobody here.
std::vector<int> WhoGets(FrameSender& sender, const std::vector<int>& sockets,
                         const std::function<Bytes(const FlowEnds&)>& make_frame = FlowInErm) {
  std::map<Bytes, uint16_t> flow_of;
  for (uint16_t number = 0; number < kFlows; number++) {
    const Bytes frame = make_frame(Flow(number));
    flow_of[frame] = number;
    sender.Send(frame);
  }
  std::vector<int> got(kFlows, -1);
  for (size_t i = 0; i < sockets.size(); i++) {
    // What an interface that went down has left would end the loop below.
    int error = 0;
    socklen_t error_length = sizeof error;
    getsockopt(sockets[i], SOL_SOCKET, SO_ERROR, &error, &error_length);
    uint8_t bytes[2048];
    for (ssize_t length; sockets[i] >= 0 && (length = recv(sockets[i], bytes, sizeof bytes, MSG_DONTWAIT)) > 0;) {
      const auto flow = flow_of.find(Bytes(bytes, bytes + length));
      if (flow != flow_of.end()) got[flow->second] = static_cast<int>(i);
    }
  }
  return got;
}

int Moved(const std::vector<int>& before, const std::vector<int>& after, int but_of) {
  int moved = 0;
  for (size_t i = 0; i < before.size(); i++) moved += before[i] != but_of && before[i] != after[i] ? 1 : 0;
  return moved;
}

void Settle() { std::this_thread::sleep_for(std::chrono::milliseconds(5 * kSlotCheckMs)); }

}  // namespace

TEST(slots_keep_their_flows_when_another_member_leaves_and_comes_back) {
  InNamespace([] {
    MakeVeth("va", "vb");
    FrameSender sender("va");
    std::vector<Member> members;
    for (const uint32_t slot : {2u, 0u, 3u, 1u}) members.push_back(Open(slot, 4));
    const std::vector<int> before = WhoGets(sender, SocketsOf(members));
    for (int i = 0; i < 4; i++) CHECK(std::count(before.begin(), before.end(), i) > kFlows / 4 * 3 / 4);

    members[1] = Member();
    Settle();
    const std::vector<int> without = WhoGets(sender, SocketsOf(members));
    CHECK_EQ(Moved(before, without, 1), 0);
    CHECK_EQ(std::count(without.begin(), without.end(), -1), 0);

    members[1] = Open(0, 4);
    CHECK_EQ(Moved(before, WhoGets(sender, SocketsOf(members)), -2), 0);
  });
}

TEST(slots_that_are_retired_get_nothing_while_their_member_is_still_there) {
  InNamespace([] {
    MakeVeth("va", "vb");
    FrameSender sender("va");
    std::vector<Member> members;
    for (const uint32_t slot : {0u, 1u, 2u}) members.push_back(Open(slot, 3));
    members[0].slots->Retire();
    const std::vector<int> got = WhoGets(sender, SocketsOf(members));
    CHECK_EQ(std::count(got.begin(), got.end(), 0), 0);
    CHECK_EQ(std::count(got.begin(), got.end(), -1), 0);
  });
}

TEST(slots_that_were_retired_get_their_flows_again_when_they_are_taken_again) {
  InNamespace([] {
    MakeVeth("va", "vb");
    FrameSender sender("va");
    std::vector<Member> members;
    for (const uint32_t slot : {0u, 1u, 2u}) members.push_back(Open(slot, 3));
    const std::vector<int> before = WhoGets(sender, SocketsOf(members));
    members[0].slots->Retire();
    members[0] = Member();
    Settle();
    members[0] = Open(0, 3);
    const std::vector<int> after = WhoGets(sender, SocketsOf(members));
    CHECK(std::count(before.begin(), before.end(), 0) > 0);
    CHECK_EQ(Moved(before, after, -2), 0);
  });
}

TEST(slots_of_a_killed_process_go_to_the_others_and_back) {
  InNamespace([] {
    MakeVeth("va", "vb");
    FrameSender sender("va");
    int ready[2];
    if (pipe(ready) != 0) throw std::runtime_error("pipe");
    // Before any thread of this process starts.
    const pid_t child = fork();
    if (child == 0) {
      const Member first = Open(0, 3);
      if (write(ready[1], "x", 1) != 1) _exit(1);
      pause();
    }
    char byte = 0;
    CHECK(read(ready[0], &byte, 1) == 1);
    std::vector<Member> members;
    for (const uint32_t slot : {1u, 2u}) members.push_back(Open(slot, 3));
    const std::vector<int> before = WhoGets(sender, {-1, members[0].fd.get(), members[1].fd.get()});
    CHECK(std::count(before.begin(), before.end(), -1) > kFlows / 5);

    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    Settle();
    const std::vector<int> after = WhoGets(sender, {-1, members[0].fd.get(), members[1].fd.get()});
    CHECK_EQ(Moved(before, after, -1), 0);
    CHECK_EQ(std::count(after.begin(), after.end(), -1), 0);

    const Member again = Open(0, 3);
    const std::vector<int> back = WhoGets(sender, {again.fd.get(), members[0].fd.get(), members[1].fd.get()});
    for (size_t flow = 0; flow < back.size(); flow++) CHECK_EQ(back[flow], std::max(before[flow], 0));
  });
}

TEST(slots_by_the_kernels_hash_would_move_many_flows) {
  InNamespace([] {
    MakeVeth("va", "vb");
    FrameSender sender("va");
    std::vector<OwnedFd> members;
    for (int i = 0; i < 4; i++) {
      members.push_back(BoundSocket());
      Join(members.back().get(), PACKET_FANOUT_HASH);
    }
    const auto who = [&] {
      std::vector<int> sockets;
      for (const OwnedFd& member : members) sockets.push_back(member.get());
      return WhoGets(sender, sockets, FlowFrame);
    };
    const std::vector<int> before = who();
    members[1] = BoundSocket();
    Join(members[1].get(), PACKET_FANOUT_HASH);
    const std::vector<int> restarted = who();
    CHECK(Moved(before, restarted, -2) > kFlows * 30 / 100);
    Run("ip link set vb down && ip link set vb up");
    CHECK(Moved(restarted, who(), -2) > kFlows * 30 / 100);
  });
}

TEST(slots_keep_their_flows_when_the_interface_goes_down_and_up) {
  InNamespace([] {
    MakeVeth("va", "vb");
    FrameSender sender("va");
    std::vector<Member> members;
    for (const uint32_t slot : {2u, 0u, 3u, 1u}) members.push_back(Open(slot, 4));
    // Places and ages of the members differ from here on.
    members[1] = Member();
    members[1] = Open(0, 4);
    const auto who = [&] {
      std::vector<int> sockets;
      for (const Member& member : members) sockets.push_back(member.fd.get());
      return WhoGets(sender, sockets);
    };
    const std::vector<int> before = who();
    for (int time = 0; time < 3; time++) {
      Run("ip link set vb down && ip link set vb up");
      Settle();
      CHECK_EQ(Moved(before, who(), -2), 0);
    }
    // A member that leaves while the interface is down is in no place to be filled.
    Run("ip link set vb down");
    members[0] = Member();
    Run("ip link set vb up");
    Settle();
    const std::vector<int> without = who();
    CHECK_EQ(Moved(before, without, 0), 0);
    CHECK_EQ(std::count(without.begin(), without.end(), -1), 0);
    members[0] = Open(2, 4);
    CHECK_EQ(Moved(before, who(), -2), 0);
  });
}

TEST(slots_keep_their_flows_when_sockets_join_in_another_order_than_they_were_made) {
  InNamespace([] {
    MakeVeth("va", "vb");
    FrameSender sender("va");
    std::vector<Member> members(3);
    std::vector<int> sockets;
    for (Member& member : members) {
      member.fd = BoundSocket();
      sockets.push_back(member.fd.get());
    }
    for (const uint32_t slot : {2u, 0u, 1u}) members[slot].slots = TakeSlot(sockets[slot], slot, 3);
    const std::vector<int> before = WhoGets(sender, sockets);
    Run("ip link set vb down && ip link set vb up");
    Settle();
    CHECK_EQ(Moved(before, WhoGets(sender, sockets), -2), 0);
  });
}

TEST(slots_are_refused_when_taken_or_when_the_group_has_members_without_one) {
  InNamespace([] {
    MakeVeth("va", "vb");
    const Member first = Open(0, 2);
    CHECK_EQ(ErrorCodeOf([] { Open(0, 2); }), std::string("ESLOT_TAKEN"));
    const OwnedFd other = BoundSocket();
    Join(other.get(), PACKET_FANOUT_CBPF);
    std::string message;
    CHECK_EQ(ErrorCodeOf([] { Open(1, 2); }, &message), std::string("ESLOT_GROUP"));
    CHECK(Contains(message, "2 members"));
  });
}

TEST(slots_are_programmed_again_after_an_error_that_nobody_expects) {
  InNamespace([] {
    MakeVeth("va", "vb");
    std::atomic<int> calls{0};
    std::atomic<bool> fails{false};
    const OwnedFd fd = BoundSocket();
    SlotOptions options = SlotOptionsFor(fd.get(), 0, 2);
    options.set = [&](int own, const BpfProgram& program) {
      calls++;
      if (fails.load()) throw std::bad_alloc();
      SetFanoutProgram(own, {program, ""}, "vb");
    };
    const GroupSlots slots(fd.get(), std::move(options));
    fails.store(true);
    // A link that comes up lines the members up anew, which makes another program necessary.
    Run("ip link set vb down && ip link set vb up");
    Settle();
    CHECK(calls.load() > 2);
    fails.store(false);
    Settle();
    const int until_done = calls.load();
    Settle();
    CHECK_EQ(calls.load(), until_done);
  });
}

}  // namespace fandump::test
