// What is taken from packets before any sink sees them.
#pragma once

#include <optional>

#include "privacy/packet_anonymizer.h"
#include "privacy/packet_slicer.h"

namespace fandump {

struct PrivacyOptions {
  std::optional<uint32_t> payload;  // bytes kept behind the headers; none: all
  std::optional<PseudonymKey> key;  // addresses become pseudonyms; none: they stay
};

// One for each worker. named: the port of the source's tunnels, for packets that still have theirs. notice: as
// PacketAnonymizer.
class PacketPrivacy {
 public:
  explicit PacketPrivacy(const PrivacyOptions& options, TunnelPort named = {}, NoticeHandler notice = {}) {
    if (options.payload) slicer_.emplace(*options.payload, named);
    if (options.key) anonymizer_.emplace(*options.key, named, std::move(notice));
  }

  // In place.
  void Apply(PacketView* packets, size_t size) {
    if (slicer_) slicer_->Apply(packets, size);
    if (anonymizer_) anonymizer_->Apply(packets, size);
  }

 private:
  std::optional<PacketSlicer> slicer_;
  std::optional<PacketAnonymizer> anonymizer_;
};

}  // namespace fandump
