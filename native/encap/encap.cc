#include "encap/encap.h"

#include "encap/erm.h"
#include "encap/frame.h"
#include "encap/geneve.h"
#include "encap/geneve_vxlan.h"
#include "encap/gre.h"
#include "encap/gue.h"
#include "encap/nested.h"
#include "encap/recognition.h"
#include "encap/skip.h"
#include "encap/tzsp.h"
#include "encap/vxlan.h"
#include "encap/vxlan_gpe.h"

namespace fandump {

namespace {

// The one whose header says what the packet inside is.
Encapsulation Innermost(const EncapOptions& options) {
  Encapsulation innermost = options.encapsulation;
  for (const Encapsulation inside : options.inside) {
    if (inside != kEncapNone) innermost = inside;
  }
  return innermost;
}

bool HeaderNamesLinkType(Encapsulation encapsulation) {
  switch (encapsulation) {
    case kEncapVxlanGpe:
    case kEncapGeneve:
    case kEncapGue:
    case kEncapGre:
    case kEncapErspan:
    case kEncapAuto:
      return true;
    default:
      return false;
  }
}

}  // namespace

Decapsulator::Decapsulator(const EncapOptions& options)
    : options_(options), strip_(ChooseStrip(options)), tunnels_(options.frames ? PacketBatch::kCapacity : 0) {}

Decapsulator::StripFunction Decapsulator::ChooseStrip(const EncapOptions& options) {
  if (options.frames) return StripFrames;
  if (options.inside[0] != kEncapNone) return StripNested;
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
    case kEncapVxlanGpe:
      return StripVxlanGpe;
    case kEncapGue:
      return StripGue;
    case kEncapAuto:
      return StripRecognized;
    default:
      break;
  }
  return [](PacketBatch&, const EncapOptions&, const Refusals&) {};
}

uint16_t NominalLinkType(const EncapOptions& options) {
  return options.link_type < 0 ? kLinkTypeEthernet : static_cast<uint16_t>(options.link_type);
}

std::vector<uint16_t> PossibleLinkTypes(const EncapOptions& options) {
  const bool by_header = HeaderNamesLinkType(Innermost(options));
  if (by_header && options.link_type < 0) return {kLinkTypeEthernet, kLinkTypeRaw};
  return {NominalLinkType(options)};
}

}  // namespace fandump
