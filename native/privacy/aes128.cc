// FIPS 197. Substitution, row shift and column mix of a byte are one look-up in a table made at start (as in the
// designers' proposal, section 5.2.1). Look-ups take a time that depends on key and data: whoever can measure single
// packets on this machine is none that captures are hidden from.
#include "privacy/aes128.h"

#include <bit>

#include "big_endian.h"
#include "privacy/aes_instructions.h"

namespace fandump {
namespace {

constexpr unsigned kPolynomial = 0x11b;  // x^8 + x^4 + x^3 + x + 1, section 4.2

struct Tables {
  std::array<uint8_t, 256> substitute;
  std::array<uint32_t, 256> mixed;  // a substituted byte of the first row, times the column 2 1 1 3
};

constexpr uint8_t Double(uint8_t value) {
  return static_cast<uint8_t>(value << 1 ^ ((value & 0x80) != 0 ? kPolynomial : 0));
}

constexpr Tables MakeTables() {
  Tables tables{};
  // 3 generates all but zero: its powers, walked up and down, give each number beside its inverse.
  uint8_t number = 1, inverse = 1;
  do {
    number = static_cast<uint8_t>(number ^ Double(number));
    // Division by 3.
    inverse = static_cast<uint8_t>(inverse ^ inverse << 1);
    inverse = static_cast<uint8_t>(inverse ^ inverse << 2);
    inverse = static_cast<uint8_t>(inverse ^ inverse << 4);
    if ((inverse & 0x80) != 0) inverse ^= 0x09;
    tables.substitute[number] = static_cast<uint8_t>(inverse ^ std::rotl(inverse, 1) ^ std::rotl(inverse, 2) ^
                                                     std::rotl(inverse, 3) ^ std::rotl(inverse, 4) ^ 0x63);
  } while (number != 1);
  tables.substitute[0] = 0x63;
  for (unsigned i = 0; i < 256; i++) {
    const uint8_t value = tables.substitute[i];
    const uint8_t twice = Double(value);
    tables.mixed[i] =
        uint32_t{twice} << 24 | uint32_t{value} << 16 | uint32_t{value} << 8 | static_cast<uint8_t>(twice ^ value);
  }
  return tables;
}

constexpr Tables kTables = MakeTables();

uint8_t Byte(uint32_t word, int index) { return static_cast<uint8_t>(word >> (24 - 8 * index)); }

void Store(uint8_t* at, uint32_t word) {
  for (int i = 0; i < 4; i++) at[i] = Byte(word, i);
}

uint32_t Substitute(uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
  const auto& table = kTables.substitute;
  return uint32_t{table[Byte(a, 0)]} << 24 | uint32_t{table[Byte(b, 1)]} << 16 | uint32_t{table[Byte(c, 2)]} << 8 |
         uint32_t{table[Byte(d, 3)]};
}

uint32_t Mix(uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
  const auto& table = kTables.mixed;
  return table[Byte(a, 0)] ^ std::rotr(table[Byte(b, 1)], 8) ^ std::rotr(table[Byte(c, 2)], 16) ^
         std::rotr(table[Byte(d, 3)], 24);
}

}  // namespace

Aes128::Aes128(const AesBlock& key) {
  std::array<uint32_t, 4 * (kRounds + 1)> words;
  for (size_t i = 0; i < 4; i++) words[i] = ReadBig32(key.data() + 4 * i);
  uint8_t round_constant = 1;
  for (size_t i = 4; i < words.size(); i++) {
    uint32_t word = words[i - 1];
    if (i % 4 == 0) {
      word = std::rotl(word, 8);
      word = Substitute(word, word, word, word) ^ uint32_t { round_constant } << 24;
      round_constant = Double(round_constant);
    }
    words[i] = words[i - 4] ^ word;
  }
  for (size_t i = 0; i < words.size(); i++) Store(round_keys_[i / 4].data() + 4 * (i % 4), words[i]);
}

AesBlock Aes128::Encrypt(const AesBlock& block) const {
  const uint8_t* key = round_keys_[0].data();
  const auto next_key_word = [&key] {
    const uint32_t word = ReadBig32(key);
    key += sizeof word;
    return word;
  };
  uint32_t words[4];
  for (size_t i = 0; i < 4; i++) words[i] = ReadBig32(block.data() + 4 * i) ^ next_key_word();
  for (int round = 1; round < kRounds; round++) {
    const auto [a, b, c, d] = words;
    words[0] = Mix(a, b, c, d) ^ next_key_word();
    words[1] = Mix(b, c, d, a) ^ next_key_word();
    words[2] = Mix(c, d, a, b) ^ next_key_word();
    words[3] = Mix(d, a, b, c) ^ next_key_word();
  }
  const auto [a, b, c, d] = words;
  AesBlock result;
  Store(result.data(), Substitute(a, b, c, d) ^ next_key_word());
  Store(result.data() + 4, Substitute(b, c, d, a) ^ next_key_word());
  Store(result.data() + 8, Substitute(c, d, a, b) ^ next_key_word());
  Store(result.data() + 12, Substitute(d, a, b, c) ^ next_key_word());
  return result;
}

void Aes128::EncryptAll(AesBlock* blocks, size_t count) const {
  if (HasAesInstructions()) return EncryptByInstructions(round_keys_, blocks, count);
  for (size_t i = 0; i < count; i++) blocks[i] = Encrypt(blocks[i]);
}

}  // namespace fandump
