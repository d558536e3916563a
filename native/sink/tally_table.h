// Counts by key in bounded memory: exact until there are more keys than fit, then by the Space-Saving algorithm
// (Metwally, Agrawal, El Abbadi: Efficient Computation of Frequent and Top-k Elements in Data Streams, 2005). A new key
// then takes the place, and the counts, of the one with the fewest packets. The sum of all counts is always exact, no
// count is ever too low, and a key with more than 1/capacity of all packets is always there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fandump {

class TallyTable {
 public:
  struct Counts {
    uint64_t packets = 0;
    uint64_t bytes = 0;
    uint64_t uncertain = 0;  // so many of packets may be of other keys
  };

  // key_length in bytes, a multiple of 8. Memory for all keys is taken at once.
  TallyTable(size_t key_length, size_t capacity);

  // One more packet of so many bytes.
  void Add(const uint8_t* key, uint64_t bytes);

  size_t size() const { return counts_.size(); }
  const uint8_t* key(size_t row) const { return keys_.data() + row * key_length_; }
  const Counts& counts(size_t row) const { return counts_[row]; }
  // Whether every key there was has its row.
  bool exact() const { return exact_; }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;

  uint64_t Hash(const uint8_t* key) const;
  uint32_t& Head(uint64_t hash) { return heads_[hash & (heads_.size() - 1)]; }
  uint32_t Find(const uint8_t* key, uint64_t hash);
  uint32_t Insert(const uint8_t* key, uint64_t hash);
  void Unlink(uint32_t row);
  // A row with the fewest packets.
  uint32_t TakeLeast();

  const size_t key_length_;
  const size_t capacity_;
  uint64_t seed_ = 0;  // nobody outside can choose keys that meet in one chain
  bool exact_ = true;
  uint32_t last_ = kNone;
  std::vector<uint8_t> keys_;
  std::vector<Counts> counts_;
  std::vector<uint32_t> heads_;  // of the chains of rows
  std::vector<uint32_t> next_;
  // Rows that had least_packets when they were looked for; some may have grown since.
  std::vector<uint32_t> least_;
  uint64_t least_packets_ = 0;
};

}  // namespace fandump
