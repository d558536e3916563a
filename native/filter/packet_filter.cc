#include "filter/packet_filter.h"

#include <pcap.h>

#include <algorithm>

#include "bpf/bpf_codes.h"
#include "filter/compile.h"
#include "filter/link_types.h"

namespace fandump {

// A program in libpcap's own instruction type, as its interpreter takes it.
struct PacketFilter::Program {
  std::vector<bpf_insn> instructions;
  // Loads of a constant that stands for what the kernel knew; set anew for each packet.
  std::vector<size_t> direction_loads;
  std::vector<size_t> interface_loads;
};

struct PacketFilter::Compiled {
  uint16_t link_type;
  std::vector<Program> programs;
  std::vector<uint16_t> by_answers;  // to the tests of the packet's tunnel
};

PacketFilter::PacketFilter(FilterExpression expression, uint32_t snaplen, bool optimize, FilterScope scope)
    : expression_(std::move(expression)), snaplen_(snaplen), optimize_(optimize), scope_(scope) {}

PacketFilter::~PacketFilter() = default;

void PacketFilter::Prepare(uint16_t link_type) {
  if (expression_.empty()) return;
  const CompiledExpression expression = CompileExpression(expression_, link_type, snaplen_, optimize_);
  auto compiled = std::make_unique<Compiled>();
  compiled->link_type = link_type;
  compiled->by_answers = expression.by_answers;
  for (const BpfProgram& program : expression.programs) AddProgram(program, *compiled);
  Keep(std::move(compiled));
}

void PacketFilter::AddProgram(const BpfProgram& program, Compiled& compiled) const {
  Program& added = compiled.programs.emplace_back();
  for (const sock_filter& instruction : program) {
    bpf_insn copy{instruction.code, instruction.jt, instruction.jf, instruction.k};
    if (ReadsAncillaryData(instruction)) {
      if (scope_ == FilterScope::kAllPackets) {
        throw CaptureError("EFILTER", "inbound, outbound and ifindex can be told by a live af_packet source only");
      }
      const bool direction = instruction.k == bpf::kPacketTypeAt;
      (direction ? added.direction_loads : added.interface_loads).push_back(added.instructions.size());
      copy.code = BPF_LD | BPF_IMM;
    }
    added.instructions.push_back(copy);
  }
}

std::string PacketFilter::PrepareOrRefuse(uint16_t link_type) {
  try {
    Prepare(link_type);
    return {};
  } catch (const CaptureError& error) {
    auto refusing = std::make_unique<Compiled>();
    refusing->link_type = link_type;
    refusing->programs.push_back({{{BPF_RET | BPF_K, 0, 0, 0}}, {}, {}});
    refusing->by_answers.assign(size_t{1} << expression_.tests.size(), 0);
    Keep(std::move(refusing));
    return error.what();
  }
}

void PacketFilter::Keep(std::unique_ptr<Compiled> compiled) {
  compiled_.push_back(std::move(compiled));
  last_ = compiled_.back().get();
}

size_t PacketFilter::Apply(PacketView* packets, size_t size) {
  if (expression_.empty()) return size;
  size_t kept = 0;
  for (size_t i = 0; i < size; i++) {
    if (!Accepts(packets[i])) continue;
    if (kept != i) packets[kept] = packets[i];
    kept++;
  }
  return kept;
}

PacketFilter::Compiled& PacketFilter::CompiledFor(uint16_t link_type) {
  if (last_ != nullptr && last_->link_type == link_type) return *last_;
  const auto found = std::find_if(compiled_.begin(), compiled_.end(),
                                  [link_type](const auto& compiled) { return compiled->link_type == link_type; });
  if (found != compiled_.end()) {
    last_ = found->get();
    return *last_;
  }
  try {
    Prepare(link_type);
  } catch (const CaptureError& error) {
    const auto name = LinkTypeName(link_type);
    throw CaptureError(
        error.code(),
        "filtering packets of link type " + (name ? name->first : std::to_string(link_type)) + ": " + error.what(),
        error.system_errno(), error.hint());
  }
  return *last_;
}

bool PacketFilter::Accepts(PacketView& packet) {
  if (scope_ == FilterScope::kRestoredTags && (packet.flags & kFlagVlanRestored) == 0) return true;
  Compiled& compiled = CompiledFor(packet.link_type);
  Program& program = compiled.programs[compiled.by_answers[Answers(expression_.tests, packet.tunnel)]];
  for (const size_t load : program.direction_loads) program.instructions[load].k = packet.direction;
  for (const size_t load : program.interface_loads) program.instructions[load].k = packet.interface_index;
  if (bpf_filter(program.instructions.data(), packet.data, packet.len, packet.caplen) == 0) return false;
  if (scope_ == FilterScope::kRestoredTags) packet.caplen = std::min(packet.caplen, snaplen_);
  return true;
}

}  // namespace fandump
