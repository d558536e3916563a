#include "filter/kernel_filter.h"

#include <cctype>
#include <string_view>

#include "bpf/bpf_codes.h"
#include "cooked_header.h"
#include "filter/compile.h"
#include "filter/missing_bytes.h"

namespace fandump {
namespace {

// Characters of names and numbers in pcap-filter(7); a backslash makes a keyword a plain name.
bool IsWordCharacter(char character) {
  return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_' || character == '-' ||
         character == '.' || character == '\\';
}

bool HasWord(std::string_view expression, std::string_view word) {
  for (size_t at = expression.find(word); at != std::string_view::npos; at = expression.find(word, at + 1)) {
    const size_t end = at + word.size();
    const bool starts = at == 0 || !IsWordCharacter(expression[at - 1]);
    const bool ends = end == expression.size() || !IsWordCharacter(expression[end]);
    if (starts && ends) return true;
  }
  return false;
}

void AddDirectionTest(BpfAssembler& assembler, DirectionChoice direction) {
  if (direction == DirectionChoice::kInOut) return;
  const BpfAssembler::Label wanted = assembler.NewLabel();
  const BpfAssembler::Label refused = assembler.NewLabel();
  assembler.Add(bpf::kLoadWord, bpf::kPacketTypeAt);
  const bool out = direction == DirectionChoice::kOut;
  assembler.AddBranch(bpf::kBranchIfEqual, kDirectionOutgoing, out ? wanted : refused, out ? refused : wanted);
  assembler.Bind(refused);
  assembler.Add(bpf::kReturn, 0);
  assembler.Bind(wanted);
}

// The original program for packets whose tags, if any, lie in the bytes; relocated for the others.
BpfProgram AssembleForTags(const BpfProgram& program, uint32_t snaplen, DirectionChoice direction, bool relocate,
                           bool recheck) {
  BpfAssembler assembler;
  AddDirectionTest(assembler, direction);
  const BpfAssembler::Label untagged = assembler.NewLabel();
  const BpfAssembler::Label tagged = assembler.NewLabel();
  assembler.Add(bpf::kLoadWord, bpf::kTagPresentAt);
  assembler.AddBranch(bpf::kBranchIfEqual, 0, untagged, tagged);
  assembler.Bind(untagged);
  AddProgram(assembler, program, snaplen);
  assembler.Bind(tagged);
  // What is judged again must not have been cut before: a load behind the cut would refuse it.
  const uint32_t accept = recheck ? kMaxSnaplen : snaplen;
  if (relocate) {
    AddRelocatedProgram(assembler, program, TagOfFrame(), accept);
  } else {
    assembler.Add(bpf::kReturn, accept);
  }
  return assembler.Assemble();
}

// A program that accepts all where its part for the packets behind a cooked header is not to be had.
BpfProgram AssembleCooked(const BpfProgram& program, uint16_t link_type, uint32_t accept, DirectionChoice direction,
                          bool recheck) {
  BpfAssembler assembler;
  AddDirectionTest(assembler, direction);
  if (recheck) {
    assembler.Add(bpf::kReturn, accept);
  } else {
    AddRelocatedProgram(assembler, program, CookedHeader(link_type), accept);
  }
  return assembler.Assemble();
}

BpfProgram Assemble(const BpfProgram& program, uint32_t snaplen, DirectionChoice direction) {
  BpfAssembler assembler;
  AddDirectionTest(assembler, direction);
  AddProgram(assembler, program, snaplen);
  return assembler.Assemble();
}

}  // namespace

KernelFilter BuildKernelFilter(const std::string& expression, uint16_t link_type, uint32_t snaplen, bool optimize,
                               DirectionChoice direction) {
  KernelFilter filter;
  if (expression.empty() && direction == DirectionChoice::kInOut && snaplen == kMaxSnaplen) return filter;
  const BpfProgram compiled = CompileFilter(expression, link_type, snaplen, optimize);
  if (HasLoop(compiled)) {
    throw CaptureError("EFILTER", "protochain makes a loop of the filter, and the kernel runs none", 0,
                       "write packets to a file with -w, then filter them with -r");
  }
  if (link_type == kLinkTypeEthernet && HasWord(expression, "vlan")) {
    filter.recheck_restored_tags = !IsRelocatable(compiled, TagOfFrame());
    filter.program = AssembleForTags(compiled, snaplen, direction, true, filter.recheck_restored_tags);
    if (filter.program.size() > BPF_MAXINSNS) {
      // Two forms do not fit: keep the original, and judge tagged packets in userspace only.
      filter.recheck_restored_tags = true;
      filter.program = AssembleForTags(compiled, snaplen, direction, false, true);
    }
  } else if (IsCooked(link_type)) {
    filter.recheck_all = !IsRelocatable(compiled, CookedHeader(link_type));
    const uint32_t accept = filter.recheck_all ? kMaxSnaplen : SnaplenBehindHeader(link_type, snaplen);
    filter.program = AssembleCooked(compiled, link_type, accept, direction, filter.recheck_all);
  } else {
    filter.program = Assemble(compiled, snaplen, direction);
  }
  if (filter.program.size() > BPF_MAXINSNS) {
    throw CaptureError("EFILTER",
                       "the filter compiles to " + std::to_string(filter.program.size()) +
                           " instructions, more than the kernel takes (" + std::to_string(BPF_MAXINSNS) + ")",
                       0, "shorten the expression: networks instead of lists of hosts, portrange instead of ports");
  }
  return filter;
}

}  // namespace fandump
