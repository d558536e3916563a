#include "encap/encap.h"

#include "encap/geneve.h"
#include "encap/geneve_vxlan.h"
#include "encap/skip.h"
#include "encap/vxlan.h"

namespace fandump {

Decapsulator::Decapsulator(const EncapOptions& options)
    : options_(options), strip_(ChooseStrip(options.encapsulation)) {}

Decapsulator::StripFunction Decapsulator::ChooseStrip(Encapsulation encapsulation) {
  switch (encapsulation) {
    case kEncapVxlan:
      return StripVxlan;
    case kEncapGeneve:
      return StripGeneve;
    case kEncapGeneveVxlan:
      return StripGeneveVxlan;
    case kEncapSkip:
      return StripSkip;
    case kEncapNone:
      break;
  }
  return [](PacketBatch&, const EncapOptions&, InvalidCounts&) {};
}

uint16_t NominalLinkType(const EncapOptions& options) {
  return options.link_type < 0 ? kLinkTypeEthernet : static_cast<uint16_t>(options.link_type);
}

std::vector<uint16_t> PossibleLinkTypes(const EncapOptions& options) {
  if (options.encapsulation == kEncapGeneve && options.link_type < 0) return {kLinkTypeEthernet, kLinkTypeRaw};
  return {NominalLinkType(options)};
}

}  // namespace fandump
