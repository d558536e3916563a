// The pcapng savefile format: draft-ietf-opsawg-pcapng. Sections of either byte order and any mix of interfaces.
#pragma once

#include <memory>

#include "copied_blocks.h"
#include "source/savefile_bytes.h"
#include "source/savefile_pcapng_interface.h"
#include "source/savefile_reader.h"

namespace fandump {

class PcapngReader : public SavefileReader {
 public:
  // Whether the 12 bytes at start begin a Section Header Block.
  static bool Recognises(const uint8_t* start);
  // Whether its first four do.
  static bool MayBegin(const uint8_t* start);
  static constexpr size_t kRecogniseLength = 12;

  // Takes blocks off the buffer up to the first interface description; waits for them where the buffer is a pipe. What
  // the file says beside its packets goes into copied. Throws CaptureError.
  PcapngReader(SavefileBuffer& buffer, std::shared_ptr<CopiedBlocks> copied);

  uint16_t link_type() const override { return link_type_; }
  uint32_t snaplen() const override { return snaplen_; }
  bool nanosecond() const override { return nanosecond_; }
  size_t Read(SavefileBuffer& buffer, PacketBatch& batch) override;
  void CheckEnd(const SavefileBuffer& buffer) const override;

 private:
  // A whole block without its type and lengths.
  struct Block {
    uint32_t type;
    uint32_t total_length;
    uint8_t* body;
    size_t body_length;
  };

  // A packet block's fields before they are checked.
  struct PacketFields {
    uint32_t interface;
    uint64_t time;
    uint32_t captured;
    uint32_t original;
    uint8_t* bytes;
    size_t room;  // bytes of the block from there on, options included
  };

  // Throws std::invalid_argument with the reason where the block at the front of the buffer is malformed. Returns 0
  // and sets block where it is whole, else how many bytes are needed.
  size_t FindBlock(const SavefileBuffer& buffer, Block& block);
  void StartSection(const Block& block);
  void AddInterface(const Block& block);
  void CopyBlock(const Block& block);
  bool IsPacketBlock(uint32_t type) const;
  PacketFields ReadFields(const Block& block) const;
  void FillView(PacketView& packet, const Block& block) const;
  void ReadOptions(PacketView& packet, uint8_t* options, size_t length) const;

  const std::shared_ptr<CopiedBlocks> copied_;
  SavefileByteOrder order_;
  std::vector<PcapngInterface> interfaces_;  // of the current section
  uint32_t earlier_interfaces_ = 0;          // of the sections before it
  uint16_t link_type_ = 0;
  uint32_t snaplen_ = 0;
  bool nanosecond_ = false;
};

}  // namespace fandump
