#include "encap/recognition.h"

#include "encap/tunnel.h"
#include "header_layout.h"
#include "protocol_numbers.h"

namespace fandump {

namespace {

// VXLAN, RFC 7348 section 5, draft-smith-vxlan-group-policy, draft-ietf-nvo3-vxlan-gpe.
constexpr size_t kVxlanLength = 8;
constexpr uint8_t kVxlanFlag = 0x08;
constexpr uint8_t kVxlanPolicyFlag = 0x80;
constexpr uint8_t kVxlanPolicyFlags = 0x48;
constexpr uint8_t kGpeFlagNext = 0x04;
constexpr uint8_t kGpeFlagsOther = 0x03;
constexpr uint8_t kGpeLastNext = 3;

// GENEVE, RFC 8926 section 3.4.
constexpr size_t kGeneveLength = 8;
constexpr uint8_t kGeneveVersionMask = 0xc0;
constexpr uint8_t kGeneveReservedMask = 0x3f;
constexpr size_t kReservedByte = 7;

// TZSP: version 1, a received or a sent packet, Ethernet.
constexpr size_t kTzspLength = 5;
constexpr uint8_t kTzspVersion = 1;
constexpr uint8_t kTzspLastType = 1;
constexpr uint16_t kTzspEthernet = 1;

bool LooksLikeVxlan(ByteSpan bytes) {
  if (bytes.length < kVxlanLength + ethernet::kLength || bytes.data[kReservedByte] != 0) return false;
  if (bytes.data[0] == kVxlanFlag) return bytes.data[1] == 0 && ReadBig16(bytes.data + 2) == 0;
  const bool has_policy = bytes.data[0] == (kVxlanFlag | kVxlanPolicyFlag);
  return has_policy && (bytes.data[1] & static_cast<uint8_t>(~kVxlanPolicyFlags)) == 0;
}

bool LooksLikeGpe(ByteSpan bytes) {
  if (bytes.length < kVxlanLength + ipv4::kLength || bytes.data[kReservedByte] != 0) return false;
  const uint8_t flags = bytes.data[0] & static_cast<uint8_t>(~kGpeFlagsOther);
  const uint8_t next = bytes.data[3];
  return flags == (kVxlanFlag | kGpeFlagNext) && ReadBig16(bytes.data + 1) == 0 && next >= 1 && next <= kGpeLastNext;
}

bool LooksLikeGeneve(ByteSpan bytes) {
  if (bytes.length < kGeneveLength + ethernet::kLength || bytes.data[kReservedByte] != 0) return false;
  if ((bytes.data[0] & kGeneveVersionMask) != 0 || (bytes.data[1] & kGeneveReservedMask) != 0) return false;
  const uint16_t protocol = ReadBig16(bytes.data + 2);
  return protocol == kEtherTypeBridged || protocol == kEtherTypeIpv4 || protocol == kEtherTypeIpv6;
}

bool LooksLikeTzsp(ByteSpan bytes) {
  return bytes.length >= kTzspLength && bytes.data[0] == kTzspVersion && bytes.data[1] <= kTzspLastType &&
         ReadBig16(bytes.data + 2) == kTzspEthernet;
}

// IP that says itself how long the datagram is.
bool LooksLikeDirectGue(ByteSpan bytes, size_t wire_length) {
  if (bytes.length >= ipv4::kLength && bytes.data[0] == ipv4::kBeginWithoutOptions) {
    return ReadBig16(bytes.data + ipv4::kTotalLengthAt) == wire_length;
  }
  return bytes.length >= ipv6::kLength && bytes.data[0] >> kIpVersionShift == ipv6::kVersion &&
         ReadBig16(bytes.data + ipv6::kPayloadLengthAt) + ipv6::kLength == wire_length;
}

}  // namespace

Encapsulation TunnelOfAssignedPort(uint16_t port) {
  switch (port) {
    case kPortVxlan:
    case kPortOldVxlan:
      return kEncapVxlan;
    case kPortVxlanGpe:
      return kEncapVxlanGpe;
    case kPortGeneve:
      return kEncapGeneve;
    case kPortGue:
      return kEncapGue;
    case kPortErm:
      return kEncapErm;
    case kPortTzsp:
      return kEncapTzsp;
    case kPortGreInUdp:
      return kEncapGre;
    default:
      return kEncapNone;
  }
}

Encapsulation RecognizeTunnel(ByteSpan bytes, size_t wire_length, uint16_t port) {
  const Encapsulation assigned = TunnelOfAssignedPort(port);
  if (assigned != kEncapNone) return assigned;
  if (LooksLikeVxlan(bytes)) return kEncapVxlan;
  if (LooksLikeGpe(bytes)) return kEncapVxlanGpe;
  if (LooksLikeGeneve(bytes)) return kEncapGeneve;
  if (LooksLikeTzsp(bytes)) return kEncapTzsp;
  return LooksLikeDirectGue(bytes, wire_length) ? kEncapGue : kEncapNone;
}

void StripRecognized(PacketBatch& batch, const EncapOptions& options, const Refusals& refusals) {
  StripEach(batch, refusals, [&options](PacketView& packet) -> std::optional<InvalidCause> {
    const Encapsulation tunnel = RecognizeTunnel(Readable(packet), packet.len, packet.tunnel->destination_port);
    if (tunnel == kEncapNone) return kInvalidUnrecognized;
    return StripTunnel(packet, tunnel, options, options.link_type);
  });
}

}  // namespace fandump
