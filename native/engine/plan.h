// What to capture and what to do with it: the validated plan as the addon hands it over. See src/engine/native-plan.ts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "filter/expression.h"
#include "filter/kernel_filter.h"
#include "keeper/settings.h"
#include "sink/common_line.h"
#include "sink/forward_options.h"
#include "sink/inject_options.h"
#include "sink/savefile.h"
#include "sink/tally_key.h"
#include "sink/tcp.h"
#include "source/udp_options.h"
#include "types.h"
#include "xdp/strip_program.h"

namespace fandump {

enum class SteeringKind {
  kInner,    // a program of our own, by the flow inside the tunnel
  kClassic,  // the user's classic BPF program, in a file
  kPinned,   // an eBPF program, pinned in a BPF file system
};

// The program that shares packets out.
struct SteeringPlan {
  SteeringKind kind = SteeringKind::kInner;
  std::string path;                          // kClassic, kPinned
  Encapsulation encapsulation = kEncapAuto;  // kInner on interfaces: which tunnels it looks into
  uint32_t skip = 0;                         // kEncapSkip
  uint16_t port = 0;                         // of the tunnel, 0: the assigned one
  uint32_t group_size = 0;                   // members; 0: the kernel knows (fanout groups only)
  int slot = -1;                             // this member's slot of group_size, -1: none
};

// Tunnels that are taken off the frames of an interface.
struct DecapPlan {
  Encapsulation encapsulation = kEncapAuto;
  uint32_t skip = 0;
  std::array<Encapsulation, kMaxTunnelsInside> inside{};  // see EncapOptions
  uint16_t port = 0;                                      // 0: the assigned one
  bool drop_other = false;
  std::string outer_filter;  // run by the kernel; the plan's filter then holds for what was inside
};

struct AfPacketPlan {
  std::string interface;
  uint64_t buffer_size = 0;
  uint64_t block_size = 0;
  uint32_t block_timeout_ms = 0;
  bool hardware_timestamps = false;
  bool promiscuous = true;
  bool ignore_outgoing = false;
  int link_type = -1;          // LINKTYPE_, -1: from the device
  int fanout_mode = -1;        // PACKET_FANOUT_*, -1: no group
  int fanout_id = 0;           // -1: a free one
  bool fanout_is_own = false;  // the group that was free is this source's alone
  bool fanout_defrag = false;
  bool fanout_rollover = false;
  std::optional<SteeringPlan> steering;
  std::optional<DecapPlan> decap;
  std::optional<StripOptions> xdp;  // tunnels that are taken off before the network stack
};

// Where a source of datagrams listens.
struct UdpEndpoint {
  std::string address;
  uint16_t port = 0;
};

struct UdpPlan {
  std::vector<UdpEndpoint> endpoints;  // one at least
  std::vector<MulticastGroup> groups;  // joined
  Encapsulation encapsulation = kEncapVxlan;
  std::array<Encapsulation, kMaxTunnelsInside> inside{};  // see EncapOptions
  uint16_t inside_port = 0;
  bool strict = false;
  uint32_t skip = 0;
  int link_type = -1;  // LINKTYPE_ of the inner packet, -1: not given
  bool reuse_port = false;
  std::optional<SteeringPlan> steering;
  uint32_t receive_buffer_size = 0;
  uint32_t batch_size = 0;
  uint32_t datagram_size = 0;
  Gro gro = Gro::kAuto;
  UdpImplementation implementation = UdpImplementation::kAuto;
  uint32_t busy_poll_us = 0;
};

struct SavefilePlan {
  std::string path;
  uint64_t passes = 1;  // how often it is read; 0: for ever
};

using SourceBackend = std::variant<AfPacketPlan, UdpPlan, TcpOptions, SavefilePlan>;

struct SourcePlan {
  SourceBackend backend;
  uint32_t workers = 1;   // receiver threads, each with a ring or socket of its own in one group
  std::vector<int> cpus;  // for the workers in turn; empty: wherever the scheduler puts them
};

// For a process that gives up the right to make files: who does so in its place, and runs commands.
struct KeeperPlan {
  std::vector<std::string> command;         // for each complete file; empty: none
  uint32_t jobs = 1;                        // commands at the same time
  std::optional<keeper::CommandUser> user;  // whom they run as; none: whoever this process is
  bool keeps_rights = false;                // with all that root may
};

struct SavePlan {
  std::string path;
  bool per_worker = false;  // %w in path is the worker's number; else one file in the order of time
  bool pcapng = false;
  bool nanoseconds = false;
  bool interface_per_vni = false;
  bool flush_each_batch = false;
  std::string application;  // who writes, for pcapng
  RotationOptions rotation;
  CompressionOptions compression;
  uint64_t buffer_bytes = 0;
  uint64_t most_bytes = 0;  // after which the capture ends; 0: any number
  OnFull on_full = OnFull::kStop;
  uint32_t sync_seconds = 0;
  bool uncached = false;  // past the page cache
  bool force = false;
  std::optional<FileOwner> owner;    // none: whoever this process is
  std::optional<KeeperPlan> keeper;  // none: this process makes its files itself
};

// A sink that is no file.
using ForwardPlan = std::variant<ForwardOptions, InjectOptions, TcpSinkOptions>;

struct BatchPlan {
  uint32_t slots = 0;
  uint32_t slot_bytes = 0;
  bool lossless = true;
  bool verify_checksums = false;           // mark packets whose transport checksum is right
  std::optional<CommonLineOptions> lines;  // which lines the worker writes; none: none
};

struct Plan {
  std::vector<SourcePlan> sources;  // one at least
  FilterExpression filter;
  bool optimize_filter = true;
  uint32_t snaplen = kMaxSnaplen;
  uint64_t count = 0;  // stop after so many packets; 0: never
  DirectionChoice direction = DirectionChoice::kInOut;
  bool immediate = false;
  bool wait = false;                      // for an interface that has been deleted to come back
  std::optional<uint32_t> slice_payload;  // of packets their headers are kept, and so many bytes; none: all
  std::string anonymize_key_file;         // of the key by which addresses become pseudonyms; empty: they stay
  std::optional<SavePlan> save;
  std::optional<SavePlan> invalid;  // for the datagrams that nothing can be taken out of
  std::optional<ForwardPlan> forward;
  std::optional<double> replay_speed;  // packets are sent on with the gaps they had, so many times as fast
  std::optional<BatchPlan> batch;
  std::vector<TallyPart> count_by;  // empty: packets are not counted by what they say
};

}  // namespace fandump
