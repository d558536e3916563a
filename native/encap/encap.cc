#include "encap/encap.h"

#include "encap/erm.h"
#include "encap/frame.h"
#include "encap/geneve.h"
#include "encap/geneve_vxlan.h"
#include "encap/gre.h"
#include "encap/skip.h"
#include "encap/tzsp.h"
#include "encap/vxlan.h"

namespace fandump {

Decapsulator::Decapsulator(const EncapOptions& options)
    : options_(options), strip_(ChooseStrip(options)), tunnels_(options.frames ? PacketBatch::kCapacity : 0) {}

Decapsulator::StripFunction Decapsulator::ChooseStrip(const EncapOptions& options) {
  if (options.frames) return StripFrames;
  switch (options.encapsulation) {
    case kEncapVxlan:
      return StripVxlan;
    case kEncapGeneve:
      return StripGeneve;
    case kEncapGeneveVxlan:
      return StripGeneveVxlan;
    case kEncapSkip:
      return StripSkip;
    case kEncapErm:
      return StripErm;
    case kEncapTzsp:
      return StripTzsp;
    case kEncapErspan:
      return StripErspan;
    default:
      break;
  }
  return [](PacketBatch&, const EncapOptions&, InvalidCounts&) {};
}

uint16_t NominalLinkType(const EncapOptions& options) {
  return options.link_type < 0 ? kLinkTypeEthernet : static_cast<uint16_t>(options.link_type);
}

std::vector<uint16_t> PossibleLinkTypes(const EncapOptions& options) {
  const bool by_header = options.encapsulation == kEncapGeneve || options.encapsulation == kEncapGre ||
                         options.encapsulation == kEncapErspan || options.encapsulation == kEncapAuto;
  if (by_header && options.link_type < 0) return {kLinkTypeEthernet, kLinkTypeRaw};
  return {NominalLinkType(options)};
}

}  // namespace fandump
