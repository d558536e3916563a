#include "sink/exclusion_program.h"

#include <arpa/inet.h>

#include "header_layout.h"

namespace fandump {

namespace {

constexpr uint32_t kWordLength = sizeof(uint32_t);

}  // namespace

const IpLayout kIpv4Layout{ipv4::kLength, ipv4::kProtocolAt, ipv4::kSourceAt, ipv4::kDestinationAt,
                           ipv4::kAddressLength / kWordLength};
const IpLayout kIpv6Layout{ipv6::kLength, ipv6::kNextHeaderAt, ipv6::kSourceAt, ipv6::kDestinationAt,
                           ipv6::kAddressLength / kWordLength};

void ExclusionProgram::NeedLength(uint32_t bytes) {
  const Label enough = NewLabel();
  // A tag may lie in the bytes before the IP header.
  const uint32_t before = frame_header_ > 0 ? frame_header_ + vlan::kLength : 0;
  Add(bpf::kLoadLength, 0);
  Branch(bpf::kBranchIfAtLeast, before + bytes, enough, pass_);
  Bind(enough);
}

void ExclusionProgram::NeedWords(uint32_t offset, std::span<const uint32_t> words, Label otherwise) {
  for (const uint32_t word : words) {
    const Label same = NewLabel();
    Load(bpf::kLoadWord, offset);
    Branch(bpf::kBranchIfEqual, ntohl(word), same, otherwise);
    Bind(same);
    offset += kWordLength;
  }
}

BpfProgram ExclusionProgram::Finish(const BpfProgram& filter, uint32_t snaplen) {
  Bind(refuse_);
  Add(bpf::kReturn, 0);
  Bind(pass_);
  Add(bpf::kReturn, snaplen);
  BpfProgram program = bpf_.Assemble();
  if (filter.empty()) return program;
  // The filter takes the place of the last instruction; jumps of classic BPF are relative, so it needs no change.
  program.pop_back();
  program.insert(program.end(), filter.begin(), filter.end());
  return program;
}

}  // namespace fandump
