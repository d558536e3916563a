#include "sink/tally_key.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <utility>

#include "protocol_numbers.h"
#include "sink/flow_fields.h"
#include "sink/tunnel_comment.h"

namespace fandump {
namespace {

constexpr size_t kKeyUnit = 8;
constexpr uint16_t kLeastEtherType = 0x0600;  // IEEE 802.3: below it a length stands

// The parts of a key. Packed: no byte between the members is left unset.
struct [[gnu::packed]] Address {
  uint8_t family;  // 0: none
  uint8_t bytes[16];
};

struct [[gnu::packed]] End {
  Address address;
  uint16_t port;
};

struct [[gnu::packed]] Protocol {
  uint8_t has_ip;
  uint8_t number;
  uint16_t ether_type;  // without IP
};

struct [[gnu::packed]] Port {
  uint8_t is_there;
  uint8_t protocol;
  uint16_t number;
};

struct [[gnu::packed]] Flow {
  Protocol protocol;
  uint8_t has_ports;
  End low;
  End high;
};

struct [[gnu::packed]] Tunnel {
  uint8_t encapsulation;
  uint32_t vni;
  Address source;
  Address destination;
};

size_t SizeOf(TallyPart part) {
  switch (part) {
    case TallyPart::kVni:
      return sizeof(uint32_t);
    case TallyPart::kProtocol:
      return sizeof(Protocol);
    case TallyPart::kSource:
    case TallyPart::kDestination:
      return sizeof(Address);
    case TallyPart::kPort:
      return sizeof(Port);
    case TallyPart::kFlow:
      return sizeof(Flow);
    case TallyPart::kTunnel:
      return sizeof(Tunnel);
  }
  return 0;
}

Address AddressOf(uint8_t family, const uint8_t* bytes) {
  Address address{};
  address.family = family;
  if (family != 0) std::memcpy(address.bytes, bytes, family == AF_INET ? 4 : 16);
  return address;
}

Protocol ProtocolOf(const FlowFields& fields) {
  Protocol protocol{};
  protocol.has_ip = fields.family != 0;
  if (protocol.has_ip) {
    protocol.number = fields.protocol;
  } else {
    protocol.ether_type = fields.ether_type;
  }
  return protocol;
}

Port PortOf(const FlowFields& fields) {
  Port port{};
  port.is_there = fields.has_ports;
  if (!fields.has_ports) return port;
  port.protocol = fields.protocol;
  port.number = std::min(fields.source_port, fields.destination_port);
  return port;
}

Flow FlowOf(const FlowFields& fields) {
  Flow flow{};
  flow.protocol = ProtocolOf(fields);
  flow.has_ports = fields.has_ports;
  flow.low = {AddressOf(fields.family, fields.source), fields.source_port};
  flow.high = {AddressOf(fields.family, fields.destination), fields.destination_port};
  const int order = std::memcmp(flow.low.address.bytes, flow.high.address.bytes, sizeof flow.low.address.bytes);
  if (order > 0 || (order == 0 && flow.low.port > flow.high.port)) std::swap(flow.low, flow.high);
  return flow;
}

Tunnel TunnelOf(const TunnelFacts* facts) {
  Tunnel tunnel{};
  tunnel.vni = kNoVni;
  if (facts == nullptr) return tunnel;
  tunnel.encapsulation = facts->encapsulation;
  tunnel.vni = facts->vni;
  tunnel.source = AddressOf(facts->family, facts->source);
  tunnel.destination = AddressOf(facts->family, facts->destination);
  return tunnel;
}

template <typename Part>
void Put(const Part& part, uint8_t*& key) {
  std::memcpy(key, &part, sizeof part);
  key += sizeof part;
}

template <typename Part>
Part Take(const uint8_t*& key) {
  Part part;
  std::memcpy(&part, key, sizeof part);
  key += sizeof part;
  return part;
}

std::string NumberText(const char* format, unsigned number) {
  char text[32];
  std::snprintf(text, sizeof text, format, number);
  return text;
}

// IANA, Protocol Numbers, and IEEE 802 Numbers: those that captures have most.
std::string ProtocolText(const Protocol& protocol) {
  static constexpr std::pair<unsigned, const char*> kIpNames[] = {
      {1, "icmp"},   {2, "igmp"},   {4, "ipip"},   {6, "tcp"},      {17, "udp"},   {33, "dccp"},
      {41, "ip6ip"}, {47, "gre"},   {50, "esp"},   {51, "ah"},      {58, "icmp6"}, {89, "ospf"},
      {103, "pim"},  {112, "vrrp"}, {132, "sctp"}, {136, "udplite"}};
  static constexpr std::pair<unsigned, const char*> kEtherNames[] = {
      {0x0800, "ip"},     {0x0806, "arp"},   {0x86dd, "ip6"},  {0x8847, "mpls"},   {0x8863, "pppoed"},
      {0x8864, "pppoes"}, {0x888e, "eapol"}, {0x88cc, "lldp"}, {0x88e5, "macsec"}, {0x88f7, "ptp"}};
  const auto name_of = [](const auto& names, unsigned number) -> const char* {
    for (const auto& [known, name] : names) {
      if (known == number) return name;
    }
    return nullptr;
  };
  if (protocol.has_ip) {
    const char* name = name_of(kIpNames, protocol.number);
    return name != nullptr ? name : NumberText("ip-proto-%u", protocol.number);
  }
  if (protocol.ether_type == 0) return {};
  if (protocol.ether_type < kLeastEtherType) return "llc";
  const char* name = name_of(kEtherNames, protocol.ether_type);
  return name != nullptr ? name : NumberText("0x%04x", protocol.ether_type);
}

std::string AddressText(const Address& address) {
  if (address.family == 0) return {};
  char text[INET6_ADDRSTRLEN];
  return inet_ntop(address.family, address.bytes, text, sizeof text);
}

std::string EndText(const End& end, bool has_port) {
  std::string text = AddressText(end.address);
  if (!has_port) return text;
  if (end.address.family == AF_INET6) text.insert(0, 1, '[').push_back(']');
  text.push_back(':');
  return text.append(std::to_string(end.port));
}

std::string PortText(const Port& port) {
  if (port.is_there == 0) return {};
  return std::to_string(port.number) + "/" + ProtocolText({1, port.protocol, 0});
}

std::string FlowText(const Flow& flow) {
  if (flow.protocol.has_ip == 0) return {};
  return ProtocolText(flow.protocol) + " " + EndText(flow.low, flow.has_ports != 0) + " - " +
         EndText(flow.high, flow.has_ports != 0);
}

std::string TunnelText(const Tunnel& tunnel) {
  if (tunnel.encapsulation == kEncapNone) return {};
  std::string text(EncapsulationName(tunnel.encapsulation));
  if (tunnel.vni != kNoVni) text.append(" ").append(std::to_string(tunnel.vni));
  if (tunnel.source.family == 0) return text;
  text.append(" ").append(AddressText(tunnel.source));
  return text.append(" > ").append(AddressText(tunnel.destination));
}

std::string TakeText(TallyPart part, const uint8_t*& key) {
  switch (part) {
    case TallyPart::kVni: {
      const auto vni = Take<uint32_t>(key);
      return vni == kNoVni ? std::string() : std::to_string(vni);
    }
    case TallyPart::kProtocol:
      return ProtocolText(Take<Protocol>(key));
    case TallyPart::kSource:
    case TallyPart::kDestination:
      return AddressText(Take<Address>(key));
    case TallyPart::kPort:
      return PortText(Take<Port>(key));
    case TallyPart::kFlow:
      return FlowText(Take<Flow>(key));
    case TallyPart::kTunnel:
      return TunnelText(Take<Tunnel>(key));
  }
  return {};
}

}  // namespace

TallyKey::TallyKey(std::vector<TallyPart> parts) : parts_(std::move(parts)) {
  for (const TallyPart part : parts_) length_ += SizeOf(part);
  length_ = (length_ + kKeyUnit - 1) / kKeyUnit * kKeyUnit;
}

void TallyKey::Write(const PacketView& packet, uint8_t* key) const {
  const uint8_t* const end = key + length_;
  const FlowFields fields = FindFlow(packet.data, std::min(packet.caplen, packet.len), packet.link_type);
  for (const TallyPart part : parts_) {
    switch (part) {
      case TallyPart::kVni:
        Put(packet.tunnel == nullptr ? kNoVni : packet.tunnel->vni, key);
        break;
      case TallyPart::kProtocol:
        Put(ProtocolOf(fields), key);
        break;
      case TallyPart::kSource:
        Put(AddressOf(fields.family, fields.source), key);
        break;
      case TallyPart::kDestination:
        Put(AddressOf(fields.family, fields.destination), key);
        break;
      case TallyPart::kPort:
        Put(PortOf(fields), key);
        break;
      case TallyPart::kFlow:
        Put(FlowOf(fields), key);
        break;
      case TallyPart::kTunnel:
        Put(TunnelOf(packet.tunnel), key);
        break;
    }
  }
  std::memset(key, 0, static_cast<size_t>(end - key));
}

std::vector<std::string> TallyKey::Describe(const uint8_t* key) const {
  std::vector<std::string> texts;
  for (const TallyPart part : parts_) texts.push_back(TakeText(part, key));
  return texts;
}

}  // namespace fandump
