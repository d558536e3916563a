// Which packets count as one flow where packets are sent on.
#include "check.h"
#include "sink/flow_hash.h"

#include <set>
#include <vector>

namespace fandump::test {

namespace {

using Frame = std::vector<uint8_t>;

struct Ends {
  uint8_t source, destination;  // last byte of station and address
  uint16_t source_port, destination_port;
};
constexpr Ends kThere{1, 2, 40000, 443};
constexpr Ends kBack{2, 1, 443, 40000};

void AddHalf(Frame& frame, uint16_t value) {
  frame.push_back(static_cast<uint8_t>(value >> 8));
  frame.push_back(static_cast<uint8_t>(value));
}

Frame Ethernet(const Ends& ends, std::vector<uint16_t> types) {
  Frame frame = {2, 0, 0, 0, 0, ends.destination, 2, 0, 0, 0, 0, ends.source};
  for (const uint16_t type : types) AddHalf(frame, type);
  return frame;
}

void AddPorts(Frame& frame, const Ends& ends) {
  AddHalf(frame, ends.source_port);
  AddHalf(frame, ends.destination_port);
  frame.resize(frame.size() + 16);
}

void AddIpv4(Frame& frame, const Ends& ends, uint16_t fragment = 0) {
  const Frame start = {0x45,
                       0,
                       0,
                       40,
                       0,
                       1,
                       static_cast<uint8_t>(fragment >> 8),
                       static_cast<uint8_t>(fragment),
                       64,
                       6,
                       0,
                       0,
                       10,
                       0,
                       0,
                       ends.source,
                       10,
                       0,
                       0,
                       ends.destination};
  frame.insert(frame.end(), start.begin(), start.end());
  AddPorts(frame, ends);
}

void AddIpv6(Frame& frame, const Ends& ends, const Frame& extensions, uint8_t next) {
  const Frame start = {0x60, 0, 0, 0, 0, 40, next, 64};
  frame.insert(frame.end(), start.begin(), start.end());
  for (const uint8_t last : {ends.source, ends.destination}) {
    frame.insert(frame.end(), {0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, last});
  }
  frame.insert(frame.end(), extensions.begin(), extensions.end());
  AddPorts(frame, ends);
}

uint32_t Hash(const Frame& frame, uint16_t link_type = kLinkTypeEthernet) {
  return SymmetricFlowHash(frame.data(), frame.size(), link_type);
}

Frame Ipv4Frame(const Ends& ends, std::vector<uint16_t> types = {0x0800}, uint16_t fragment = 0) {
  Frame frame = Ethernet(ends, std::move(types));
  AddIpv4(frame, ends, fragment);
  return frame;
}

Frame Ipv6Frame(const Ends& ends, const Frame& extensions = {}, uint8_t next = 6) {
  Frame frame = Ethernet(ends, {0x86dd});
  AddIpv6(frame, ends, extensions, next);
  return frame;
}

}  // namespace

TEST(sink_flow_hash_is_that_of_the_other_direction) {
  CHECK_EQ(Hash(Ipv4Frame(kThere)), Hash(Ipv4Frame(kBack)));
  CHECK_EQ(Hash(Ipv6Frame(kThere)), Hash(Ipv6Frame(kBack)));
  CHECK_EQ(Hash(Ethernet(kThere, {0x88cc})), Hash(Ethernet(kBack, {0x88cc})));
}

TEST(sink_flow_hash_differs_by_port) {
  std::set<uint32_t> hashes;
  for (uint16_t port = 1; port <= 1000; port++) hashes.insert(Hash(Ipv4Frame({1, 2, port, 443})));
  CHECK(hashes.size() > 990);
}

TEST(sink_flow_hash_looks_behind_tags_and_extension_headers) {
  CHECK_EQ(Hash(Ipv4Frame(kThere)), Hash(Ipv4Frame(kThere, {0x8100, 7, 0x0800})));
  CHECK_EQ(Hash(Ipv4Frame(kThere)), Hash(Ipv4Frame(kThere, {0x88a8, 9, 0x8100, 7, 0x0800})));
  const Frame hop_by_hop = {6, 0, 1, 4, 0, 0, 0, 0};
  CHECK_EQ(Hash(Ipv6Frame(kThere)), Hash(Ipv6Frame(kThere, hop_by_hop, 0)));
}

TEST(sink_flow_hash_of_all_fragments_is_one) {
  constexpr uint16_t kMore = 0x2000, kSecond = 0x00b9;
  const uint32_t first = Hash(Ipv4Frame(kThere, {0x0800}, kMore));
  CHECK_EQ(first, Hash(Ipv4Frame({1, 2, 7, 8}, {0x0800}, kSecond)));
  CHECK(first != Hash(Ipv4Frame(kThere)));
  const Frame first_six = {6, 0, 0, 1, 0, 0, 0, 9}, second_six = {6, 0, 5, 0xa8, 0, 0, 0, 9};
  CHECK_EQ(Hash(Ipv6Frame(kThere, first_six, 44)), Hash(Ipv6Frame({1, 2, 7, 8}, second_six, 44)));
}

TEST(sink_flow_hash_of_raw_ip_is_that_of_the_frame) {
  const Frame frame = Ipv4Frame(kThere);
  CHECK_EQ(Hash(Frame(frame.begin() + 14, frame.end()), kLinkTypeRaw), Hash(frame));
}

TEST(sink_flow_hash_reads_nothing_behind_a_cut) {
  for (const Frame& whole : {Ipv4Frame(kThere, {0x8100, 7, 0x0800}), Ipv6Frame(kThere, {6, 9, 1, 4, 0, 0, 0, 0}, 0)}) {
    for (size_t size = 0; size <= whole.size(); size++) {
      const Frame cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
      Hash(cut);
      Hash(cut, kLinkTypeRaw);
    }
  }
}

}  // namespace fandump::test
