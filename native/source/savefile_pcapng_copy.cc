// Name Resolution Block, Decryption Secrets Block and packet options: draft-ietf-opsawg-pcapng, 4.5, 4.7 and 4.3.
#include "source/savefile_pcapng_copy.h"

#include <algorithm>

#include "savefile_layout.h"

namespace fandump {
namespace {

void Append16(std::string& to, uint16_t value) { to.append(reinterpret_cast<const char*>(&value), sizeof value); }

void Append32(std::string& to, uint32_t value) { to.append(reinterpret_cast<const char*>(&value), sizeof value); }

bool IsCustom(uint16_t code) {
  return code == pcapng::kCustomText || code == pcapng::kCustomBytes || code == pcapng::kCustomTextHere ||
         code == pcapng::kCustomBytesHere;
}

// Bytes at the start of a packet option's value that are a number.
size_t NumberLength(uint16_t code) {
  switch (code) {
    case pcapng::kPacketFlags:
    case pcapng::kPacketQueue:
      return sizeof(uint32_t);
    case pcapng::kPacketDropCount:
    case pcapng::kPacketId:
      return sizeof(uint64_t);
    default:
      return IsCustom(code) ? pcapng::kCustomNumberLength : 0;
  }
}

void AppendOptions(std::string& to, const SavefileByteOrder& order, const uint8_t* at, size_t length) {
  PcapngOptions options(order, at, length);
  bool any = false;
  for (; options.Next(); any = true) CopyPcapngOption(to, order, options);
  if (any) AppendPcapngOption(to, 0, nullptr, 0);
}

}  // namespace

void AppendPcapngOption(std::string& to, uint16_t code, const uint8_t* value, uint16_t length) {
  Append16(to, code);
  Append16(to, length);
  to.append(reinterpret_cast<const char*>(value), length);
  to.resize(pcapng::PadToWord(to.size()));
}

void CopyPcapngOption(std::string& to, const SavefileByteOrder& order, const PcapngOptions& option, size_t number) {
  const auto value_at = static_cast<std::ptrdiff_t>(to.size() + pcapng::kOptionHeaderLength);
  AppendPcapngOption(to, option.code(), option.value(), option.length());
  if (IsCustom(option.code())) number = pcapng::kCustomNumberLength;
  if (!order.swapped() || option.length() < number) return;
  std::reverse(to.begin() + value_at, to.begin() + value_at + static_cast<std::ptrdiff_t>(number));
}

// Records of a name and its addresses look like options, and 0 ends them, too.
std::string CopyNameResolution(const SavefileByteOrder& order, const uint8_t* body, size_t length) {
  std::string copied;
  PcapngOptions records(order, body, length);
  while (records.Next()) AppendPcapngOption(copied, records.code(), records.value(), records.length());
  AppendPcapngOption(copied, 0, nullptr, 0);
  const size_t used = std::min(length, static_cast<size_t>(records.end() - body) + pcapng::kOptionHeaderLength);
  AppendOptions(copied, order, body + used, length - used);
  return copied;
}

std::string CopyDecryptionSecrets(const SavefileByteOrder& order, const uint8_t* body, size_t length) {
  constexpr size_t kFixedLength = 8;
  std::string copied;
  const bool has_fields = length >= kFixedLength;
  const size_t room = has_fields ? length - kFixedLength : 0;
  const size_t secrets = has_fields ? std::min<size_t>(order.Read32(body + sizeof(uint32_t)), room) : 0;
  Append32(copied, has_fields ? order.Read32(body) : 0);
  Append32(copied, static_cast<uint32_t>(secrets));
  if (!has_fields) return copied;
  copied.append(reinterpret_cast<const char*>(body) + kFixedLength, secrets);
  copied.resize(pcapng::PadToWord(copied.size()));
  const size_t used = std::min(length, kFixedLength + pcapng::PadToWord(secrets));
  AppendOptions(copied, order, body + used, length - used);
  return copied;
}

void SwapPacketOptions(uint8_t* at, size_t length) {
  const SavefileByteOrder swapped(true);
  for (size_t offset = 0; offset + pcapng::kOptionHeaderLength <= length;) {
    uint8_t* option = at + offset;
    const uint16_t code = swapped.Read16(option);
    const uint16_t size = swapped.Read16(option + sizeof code);
    std::memcpy(option, &code, sizeof code);
    std::memcpy(option + sizeof code, &size, sizeof size);
    uint8_t* value = option + pcapng::kOptionHeaderLength;
    const size_t number = NumberLength(code);
    if (size >= number) std::reverse(value, value + number);
    offset += pcapng::kOptionHeaderLength + pcapng::PadToWord(size);
  }
}

}  // namespace fandump
