// The pseudonyms of a capture: Crypto-PAn's, but for addresses that name no host, and kept for the next packet.
#pragma once

#include <cstring>
#include <vector>

#include "privacy/crypto_pan.h"

namespace fandump {

class Pseudonyms {
 public:
  explicit Pseudonyms(const PseudonymKey& key) : cipher_(key) {}

  // Each in place. Those for no host, all hosts, a group or this host stay as they are: 0.0.0.0, 255.255.255.255,
  // 224.0.0.0/4, 127.0.0.0/8; ::, ::1, ff00::/8; 00:00:00:00:00:00, groups and broadcast of Ethernet.
  void Ipv4(uint8_t* address);
  void Ipv6(uint8_t* address);
  void Station(uint8_t* address);

 private:
  // A small table by hash in which a newer address takes the place of an older one.
  template <size_t kLength>
  class Known {
   public:
    struct Entry {
      uint8_t address[kLength];
      uint8_t pseudonym[kLength];
      bool is_used;
    };
    Entry& Find(const uint8_t* address) {
      // Not before it is needed: a megabyte that most captures never touch.
      if (entries_.empty()) entries_.resize(kEntries);
      uint64_t hash = 0;
      for (size_t i = 0; i < kLength; i++) hash = (hash ^ address[i]) * 0x100000001b3;  // FNV-1a
      return entries_[(hash ^ hash >> 32) % kEntries];
    }

   private:
    static constexpr size_t kEntries = 1 << 15;
    std::vector<Entry> entries_;
  };

  template <size_t kLength, typename Make>
  void Replace(Known<kLength>& known, uint8_t* address, Make make) {
    auto& entry = known.Find(address);
    if (!entry.is_used || std::memcmp(entry.address, address, kLength) != 0) {
      std::memcpy(entry.address, address, kLength);
      std::memcpy(entry.pseudonym, address, kLength);
      make(entry.pseudonym);
      entry.is_used = true;
    }
    std::memcpy(address, entry.pseudonym, kLength);
  }

  const CryptoPan cipher_;
  Known<4> ipv4_;
  Known<16> ipv6_;
  Known<6> stations_;
};

}  // namespace fandump
