// Filters evaluated in userspace, and the names of link types.
#include "check.h"
#include "filter/link_types.h"
#include "filter/packet_filter.h"

namespace fandump::test {
namespace {

// IPv4/UDP from port to port 9, 10.0.0.1 > 10.0.0.2
std::vector<uint8_t> Ipv4Udp(uint8_t source_port) {
  return {0x45, 0, 0, 28, 0, 0, 0, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2, 0, source_port, 0, 9, 0, 8, 0, 0};
}

std::vector<uint8_t> InEthernet(const std::vector<uint8_t>& payload) {
  std::vector<uint8_t> frame = {2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0};
  for (const uint8_t byte : payload) frame.push_back(byte);
  return frame;
}

PacketView ViewOf(std::vector<uint8_t>& bytes, uint16_t link_type) {
  PacketView packet;
  packet.data = bytes.data();
  packet.caplen = packet.len = static_cast<uint32_t>(bytes.size());
  packet.link_type = link_type;
  return packet;
}

}  // namespace

TEST(a_packet_filter_keeps_the_order_of_what_it_accepts) {
  std::vector<std::vector<uint8_t>> frames;
  for (uint8_t port = 0; port < 10; port++) frames.push_back(InEthernet(Ipv4Udp(port)));
  std::vector<PacketView> packets;
  for (auto& frame : frames) packets.push_back(ViewOf(frame, kLinkTypeEthernet));
  PacketFilter filter("udp[1] & 1 = 1", kMaxSnaplen, true);
  CHECK_EQ(filter.Apply(packets.data(), packets.size()), size_t{5});
  for (size_t i = 0; i < 5; i++) CHECK(packets[i].data == frames[2 * i + 1].data());
}

TEST(one_packet_filter_serves_several_link_types) {
  std::vector<uint8_t> ethernet = InEthernet(Ipv4Udp(53)), raw = Ipv4Udp(53), other = Ipv4Udp(54);
  PacketView packets[] = {ViewOf(ethernet, kLinkTypeEthernet), ViewOf(raw, kLinkTypeRaw), ViewOf(other, kLinkTypeRaw),
                          ViewOf(ethernet, kLinkTypeEthernet)};
  PacketFilter filter("src port 53", kMaxSnaplen, true);
  CHECK_EQ(filter.Apply(packets, 4), size_t{3});
  CHECK(packets[1].data == raw.data() && packets[2].data == ethernet.data());
}

TEST(a_packet_filter_sees_captured_bytes_only_but_knows_the_length_on_the_wire) {
  std::vector<uint8_t> frame = InEthernet(Ipv4Udp(53));
  PacketView packet = ViewOf(frame, kLinkTypeEthernet);
  packet.len = 1500;
  packet.caplen = 34;
  CHECK_EQ(PacketFilter("greater 1500 and udp", kMaxSnaplen, true).Apply(&packet, 1), size_t{1});
  CHECK_EQ(PacketFilter("udp port 53", kMaxSnaplen, true).Apply(&packet, 1), size_t{0});
}

TEST(an_accepted_packet_is_not_cut) {
  std::vector<uint8_t> frame = InEthernet(Ipv4Udp(53));
  PacketView packet = ViewOf(frame, kLinkTypeEthernet);
  CHECK_EQ(PacketFilter("udp", 20, true).Apply(&packet, 1), size_t{1});
  CHECK_EQ(packet.caplen, uint32_t{42});
}

TEST(an_empty_expression_accepts_every_packet) {
  std::vector<uint8_t> nothing;
  PacketView packets[] = {ViewOf(nothing, kLinkTypeEthernet), ViewOf(nothing, 9999)};
  CHECK_EQ(PacketFilter("", kMaxSnaplen, true).Apply(packets, 2), size_t{2});
}

TEST(an_expression_that_cannot_hold_for_a_link_type_names_it) {
  std::vector<uint8_t> raw = Ipv4Udp(53);
  PacketView packet = ViewOf(raw, kLinkTypeRaw);
  PacketFilter filter("vlan 3", kMaxSnaplen, true);
  filter.Prepare(kLinkTypeEthernet);
  std::string message;
  try {
    filter.Apply(&packet, 1);
  } catch (const CaptureError& error) {
    message = error.what();
  }
  CHECK_EQ(message, std::string("filtering packets of link type RAW: no VLAN support for Raw IP"));
}

TEST(packets_of_a_type_that_the_expression_cannot_hold_for_are_refused_when_asked_so) {
  std::vector<uint8_t> raw = Ipv4Udp(53);
  PacketView packet = ViewOf(raw, kLinkTypeRaw);
  PacketFilter filter("vlan 3", kMaxSnaplen, true);
  CHECK_EQ(filter.PrepareOrRefuse(kLinkTypeRaw), std::string("no VLAN support for Raw IP"));
  CHECK_EQ(filter.Apply(&packet, 1), size_t{0});
}

TEST(directions_cannot_be_told_from_bytes) {
  std::string code;
  try {
    PacketFilter("inbound", kMaxSnaplen, true).Prepare(kLinkTypeEthernet);
  } catch (const CaptureError& error) {
    code = error.code();
  }
  CHECK_EQ(code, std::string("EFILTER"));
}

TEST(direction_and_interface_are_told_where_only_packets_with_restored_tags_are_judged) {
  std::vector<uint8_t> frame = InEthernet(Ipv4Udp(53));
  const std::vector<uint8_t> tag = {0x81, 0, 0, 42};
  frame.insert(frame.begin() + 12, tag.begin(), tag.end());
  std::vector<PacketView> packets(3, ViewOf(frame, kLinkTypeEthernet));
  for (PacketView& packet : packets) {
    packet.flags = kFlagVlanRestored;
    packet.interface_index = 7;
    packet.direction = kDirectionOutgoing;
  }
  packets[0].interface_index = 8;
  packets[1].direction = kDirectionHost;
  PacketFilter filter("ifindex 7 and outbound and vlan 42", kMaxSnaplen, true, FilterScope::kRestoredTags);
  CHECK_EQ(filter.Apply(packets.data(), packets.size()), size_t{1});
  CHECK_EQ(packets[0].interface_index, 7U);
  CHECK_EQ(packets[0].direction, kDirectionOutgoing);
}

TEST(link_types_have_the_value_of_the_file_and_the_name_of_libpcap) {
  CHECK_EQ(LinkTypeName(kLinkTypeEthernet)->first, std::string("EN10MB"));
  CHECK_EQ(LinkTypeName(kLinkTypeRaw)->second, std::string("Raw IP"));
  CHECK(!LinkTypeName(65000));
  CHECK_EQ(LinkTypeValue("en10mb"), 1);
  CHECK_EQ(LinkTypeValue("DLT_RAW"), 101);
  CHECK_EQ(LinkTypeValue("LINUX_SLL2"), 276);
  CHECK_EQ(LinkTypeValue("nothing of the kind"), -1);
  for (int link_type = 0; link_type < 400; link_type++) {
    const int dlt = LinkTypeToDlt(static_cast<uint16_t>(link_type));
    if (LinkTypeName(static_cast<uint16_t>(link_type)) && dlt != link_type) CHECK_EQ(DltToLinkType(dlt), link_type);
  }
  CHECK(LibpcapVersion().find("libpcap") != std::string::npos);
}

}  // namespace fandump::test
