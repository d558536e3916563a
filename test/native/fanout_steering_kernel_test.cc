// Steering programs in the kernel: packet fanout groups on veth, UDP sockets that share a port.
#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <netinet/in.h>

#include <map>
#include <set>

#include "fanout/fanout.h"
#include "fanout/steering.h"
#include "fanout/steering_program.h"
#include "packet_testbed.h"
#include "tunnel_packets.h"

namespace fandump::test {

namespace {

constexpr uint16_t kFlows = 1000;
constexpr int kReceiveBuffer = 64 << 20;

FlowEnds Flow(uint16_t number) {
  return {0x0a000000u + number, 0xc0000201, static_cast<uint16_t>(32768 + number), 443, kProtocolTcp, false};
}

// Bare members of a fanout group: what counts here is which socket gets a frame.
class Group {
 public:
  Group(const std::string& interface, int size, int mode, const BpfProgram& program) {
    for (int i = 0; i < size; i++) {
      members_.emplace_back(OpenPacketSocket());
      const int fd = members_.back().get();
      setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &kReceiveBuffer, sizeof kReceiveBuffer);
      setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &kReceiveBuffer, sizeof kReceiveBuffer);
      sockaddr_ll address{};
      address.sll_family = AF_PACKET;
      address.sll_protocol = htons(ETH_P_ALL);
      address.sll_ifindex = static_cast<int>(if_nametoindex(interface.c_str()));
      if (bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) throw std::runtime_error("bind");
      FanoutOptions options;
      options.mode = mode;
      options.id = 7;
      options.interface = interface;
      options.interface_index = address.sll_ifindex;
      JoinFanout(fd, options);
      if (!program.empty()) SetFanoutProgram(fd, {program, ""}, interface);
    }
  }

  // The member that got the frame with these bytes at its end; every frame is unique there.
  std::map<Bytes, int> Drain() {
    std::map<Bytes, int> member_of;
    for (size_t i = 0; i < members_.size(); i++) {
      uint8_t bytes[2048];
      while (true) {
        const ssize_t length = recv(members_[i].get(), bytes, sizeof bytes, MSG_DONTWAIT);
        if (length <= 0) break;
        CHECK(member_of.emplace(Bytes(bytes, bytes + length), static_cast<int>(i)).second);
      }
    }
    return member_of;
  }

 private:
  std::vector<OwnedFd> members_;
};

// Sends both directions of every flow and returns how many flows each member got; a flow on two members is a failure.
std::vector<int> Share(FrameSender& sender, Group& group, size_t members, const TunnelKind& kind) {
  std::vector<std::pair<Bytes, Bytes>> frames;
  for (uint16_t number = 0; number < kFlows; number++) {
    frames.emplace_back(kind.frame(Flow(number)), kind.frame(Flow(number).Reversed()));
    sender.Send(frames.back().first);
    sender.Send(frames.back().second);
  }
  const std::map<Bytes, int> member_of = group.Drain();
  std::vector<int> flows(members);
  for (const auto& [forth, back] : frames) {
    const auto one = member_of.find(forth);
    const auto other = member_of.find(back);
    if (one == member_of.end() || other == member_of.end()) {
      Fail(__FILE__, __LINE__, kind.name + ": a frame was lost");
      return flows;
    }
    if (one->second != other->second) {
      Fail(__FILE__, __LINE__, kind.name + ": two directions of a flow on two members");
      return flows;
    }
    flows[static_cast<size_t>(one->second)]++;
  }
  return flows;
}

void CheckEven(const std::string& name, const std::vector<int>& flows) {
  const double share = static_cast<double>(kFlows) / static_cast<double>(flows.size());
  for (const int count : flows) {
    if (count >= share * 0.75 && count <= share * 1.25) continue;
    Fail(__FILE__, __LINE__,
         name + ": " + std::to_string(count) + " flows on a member, its share is " +
             std::to_string(static_cast<int>(share)));
  }
}

// How many members have got anything.
int MembersUsed(const std::vector<int>& flows) {
  int used = 0;
  for (const int count : flows) used += count > 0 ? 1 : 0;
  return used;
}

}  // namespace

TEST(steering_in_the_kernel_shares_inner_flows_evenly) {
  InNamespace([] {
    MakeVeth("va", "vb");
    FrameSender sender("va");
    const BpfProgram program = BuildSteeringProgram({});
    for (const size_t members : {2u, 4u, 8u}) {
      Group group("vb", static_cast<int>(members), PACKET_FANOUT_CBPF, program);
      for (const TunnelKind& kind : TunnelKinds()) {
        CheckEven(kind.name + " over " + std::to_string(members), Share(sender, group, members, kind));
      }
    }
  });
}

TEST(steering_by_the_kernels_hash_gives_a_mirrors_feed_to_one_member) {
  InNamespace([] {
    MakeVeth("va", "vb");
    FrameSender sender("va");
    Group group("vb", 4, PACKET_FANOUT_HASH, {});
    for (const TunnelKind& kind : TunnelKinds()) {
      const bool seen_through = kind.name == "gre" || kind.name == "erspan I";
      if (!seen_through) CHECK_EQ(MembersUsed(Share(sender, group, 4, kind)), 1);
    }
  });
}

TEST(steering_sees_the_same_flow_with_outer_tags_and_in_what_the_host_sends) {
  InNamespace([] {
    MakeVeth("va", "vb");
    FrameSender sender("va");
    const BpfProgram program = BuildSteeringProgram({});
    Group received("vb", 4, PACKET_FANOUT_CBPF, program);
    for (uint16_t number = 0; number < 50; number++) {
      const Bytes plain = InUdp(kPortErm, ErmPayload(FlowFrame(Flow(number))));
      std::set<int> members;
      for (const Bytes& frame : {plain, Tagged(plain, 5), Tagged(Tagged(plain, 5), 6, kEtherTypeServiceVlan)}) {
        sender.Send(frame);
        for (const auto& [bytes, member] : received.Drain()) members.insert(member);
      }
      CHECK_EQ(members.size(), 1u);
    }
  });
  InNamespace([] {
    MakeVeth("va", "vb");
    FrameSender sender("va");
    // On the sending side the kernel shows the Ethernet header first.
    setsockopt(sender.fd(), SOL_PACKET, PACKET_QDISC_BYPASS, "\0\0\0", 4);
    Group sent("va", 4, PACKET_FANOUT_CBPF, BuildSteeringProgram({}));
    for (const TunnelKind& kind : TunnelKinds()) CheckEven(kind.name + " sent", Share(sender, sent, 4, kind));
  });
}

TEST(steering_of_udp_sockets_shares_inner_flows_evenly) {
  InNamespace([] {
    struct Payload {
      Encapsulation encapsulation;
      Bytes (*build)(const FlowEnds&);
    };
    const Payload payloads[] = {
        {kEncapVxlan, [](const FlowEnds& flow) { return VxlanPayload(FlowFrame(flow)); }},
        {kEncapGeneve,
         [](const FlowEnds& flow) { return GenevePayload(kEtherTypeBridged, FlowFrame(flow), Bytes(8, 1)); }},
        {kEncapErm, [](const FlowEnds& flow) { return ErmPayload(FlowFrame(flow)); }},
        {kEncapTzsp, [](const FlowEnds& flow) { return TzspPayload(FlowFrame(flow)); }},
        {kEncapSkip, [](const FlowEnds& flow) { return Join(Bytes(12), FlowFrame(flow)); }},
    };
    uint16_t port = 20000;
    for (const Payload& payload : payloads) {
      for (const uint32_t size : {2u, 4u, 8u}) {
        port++;
        SteeringOptions options;
        options.start = SteeringStart::kDatagram;
        options.encapsulation = payload.encapsulation;
        options.skip = payload.encapsulation == kEncapSkip ? 12 : 0;
        options.group_size = size;
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        std::vector<OwnedFd> members;
        for (uint32_t i = 0; i < size; i++) {
          members.emplace_back(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
          const int on = 1;
          setsockopt(members[i].get(), SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
          setsockopt(members[i].get(), SOL_SOCKET, SO_RCVBUF, &kReceiveBuffer, sizeof kReceiveBuffer);
          if (bind(members[i].get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
            throw std::runtime_error("bind");
          }
          SetReuseportProgram(members[i].get(), {BuildSteeringProgram(options), ""}, "udp");
        }
        const OwnedFd sender(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
        if (connect(sender.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
          throw std::runtime_error("connect");
        }
        std::vector<int> flows(size);
        for (uint16_t number = 0; number < kFlows; number++) {
          std::set<uint32_t> got;
          for (const FlowEnds& flow : {Flow(number), Flow(number).Reversed()}) {
            const Bytes bytes = payload.build(flow);
            send(sender.get(), bytes.data(), bytes.size(), 0);
            for (uint32_t i = 0; i < size; i++) {
              uint8_t ignored[2048];
              if (recv(members[i].get(), ignored, sizeof ignored, MSG_DONTWAIT) > 0) got.insert(i);
            }
          }
          CHECK_EQ(got.size(), 1u);
          if (!got.empty()) flows[*got.begin()]++;
        }
        CheckEven("encapsulation " + std::to_string(payload.encapsulation) + " over " + std::to_string(size), flows);
      }
    }
  });
}

TEST(steering_programs_in_tcpdumps_form_are_read_with_their_errors) {
  const std::string path = "/tmp/fandump-steering-" + std::to_string(getpid());
  const auto write = [&path](const std::string& text) {
    const OwnedFd fd(open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (::write(fd.get(), text.data(), text.size()) < 0) throw std::runtime_error("write");
  };
  write("2\n40 0 0 12\n6 0 0 262144\n");
  const BpfProgram program = ReadProgramFile(path);
  CHECK_EQ(program.size(), 2u);
  CHECK_EQ(program[1].k, 262144u);
  std::string message;
  for (const char* wrong : {"", "0\n", "5000\n", "2\n40 0 0 12\n", "1\n6 0 0\n", "1\n6 0 300 0\n", "1\n6 0 0 0 9\n"}) {
    write(wrong);
    CHECK_EQ(ErrorCodeOf([&] { ReadProgramFile(path); }, &message), std::string("ESTEERING_FILE"));
    CHECK(Contains(message, "line "));
  }
  unlink(path.c_str());
  CHECK_EQ(ErrorCodeOf([&] { ReadProgramFile(path); }, &message), std::string("ESTEERING_FILE"));
}

TEST(steering_programs_of_a_device_without_end_are_refused) {
  std::string message;
  CHECK_EQ(ErrorCodeOf([] { ReadProgramFile("/dev/zero"); }, &message), std::string("ESTEERING_FILE"));
  CHECK(Contains(message, "longer than"));
}

TEST(steering_programs_that_the_kernel_refuses_are_refused_with_a_reason) {
  InNamespace([] {
    MakeVeth("va", "vb");
    const BpfProgram jump_out = {BPF_JUMP(BPF_JMP | BPF_JA, 5, 0, 0), BPF_STMT(BPF_RET | BPF_K, 0)};
    CHECK_EQ(ErrorCodeOf([&] { Group("vb", 1, PACKET_FANOUT_CBPF, jump_out); }), std::string("ESTEERING_REFUSED"));
    const auto set_program = [] { SetFanoutProgram(0, {{}, "/no/such/program"}, "vb"); };
    CHECK_EQ(ErrorCodeOf(set_program), std::string("ESTEERING_PINNED"));
  });
}

}  // namespace fandump::test
