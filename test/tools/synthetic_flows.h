// UDP over IPv4 over Ethernet, one frame per flow, for loads where only number, size and flow matter.
#pragma once

#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <netinet/ip.h>
#include <netinet/udp.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "packet_list.h"

namespace fandump {

constexpr size_t kShortestSyntheticFrame = sizeof(ethhdr) + sizeof(iphdr) + sizeof(udphdr);

inline uint16_t Ipv4HeaderChecksum(const iphdr& header) {
  uint16_t words[sizeof header / 2];
  std::memcpy(words, &header, sizeof header);
  uint32_t sum = 0;
  for (uint16_t word : words) sum += word;
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return static_cast<uint16_t>(~sum);
}

// One frame for each of the flows, of size bytes without the frame check sequence. Flows differ in source address
// and source port; the UDP checksum is left out, as RFC 768 allows.
inline std::vector<Packet> SyntheticFlows(size_t flows, size_t size) {
  constexpr uint32_t kFirstSource = 0x0a000001;  // 10.0.0.1
  constexpr uint32_t kDestination = 0xc0000202;  // 192.0.2.2
  constexpr uint16_t kDiscardPort = 9;
  std::vector<Packet> packets;
  for (size_t flow = 0; flow < flows; ++flow) {
    ethhdr ethernet{};
    const uint8_t destination[ETH_ALEN] = {2, 0, 0, 0, 0, 2};
    const uint8_t source[ETH_ALEN] = {2, 0, 0, 0, 0, 1};
    std::copy_n(destination, ETH_ALEN, ethernet.h_dest);
    std::copy_n(source, ETH_ALEN, ethernet.h_source);
    ethernet.h_proto = htons(ETH_P_IP);

    iphdr ip{};
    ip.version = 4;
    ip.ihl = sizeof ip / 4;
    ip.tot_len = htons(static_cast<uint16_t>(size - sizeof ethernet));
    ip.ttl = 64;
    ip.protocol = IPPROTO_UDP;
    ip.saddr = htonl(kFirstSource + static_cast<uint32_t>(flow));
    ip.daddr = htonl(kDestination);
    ip.check = Ipv4HeaderChecksum(ip);

    udphdr udp{};
    udp.source = htons(static_cast<uint16_t>(1024 + flow % 60000));
    udp.dest = htons(kDiscardPort);
    udp.len = htons(static_cast<uint16_t>(size - sizeof ethernet - sizeof ip));

    Packet packet(size);
    std::memcpy(packet.data(), &ethernet, sizeof ethernet);
    std::memcpy(packet.data() + sizeof ethernet, &ip, sizeof ip);
    std::memcpy(packet.data() + sizeof ethernet + sizeof ip, &udp, sizeof udp);
    packets.push_back(std::move(packet));
  }
  return packets;
}

}  // namespace fandump
