#include "filter/tunnel_filter.h"

#include <optional>

#include "filter/compile.h"
#include "filter/tunnel_relocation.h"
#include "protocol_numbers.h"

namespace fandump {
namespace {

// RFC 768.
constexpr uint32_t kUdpLength = 8;

// RFC 7348 section 5.
constexpr uint32_t kVxlanLength = 8;
constexpr uint32_t kVxlanFlagVniValid = 0x08;

// RFC 8926 section 3.4: version and option length in four-byte words, then the protocol type.
constexpr uint32_t kGeneveFixedLength = 8;
constexpr uint32_t kGeneveVersionMask = 0xc0;
constexpr uint32_t kGeneveOptionLengthMask = 0x3f;
constexpr uint32_t kGeneveOptionLengthShift = 2;
constexpr uint32_t kGeneveProtocol = 2;

constexpr uint16_t kLoadLength = BPF_LD | BPF_W | BPF_LEN;
constexpr uint16_t kLoadByte = BPF_LD | BPF_B | BPF_ABS;
constexpr uint16_t kLoadHalf = BPF_LD | BPF_H | BPF_ABS;
constexpr uint16_t kBranchIfEqual = BPF_JMP | BPF_JEQ | BPF_K;
constexpr uint16_t kBranchIfAtLeast = BPF_JMP | BPF_JGE | BPF_K;
constexpr uint16_t kBranchIfAtLeastX = BPF_JMP | BPF_JGE | BPF_X;
constexpr uint16_t kBranchIfSet = BPF_JMP | BPF_JSET | BPF_K;
constexpr uint16_t kReturn = BPF_RET | BPF_K;

using Label = BpfAssembler::Label;

// A program being built for one socket. What is not valid goes to invalid_, which accepts.
class Builder {
 public:
  Builder() : invalid_(assembler_.NewLabel()) {}

  void AddLengthTest(uint32_t length) {
    assembler_.Add(kLoadLength, 0);
    Require(kBranchIfAtLeast, length);
  }

  void AddVxlan(const BpfProgram& program) {
    AddLengthTest(kUdpLength + kVxlanLength);
    assembler_.Add(kLoadByte, kUdpLength);
    Require(kBranchIfSet, kVxlanFlagVniValid);
    AddBehind(assembler_, program, kUdpLength + kVxlanLength);
  }

  void AddSkip(const BpfProgram& program, uint32_t skip) {
    AddLengthTest(kUdpLength + skip);
    AddBehind(assembler_, program, kUdpLength + skip);
  }

  // ethernet and ip are for packets of these protocol types, or both the same where the user says what is inside.
  // Returns false where the programs leave no scratch memory.
  bool AddGeneve(const BpfProgram& ethernet, const BpfProgram& ip) {
    ScratchWords words;
    if (!FindScratchWords({&ethernet, &ip}, words)) return false;
    const Label with_options = assembler_.NewLabel();
    const Label without_options = assembler_.NewLabel();
    AddLengthTest(kUdpLength + kGeneveFixedLength);
    assembler_.Add(kLoadByte, kUdpLength);
    const Label version_zero = assembler_.NewLabel();
    assembler_.AddBranch(kBranchIfSet, kGeneveVersionMask, invalid_, version_zero);
    assembler_.Bind(version_zero);
    assembler_.AddBranch(kBranchIfSet, kGeneveOptionLengthMask, with_options, without_options);
    assembler_.Bind(without_options);
    AddByProtocol(ethernet, ip, [this](const BpfProgram& program) {
      AddBehind(assembler_, program, kUdpLength + kGeneveFixedLength);
    });
    assembler_.Bind(with_options);
    assembler_.Add(BPF_ALU | BPF_LSH | BPF_K, kGeneveOptionLengthShift);
    assembler_.Add(BPF_ALU | BPF_ADD | BPF_K, kUdpLength + kGeneveFixedLength);
    assembler_.Add(BPF_ST, words.start);
    assembler_.Add(BPF_LDX | BPF_MEM, words.start);
    assembler_.Add(kLoadLength, 0);
    Require(kBranchIfAtLeastX, 0);
    AddByProtocol(ethernet, ip, [this, &words](const BpfProgram& program) {
      AddBehindStoredStart(assembler_, program, words);
    });
    return true;
  }

  BpfProgram Assemble() {
    assembler_.Bind(invalid_);
    assembler_.Add(kReturn, kAcceptAll);
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
    assembler_.Add(kLoadHalf, kUdpLength + kGeneveProtocol);
    assembler_.AddBranch(kBranchIfEqual, kEtherTypeBridged, is_ethernet, not_ethernet);
    assembler_.Bind(is_ethernet);
    add_program(ethernet);
    assembler_.Bind(not_ethernet);
    assembler_.AddBranch(kBranchIfEqual, kEtherTypeIpv4, is_ip, not_ipv4);
    assembler_.Bind(not_ipv4);
    assembler_.AddBranch(kBranchIfEqual, kEtherTypeIpv6, is_ip, invalid_);
    assembler_.Bind(is_ip);
    add_program(ip);
  }

  BpfAssembler assembler_;
  Label invalid_;
};

BpfProgram Compile(const TunnelFilterOptions& options, uint16_t link_type) {
  return CompileFilter(options.expression, link_type, kMaxSnaplen, options.optimize);
}

// For packets that may come beside those the expression is meant for: where it cannot hold, it refuses them.
BpfProgram CompileOrRefuse(const TunnelFilterOptions& options, uint16_t link_type) {
  try {
    return Compile(options, link_type);
  } catch (const CaptureError&) {
    return {{kReturn, 0, 0, 0}};
  }
}

}  // namespace

TunnelFilter BuildTunnelFilter(const TunnelFilterOptions& options) {
  const bool by_protocol = options.encapsulation == kEncapGeneve && options.link_type < 0;
  const auto nominal = static_cast<uint16_t>(options.link_type < 0 ? kLinkTypeEthernet : options.link_type);
  const BpfProgram inner = Compile(options, nominal);
  const std::optional<BpfProgram> ip =
      by_protocol ? std::optional(CompileOrRefuse(options, kLinkTypeRaw)) : std::nullopt;

  std::string reason = WhyNotMovable(inner);
  if (reason.empty() && ip) reason = WhyNotMovable(*ip);
  if (!reason.empty()) return {{}, reason};

  Builder builder;
  switch (options.encapsulation) {
    case kEncapVxlan:
      builder.AddVxlan(inner);
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
    return {{}, "it takes " + std::to_string(program.size()) + " instructions, and the kernel takes " +
                    std::to_string(BPF_MAXINSNS)};
  }
  return {std::move(program), {}};
}

}  // namespace fandump
