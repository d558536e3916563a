// The check of transport checksums. Input: a link type, then a frame.
#include "input.h"
#include "sink/transport_checksum.h"
#include "types.h"

using namespace fandump;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  fuzz::Input input(data, size);
  const uint16_t link_type = (input.U8() & 1) == 0 ? kLinkTypeEthernet : kLinkTypeRaw;
  const std::vector<uint8_t> frame = input.Rest();
  const auto length = static_cast<uint32_t>(frame.size());
  const bool is_right = TransportChecksumIsRight(frame.data(), length, link_type);
  fuzz::Require(is_right == TransportChecksumIsRight(frame.data(), length, link_type), "the same answer twice");
  fuzz::Require(!is_right || link_type == kLinkTypeEthernet, "only Ethernet is looked into");
  return 0;
}
