#include "sink/inject_exclusion.h"

#include "sink/exclusion_program.h"

namespace fandump {

BpfProgram ExcludeMark(uint32_t mark, const BpfProgram& filter, uint32_t snaplen) {
  ExclusionProgram exclusion;
  exclusion.Add(bpf::kLoadWord, static_cast<uint32_t>(SKF_AD_OFF + SKF_AD_MARK));
  exclusion.Branch(bpf::kBranchIfEqual, mark, exclusion.refuse(), exclusion.pass());
  return exclusion.Finish(filter, snaplen);
}

}  // namespace fandump
