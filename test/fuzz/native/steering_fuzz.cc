// Steering programs beside the decoder. Input: encapsulation (0: a frame), then the frame or the datagram's payload.
#include <linux/if_packet.h>

#include <map>

#include "filter_bpf_machine.h"
#include "input.h"
#include "steering_model.h"

using namespace fandump;
using namespace fandump::test;
using fandump::fuzz::Require;

namespace {

constexpr size_t kEthernetHeaderLength = 14;
constexpr uint32_t kSkip = 20;
constexpr Encapsulation kOfDatagrams[] = {kEncapVxlan, kEncapVxlanGpe, kEncapGeneve, kEncapGeneveVxlan, kEncapGue,
                                          kEncapErm,   kEncapTzsp,     kEncapErspan, kEncapSkip};

const BpfProgram& DatagramProgram(Encapsulation encapsulation) {
  static std::map<Encapsulation, BpfProgram> built;
  BpfProgram& program = built[encapsulation];
  if (!program.empty()) return program;
  SteeringOptions options;
  options.start = SteeringStart::kDatagram;
  options.encapsulation = encapsulation;
  options.skip = encapsulation == kEncapSkip ? kSkip : 0;
  options.link_type = -1;
  return program = BuildSteeringProgram(options);
}

void SteerFrame(const Bytes& frame) {
  static const BpfProgram kProgram = BuildSteeringProgram({});
  if (frame.size() < kEthernetHeaderLength) return;
  KernelPacket packet;
  packet.protocol = static_cast<uint16_t>(frame[12] << 8 | frame[13]);
  // The kernel calls any frame with a length in place of a type 802.2 (eth_type_trans).
  packet.packet_type = PACKET_OTHERHOST;
  packet.bytes.assign(frame.begin() + kEthernetHeaderLength, frame.end());
  const uint32_t expected = HashOf(FlowBehindEtherType(packet.protocol, packet.bytes));
  Require(RunKernelProgram(kProgram, packet) == expected, "program and decoder see the same flow in a received frame");
  packet.packet_type = PACKET_OUTGOING;
  packet.bytes = frame;
  Require(RunKernelProgram(kProgram, packet) == expected, "program and decoder see the same flow in a sent frame");
}

void SteerDatagram(Encapsulation encapsulation, const Bytes& payload) {
  KernelPacket packet;
  packet.bytes = payload;
  const InnerFlow flow = FlowOfPayload(encapsulation, kSkip, payload);
  Require(RunKernelProgram(DatagramProgram(encapsulation), packet) == (flow.found ? HashOf(flow) : kSteeringByKernel),
          "program and decoder see the same flow in a datagram");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  fuzz::Input input(data, size);
  const size_t choice = input.U8() % (1 + std::size(kOfDatagrams));
  const Bytes bytes = input.Rest();
  if (choice == 0) {
    SteerFrame(bytes);
  } else {
    SteerDatagram(kOfDatagrams[choice - 1], bytes);
  }
  return 0;
}
