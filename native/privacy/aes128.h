// The block cipher AES with keys of 128 bits, FIPS 197: encryption only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace fandump {

using AesBlock = std::array<uint8_t, 16>;

class Aes128 {
 public:
  static constexpr int kRounds = 10;
  using RoundKeys = std::array<AesBlock, kRounds + 1>;

  explicit Aes128(const AesBlock& key);
  AesBlock Encrypt(const AesBlock& block) const;
  // Each in place: several at once by the processor's own instructions, where it has them.
  void EncryptAll(AesBlock* blocks, size_t count) const;

 private:
  RoundKeys round_keys_;
};

}  // namespace fandump
