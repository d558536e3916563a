#include "filter_bpf_machine.h"

#include <array>

namespace fandump::test {
namespace {

class Machine {
 public:
  Machine(const BpfProgram& program, const KernelPacket& packet) : program_(program), packet_(packet) {}

  uint32_t Run() {
    for (size_t at = 0;;) {
      const sock_filter& in = program_.at(at++);
      switch (BPF_CLASS(in.code)) {
        case BPF_LD:
          if (!Load(in, a_)) return 0;
          break;
        case BPF_LDX:
          if (!Load(in, x_)) return 0;
          break;
        case BPF_ST:
          memory_.at(in.k) = a_;
          break;
        case BPF_STX:
          memory_.at(in.k) = x_;
          break;
        case BPF_ALU:
          if (!Calculate(in)) return 0;
          break;
        case BPF_JMP:
          at += BPF_OP(in.code) == BPF_JA ? in.k : Test(in) ? in.jt : in.jf;
          break;
        case BPF_RET:
          return BPF_RVAL(in.code) == BPF_A ? a_ : in.k;
        default:
          (BPF_MISCOP(in.code) == BPF_TAX ? x_ : a_) = BPF_MISCOP(in.code) == BPF_TAX ? a_ : x_;
      }
    }
  }

 private:
  bool Byte(uint64_t at, uint32_t& value) const {
    constexpr auto kIpHeaderAt = static_cast<uint32_t>(SKF_NET_OFF);
    const bool in_header = at >= kIpHeaderAt;
    const std::vector<uint8_t>& bytes = in_header ? packet_.ip_header : packet_.bytes;
    if (in_header) at -= kIpHeaderAt;
    if (at >= bytes.size()) return false;
    value = value << 8 | bytes[at];
    return true;
  }

  bool Bytes(const sock_filter& in, uint64_t at, uint32_t& value) const {
    const int width = BPF_SIZE(in.code) == BPF_W ? 4 : BPF_SIZE(in.code) == BPF_H ? 2 : 1;
    uint32_t read = 0;
    for (int i = 0; i < width; i++) {
      if (!Byte(at + static_cast<uint64_t>(i), read)) return false;
    }
    value = read;
    return true;
  }

  bool Ancillary(uint32_t offset, uint32_t& value) const {
    switch (offset) {
      case SKF_AD_PROTOCOL:
        value = packet_.protocol;
        return true;
      case SKF_AD_PKTTYPE:
        value = packet_.packet_type;
        return true;
      case SKF_AD_HATYPE:
        value = packet_.hardware_type;
        return true;
      case SKF_AD_IFINDEX:
        value = packet_.interface_index;
        return true;
      case SKF_AD_VLAN_TAG_PRESENT:
        value = packet_.has_tag;
        return true;
      case SKF_AD_VLAN_TAG:
        value = packet_.tci;
        return true;
      case SKF_AD_VLAN_TPID:
        value = packet_.tpid;
        return true;
      default:
        return false;
    }
  }

  bool Load(const sock_filter& in, uint32_t& value) {
    constexpr auto kAncillary = static_cast<uint32_t>(SKF_AD_OFF);
    switch (BPF_MODE(in.code)) {
      case BPF_IMM:
        value = in.k;
        return true;
      case BPF_MEM:
        value = memory_.at(in.k);
        return true;
      case BPF_LEN:
        value = static_cast<uint32_t>(packet_.bytes.size());
        return true;
      case BPF_MSH:
        if (in.k >= packet_.bytes.size()) return false;
        value = (packet_.bytes[in.k] & 0xfU) * 4;
        return true;
      case BPF_IND:
        return Bytes(in, static_cast<uint64_t>(x_) + in.k, value);
      default:
        return in.k >= kAncillary ? Ancillary(in.k - kAncillary, value) : Bytes(in, in.k, value);
    }
  }

  bool Calculate(const sock_filter& in) {
    const uint32_t operand = BPF_SRC(in.code) == BPF_X ? x_ : in.k;
    switch (BPF_OP(in.code)) {
      case BPF_ADD:
        a_ += operand;
        return true;
      case BPF_SUB:
        a_ -= operand;
        return true;
      case BPF_MUL:
        a_ *= operand;
        return true;
      case BPF_DIV:
        if (operand == 0) return false;
        a_ /= operand;
        return true;
      case BPF_MOD:
        if (operand == 0) return false;
        a_ %= operand;
        return true;
      case BPF_OR:
        a_ |= operand;
        return true;
      case BPF_AND:
        a_ &= operand;
        return true;
      case BPF_XOR:
        a_ ^= operand;
        return true;
      case BPF_LSH:
        a_ = operand < 32 ? a_ << operand : 0;
        return true;
      case BPF_RSH:
        a_ = operand < 32 ? a_ >> operand : 0;
        return true;
      default:
        a_ = 0U - a_;
        return true;
    }
  }

  bool Test(const sock_filter& in) const {
    const uint32_t operand = BPF_SRC(in.code) == BPF_X ? x_ : in.k;
    switch (BPF_OP(in.code)) {
      case BPF_JEQ:
        return a_ == operand;
      case BPF_JGT:
        return a_ > operand;
      case BPF_JGE:
        return a_ >= operand;
      default:
        return (a_ & operand) != 0;
    }
  }

  const BpfProgram& program_;
  const KernelPacket& packet_;
  uint32_t a_ = 0;
  uint32_t x_ = 0;
  std::array<uint32_t, BPF_MEMWORDS> memory_{};
};

}  // namespace

bool IsLoadable(const BpfProgram& program) {
  if (program.empty() || program.size() > BPF_MAXINSNS) return false;
  for (size_t at = 0; at < program.size(); at++) {
    const sock_filter& in = program[at];
    if (BPF_CLASS(in.code) != BPF_JMP) continue;
    if (BPF_OP(in.code) == BPF_JA) {
      if (at + 1 + in.k >= program.size()) return false;
    } else if (at + 1 + in.jt >= program.size() || at + 1 + in.jf >= program.size()) {
      return false;
    }
  }
  return BPF_CLASS(program.back().code) == BPF_RET;
}

uint32_t RunKernelProgram(const BpfProgram& program, const KernelPacket& packet) {
  return Machine(program, packet).Run();
}

uint32_t RunOnBytes(const BpfProgram& program, const std::vector<uint8_t>& bytes) {
  KernelPacket packet;
  packet.bytes = bytes;
  return Machine(program, packet).Run();
}

}  // namespace fandump::test
