#include "privacy/aes_instructions.h"

#if defined(__x86_64__)

#include <wmmintrin.h>

namespace fandump {
namespace {

// An instruction takes four cycles, and one or two can begin in each.
constexpr size_t kAtOnce = 8;

__m128i* At(AesBlock* block) { return reinterpret_cast<__m128i*>(block); }

__m128i Load(const AesBlock& block) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(&block)); }

template <size_t kCount>
__attribute__((target("aes"))) void EncryptSome(const Aes128::RoundKeys& keys, AesBlock* blocks) {
  __m128i states[kCount];
  for (size_t i = 0; i < kCount; i++) states[i] = _mm_xor_si128(Load(blocks[i]), Load(keys.front()));
  for (size_t round = 1; round < Aes128::kRounds; round++) {
    const __m128i key = Load(keys[round]);
    for (size_t i = 0; i < kCount; i++) states[i] = _mm_aesenc_si128(states[i], key);
  }
  for (size_t i = 0; i < kCount; i++) {
    _mm_storeu_si128(At(&blocks[i]), _mm_aesenclast_si128(states[i], Load(keys.back())));
  }
}

}  // namespace

bool HasAesInstructions() {
  static const bool has_them = __builtin_cpu_supports("aes");
  return has_them;
}

void EncryptByInstructions(const Aes128::RoundKeys& keys, AesBlock* blocks, size_t count) {
  size_t done = 0;
  for (; count - done >= kAtOnce; done += kAtOnce) EncryptSome<kAtOnce>(keys, blocks + done);
  for (; done < count; done++) EncryptSome<1>(keys, blocks + done);
}

}  // namespace fandump

#else

namespace fandump {

bool HasAesInstructions() { return false; }

void EncryptByInstructions(const Aes128::RoundKeys&, AesBlock*, size_t) {}

}  // namespace fandump

#endif
