// The pcap savefile format: pcap-savefile(5), draft-ietf-opsawg-pcap.
#pragma once

#include "source/savefile_bytes.h"
#include "source/savefile_reader.h"

namespace fandump {

class PcapReader : public SavefileReader {
 public:
  // Whether the four bytes at magic begin a pcap file, in either byte order.
  static bool Recognises(const uint8_t* magic);

  // Takes the file header off the buffer; waits for it where the buffer is a pipe. Throws CaptureError.
  explicit PcapReader(SavefileBuffer& buffer);

  uint16_t link_type() const override { return link_type_; }
  uint32_t snaplen() const override { return snaplen_; }
  bool nanosecond() const override { return nanosecond_; }
  size_t Read(SavefileBuffer& buffer, PacketBatch& batch) override;
  void CheckEnd(const SavefileBuffer& buffer) const override;

 private:
  // Versions before 2.4 differ in the order of the two lengths of a record.
  enum class LengthOrder {
    kCapturedFirst,
    kOriginalFirst,
    kSmallerIsCaptured,
  };

  struct Lengths {
    uint32_t captured;
    uint32_t original;
  };

  void ReadVersion(const SavefileBuffer& buffer, const uint8_t* header);
  void ReadLinkType(const SavefileBuffer& buffer, const uint8_t* header);
  Lengths ReadLengths(const uint8_t* record) const;
  void FillView(PacketView& packet, uint8_t* record, Lengths lengths) const;

  SavefileByteOrder order_;
  LengthOrder length_order_ = LengthOrder::kCapturedFirst;
  size_t record_header_length_;
  uint32_t snaplen_ = 0;
  uint16_t link_type_ = 0;
  bool nanosecond_ = false;
  bool patched_ = false;
};

}  // namespace fandump
