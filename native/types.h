// The plain types that every native room shares: a packet view, a batch of them, counters, errors.
// Nothing here owns packet bytes; views point into memory of the source that filled them.
#pragma once

#include <linux/filter.h>
#include <sys/socket.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace fandump {

// LINKTYPE_ values of the savefile formats (https://www.tcpdump.org/linktypes.html) that sources, encapsulations and
// readers of headers know. DLT_RAW is 12 inside libpcap on Linux but 101 in files: we hold the file's value.
constexpr uint16_t kLinkTypeNull = 0;
constexpr uint16_t kLinkTypeEthernet = 1;
constexpr uint16_t kLinkTypePpp = 9;
constexpr uint16_t kLinkTypeRaw = 101;
constexpr uint16_t kLinkTypeLoop = 108;
constexpr uint16_t kLinkTypeLinuxSll = 113;
constexpr uint16_t kLinkTypeIpv4 = 228;
constexpr uint16_t kLinkTypeIpv6 = 229;
constexpr uint16_t kLinkTypeLinuxSll2 = 276;

// Whether packets begin with IP: LINKTYPE_RAW of either version, LINKTYPE_IPV4, LINKTYPE_IPV6.
constexpr bool IsBareIp(uint16_t link_type) {
  return link_type == kLinkTypeRaw || link_type == kLinkTypeIpv4 || link_type == kLinkTypeIpv6;
}

// Whether packets begin with the kernel's words about them in place of their link header.
constexpr bool IsCooked(uint16_t link_type) {
  return link_type == kLinkTypeLinuxSll || link_type == kLinkTypeLinuxSll2;
}

// Largest snapshot length, as tcpdump 4.99 has it; -s 0 means this.
constexpr uint32_t kMaxSnaplen = 262144;

// sll_pkttype of packet(7): who a packet was for. kDirectionUnknown where a source cannot tell.
enum Direction : uint8_t {
  kDirectionHost = 0,
  kDirectionBroadcast = 1,
  kDirectionMulticast = 2,
  kDirectionOtherHost = 3,
  kDirectionOutgoing = 4,
  kDirectionUnknown = 255,
};

// PacketView::flags
enum PacketFlag : uint8_t {
  kFlagHardwareTime = 1 << 0,      // the time stamp was made by the NIC
  kFlagChecksumNotReady = 1 << 1,  // sent from this host, checksum left to the NIC (TP_STATUS_CSUMNOTREADY)
  kFlagChecksumValid = 1 << 2,     // the kernel has verified the transport checksum
  kFlagTruncated = 1 << 3,         // the receive buffer was shorter than the packet (not snaplen)
  kFlagVlanRestored = 1 << 4,      // a tag that the kernel had taken off was put back into the bytes
  kFlagSharedTime = 1 << 5,        // the time stamp is that of several datagrams that the kernel put together (GRO)
  kFlagChecksumVerified = 1 << 6,  // we have verified the outermost transport checksum, and its IPv4 header's
};

enum Encapsulation : uint8_t {
  kEncapNone = 0,
  kEncapVxlan = 1,
  kEncapGeneve = 2,
  kEncapGeneveVxlan = 3,
  kEncapSkip = 4,  // raw is skip=0
  kEncapErm = 5,
  kEncapTzsp = 6,
  kEncapErspan = 7,
  kEncapGre = 8,
  kEncapMpls = 9,
  kEncapAuto = 10,  // asked for, never found: whichever of these a frame or datagram carries
  kEncapVxlanGpe = 11,
  kEncapGue = 12,
};

constexpr uint32_t kNoVni = 0xffffffff;

// TunnelFacts::flags: what the outermost header said beside its VNI.
enum TunnelFlag : uint8_t {
  kTunnelControl = 1 << 0,        // GENEVE's and VXLAN-GPE's O bit: not a user's packet
  kTunnelCritical = 1 << 1,       // GENEVE's C bit: options that a tunnel's end has to know
  kTunnelPolicy = 1 << 2,         // VXLAN's G bit: policy holds
  kTunnelPolicyApplied = 1 << 3,  // VXLAN's A bit: the policy has been applied
  kTunnelDontLearn = 1 << 4,      // VXLAN's D bit: the sender's address is not to be learnt
};

// Tunnels inside the outermost one that are taken off.
constexpr size_t kMaxTunnelsInside = 5;

// What is known of the tunnel that a packet came through. Lives as long as the view that points to it.
struct TunnelFacts {
  uint8_t encapsulation = kEncapNone;
  uint8_t family = 0;             // AF_INET or AF_INET6: which of the address bytes count; 0: no addresses (MPLS)
  uint16_t source_port = 0;       // host order
  uint16_t destination_port = 0;  // host order
  uint16_t options_length = 0;    // bytes at options
  uint32_t vni = kNoVni;          // outermost VNI
  uint32_t inner_vni = kNoVni;    // innermost VNI of tunnels in tunnels
  uint16_t policy = 0;            // VXLAN's group policy ID, with kTunnelPolicy
  uint8_t flags = 0;              // TunnelFlag
  uint8_t inside[kMaxTunnelsInside] = {};  // Encapsulation of the tunnels inside, from outside in; kEncapNone ends them
  uint8_t source[16] = {};                 // network order; IPv4 in the first four bytes
  uint8_t destination[16] = {};
  const uint8_t* options = nullptr;  // GENEVE options as received
};

struct PacketView {
  uint8_t* data = nullptr;   // writable: a VLAN tag may be put back in place
  uint32_t caplen = 0;       // bytes at data
  uint32_t len = 0;          // bytes on the wire; never below caplen from a live source
  int64_t seconds = 0;       // since the epoch
  uint32_t nanoseconds = 0;  // 0..999999999
  uint32_t interface_index = 0;
  TunnelFacts* tunnel = nullptr;
  // Of a packet block of a pcapng file: its options in the byte order of this host, without the end mark.
  const uint8_t* block_options = nullptr;
  uint32_t block_options_length = 0;
  uint16_t link_type = kLinkTypeEthernet;
  uint8_t direction = kDirectionUnknown;
  uint8_t flags = 0;
  uint16_t source = 0;  // which of the plan's sources, where several workers' packets meet
  uint16_t worker = 0;  // which of all workers
};

// Views that a stage hands to the next one. Fixed capacity, reused, never allocated per packet.
struct PacketBatch {
  static constexpr size_t kCapacity = 512;
  std::array<PacketView, kCapacity> packets;
  size_t size = 0;
};

// Why an encapsulated datagram was refused.
enum InvalidCause : uint8_t {
  kInvalidTooShort = 0,    // shorter than the encapsulation's headers (or than skip=N)
  kInvalidVxlanFlags,      // VXLAN without the I flag
  kInvalidGeneveVersion,   // GENEVE version other than 0
  kInvalidGeneveProtocol,  // GENEVE protocol type that is neither Ethernet nor IP and no dlt= given
  kInvalidInnerNotVxlan,   // geneve+vxlan: the inner packet is not IP/UDP carrying VXLAN
  kInvalidTunnelHeader,    // GRE, ERSPAN, TZSP or MPLS of a kind that nothing can be taken out of
  kInvalidNotInTunnel,     // a frame that is not in the tunnel, where such are to be dropped
  kInvalidGeneveOptions,   // strict: GENEVE options that do not fill the room for options
  kInvalidGeneveCritical,  // strict: a critical GENEVE option that is not known
  kInvalidControl,         // a control message of GUE; strict: of GENEVE or VXLAN-GPE, too
  kInvalidGpeVersion,      // VXLAN-GPE version other than 0
  kInvalidGpeProtocol,     // VXLAN-GPE carries neither Ethernet nor IP (NSH, for one) and no dlt= given
  kInvalidGueHeader,       // GUE of an unknown variant, or with flags that nobody has defined
  kInvalidGueProtocol,     // GUE carries neither IP nor GRE and no dlt= given
  kInvalidNotNested,       // a+b: inside a tunnel there is none of the next kind
  kInvalidUnrecognized,    // auto: neither port nor header is that of a tunnel
  kInvalidCauseCount,
};

// A datagram that was refused, or a frame, as it came.
struct RejectedPacket {
  PacketView packet;
  InvalidCause cause = kInvalidTooShort;
};

// Who sent the last datagram that was refused for some cause.
struct RejectedSender {
  uint8_t family = 0;  // AF_INET or AF_INET6; 0: there was none
  uint16_t port = 0;
  uint8_t address[16] = {};  // network order; IPv4 in the first four bytes
  int64_t seconds = 0;       // when it came
  uint32_t nanoseconds = 0;
};

// Totals since start of one source in one worker. Each is monotonic.
struct SourceCounters {
  uint64_t received = 0;            // packets the kernel handed over, or records read; before decapsulation and filter
  uint64_t received_bytes = 0;      // their captured bytes
  uint64_t kernel_matched = 0;      // passed the kernel's filter (tp_packets, with the dropped), or received + drops
  uint64_t kernel_dropped = 0;      // tp_drops, or sk_drops of a UDP socket
  uint64_t kernel_refused = 0;      // refused by the program of a UDP socket
  uint64_t refused_or_dropped = 0;  // one or the other: a UDP socket with a program counts both in one
  bool drops_are_messages = false;  // each of kernel_dropped is a message of one datagram or several (UDP_GRO)
  uint64_t queue_freezes = 0;       // tp_freeze_q_cnt
  uint64_t interface_dropped = 0;   // rx_missed + rx_fifo of the device, or of all, since open
  uint64_t truncated = 0;           // kFlagTruncated packets
  uint64_t discarded_at_join = 0;   // arrived between bind and fanout join, belongs to other members
  std::array<uint64_t, kInvalidCauseCount> invalid{};
  std::array<RejectedSender, kInvalidCauseCount> last_rejected{};
};

// A failure that reaches the user. code is stable ("EPERM_PACKET_SOCKET"); message says what was being done to what
// and why it failed; hint can be pasted or is empty; system_errno is 0 where no system call failed.
class CaptureError : public std::runtime_error {
 public:
  CaptureError(std::string code, const std::string& message, int system_errno = 0, std::string hint = "")
      : std::runtime_error(message), code_(std::move(code)), system_errno_(system_errno), hint_(std::move(hint)) {}
  const std::string& code() const { return code_; }
  int system_errno() const { return system_errno_; }
  const std::string& hint() const { return hint_; }

 private:
  std::string code_;
  int system_errno_;
  std::string hint_;
};

// Whom the files that a capture creates belong to.
struct FileOwner {
  uint32_t user = 0;
  uint32_t group = 0;
};

// Something the user should hear of while capture goes on: one line, code as in CaptureError, hint or empty.
struct Notice {
  std::string code;
  std::string message;
  std::string hint;
};
using NoticeHandler = std::function<void(const Notice&)>;

// A classic BPF program as the kernel takes it (linux/filter.h). Empty means: no filter.
using BpfProgram = std::vector<sock_filter>;

}  // namespace fandump
