// Interface Description Block: draft-ietf-opsawg-pcapng, section 4.2.
#include "sink/pcapng_interfaces.h"

#include <algorithm>

namespace fandump {
namespace {

constexpr char kNanoseconds = 9;   // 10^-9
constexpr char kFilterIsText = 0;  // the first byte of if_filter: an expression follows

// The most interfaces of a file, but for those that packets of further ones belong to: their source's first without a
// VNI, one for each link type. Readers hold all of them in memory, and take 65536.
constexpr size_t kMostInterfaces = 65000;

std::string FilterOption(const std::string& filter) {
  std::string value(1, kFilterIsText);
  value.append(filter);
  return value;
}

}  // namespace

SavedInterfaces::SavedInterfaces(std::vector<SavedSource> sources, PcapngHost host, bool per_vni)
    : sources_(std::move(sources)), host_(std::move(host)), per_vni_(per_vni), copied_blocks_(sources_.size()) {}

size_t SavedInterfaces::KeyHash::operator()(const Key& key) const {
  const uint64_t upper = uint64_t{key.source} << 48 | uint64_t{key.link_type} << 32 | key.number;
  return std::hash<uint64_t>()(upper * 0x9e3779b97f4a7c15 + key.vni);
}

SavedInterfaces::Key SavedInterfaces::KeyOf(const PacketView& packet) const {
  const uint16_t source = packet.source < sources_.size() ? packet.source : uint16_t{0};
  const bool has_vni = per_vni_ && packet.tunnel != nullptr;
  return {source, packet.link_type, sources_[source].copied ? packet.interface_index : 0,
          has_vni ? packet.tunnel->vni : kNoVni};
}

SavedInterface& SavedInterfaces::Find(Key key) {
  last_key_ = key;
  auto found = by_key_.find(key);
  if (found == by_key_.end() && interfaces_.size() >= kMostInterfaces) {
    key.vni = kNoVni;
    key.number = 0;
    found = by_key_.find(key);
  }
  if (found != by_key_.end()) {
    last_ = found->second;
    return *last_;
  }
  auto interface = std::make_unique<SavedInterface>();
  interface->source = key.source;
  interface->is_nominal = key.vni == kNoVni && key.link_type == sources_[key.source].link_type && key.number == 0;
  interface->block = Describe(key);
  last_ = interface.get();
  by_key_.emplace(key, last_);
  interfaces_.push_back(std::move(interface));
  return *last_;
}

std::string SavedInterfaces::Describe(const Key& key) const {
  const SavedSource& source = sources_[key.source];
  const auto copied = source.copied ? source.copied->Interface(key.number) : std::nullopt;
  PcapngBlock block(pcapng::kInterfaceDescription);
  block.Add16(key.link_type);
  block.Add16(0);
  block.Add32(copied ? copied->snaplen : source.snaplen);
  if (copied) {
    block.AddBytes(copied->options.data(), copied->options.size());
  } else {
    const std::string vni = key.vni == kNoVni ? "" : " vni=" + std::to_string(key.vni);
    block.AddOption(pcapng::kInterfaceName, source.name + vni);
    if (source.is_of_this_host && !host_.os.empty()) block.AddOption(pcapng::kInterfaceOs, host_.os);
    if (!source.filter.empty()) block.AddOption(pcapng::kInterfaceFilter, FilterOption(source.filter));
  }
  block.AddOption(pcapng::kInterfaceTimeResolution, {&kNanoseconds, 1});
  return block.Finish();
}

SavedInterface& SavedInterfaces::Nominal(uint16_t source) {
  return Find({source, sources_[source].link_type, 0, kNoVni});
}

std::vector<std::string> SavedInterfaces::StartFile() {
  next_id_ = 0;
  std::fill(copied_blocks_.begin(), copied_blocks_.end(), 0);
  for (const auto& interface : interfaces_) interface->id = SavedInterface::kNotInFile;
  std::vector<std::string> blocks{SectionHeader(host_)};
  for (size_t i = 0; i < sources_.size(); i++) {
    // Which interfaces a file has is known when their packets come.
    if (!sources_[i].link_type_is_fixed || sources_[i].copied || per_vni_) continue;
    SavedInterface& interface = Nominal(static_cast<uint16_t>(i));
    AddToFile(interface);
    blocks.push_back(interface.block);
  }
  return blocks;
}

std::optional<std::string> SavedInterfaces::NextCopiedBlock() {
  for (size_t i = 0; i < sources_.size(); i++) {
    const auto& copied = sources_[i].copied;
    if (!copied || copied_blocks_[i] >= copied->block_count()) continue;
    const CopiedBlock block = copied->Block(copied_blocks_[i]++);
    return WholeBlock(block.type, block.body);
  }
  return std::nullopt;
}

void SavedInterfaces::TellLeftOut(const std::string& path, const NoticeHandler& notice) const {
  for (const SavedSource& source : sources_) {
    const uint64_t left_out = source.copied ? source.copied->left_out() : 0;
    if (left_out == 0 || !notice) continue;
    notice({"EPCAPNG_LEFT_OUT",
            path + ": lacks " + std::to_string(left_out) + (left_out == 1 ? " block" : " blocks") + " of " +
                source.name + " with names, secrets or options of an interface: longer than " +
                std::to_string(CopiedBlocks::kMostBlockBytes) + " bytes, or all together than " +
                std::to_string(CopiedBlocks::kMostBytes),
            "editcap " + source.name + " NEW.pcapng keeps them"});
  }
}

}  // namespace fandump
