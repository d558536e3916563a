// What the parts of the strip program share: its registers, the layers outside and inside a tunnel, and its ends.
#pragma once

#include <cstddef>

#include "header_layout.h"
#include "protocol_numbers.h"
#include "xdp/ebpf_assembler.h"
#include "xdp/strip_program.h"

namespace fandump {

using Label = EbpfAssembler::Label;

// Also the first argument of a call.
inline constexpr Register kValue = Register::k1;
inline constexpr Register kResult = Register::k0;
// Also the second.
inline constexpr Register kOther = Register::k2;
inline constexpr Register kBound = Register::k3;
inline constexpr Register kType = Register::k4;  // EtherType or IP protocol, in the host's order
inline constexpr Register kContext = Register::k6;
inline constexpr Register kCursor = Register::k7;  // the header that comes next
inline constexpr Register kEnd = Register::k8;
inline constexpr Register kCounter = Register::k9;  // StripCounter
inline constexpr Register kFrame = Register::k10;   // of the stack

// On the stack: the Ethernet header to be written in front of an IP packet.
inline constexpr int16_t kSavedHeader = -16;
inline constexpr int16_t kSavedType = kSavedHeader + int{ethernet::kTypeAt};

inline constexpr int16_t kAddressesLength = ethernet::kAddressesLength;

// Longer than any headers before and around a tunnel: four extension headers of IPv6 have 8 KiB.
inline constexpr int kMostHeaders = 0x3fff;

class StripLayers {
 public:
  explicit StripLayers(int counters) : counters_(counters) {
    other_ = code_.NewLabel();
    invalid_ = code_.NewLabel();
    ethernet_ = code_.NewLabel();
    ip_ = code_.NewLabel();
    count_ = code_.NewLabel();
    short_inner_ = code_.NewLabel();
    amiss_ = other_;
  }

 protected:
  // Goes to `otherwise` unless so many bytes from the cursor on are there.
  void Need(int bytes, Label otherwise) {
    code_.Move(kBound, kCursor);
    code_.Add(kBound, bytes);
    code_.JumpIf(BPF_JGT, kBound, kEnd, otherwise);
  }

  // Where ways of different lengths meet: from here on the verifier knows of the cursor only that it is somewhere in
  // the packet, so that it follows what comes once, and not once for each way.
  void Meet() {
    code_.Load(Width::kWord, kBound, kContext, offsetof(xdp_md, data));
    code_.Subtract(kCursor, kBound);
    code_.JumpIf(BPF_JGT, kCursor, kMostHeaders, amiss_);
    code_.Add(kBound, kCursor);
    code_.Move(kCursor, kBound);
  }

  void LoadHalf(Register to, int16_t offset) {
    code_.Load(Width::kHalf, to, kCursor, offset);
    code_.Swap(to, 16);
  }

  void StripAs(int counter, Label tail) {
    code_.Set(kCounter, counter);
    code_.Jump(tail);
  }

  void Tags() {
    const Label done = code_.NewLabel();
    for (int tag = 0; tag < kMaxVlanTags; tag++) {
      const Label is_tag = code_.NewLabel();
      code_.JumpIf(BPF_JEQ, kType, kEtherTypeVlan, is_tag);
      code_.JumpIf(BPF_JEQ, kType, kEtherTypeServiceVlan, is_tag);
      code_.JumpIf(BPF_JNE, kType, kEtherTypeOldServiceVlan, done);
      code_.Place(is_tag);
      Need(vlan::kLength, amiss_);
      LoadHalf(kType, vlan::kInnerTypeAt);
      code_.Add(kCursor, vlan::kLength);
    }
    code_.Place(done);
    const Label no_pppoe = code_.NewLabel();
    code_.JumpIf(BPF_JNE, kType, kEtherTypePppoeSession, no_pppoe);
    Pppoe();
    code_.Place(no_pppoe);
    Meet();
  }

  void Pppoe() {
    Need(pppoe::kLength, amiss_);
    LoadHalf(kValue, 0);
    code_.JumpIf(BPF_JNE, kValue, pppoe::kSession, amiss_);
    LoadHalf(kValue, pppoe::kProtocolAt);
    code_.Add(kCursor, pppoe::kLength);
    TypeByValue(kValue, kPppIpv4, kPppIpv6, amiss_);
  }

  // Leaves the EtherType of IP in kType, of the version whose value the register holds.
  void TypeByValue(Register value, int ipv4_value, int ipv6_value, Label otherwise) {
    const Label ipv6 = code_.NewLabel(), done = code_.NewLabel();
    code_.JumpIf(BPF_JEQ, value, ipv6_value, ipv6);
    code_.JumpIf(BPF_JNE, value, ipv4_value, otherwise);
    code_.Set(kType, kEtherTypeIpv4);
    code_.Jump(done);
    code_.Place(ipv6);
    code_.Set(kType, kEtherTypeIpv6);
    code_.Place(done);
  }

  // Leaves the protocol in kType and the cursor behind the options. Packets with any of fragment_bits go to `fragment`.
  void Ipv4(int fragment_bits, Label fragment, Label wrong) {
    Need(ipv4::kLength, wrong);
    code_.Load(Width::kByte, kValue, kCursor, 0);
    code_.Move(kOther, kValue);
    code_.ShiftRight(kOther, kIpVersionShift);
    code_.JumpIf(BPF_JNE, kOther, ipv4::kVersion, wrong);
    code_.And(kValue, ipv4::kHeaderWordsMask);
    code_.ShiftLeft(kValue, 2);
    code_.JumpIf(BPF_JLT, kValue, ipv4::kLength, wrong);
    LoadHalf(kOther, ipv4::kFragmentAt);
    code_.JumpIf(BPF_JSET, kOther, fragment_bits, fragment);
    code_.Load(Width::kByte, kType, kCursor, ipv4::kProtocolAt);
    code_.Add(kCursor, kValue);
    Need(0, wrong);
  }

  // Leaves the protocol of what follows in kType.
  void Ipv6Header(Label wrong) {
    Need(ipv6::kLength, wrong);
    code_.Load(Width::kByte, kValue, kCursor, 0);
    code_.ShiftRight(kValue, kIpVersionShift);
    code_.JumpIf(BPF_JNE, kValue, ipv6::kVersion, wrong);
    code_.Load(Width::kByte, kType, kCursor, ipv6::kNextHeaderAt);
    code_.Add(kCursor, ipv6::kLength);
  }

  void Ipv6() {
    Ipv6Header(amiss_);
    const Label done = code_.NewLabel();
    for (int header = 0; header < kMaxExtensionHeaders; header++) {
      Extension(done);
      Meet();
    }
    code_.Place(done);
  }

  // Goes to `done` where kType is no extension header's.
  void Extension(Label done) {
    const Label is_extension = code_.NewLabel(), is_fragment = code_.NewLabel(), authentication = code_.NewLabel();
    const Label has_length = code_.NewLabel(), next = code_.NewLabel();
    code_.JumpIf(BPF_JEQ, kType, kProtocolHopByHop, is_extension);
    code_.JumpIf(BPF_JEQ, kType, kProtocolRouting, is_extension);
    code_.JumpIf(BPF_JEQ, kType, kProtocolFragment, is_fragment);
    code_.JumpIf(BPF_JEQ, kType, kProtocolAuthentication, is_extension);
    code_.JumpIf(BPF_JNE, kType, kProtocolDestinationOptions, done);
    code_.Place(is_extension);
    Need(ipv6::kExtensionLength, amiss_);
    code_.Load(Width::kByte, kValue, kCursor, 1);
    code_.JumpIf(BPF_JEQ, kType, kProtocolAuthentication, authentication);
    code_.Add(kValue, 1);
    code_.ShiftLeft(kValue, 3);
    code_.Jump(has_length);
    code_.Place(authentication);
    // RFC 4302: in words, less two.
    code_.Add(kValue, 2);
    code_.ShiftLeft(kValue, 2);
    code_.Place(has_length);
    code_.Load(Width::kByte, kType, kCursor, 0);
    code_.Add(kCursor, kValue);
    Need(0, amiss_);
    code_.Jump(next);
    // A whole packet in a fragment header is none (RFC 6946).
    code_.Place(is_fragment);
    Need(ipv6::kExtensionLength, amiss_);
    LoadHalf(kValue, 2);
    code_.JumpIf(BPF_JSET, kValue, ipv6::kFragmentMask, amiss_);
    code_.Load(Width::kByte, kType, kCursor, 0);
    code_.Add(kCursor, ipv6::kExtensionLength);
    code_.Place(next);
  }

  // The version nibble that kValue holds: 4 and 6 go to the tail for IP.
  void IpByVersion(Label otherwise) { IpByValue(kValue, ipv4::kVersion, ipv6::kVersion, otherwise); }

  // To the tail for IP where the register holds the one value or the other.
  void IpByValue(Register value, int ipv4_value, int ipv6_value, Label otherwise) {
    TypeByValue(value, ipv4_value, ipv6_value, otherwise);
    code_.Jump(ip_);
  }

  // Lets the frame begin so many bytes before the cursor; the cursor is at its begin then.
  void Adjust(int before) {
    const Label adjusted = code_.NewLabel();
    code_.Move(kOther, kCursor);
    code_.Load(Width::kWord, kValue, kContext, offsetof(xdp_md, data));
    code_.Subtract(kOther, kValue);
    if (before != 0) code_.Add(kOther, -before);
    code_.Move(kValue, kContext);
    code_.Call(BPF_FUNC_xdp_adjust_head);
    code_.JumpIf(BPF_JEQ, kResult, 0, adjusted);
    code_.Jump(short_inner_);
    code_.Place(adjusted);
    code_.Load(Width::kWord, kCursor, kContext, offsetof(xdp_md, data));
    code_.Load(Width::kWord, kEnd, kContext, offsetof(xdp_md, data_end));
  }

  void SaveAddresses() {
    for (int16_t at = 0; at < kAddressesLength; at = static_cast<int16_t>(at + 4)) {
      code_.Load(Width::kWord, kValue, kCursor, at);
      code_.Store(Width::kWord, kFrame, static_cast<int16_t>(kSavedHeader + at), kValue);
    }
  }

  void WriteAddresses() {
    for (int16_t at = 0; at < kAddressesLength; at = static_cast<int16_t>(at + 4)) {
      code_.Load(Width::kWord, kValue, kFrame, static_cast<int16_t>(kSavedHeader + at));
      code_.Store(Width::kWord, kCursor, at, kValue);
    }
  }

  // An IP packet of the EtherType in kType gets an Ethernet header.
  void IpTail() {
    code_.Place(ip_);
    Need(1, short_inner_);
    code_.Swap(kType, 16);
    code_.Store(Width::kHalf, kFrame, kSavedType, kType);
    Adjust(ethernet::kLength);
    Need(ethernet::kLength, count_);
    WriteAddresses();
    code_.Load(Width::kHalf, kValue, kFrame, kSavedType);
    code_.Store(Width::kHalf, kCursor, ethernet::kTypeAt, kValue);
    code_.Jump(count_);
  }

  void Tails() {
    if (code_.IsTarget(ip_)) IpTail();

    code_.Place(ethernet_);
    Adjust(0);
    code_.Jump(count_);

    code_.Place(short_inner_);
    code_.Set(kCounter, kStripShortInner);
    code_.Jump(count_);
    code_.Place(invalid_);
    code_.Set(kCounter, kStripInvalid);
    code_.Jump(count_);
    code_.Place(other_);
    code_.Set(kCounter, kStripOther);

    code_.Place(count_);
    code_.SetToMapValue(kValue, counters_, 0);
    // The mask shows the verifier that the place is in the map.
    code_.And(kCounter, kStripCounterCount - 1);
    code_.ShiftLeft(kCounter, 3);
    code_.Add(kValue, kCounter);
    code_.Set(kOther, 1);
    code_.AtomicAdd(kValue, 0, kOther);
    code_.Set(kResult, XDP_PASS);
    code_.Exit();
  }

  const int counters_;
  EbpfAssembler code_;
  Label other_, invalid_, count_, short_inner_;
  // Where what lies before a tunnel's header leads when it is not as it should be.
  Label amiss_;
  // Where a tunnel's header leads by what it says is inside. For IP, kType is its EtherType.
  Label ethernet_, ip_;
};

}  // namespace fandump
