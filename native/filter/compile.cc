#include "filter/compile.h"

#include <pcap.h>

#include <algorithm>
#include <memory>

#include "filter/link_types.h"

namespace fandump {
namespace {

constexpr char kFilterHint[] = "man 7 pcap-filter";

struct HandleCloser {
  void operator()(pcap_t* handle) const { pcap_close(handle); }
};

struct ProgramFreer {
  void operator()(bpf_program* program) const { pcap_freecode(program); }
};

}  // namespace

BpfProgram CompileFilter(const std::string& expression, uint16_t link_type, uint32_t snaplen, bool optimize) {
  const std::unique_ptr<pcap_t, HandleCloser> handle(
      pcap_open_dead(LinkTypeToDlt(link_type), static_cast<int>(snaplen)));
  if (!handle) throw CaptureError("EFILTER", "compiling the filter: out of memory");
  // The compiler would end there.
  if (expression.find('\0') != std::string::npos) throw CaptureError("EFILTER", "the filter has a zero byte in it");
  bpf_program compiled{};
  if (pcap_compile(handle.get(), &compiled, expression.c_str(), optimize ? 1 : 0, PCAP_NETMASK_UNKNOWN) != 0) {
    throw CaptureError("EFILTER", pcap_geterr(handle.get()), 0, kFilterHint);
  }
  const std::unique_ptr<bpf_program, ProgramFreer> freer(&compiled);
  BpfProgram program;
  program.reserve(compiled.bf_len);
  for (const bpf_insn* instruction = compiled.bf_insns; instruction != compiled.bf_insns + compiled.bf_len;
       instruction++) {
    program.push_back({instruction->code, instruction->jt, instruction->jf, instruction->k});
  }
  return program;
}

bool ReadsAncillaryData(const sock_filter& instruction) {
  return BPF_CLASS(instruction.code) == BPF_LD && BPF_MODE(instruction.code) == BPF_ABS &&
         instruction.k >= static_cast<uint32_t>(SKF_AD_OFF);
}

bool HasLoop(const BpfProgram& program) {
  // Conditional jumps cannot go back: their distances are unsigned bytes.
  return std::any_of(program.begin(), program.end(), [](const sock_filter& instruction) {
    return instruction.code == (BPF_JMP | BPF_JA) && static_cast<int32_t>(instruction.k) < 0;
  });
}

}  // namespace fandump
