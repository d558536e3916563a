#include "sink/forward.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "big_endian.h"
#include "header_layout.h"
#include "protocol_numbers.h"
#include "sink/flow_hash.h"
#include "tunnel_layout.h"

namespace fandump {

namespace {

constexpr size_t kPartsPerDatagram = ForwardMessages::kPartsPerDatagram;
// An ICMP error is reported once, by a call that then sends nothing; an error that comes again and again is the
// system's own.
constexpr int kMostTries = 8;

void PutVni(uint8_t* at, uint32_t vni) {
  for (size_t i = 0; i < 3; i++) at[i] = static_cast<uint8_t>(vni >> (16 - 8 * i));
}

std::vector<uint8_t> GeneveHeader(uint16_t protocol, uint32_t vni) {
  std::vector<uint8_t> header(geneve::kLength);
  WriteBig16(&header[geneve::kProtocolAt], protocol);
  PutVni(&header[geneve::kVniAt], vni);
  return header;
}

std::vector<uint8_t> VxlanHeader(uint32_t vni) {
  std::vector<uint8_t> header(vxlan::kLength);
  header[0] = vxlan::kFlagVni;
  PutVni(&header[vxlan::kVniAt], vni);
  return header;
}

// What an answer by ICMP says of an earlier datagram (net/ipv4/icmp.c, net/ipv6/icmp.c).
bool IsIcmpError(int error) {
  return error == ECONNREFUSED || error == EHOSTUNREACH || error == ENETUNREACH || error == EPROTO ||
         error == ENOPROTOOPT || error == EOPNOTSUPP || error == EMSGSIZE || error == EHOSTDOWN || error == ENONET ||
         error == EACCES;
}

size_t DatagramsIn(const msghdr& message) { return message.msg_iovlen / kPartsPerDatagram; }

}  // namespace

void CheckForwardLinkType(const ForwardOptions& options, const std::string& uri, uint16_t link_type) {
  if (options.encapsulation == kEncapSkip || link_type == kLinkTypeEthernet) return;
  const bool is_geneve = options.encapsulation == kEncapGeneve;
  if (is_geneve && IsBareIp(link_type)) return;
  throw CaptureError(
      "ELINKTYPE_FORWARD",
      "sink " + uri + ": " +
          (is_geneve ? "GENEVE carries Ethernet frames and IP packets here" : "VXLAN carries Ethernet frames only") +
          ", and the packets have link type " + std::to_string(link_type),
      0, uri + (is_geneve || !IsBareIp(link_type) ? ":raw" : ":geneve"));
}

ForwardSink::ForwardSink(const ForwardOptions& options, std::shared_ptr<ForwardSockets> sockets,
                         std::shared_ptr<ForwardPace> pace)
    : encapsulation_(options.encapsulation),
      sockets_(std::move(sockets)),
      pace_(std::move(pace)),
      segment_(options.segment),
      messages_(sockets_->size(), MakeHeaders(options)) {}

size_t ForwardSink::MakeHeaders(const ForwardOptions& options) {
  switch (encapsulation_) {
    case kEncapGeneve:
      header_ = GeneveHeader(kEtherTypeBridged, options.vni);
      ipv4_header_ = GeneveHeader(kEtherTypeIpv4, options.vni);
      ipv6_header_ = GeneveHeader(kEtherTypeIpv6, options.vni);
      break;
    case kEncapSkip:
      header_.resize(options.skip);
      break;
    default:
      header_ = VxlanHeader(options.vni);
      break;
  }
  return header_.size();
}

const uint8_t* ForwardSink::HeaderFor(const PacketView& packet) const {
  if (encapsulation_ == kEncapSkip || packet.link_type == kLinkTypeEthernet) return header_.data();
  if (encapsulation_ != kEncapGeneve || !IsBareIp(packet.link_type) || packet.caplen == 0) return nullptr;
  const int version = packet.data[0] >> kIpVersionShift;
  if (version == ipv4::kVersion) return ipv4_header_.data();
  return version == ipv6::kVersion ? ipv6_header_.data() : nullptr;
}

void ForwardSink::Consume(const PacketView* packets, size_t size) {
  const auto send = [this](const PacketView* burst, size_t count) { Send(burst, count); };
  const size_t left_out = pace_->SendInBursts(packets, size, PacketBatch::kCapacity, send);
  if (left_out > 0) count_.stopped.Add(left_out);
}

void ForwardSink::Send(const PacketView* packets, size_t size) {
  uint64_t not_carried = 0;
  for (size_t i = 0; i < size; i++) {
    const PacketView& packet = packets[i];
    const uint8_t* header = HeaderFor(packet);
    // A header of no bytes has no address.
    if (header == nullptr && !header_.empty()) {
      not_carried++;
      continue;
    }
    const uint32_t flow = SymmetricFlowHash(packet.data, packet.caplen, packet.link_type);
    messages_.Add(sockets_->IndexOf(flow), flow, packet, header);
  }
  for (const uint32_t socket : messages_.sockets_in_use()) {
    SendMessages((*sockets_)[socket], messages_.Build(socket, segment_ ? sockets_->largest_unfragmented() : 0));
  }
  messages_.Clear();
  if (not_carried > 0) count_.not_carried.Add(not_carried);
}

bool ForwardSink::TryAgain(int error, int& tries) {
  if (error == EINTR) return true;
  return IsIcmpError(error) && ++tries <= kMostTries;
}

void ForwardSink::Refuse(int error, const msghdr& message) { count_.Refuse(error, DatagramsIn(message)); }

void ForwardSink::SegmentNoMoreUnlessPathChanged(int error) {
  const uint32_t before = sockets_->largest_unfragmented();
  sockets_->RefreshPath();
  const bool path_changed = sockets_->largest_unfragmented() != before;
  if (error == EIO || (error == EINVAL && !path_changed)) segment_ = false;
}

void ForwardSink::SendMessages(int fd, size_t count) {
  int tries = 0;
  for (size_t done = 0; done < count;) {
    const int taken = sendmmsg(fd, &messages_[done], static_cast<unsigned>(count - done), 0);
    if (taken > 0) {
      for (int i = 0; i < taken; i++) CountSent(messages_[done++].msg_hdr);
      count_.icmp_errors.Add(static_cast<uint64_t>(tries));
      tries = 0;
      continue;
    }
    const int error = errno;
    const msghdr& message = messages_[done].msg_hdr;
    // A kernel or a path that cannot carry them together may still carry each.
    const bool together = DatagramsIn(message) > 1;
    if (together && (error == EINVAL || error == EIO || error == EMSGSIZE || error == ENOPROTOOPT)) {
      SegmentNoMoreUnlessPathChanged(error);
      SendApart(fd, message);
      done++;
      continue;
    }
    if (TryAgain(error, tries)) continue;
    Refuse(error, message);
    done++;
    tries = 0;
  }
}

void ForwardSink::SendApart(int fd, const msghdr& message) {
  for (size_t part = 0; part < message.msg_iovlen; part += kPartsPerDatagram) {
    msghdr single{};
    single.msg_iov = message.msg_iov + part;
    single.msg_iovlen = kPartsPerDatagram;
    int tries = 0;
    while (true) {
      if (sendmsg(fd, &single, 0) >= 0) {
        CountSent(single);
        count_.icmp_errors.Add(static_cast<uint64_t>(tries));
        break;
      }
      const int error = errno;
      if (TryAgain(error, tries)) continue;
      Refuse(error, single);
      break;
    }
  }
}

void ForwardSink::CountSent(const msghdr& message) {
  uint64_t bytes = 0;
  for (size_t part = 1; part < message.msg_iovlen; part += kPartsPerDatagram) bytes += message.msg_iov[part].iov_len;
  count_.sent.Add(DatagramsIn(message));
  count_.sent_bytes.Add(bytes);
  if (const uint64_t cut = messages_.CutIn(message); cut > 0) count_.sent_cut.Add(cut);
}

}  // namespace fandump
