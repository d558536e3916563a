#include "sink/ip_header_text.h"

#include "big_endian.h"
#include "header_layout.h"
#include "protocol_numbers.h"
#include "sink/line_text.h"

namespace fandump {

namespace {

constexpr uint32_t kTypeOfServiceAt = 1;
constexpr uint32_t kIdentificationAt = 4;
// The flags stand before the fragment offset.
constexpr int kFlagsShift = 5;
// RFC 8200: version, traffic class, flow label.
constexpr int kTrafficClassShift = 20;
constexpr uint32_t kFlowLabelMask = 0xfffff;

char* PutProtocol(char* at, uint8_t protocol) {
  return protocol == kProtocolTcp ? PutText(at, "TCP (6)") : PutText(at, "UDP (17)");
}

// Explicit congestion notification (RFC 3168), behind the type of service.
char* PutCongestion(char* at, uint8_t type_of_service) {
  switch (type_of_service & 3) {
    case 1:
      return PutText(at, ",ECT(1)");
    case 2:
      return PutText(at, ",ECT(0)");
    case 3:
      return PutText(at, ",CE");
    default:
      return at;
  }
}

// The two flags that an unfragmented packet may have.
char* PutIpv4Flags(char* at, uint8_t flags) {
  constexpr uint8_t kDontFragment = 2, kReserved = 4;
  const bool dont_fragment = (flags & kDontFragment) != 0;
  const bool reserved = (flags & kReserved) != 0;
  if (dont_fragment && reserved) return PutText(at, "DF, rsvd");
  if (dont_fragment) return PutText(at, "DF");
  return reserved ? PutText(at, "rsvd") : PutText(at, "none");
}

}  // namespace

char* PutIpv4Header(char* at, const uint8_t* ip) {
  at = PutHex(PutText(at, "(tos 0x"), ip[kTypeOfServiceAt]);
  at = PutCongestion(at, ip[kTypeOfServiceAt]);
  if (ip[ipv4::kTimeToLiveAt] > 0) at = PutDecimal(PutText(at, ", ttl "), ip[ipv4::kTimeToLiveAt]);
  at = PutDecimal(PutText(at, ", id "), ReadBig16(ip + kIdentificationAt));
  at = PutIpv4Flags(PutText(at, ", offset 0, flags ["), static_cast<uint8_t>(ip[ipv4::kFragmentAt] >> kFlagsShift));
  at = PutProtocol(PutText(at, "], proto "), ip[ipv4::kProtocolAt]);
  at = PutDecimal(PutText(at, ", length "), ReadBig16(ip + ipv4::kTotalLengthAt));
  return PutText(at, ")\n    ");
}

char* PutIpv6Header(char* at, const uint8_t* ip) {
  const uint32_t word = ReadBig32(ip);
  const uint32_t traffic_class = word >> kTrafficClassShift & 0xff;
  const uint32_t flow_label = word & kFlowLabelMask;
  *at++ = '(';
  if (traffic_class != 0) at = PutText(PutHex(PutText(at, "class 0x"), traffic_class, 2), ", ");
  if (flow_label != 0) at = PutText(PutHex(PutText(at, "flowlabel 0x"), flow_label, 5), ", ");
  at = PutDecimal(PutText(at, "hlim "), ip[ipv6::kHopLimitAt]);
  at = PutProtocol(PutText(at, ", next-header "), ip[ipv6::kNextHeaderAt]);
  at = PutDecimal(PutText(at, " payload length: "), ReadBig16(ip + ipv6::kPayloadLengthAt));
  return PutText(at, ") ");
}

}  // namespace fandump
