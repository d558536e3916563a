// Where a steering program finds its first header.
#include <linux/if_arp.h>
#include <linux/if_packet.h>

#include "bpf/bpf_codes.h"
#include "fanout/steering_walk.h"

namespace fandump {

namespace {

// PPP in HDLC-like framing (RFC 1662): address and control before the protocol number.
constexpr uint32_t kPppAddressAndControl = 0xff03;
constexpr uint32_t kPppProtocolLength = 2;

}  // namespace

SteeringWalk::SteeringWalk(const SteeringOptions& options) : options_(options) {
  for (Level& level : levels_) {
    for (Label* label : {&level.ethernet, &level.ether_type, &level.mpls, &level.ip, &level.ipv4, &level.ipv6,
                         &level.transport, &level.gre}) {
      *label = emit_.NewLabel();
    }
  }
}

void SteeringWalk::Walk() {
  Start();
  for (int level = 0; level < kLevels; level++) WalkLevel(level);
  emit_.BindDone();
}

void SteeringWalk::Start() {
  // The kernel's checker wants every word written before it is read, on every path.
  emit_.Emit(bpf::kLoadConstant, 0);
  for (uint32_t word = 0; word < kSteeringWords; word++) emit_.Store(static_cast<SteeringWord>(word));
  emit_.Emit(bpf::kTax);
  if (options_.start == SteeringStart::kFrame) {
    StartFrame();
  } else {
    StartDatagram();
  }
}

// A frame that was received begins at the network header, outer tags taken off; skb->protocol is the type before it.
// One that this host sends begins at the Ethernet header (dev_queue_xmit_nit in net/core/dev.c).
void SteeringWalk::StartFrame() {
  const Level& outer = levels_[0];
  if (options_.link_type == kLinkTypeRaw) {
    emit_.Jump(outer.ip);
    return;
  }
  if (options_.link_type == kLinkTypeEthernet) {
    emit_.Emit(bpf::kLoadWord, bpf::kPacketTypeAt);
    emit_.JumpIfEqual(PACKET_OUTGOING, outer.ethernet);
  } else if (IsCooked(options_.link_type)) {
    // Of an interface of any kind.
    const Label received = emit_.NewLabel();
    emit_.Emit(bpf::kLoadWord, bpf::kPacketTypeAt);
    emit_.JumpUnlessEqual(PACKET_OUTGOING, received);
    emit_.Emit(bpf::kLoadWord, bpf::kHardwareTypeAt);
    emit_.JumpIfEqual(ARPHRD_ETHER, outer.ethernet);
    emit_.JumpIfEqual(ARPHRD_LOOPBACK, outer.ethernet);
    emit_.Bind(received);
  }
  emit_.Emit(bpf::kLoadWord, bpf::kProtocolAt);
  emit_.Jump(outer.ether_type);
}

void SteeringWalk::StartDatagram() {
  switch (options_.encapsulation) {
    case kEncapVxlan:
      EmitVxlan(-1, 0);
      break;
    case kEncapVxlanGpe:
      EmitVxlanGpe(-1, 0);
      break;
    case kEncapGue:
      EmitGue(-1, 0);
      break;
    case kEncapGeneve:
    case kEncapGeneveVxlan:
      EmitGeneve(-1, 0);
      break;
    case kEncapErm:
      EmitErm(-1, 0);
      break;
    case kEncapTzsp:
      EmitTzsp(-1, 0);
      break;
    case kEncapErspan:
      EmitGre(-1, 0);
      break;
    default:
      EmitSkip(-1, 0);
  }
}

// A packet of a link type that the user gave.
void SteeringWalk::StartInner(int link_type) {
  const Level& inner = levels_[0];
  if (link_type == kLinkTypeRaw) {
    emit_.Jump(inner.ip);
  } else if (link_type == kLinkTypePpp) {
    const Label protocol = emit_.NewLabel();
    emit_.Need(kPppProtocolLength);
    emit_.LoadHalf(0);
    emit_.JumpUnlessEqual(kPppAddressAndControl, protocol);
    emit_.Advance(kPppProtocolLength);
    emit_.Need(kPppProtocolLength);
    emit_.Bind(protocol);
    emit_.LoadHalf(0);
    emit_.Store(kWordNext);
    emit_.Advance(kPppProtocolLength);
    emit_.Load(kWordNext);
    emit_.JumpIfEqual(kPppIpv4, inner.ipv4);
    emit_.JumpIfEqual(kPppIpv6, inner.ipv6);
    emit_.Jump(emit_.done());
  } else {
    emit_.Jump(inner.ethernet);
  }
}

}  // namespace fandump
