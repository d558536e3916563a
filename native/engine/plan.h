// What to capture and what to do with it: the validated plan as the addon hands it over. See src/engine/native.ts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "filter/kernel_filter.h"
#include "types.h"

namespace fandump {

struct AfPacketPlan {
  std::string interface;
  uint64_t buffer_size = 0;
  uint64_t block_size = 0;
  uint32_t block_timeout_ms = 0;
  bool hardware_timestamps = false;
  bool promiscuous = true;
  bool ignore_outgoing = false;
  int link_type = -1;    // LINKTYPE_, -1: from the device
  int fanout_mode = -1;  // PACKET_FANOUT_*, -1: no group
  int fanout_id = 0;     // -1: a free one
  bool fanout_defrag = false;
  bool fanout_rollover = false;
};

struct UdpPlan {
  std::string address;
  uint16_t port = 0;
  Encapsulation encapsulation = kEncapVxlan;
  uint32_t skip = 0;
  int link_type = -1;  // LINKTYPE_ of the inner packet, -1: not given
  bool reuse_port = false;
  uint32_t receive_buffer_size = 0;
  uint32_t batch_size = 0;
  uint32_t datagram_size = 0;
};

struct SavefilePlan {
  std::string path;
};

using SourcePlan = std::variant<AfPacketPlan, UdpPlan, SavefilePlan>;

struct SavePlan {
  std::string path;
  bool nanoseconds = false;
  bool flush_each_batch = false;
};

struct BatchPlan {
  uint32_t slots = 0;
  uint32_t slot_bytes = 0;
  bool lossless = true;
};

struct Plan {
  SourcePlan source;
  std::string filter;
  bool optimize_filter = true;
  uint32_t snaplen = kMaxSnaplen;
  uint64_t count = 0;  // stop after so many packets; 0: never
  DirectionChoice direction = DirectionChoice::kInOut;
  bool immediate = false;
  std::optional<SavePlan> save;
  std::optional<BatchPlan> batch;
};

}  // namespace fandump
