#include "filter/tunnel_filter.h"

#include <optional>

#include "bpf/bpf_codes.h"
#include "filter/tunnel_choice.h"
#include "filter/tunnel_relocation.h"
#include "header_layout.h"
#include "protocol_numbers.h"
#include "tunnel_layout.h"

namespace fandump {
namespace {

constexpr uint32_t kWordShift = 2;

using Label = BpfAssembler::Label;

// A program being built for one socket. What is not valid goes to invalid_, which accepts.
class Builder {
 public:
  Builder() : invalid_(assembler_.NewLabel()) {}

  void AddLengthTest(uint32_t length) {
    assembler_.Add(bpf::kLoadLength, 0);
    Require(bpf::kBranchIfAtLeast, length);
  }

  void AddVxlan(const BpfProgram& program) {
    AddLengthTest(udp::kLength + vxlan::kLength);
    assembler_.Add(bpf::kLoadByte, udp::kLength);
    Require(bpf::kBranchIfAny, vxlan::kFlagVni);
    AddBehind(assembler_, program, udp::kLength + vxlan::kLength);
  }

  // ethernet and ip: see AddGeneve. refused: flags that decapsulation refuses.
  void AddGpe(const BpfProgram& ethernet, const BpfProgram& ip, uint32_t refused) {
    constexpr uint32_t kStart = udp::kLength + vxlan::kLength;
    AddLengthTest(kStart);
    assembler_.Add(bpf::kLoadByte, udp::kLength);
    Require(bpf::kBranchIfAny, vxlan::kFlagVni);
    const Label readable = assembler_.NewLabel();
    assembler_.AddBranch(bpf::kBranchIfAny, refused, invalid_, readable);
    assembler_.Bind(readable);
    if (&ethernet == &ip) {
      AddBehind(assembler_, ethernet, kStart);
      return;
    }
    const Label with_next = assembler_.NewLabel();
    const Label not_ethernet = assembler_.NewLabel();
    const Label not_ipv4 = assembler_.NewLabel();
    const Label is_ethernet = assembler_.NewLabel();
    const Label is_ip = assembler_.NewLabel();
    assembler_.AddBranch(bpf::kBranchIfAny, vxlan_gpe::kFlagNext, with_next, is_ethernet);
    assembler_.Bind(with_next);
    assembler_.Add(bpf::kLoadByte, udp::kLength + vxlan_gpe::kNextAt);
    assembler_.AddBranch(bpf::kBranchIfEqual, vxlan_gpe::kNextEthernet, is_ethernet, not_ethernet);
    assembler_.Bind(not_ethernet);
    assembler_.AddBranch(bpf::kBranchIfEqual, vxlan_gpe::kNextIpv4, is_ip, not_ipv4);
    assembler_.Bind(not_ipv4);
    assembler_.AddBranch(bpf::kBranchIfEqual, vxlan_gpe::kNextIpv6, is_ip, invalid_);
    assembler_.Bind(is_ethernet);
    AddBehind(assembler_, ethernet, kStart);
    assembler_.Bind(is_ip);
    AddBehind(assembler_, ip, kStart);
  }

  void AddSkip(const BpfProgram& program, uint32_t skip) {
    AddLengthTest(udp::kLength + skip);
    AddBehind(assembler_, program, udp::kLength + skip);
  }

  // ethernet and ip are for packets of these protocol types, or both the same where the user says what is inside.
  // Returns false where the programs leave no scratch memory.
  bool AddGeneve(const BpfProgram& ethernet, const BpfProgram& ip) {
    ScratchWords words;
    if (!FindScratchWords({&ethernet, &ip}, words)) return false;
    const Label with_options = assembler_.NewLabel();
    const Label without_options = assembler_.NewLabel();
    AddLengthTest(udp::kLength + geneve::kLength);
    assembler_.Add(bpf::kLoadByte, udp::kLength);
    const Label version_zero = assembler_.NewLabel();
    assembler_.AddBranch(bpf::kBranchIfAny, geneve::kVersionMask, invalid_, version_zero);
    assembler_.Bind(version_zero);
    assembler_.AddBranch(bpf::kBranchIfAny, geneve::kOptionWordsMask, with_options, without_options);
    assembler_.Bind(without_options);
    AddByProtocol(ethernet, ip, [this](const BpfProgram& program) {
      AddBehind(assembler_, program, udp::kLength + geneve::kLength);
    });
    assembler_.Bind(with_options);
    assembler_.Add(bpf::kShiftLeft, kWordShift);
    assembler_.Add(bpf::kAdd, udp::kLength + geneve::kLength);
    assembler_.Add(BPF_ST, words.start);
    assembler_.Add(bpf::kLoadMemoryToX, words.start);
    assembler_.Add(bpf::kLoadLength, 0);
    Require(bpf::kBranchIfAtLeastX, 0);
    AddByProtocol(ethernet, ip,
                  [this, &words](const BpfProgram& program) { AddBehindStoredStart(assembler_, program, words); });
    return true;
  }

  BpfProgram Assemble() {
    assembler_.Bind(invalid_);
    assembler_.Add(bpf::kReturn, kAcceptAll);
    return assembler_.Assemble();
  }

 private:
  void Require(uint16_t test, uint32_t k) {
    const Label holds = assembler_.NewLabel();
    assembler_.AddBranch(test, k, holds, invalid_);
    assembler_.Bind(holds);
  }

  template <typename AddProgram>
  void AddByProtocol(const BpfProgram& ethernet, const BpfProgram& ip, AddProgram add_program) {
    if (&ethernet == &ip) {
      add_program(ethernet);
      return;
    }
    const Label is_ethernet = assembler_.NewLabel();
    const Label not_ethernet = assembler_.NewLabel();
    const Label is_ip = assembler_.NewLabel();
    const Label not_ipv4 = assembler_.NewLabel();
    assembler_.Add(bpf::kLoadHalf, udp::kLength + geneve::kProtocolAt);
    assembler_.AddBranch(bpf::kBranchIfEqual, kEtherTypeBridged, is_ethernet, not_ethernet);
    assembler_.Bind(is_ethernet);
    add_program(ethernet);
    assembler_.Bind(not_ethernet);
    assembler_.AddBranch(bpf::kBranchIfEqual, kEtherTypeIpv4, is_ip, not_ipv4);
    assembler_.Bind(not_ipv4);
    assembler_.AddBranch(bpf::kBranchIfEqual, kEtherTypeIpv6, is_ip, invalid_);
    assembler_.Bind(is_ip);
    add_program(ip);
  }

  BpfAssembler assembler_;
  Label invalid_;
};

BpfProgram Compile(const TunnelFilterOptions& options, uint16_t link_type) {
  const CompiledExpression compiled = CompileExpression(options.expression, link_type, kMaxSnaplen, options.optimize);
  return ChooseByTunnel(options.expression.tests, compiled, options.encapsulation);
}

// For packets that may come beside those the expression is meant for: where it cannot hold, it refuses them.
BpfProgram CompileOrRefuse(const TunnelFilterOptions& options, uint16_t link_type) {
  try {
    return Compile(options, link_type);
  } catch (const CaptureError&) {
    return {{bpf::kReturn, 0, 0, 0}};
  }
}

// Where the packet inside begins, or whether there is one, is not for a program of so few instructions to find out.
std::string WhyNotBehindHeader(const TunnelFilterOptions& options) {
  if (options.is_nested) return "the packet inside lies in several tunnels, behind headers of any length";
  if (options.strict && options.encapsulation == kEncapGeneve) return "strict has each option of GENEVE looked at";
  return {};
}

}  // namespace

TunnelFilter BuildTunnelFilter(const TunnelFilterOptions& options) {
  const bool has_protocol = options.encapsulation == kEncapGeneve || options.encapsulation == kEncapVxlanGpe;
  const bool by_protocol = has_protocol && options.link_type < 0;
  const auto nominal = static_cast<uint16_t>(options.link_type < 0 ? kLinkTypeEthernet : options.link_type);
  const BpfProgram inner = Compile(options, nominal);
  const std::optional<BpfProgram> ip =
      by_protocol ? std::optional(CompileOrRefuse(options, kLinkTypeRaw)) : std::nullopt;

  std::string reason = WhyNotBehindHeader(options);
  if (reason.empty()) reason = WhyNotInKernel(options.expression.tests, options.encapsulation);
  if (reason.empty()) reason = WhyNotMovable(inner);
  if (reason.empty() && ip) reason = WhyNotMovable(*ip);
  if (!reason.empty()) return {{}, reason};

  Builder builder;
  switch (options.encapsulation) {
    case kEncapVxlan:
      builder.AddVxlan(inner);
      break;
    case kEncapVxlanGpe:
      builder.AddGpe(inner, ip ? *ip : inner, vxlan_gpe::kVersionMask | (options.strict ? vxlan_gpe::kFlagOam : 0));
      break;
    case kEncapSkip:
      builder.AddSkip(inner, options.skip);
      break;
    case kEncapGeneve:
      if (!builder.AddGeneve(inner, ip ? *ip : inner)) return {{}, "it needs nearly all of the scratch memory itself"};
      break;
    default:
      return {{}, "the packet inside begins at no place that the kernel's program can tell"};
  }
  BpfProgram program = builder.Assemble();
  if (program.size() > BPF_MAXINSNS) {
    return {{},
            "it takes " + std::to_string(program.size()) + " instructions, and the kernel takes " +
                std::to_string(BPF_MAXINSNS)};
  }
  return {std::move(program), {}};
}

}  // namespace fandump
