// AES by instructions of the processor, which work on several blocks at the same time: x86 since 2010.
#pragma once

#include "privacy/aes128.h"

namespace fandump {

bool HasAesInstructions();

// Each block in place. Not to be called where there are none.
void EncryptByInstructions(const Aes128::RoundKeys& keys, AesBlock* blocks, size_t count);

}  // namespace fandump
