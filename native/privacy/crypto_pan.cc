#include "privacy/crypto_pan.h"

#include <cstring>

namespace fandump {
namespace {

constexpr size_t kStationLength = 6;
constexpr size_t kLongestAddress = 16;           // IPv6
constexpr uint8_t kGroupBit = 1, kLocalBit = 2;  // IEEE 802, of the first byte

// What the key of Ethernet addresses is derived from: apart from all blocks that Crypto-PAn encrypts for addresses.
constexpr AesBlock kStationLabel = {'E', 't', 'h', 'e', 'r', 'n', 'e', 't'};

AesBlock FirstHalf(const PseudonymKey& key) {
  AesBlock half;
  std::memcpy(half.data(), key.data(), half.size());
  return half;
}

AesBlock SecondHalf(const PseudonymKey& key) {
  AesBlock half;
  std::memcpy(half.data(), key.data() + half.size(), half.size());
  return half;
}

AesBlock Xor(AesBlock one, const AesBlock& other) {
  for (size_t i = 0; i < one.size(); i++) one[i] ^= other[i];
  return one;
}

}  // namespace

CryptoPan::CryptoPan(const PseudonymKey& key)
    : cipher_(FirstHalf(key)),
      pad_(cipher_.Encrypt(SecondHalf(key))),
      station_cipher_(cipher_.Encrypt(Xor(cipher_.Encrypt(pad_), kStationLabel))) {}

void CryptoPan::Pseudonymize(uint8_t* address, size_t length) const {
  // Each bit is turned or not by a function of those before it: they stand before the rest of the padding.
  AesBlock blocks[8 * kLongestAddress];
  AesBlock block = pad_;
  for (size_t at = 0; at < length; at++) {
    for (unsigned bit = 0; bit < 8; bit++) {
      const auto known = static_cast<uint8_t>(0xff00 >> bit);
      block[at] = static_cast<uint8_t>((address[at] & known) | (pad_[at] & ~known));
      blocks[8 * at + bit] = block;
    }
    block[at] = address[at];
  }
  cipher_.EncryptAll(blocks, 8 * length);
  for (size_t at = 0; at < length; at++) {
    uint8_t turned = 0;
    for (unsigned bit = 0; bit < 8; bit++) turned = static_cast<uint8_t>(turned << 1 | blocks[8 * at + bit][0] >> 7);
    address[at] ^= turned;
  }
}

void CryptoPan::PseudonymizeStation(uint8_t* address) const {
  AesBlock block{};
  std::memcpy(block.data(), address, kStationLength);
  block = station_cipher_.Encrypt(block);
  const auto first = static_cast<uint8_t>((block[0] & ~kGroupBit) | kLocalBit | (address[0] & kGroupBit));
  std::memcpy(address, block.data(), kStationLength);
  address[0] = first;
}

}  // namespace fandump
