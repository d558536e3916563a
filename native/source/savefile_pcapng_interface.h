// Interface Description Block of pcapng (draft-ietf-opsawg-pcapng, section 4.2) and its units of time.
#pragma once

#include "source/savefile_bytes.h"
#include "types.h"

namespace fandump {

class PcapngInterface {
 public:
  // body: the block without its type and lengths. Throws std::invalid_argument with the reason where it is malformed.
  PcapngInterface(const SavefileByteOrder& order, const uint8_t* body, size_t length);

  // The options that hold for a copy whose times are in nanoseconds, in the byte order of this host. The constructor
  // has found nothing wrong with them.
  static std::string CopyOptions(const SavefileByteOrder& order, const uint8_t* body, size_t length);

  uint16_t link_type() const { return link_type_; }
  uint32_t snaplen() const { return snaplen_; }  // bytes, 1 or more
  bool finer_than_microseconds() const { return finer_than_microseconds_; }

  // Sets the time of packet from a block's 64-bit count of units.
  void SetTime(PacketView& packet, uint64_t units) const;

 private:
  void ReadResolution(uint8_t resolution);

  uint16_t link_type_;
  uint32_t snaplen_;
  bool finer_than_microseconds_ = false;
  bool binary_ = false;    // the unit is a negative power of two, not of ten
  unsigned exponent_ = 6;  // of the unit, without its sign
  uint64_t units_per_second_;
  uint64_t offset_seconds_ = 0;  // two's complement
};

// Walks the options of a block: Next() is false at their end, and where they are cut off or malformed.
class PcapngOptions {
 public:
  PcapngOptions(const SavefileByteOrder& order, const uint8_t* at, size_t length)
      : order_(order), at_(at), left_(length) {}

  bool Next();
  uint16_t code() const { return code_; }
  uint16_t length() const { return length_; }
  const uint8_t* value() const { return value_; }
  // Behind the last option that Next() has found.
  const uint8_t* end() const { return at_; }

 private:
  const SavefileByteOrder& order_;
  const uint8_t* at_;
  size_t left_;
  uint16_t code_ = 0;
  uint16_t length_ = 0;
  const uint8_t* value_ = nullptr;
};

}  // namespace fandump
