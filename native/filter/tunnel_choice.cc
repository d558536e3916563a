// Where a UDP socket's program finds the outer headers: UDP (RFC 768) at its byte 0, IPv4 (RFC 791) and IPv6 (RFC 8200)
// behind SKF_NET_OFF (linux/filter.h). The VNI stands at the same place in VXLAN (RFC 7348) and GENEVE (RFC 8926).
#include "filter/tunnel_choice.h"

#include <algorithm>

#include "bpf/bpf_assembler.h"
#include "bpf/bpf_codes.h"
#include "filter/missing_bytes.h"
#include "filter/tunnel_relocation.h"
#include "header_layout.h"

namespace fandump {
namespace {

constexpr uint32_t kSourcePortAt = 0;
constexpr uint32_t kDestinationPortAt = 2;
constexpr uint32_t kVniAt = 12;
constexpr uint32_t kVniShift = 8;

constexpr auto kIpHeaderAt = static_cast<uint32_t>(SKF_NET_OFF);
constexpr uint32_t kIpVersionMask = 0xf0;
constexpr uint32_t kIpVersion4 = 0x40;
constexpr uint32_t kIpVersion6 = 0x60;
constexpr uint32_t kWordBits = 32;

using Label = BpfAssembler::Label;
using End = TunnelTest::End;
using Fact = TunnelTest::Fact;

bool HasVni(Encapsulation encapsulation) {
  return encapsulation == kEncapVxlan || encapsulation == kEncapVxlanGpe || encapsulation == kEncapGeneve;
}

class Chooser {
 public:
  Chooser(const std::vector<TunnelTest>& tests, const CompiledExpression& compiled, Encapsulation encapsulation)
      : tests_(tests), compiled_(compiled), encapsulation_(encapsulation) {
    for (size_t i = 0; i < compiled.programs.size(); i++) starts_.push_back(assembler_.NewLabel());
  }

  BpfProgram Build() {
    AddTestsFrom(0, 0);
    for (size_t i = 0; i < starts_.size(); i++) {
      assembler_.Bind(starts_[i]);
      AddProgram(assembler_, compiled_.programs[i], kMaxSnaplen);
    }
    return assembler_.Assemble();
  }

 private:
  // Asks what is still to be asked after the answers to the first tests, as far as it makes a difference.
  void AddTestsFrom(size_t first, uint32_t answers) {
    if (const std::optional<uint16_t> program = OnlyProgram(first, answers)) {
      assembler_.AddJump(starts_[*program]);
      return;
    }
    if (IsNeverTrue(tests_[first])) return AddTestsFrom(first + 1, answers);
    const uint32_t if_holds = answers | 1u << first;
    const Label holds = LabelFor(first + 1, if_holds);
    const Label fails = LabelFor(first + 1, answers);
    AddTest(tests_[first], holds, fails);
    AddStep(holds, first + 1, if_holds);
    AddStep(fails, first + 1, answers);
  }

  // A program, or a place for the tests that are still to be asked.
  Label LabelFor(size_t first, uint32_t answers) {
    const std::optional<uint16_t> program = OnlyProgram(first, answers);
    return program ? starts_[*program] : assembler_.NewLabel();
  }

  void AddStep(Label label, size_t first, uint32_t answers) {
    if (OnlyProgram(first, answers)) return;
    assembler_.Bind(label);
    AddTestsFrom(first, answers);
  }

  std::optional<uint16_t> OnlyProgram(size_t first, uint32_t answers) const {
    const uint16_t program = compiled_.by_answers[answers];
    for (uint32_t others = answers; others < compiled_.by_answers.size(); others += 1u << first) {
      if (compiled_.by_answers[others] != program) return std::nullopt;
    }
    return program;
  }

  bool IsNeverTrue(const TunnelTest& test) const { return test.fact == Fact::kVni && !HasVni(encapsulation_); }

  void AddTest(const TunnelTest& test, Label holds, Label fails) {
    if (test.fact == Fact::kVni) {
      assembler_.Add(bpf::kLoadWord | kOfDatagram, kVniAt);
      assembler_.Add(bpf::kShiftRight, kVniShift);
      AddRanges(test.ranges, holds, fails);
      return;
    }
    const Label destination = assembler_.NewLabel();
    const bool only_source = test.end == End::kSource;
    if (test.end != End::kDestination) AddTestOf(test, true, holds, only_source ? fails : destination);
    assembler_.Bind(destination);
    if (!only_source) AddTestOf(test, false, holds, fails);
  }

  void AddTestOf(const TunnelTest& test, bool source, Label holds, Label fails) {
    if (test.fact == Fact::kAddress) return AddNetworks(test.networks, source, holds, fails);
    assembler_.Add(bpf::kLoadHalf | kOfDatagram, source ? kSourcePortAt : kDestinationPortAt);
    AddRanges(test.ranges, holds, fails);
  }

  // Of the number in A.
  void AddRanges(const std::vector<TunnelTest::Range>& ranges, Label holds, Label fails) {
    for (size_t i = 0; i < ranges.size(); i++) {
      const auto [lowest, highest] = ranges[i];
      const Label next = i + 1 < ranges.size() ? assembler_.NewLabel() : fails;
      if (lowest == highest) {
        assembler_.AddBranch(bpf::kBranchIfEqual, lowest, holds, next);
      } else {
        const Label inside = assembler_.NewLabel();
        // Ranges are in order: what lies below this one lies in no later one.
        assembler_.AddBranch(bpf::kBranchIfAtLeast, lowest, inside, fails);
        assembler_.Bind(inside);
        assembler_.AddBranch(bpf::kBranchIfGreater, highest, next, holds);
      }
      if (next != fails) assembler_.Bind(next);
    }
  }

  void AddNetworks(const std::vector<TunnelTest::Network>& networks, bool source, Label holds, Label fails) {
    for (size_t i = 0; i < networks.size(); i++) {
      const TunnelTest::Network& network = networks[i];
      const Label next = i + 1 < networks.size() ? assembler_.NewLabel() : fails;
      const bool is_ipv4 = network.family == AF_INET;
      assembler_.Add(bpf::kLoadByte | kOfDatagram, kIpHeaderAt);
      assembler_.Add(bpf::kAnd, kIpVersionMask);
      AddEqual(is_ipv4 ? kIpVersion4 : kIpVersion6, network.prefix == 0 ? std::optional(holds) : std::nullopt, next);
      const uint32_t address_at = is_ipv4 ? (source ? ipv4::kSourceAt : ipv4::kDestinationAt)
                                          : (source ? ipv6::kSourceAt : ipv6::kDestinationAt);
      for (uint32_t bits = 0; bits < network.prefix; bits += kWordBits) {
        const bool is_last = network.prefix - bits <= kWordBits;
        AddWord(network, bits, address_at, is_last ? std::optional(holds) : std::nullopt, next);
      }
      if (next != fails) assembler_.Bind(next);
    }
  }

  // The word of an address that begins after so many bits.
  void AddWord(const TunnelTest::Network& network, uint32_t bits, uint32_t address_at, std::optional<Label> equal,
               Label unequal) {
    uint32_t word = 0;
    for (uint32_t byte = 0; byte < sizeof word; byte++) word = word << 8 | network.address[bits / 8 + byte];
    const uint32_t counting = std::min(network.prefix - bits, kWordBits);
    assembler_.Add(bpf::kLoadWord | kOfDatagram, kIpHeaderAt + address_at + bits / 8);
    if (counting < kWordBits) assembler_.Add(bpf::kAnd, ~(UINT32_MAX >> counting));
    AddEqual(word, equal, unequal);
  }

  // Where A is the value: on to equal, or to what is added next.
  void AddEqual(uint32_t value, std::optional<Label> equal, Label unequal) {
    const Label next = assembler_.NewLabel();
    assembler_.AddBranch(bpf::kBranchIfEqual, value, equal.value_or(next), unequal);
    assembler_.Bind(next);
  }

  const std::vector<TunnelTest>& tests_;
  const CompiledExpression& compiled_;
  const Encapsulation encapsulation_;
  BpfAssembler assembler_;
  std::vector<Label> starts_;
};

}  // namespace

std::string WhyNotInKernel(const std::vector<TunnelTest>& tests, Encapsulation encapsulation) {
  const bool is_vni_known = HasVni(encapsulation) || encapsulation == kEncapSkip;
  const bool is_told = std::all_of(tests.begin(), tests.end(), [is_vni_known](const TunnelTest& test) {
    return test.fact != Fact::kInnerVni && (test.fact != Fact::kVni || is_vni_known);
  });
  return is_told ? "" : "the VNI stands at no place that the kernel's program can tell";
}

BpfProgram ChooseByTunnel(const std::vector<TunnelTest>& tests, const CompiledExpression& compiled,
                          Encapsulation encapsulation) {
  if (tests.empty()) return compiled.programs.front();
  return Chooser(tests, compiled, encapsulation).Build();
}

}  // namespace fandump
