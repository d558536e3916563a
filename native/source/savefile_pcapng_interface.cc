// Interface Description Block of pcapng (draft-ietf-opsawg-pcapng, section 4.2) and its units of time.
#include "source/savefile_pcapng_interface.h"

#include <algorithm>

#include "savefile_layout.h"
#include "source/savefile_pcapng_copy.h"

namespace fandump {
namespace {

constexpr size_t kFixedLength = 8;

constexpr uint8_t kBinaryResolution = 0x80;
constexpr unsigned kNanosecondExponent = 9;
constexpr unsigned kMaxDecimalExponent = 19;  // 10^19 still fits 64 bits
constexpr unsigned kMaxBinaryExponent = 63;
constexpr uint64_t kMicrosecondsPerSecond = 1'000'000;
constexpr uint64_t kNanosecondsPerSecond = 1'000'000'000;

// A thousand million years: sums with what is no farther do not overflow.
constexpr int64_t kFarthestSecond = int64_t{1} << 55;

uint64_t PowerOfTen(unsigned exponent) {
  uint64_t power = 1;
  while (exponent-- > 0) power *= 10;
  return power;
}

}  // namespace

bool PcapngOptions::Next() {
  if (left_ < pcapng::kOptionHeaderLength) return false;
  code_ = order_.Read16(at_);
  length_ = order_.Read16(at_ + 2);
  value_ = at_ + pcapng::kOptionHeaderLength;
  const size_t padded = pcapng::kOptionHeaderLength + pcapng::PadToWord(length_);
  if (code_ == pcapng::kEndOfOptions || padded > left_) return false;
  at_ += padded;
  left_ -= padded;
  return true;
}

PcapngInterface::PcapngInterface(const SavefileByteOrder& order, const uint8_t* body, size_t length)
    : units_per_second_(kMicrosecondsPerSecond) {
  if (length < kFixedLength) throw std::invalid_argument("Interface Description Block is too short");
  link_type_ = order.Read16(body);
  if (link_type_ == kUntranslatedRaw) link_type_ = kLinkTypeRaw;
  const uint32_t snaplen = order.Read32(body + 4);
  snaplen_ = snaplen == 0 || snaplen > kMostSnaplen ? kMaxSnaplen : snaplen;
  for (PcapngOptions options(order, body + kFixedLength, length - kFixedLength); options.Next();) {
    if (options.code() == pcapng::kInterfaceTimeResolution) {
      if (options.length() != 1) throw std::invalid_argument("if_tsresol option has a length other than 1");
      ReadResolution(*options.value());
    } else if (options.code() == pcapng::kInterfaceTimeOffset) {
      if (options.length() != 8) throw std::invalid_argument("if_tsoffset option has a length other than 8");
      offset_seconds_ = order.Read64(options.value());
    }
  }
}

std::string PcapngInterface::CopyOptions(const SavefileByteOrder& order, const uint8_t* body, size_t length) {
  std::string copied;
  for (PcapngOptions options(order, body + kFixedLength, length - kFixedLength); options.Next();) {
    const uint16_t code = options.code();
    const bool is_of_time = code == pcapng::kInterfaceTimeResolution || code == pcapng::kInterfaceTimeOffset ||
                            code == pcapng::kInterfaceTimeZone;
    if (is_of_time) continue;
    const bool is_speed = code == pcapng::kInterfaceSpeed || code == pcapng::kInterfaceSendSpeed ||
                          code == pcapng::kInterfaceReceiveSpeed;
    CopyPcapngOption(copied, order, options, is_speed ? sizeof(uint64_t) : 0);
  }
  return copied;
}

void PcapngInterface::ReadResolution(uint8_t resolution) {
  binary_ = (resolution & kBinaryResolution) != 0;
  exponent_ = resolution & ~unsigned{kBinaryResolution};
  if (exponent_ > (binary_ ? kMaxBinaryExponent : kMaxDecimalExponent)) {
    throw std::invalid_argument(std::string("time stamp resolution ") + (binary_ ? "2^-" : "10^-") +
                                std::to_string(exponent_) + " is finer than 64 bits can hold");
  }
  units_per_second_ = binary_ ? uint64_t{1} << exponent_ : PowerOfTen(exponent_);
  finer_than_microseconds_ = units_per_second_ > kMicrosecondsPerSecond;
}

void PcapngInterface::SetTime(PacketView& packet, uint64_t units) const {
  const uint64_t seconds = units / units_per_second_;
  const uint64_t fraction = units % units_per_second_;
  packet.seconds = std::clamp(static_cast<int64_t>(seconds + offset_seconds_), -kFarthestSecond, kFarthestSecond);
  uint64_t nanoseconds;
  if (binary_) {
    nanoseconds = static_cast<uint64_t>(static_cast<unsigned __int128>(fraction) * kNanosecondsPerSecond >> exponent_);
  } else if (exponent_ <= kNanosecondExponent) {
    nanoseconds = fraction * PowerOfTen(kNanosecondExponent - exponent_);
  } else {
    nanoseconds = fraction / PowerOfTen(exponent_ - kNanosecondExponent);
  }
  packet.nanoseconds = static_cast<uint32_t>(nanoseconds);
}

}  // namespace fandump
