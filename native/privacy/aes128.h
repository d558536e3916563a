// The block cipher AES with keys of 128 bits, FIPS 197: encryption only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace fandump {

using AesBlock = std::array<uint8_t, 16>;

class Aes128 {
 public:
  explicit Aes128(const AesBlock& key);
  AesBlock Encrypt(const AesBlock& block) const;

 private:
  static constexpr int kRounds = 10;
  std::array<uint32_t, 4 * (kRounds + 1)> round_keys_;  // four words a round, first byte uppermost
};

}  // namespace fandump
