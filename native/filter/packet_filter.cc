#include "filter/packet_filter.h"

#include <pcap.h>

#include <algorithm>

#include "filter/compile.h"
#include "filter/link_types.h"

namespace fandump {

// A program in libpcap's own instruction type, as its interpreter takes it.
struct PacketFilter::Compiled {
  uint16_t link_type;
  std::vector<bpf_insn> instructions;
  // Loads of a constant that stands for what the kernel knew; set anew for each packet.
  std::vector<size_t> direction_loads;
  std::vector<size_t> interface_loads;
};

PacketFilter::PacketFilter(std::string expression, uint32_t snaplen, bool optimize, FilterScope scope)
    : expression_(std::move(expression)), snaplen_(snaplen), optimize_(optimize), scope_(scope) {}

PacketFilter::~PacketFilter() = default;

void PacketFilter::Prepare(uint16_t link_type) {
  if (expression_.empty()) return;
  auto compiled = std::make_unique<Compiled>();
  compiled->link_type = link_type;
  for (const sock_filter& instruction : CompileFilter(expression_, link_type, snaplen_, optimize_)) {
    bpf_insn copy{instruction.code, instruction.jt, instruction.jf, instruction.k};
    if (ReadsAncillaryData(instruction)) {
      if (scope_ == FilterScope::kAllPackets) {
        throw CaptureError("EFILTER", "inbound, outbound and ifindex can be told by a live af_packet source only");
      }
      const bool direction = instruction.k == static_cast<uint32_t>(SKF_AD_OFF + SKF_AD_PKTTYPE);
      (direction ? compiled->direction_loads : compiled->interface_loads).push_back(compiled->instructions.size());
      copy.code = BPF_LD | BPF_IMM;
    }
    compiled->instructions.push_back(copy);
  }
  Keep(std::move(compiled));
}

std::string PacketFilter::PrepareOrRefuse(uint16_t link_type) {
  try {
    Prepare(link_type);
    return {};
  } catch (const CaptureError& error) {
    auto refusing = std::make_unique<Compiled>();
    refusing->link_type = link_type;
    refusing->instructions.push_back({BPF_RET | BPF_K, 0, 0, 0});
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
    throw CaptureError(error.code(),
                       "filtering packets of link type " + (name ? name->first : std::to_string(link_type)) + ": " +
                           error.what(),
                       error.system_errno(), error.hint());
  }
  return *last_;
}

bool PacketFilter::Accepts(PacketView& packet) {
  if (scope_ == FilterScope::kRestoredTags && (packet.flags & kFlagVlanRestored) == 0) return true;
  Compiled& compiled = CompiledFor(packet.link_type);
  for (const size_t load : compiled.direction_loads) compiled.instructions[load].k = packet.direction;
  for (const size_t load : compiled.interface_loads) compiled.instructions[load].k = packet.interface_index;
  if (bpf_filter(compiled.instructions.data(), packet.data, packet.len, packet.caplen) == 0) return false;
  if (scope_ == FilterScope::kRestoredTags) packet.caplen = std::min(packet.caplen, snaplen_);
  return true;
}

}  // namespace fandump
