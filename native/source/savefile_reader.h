// What the savefile formats have in common: records taken from a buffer into a batch of packet views.
#pragma once

#include "source/savefile_buffer.h"
#include "types.h"

namespace fandump {

class SavefileReader {
 public:
  virtual ~SavefileReader() = default;

  // LINKTYPE_ and snapshot length (bytes, 1 or more) of the file, or of its first interface.
  virtual uint16_t link_type() const = 0;
  virtual uint32_t snaplen() const = 0;
  // Whether time stamps are finer than microseconds.
  virtual bool nanosecond() const = 0;

  // Takes whole records off the buffer and puts views of their packets into batch, until it is full, the next record
  // is not whole, or is damaged. Returns how many bytes must be buffered before the next call gets further; 0 where
  // that is not what is missing. Damage throws CaptureError, but only when batch is empty: what precedes it in the
  // file is delivered first.
  virtual size_t Read(SavefileBuffer& buffer, PacketBatch& batch) = 0;

  // The file has ended and the buffer holds what is left. Throws CaptureError "ESAVEFILE_TRUNCATED" unless that is
  // nothing.
  virtual void CheckEnd(const SavefileBuffer& buffer) const = 0;
};

}  // namespace fandump
