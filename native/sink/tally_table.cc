#include "sink/tally_table.h"

#include <sys/random.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace fandump {

namespace {

// An odd number whose multiples spread over all bits: 2^64 divided by the golden ratio.
constexpr uint64_t kSpread = 0x9e3779b97f4a7c15;

}  // namespace

TallyTable::TallyTable(size_t key_length, size_t capacity)
    : key_length_(key_length), capacity_(capacity), heads_(std::bit_ceil(2 * capacity), kNone) {
  keys_.reserve(capacity * key_length);
  counts_.reserve(capacity);
  next_.reserve(capacity);
  least_.reserve(capacity);
  if (getrandom(&seed_, sizeof seed_, GRND_NONBLOCK) != sizeof seed_) seed_ = reinterpret_cast<uintptr_t>(this);
}

void TallyTable::Add(const uint8_t* key, uint64_t bytes) {
  if (last_ == kNone || std::memcmp(this->key(last_), key, key_length_) != 0) {
    const uint64_t hash = Hash(key);
    last_ = Find(key, hash);
    if (last_ == kNone) last_ = Insert(key, hash);
  }
  counts_[last_].packets++;
  counts_[last_].bytes += bytes;
}

uint64_t TallyTable::Hash(const uint8_t* key) const {
  uint64_t hash = seed_;
  for (size_t at = 0; at < key_length_; at += sizeof(uint64_t)) {
    uint64_t word;
    std::memcpy(&word, key + at, sizeof word);
    hash = (hash ^ word) * kSpread;
    hash ^= hash >> 32;
  }
  return hash;
}

uint32_t TallyTable::Find(const uint8_t* key, uint64_t hash) {
  for (uint32_t row = Head(hash); row != kNone; row = next_[row]) {
    if (std::memcmp(this->key(row), key, key_length_) == 0) return row;
  }
  return kNone;
}

uint32_t TallyTable::Insert(const uint8_t* key, uint64_t hash) {
  uint32_t row = static_cast<uint32_t>(counts_.size());
  if (row < capacity_) {
    keys_.insert(keys_.end(), key, key + key_length_);
    counts_.emplace_back();
    next_.push_back(kNone);
  } else {
    exact_ = false;
    row = TakeLeast();
    Unlink(row);
    std::memcpy(keys_.data() + row * key_length_, key, key_length_);
    counts_[row].uncertain = counts_[row].packets;
  }
  next_[row] = Head(hash);
  Head(hash) = row;
  return row;
}

void TallyTable::Unlink(uint32_t row) {
  uint32_t* link = &Head(Hash(key(row)));
  while (*link != row) link = &next_[*link];
  *link = next_[row];
}

// Counts only grow, so the least one does, too: the rows found to have it are used up one by one before they are looked
// for again.
uint32_t TallyTable::TakeLeast() {
  while (true) {
    while (!least_.empty()) {
      const uint32_t row = least_.back();
      least_.pop_back();
      if (counts_[row].packets == least_packets_) return row;
    }
    least_packets_ = UINT64_MAX;
    for (const Counts& counts : counts_) least_packets_ = std::min(least_packets_, counts.packets);
    for (uint32_t row = 0; row < counts_.size(); row++) {
      if (counts_[row].packets == least_packets_) least_.push_back(row);
    }
  }
}

}  // namespace fandump
