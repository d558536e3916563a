#include "sink/inject_exclusion.h"

#include "bpf/bpf_codes.h"
#include "sink/exclusion_program.h"

namespace fandump {

BpfProgram ExcludeMark(uint32_t mark, const BpfProgram& filter, uint32_t snaplen) {
  ExclusionProgram exclusion;
  exclusion.Add(bpf::kLoadWord, bpf::kMarkAt);
  exclusion.Branch(bpf::kBranchIfEqual, mark, exclusion.refuse(), exclusion.pass());
  return exclusion.Finish(filter, snaplen);
}

}  // namespace fandump
