#include "privacy/key_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cctype>
#include <cerrno>
#include <cstring>

#include "owned_fd.h"
#include "types.h"

namespace fandump {
namespace {

constexpr size_t kMostText = 4096;
constexpr const char* kNewKey = "fandump.key";

// Makes a key. A file that is there may be anything: the hint makes another one, and noclobber (set -C) keeps that from
// being lost too.
std::string HintToMake(const std::string& key) {
  return "(umask 077; set -C; head -c 32 /dev/urandom > '" + key + "'), then --anonymize '" + key + "'";
}

[[noreturn]] void Throw(const std::string& path, const std::string& why, int error, const std::string& hint) {
  throw CaptureError("EANONYMIZE_KEY", "key " + path + ": " + why, error, hint);
}

[[noreturn]] void ThrowUnreadable(const std::string& path, int error) {
  const std::string why = std::strerror(error);
  if (error == ENOENT) Throw(path, why, error, HintToMake(path));
  if (error == EISDIR) Throw(path, why, error, HintToMake(kNewKey));
  // There may well be a key, and with another one every address would get another pseudonym.
  Throw(path, why, error, "namei -l '" + path + "' says who may read it; a new key would give other pseudonyms");
}

[[noreturn]] void ThrowNoKey(const std::string& path) {
  Throw(path, "neither 32 bytes nor 64 hexadecimal digits", 0, HintToMake(kNewKey));
}

std::string ReadText(const std::string& path) {
  const OwnedFd fd(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  char text[kMostText];
  const ssize_t length = fd ? read(fd.get(), text, sizeof text) : -1;
  if (length < 0) ThrowUnreadable(path, errno);
  return {text, static_cast<size_t>(length)};
}

int Digit(char character) {
  if (character >= '0' && character <= '9') return character - '0';
  const int lower = std::tolower(static_cast<unsigned char>(character));
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace

PseudonymKey ReadPseudonymKey(const std::string& path) {
  const std::string text = ReadText(path);
  PseudonymKey key{};
  if (text.size() == key.size()) {
    std::memcpy(key.data(), text.data(), key.size());
    return key;
  }
  size_t digits = 0;
  for (const char character : text) {
    if (std::isspace(static_cast<unsigned char>(character)) != 0) continue;
    const int digit = Digit(character);
    if (digit < 0 || digits == 2 * key.size()) ThrowNoKey(path);
    key[digits / 2] = static_cast<uint8_t>(key[digits / 2] << 4 | digit);
    digits++;
  }
  if (digits != 2 * key.size()) ThrowNoKey(path);
  return key;
}

}  // namespace fandump
