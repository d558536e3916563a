// Crypto-PAn: pseudonyms of addresses that share as many leading bits as the addresses do.
// Xu, Fan, Ammar, Moon: "Prefix-Preserving IP Address Anonymization", ICNP 2002.
#pragma once

#include <cstddef>

#include "privacy/aes128.h"

namespace fandump {

// The cipher's key, then what the padding is made of: the layout of the authors' programs.
using PseudonymKey = std::array<uint8_t, 32>;

class CryptoPan {
 public:
  explicit CryptoPan(const PseudonymKey& key);

  // In place; length in bytes, 4 (IPv4) or 16 (IPv6). An address has 8 times as many calls of the cipher.
  void Pseudonymize(uint8_t* address, size_t length) const;

  // An Ethernet address, in place. No prefix is kept: what is known of makers would tell devices apart. The bit of
  // groups stays, the one of locally administered addresses is set.
  void PseudonymizeStation(uint8_t* address) const;

 private:
  const Aes128 cipher_;
  const AesBlock pad_;
  const Aes128 station_cipher_;
};

}  // namespace fandump
