// The interfaces of a pcapng file: which block a packet's interface has, and what each block says.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "copied_blocks.h"
#include "sink/pcapng_blocks.h"

namespace fandump {

// A source of packets as a savefile describes it.
struct SavedSource {
  std::string name;
  std::string filter;
  uint16_t link_type = 0;
  uint32_t snaplen = kMaxSnaplen;
  bool link_type_is_fixed = true;        // false: packets of other link types may come, too
  std::shared_ptr<CopiedBlocks> copied;  // of a source that is a pcapng file
  bool is_of_this_host = true;           // whose system the file tells then
};

struct SavedInterface {
  static constexpr uint32_t kNotInFile = 0xffffffff;

  uint16_t source = 0;
  bool is_nominal = false;   // the one that the counters of its source are told of
  uint32_t id = kNotInFile;  // in the current file
  uint64_t written = 0;      // packets, since the capture began
  std::string block;         // its description
};

// Of a copied block, and of an interface's description: beside copied options stands little, and in place of them
// stand a few of 64 KiB at most.
constexpr size_t kLongestPcapngBlock = CopiedBlocks::kMostBlockBytes + 1024;

class SavedInterfaces {
 public:
  SavedInterfaces(std::vector<SavedSource> sources, PcapngHost host, bool per_vni);

  // The interface that a packet came by. The reference holds until the next call.
  SavedInterface& Of(const PacketView& packet) {
    const Key key = KeyOf(packet);
    if (last_ != nullptr && key == last_key_) return *last_;
    return Find(key);
  }

  // A new file has begun: its first blocks, among them those of interfaces that are known from the start.
  std::vector<std::string> StartFile();
  // A block with names or secrets that the file lacks yet: they come before the packets that they are for.
  std::optional<std::string> NextCopiedBlock();
  // The interface of a source's packets where nothing is known of them.
  SavedInterface& Nominal(uint16_t source);
  bool file_has_none() const { return next_id_ == 0; }
  // The number of an interface whose block follows in the file.
  void AddToFile(SavedInterface& interface) { interface.id = next_id_++; }

  // Once all packets are there: says what inputs have that the file `path` lacks.
  void TellLeftOut(const std::string& path, const NoticeHandler& notice) const;

  const std::vector<SavedSource>& sources() const { return sources_; }
  const std::vector<std::unique_ptr<SavedInterface>>& all() const { return interfaces_; }

 private:
  struct Key {
    uint16_t source;
    uint16_t link_type;
    uint32_t number;
    uint32_t vni;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    size_t operator()(const Key& key) const;
  };

  Key KeyOf(const PacketView& packet) const;
  SavedInterface& Find(Key key);
  std::string Describe(const Key& key) const;

  const std::vector<SavedSource> sources_;
  const PcapngHost host_;
  const bool per_vni_;
  std::unordered_map<Key, SavedInterface*, KeyHash> by_key_;
  std::vector<std::unique_ptr<SavedInterface>> interfaces_;
  Key last_key_{};
  SavedInterface* last_ = nullptr;
  uint32_t next_id_ = 0;
  std::vector<size_t> copied_blocks_;  // of each source: how many are in the file
};

}  // namespace fandump
