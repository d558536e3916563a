// The file with the key of pseudonyms.
#pragma once

#include <string>

#include "privacy/crypto_pan.h"

namespace fandump {

// 32 bytes, or 64 hexadecimal digits with white space between them. Throws CaptureError "EANONYMIZE_KEY".
PseudonymKey ReadPseudonymKey(const std::string& path);

}  // namespace fandump
