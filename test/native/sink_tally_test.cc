// Counting by what packets say: the keys, the table in bounded memory, and what several workers report together.
#include <arpa/inet.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <random>

#include "check.h"
#include "sink/flow_fields.h"
#include "sink/tally.h"
#include "tunnel_packets.h"

namespace fandump::test {
namespace {

constexpr uint16_t kLinkTypeLinuxSll = 113;

std::string Joined(const std::vector<std::string>& texts) {
  std::string text;
  for (const std::string& part : texts) text += (text.empty() ? "" : "|") + (part.empty() ? std::string("-") : part);
  return text;
}

std::string Described(const std::vector<TallyPart>& parts, const PacketView& packet) {
  const TallyKey key(parts);
  std::vector<uint8_t> bytes(key.length());
  key.Write(packet, bytes.data());
  return Joined(key.Describe(bytes.data()));
}

const std::vector<TallyPart> kOfPacket = {TallyPart::kProtocol, TallyPart::kSource, TallyPart::kDestination,
                                          TallyPart::kPort};

uint64_t KeyNumber(const uint8_t* key) {
  uint64_t number;
  std::memcpy(&number, key, sizeof number);
  return number;
}

void AddNumber(TallyTable& table, uint64_t number, uint64_t bytes = 1) {
  table.Add(reinterpret_cast<const uint8_t*>(&number), bytes);
}

}  // namespace

TEST(packets_are_counted_by_what_they_say_of_themselves) {
  Bytes tcp = FlowFrame({});
  CHECK(Described(kOfPacket, ViewOf(tcp)) == "tcp|10.0.0.1|192.0.2.1|443/tcp");
  Bytes raw = FlowPacket({0x0a000001, 0x0a000002, 53, 40000, kProtocolUdp, true});
  CHECK(Described(kOfPacket, ViewOf(raw, kLinkTypeRaw)) == "udp|2001:db8:0:a00::a00:1|2001:db8:0:a00::a00:2|53/udp");
  Bytes arp = EthernetFrame(0x0806, Bytes(28));
  CHECK(Described(kOfPacket, ViewOf(arp)) == "arp|-|-|-");
  Bytes strange = Tagged(EthernetFrame(0x1234, Bytes(4)), 7);
  CHECK(Described(kOfPacket, ViewOf(strange)) == "0x1234|-|-|-");
  Bytes llc = EthernetFrame(0x0026, Bytes(38));
  CHECK(Described(kOfPacket, ViewOf(llc)) == "llc|-|-|-");
  Bytes nothing;
  CHECK(Described(kOfPacket, ViewOf(nothing)) == "-|-|-|-");
}

TEST(packets_behind_other_link_headers_are_counted_by_the_same) {
  const Bytes ip = FlowPacket({});
  Bytes cooked = Join(Bytes(14), Join({0x08, 0x00}, ip));
  CHECK(Described(kOfPacket, ViewOf(cooked, kLinkTypeLinuxSll)) == "tcp|10.0.0.1|192.0.2.1|443/tcp");
  Bytes cooked2 = Join({0x08, 0x00}, Join(Bytes(18), ip));
  CHECK(Described(kOfPacket, ViewOf(cooked2, kLinkTypeLinuxSll2)) == "tcp|10.0.0.1|192.0.2.1|443/tcp");
  Bytes ppp = Join({0xff, 0x03, 0x00, 0x21}, ip);
  CHECK(Described(kOfPacket, ViewOf(ppp, kLinkTypePpp)) == "tcp|10.0.0.1|192.0.2.1|443/tcp");
  Bytes loopback = Join({2, 0, 0, 0}, ip);
  CHECK(Described(kOfPacket, ViewOf(loopback, 0)) == "tcp|10.0.0.1|192.0.2.1|443/tcp");
}

TEST(both_directions_are_one_flow_and_one_port) {
  const FlowEnds ends;
  Bytes there = FlowFrame(ends), back = FlowFrame(ends.Reversed());
  const std::vector<TallyPart> parts = {TallyPart::kFlow, TallyPart::kPort};
  CHECK(Described(parts, ViewOf(there)) == "tcp 10.0.0.1:40000 - 192.0.2.1:443|443/tcp");
  CHECK(Described(parts, ViewOf(back)) == Described(parts, ViewOf(there)));
  Bytes fragment = EthernetFrame(kEtherTypeIpv4, Ipv4Packet(ends, Bytes(40), {}, 0x2000));
  CHECK(Described(parts, ViewOf(fragment)) == "tcp 10.0.0.1 - 192.0.2.1|-");
}

TEST(packets_in_tunnels_are_counted_by_them) {
  Bytes frame = FlowFrame({});
  PacketView packet = ViewOf(frame);
  const std::vector<TallyPart> parts = {TallyPart::kVni, TallyPart::kTunnel};
  CHECK(Described(parts, packet) == "-|-");
  TunnelFacts tunnel;
  tunnel.encapsulation = kEncapVxlan;
  tunnel.vni = 42;
  tunnel.family = AF_INET6;
  inet_pton(AF_INET6, "2001:db8::1", tunnel.source);
  inet_pton(AF_INET6, "2001:db8::2", tunnel.destination);
  packet.tunnel = &tunnel;
  CHECK(Described(parts, packet) == "42|vxlan 42 2001:db8::1 > 2001:db8::2");
  TunnelFacts labels;
  labels.encapsulation = kEncapMpls;
  packet.tunnel = &labels;
  CHECK(Described(parts, packet) == "-|mpls");
}

TEST(no_byte_behind_a_cut_packet_is_read) {
  const FlowEnds ends{1, 2, 3, 4, kProtocolUdp, true};
  for (const Bytes& whole : {FlowFrame({}), Tagged(FlowFrame(ends), 5), EthernetFrame(0x0806, Bytes(28))}) {
    for (size_t size = 0; size <= whole.size(); size++) {
      // A vector of just so many bytes: the sanitizer sees a read behind it.
      Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
      cut.shrink_to_fit();
      for (const uint16_t link_type : {0, 1, 9, 101, 108, 113, 228, 229, 276, 999}) {
        Described({TallyPart::kFlow, TallyPart::kPort, TallyPart::kProtocol}, ViewOf(cut, link_type));
      }
    }
  }
}

TEST(a_table_is_exact_until_it_is_full) {
  TallyTable table(8, 100);
  for (uint64_t round = 0; round < 3; round++) {
    for (uint64_t number = 0; number < 100; number++) {
      for (uint64_t i = 0; i <= number; i++) AddNumber(table, number, 10);
    }
  }
  CHECK(table.exact());
  CHECK_EQ(table.size(), size_t{100});
  for (size_t row = 0; row < table.size(); row++) {
    CHECK_EQ(table.counts(row).packets, 3 * (KeyNumber(table.key(row)) + 1));
    CHECK_EQ(table.counts(row).bytes, 10 * table.counts(row).packets);
    CHECK_EQ(table.counts(row).uncertain, uint64_t{0});
  }
}

TEST(a_full_table_keeps_the_sum_and_counts_no_key_too_low_nor_loses_a_frequent_one) {
  constexpr size_t kCapacity = 64;
  std::mt19937 random(5);
  for (int round = 0; round < 20; round++) {
    TallyTable table(8, kCapacity);
    std::map<uint64_t, uint64_t> truth;
    const uint64_t packets = 20000;
    for (uint64_t i = 0; i < packets; i++) {
      // Most keys come once or twice, some often, and some of these only late.
      const bool frequent = random() % 3 == 0;
      const uint64_t number = frequent ? random() % 10 + (i > packets / 2 ? 5 : 0) : 1000 + random() % 50000;
      truth[number]++;
      AddNumber(table, number);
    }
    CHECK(!table.exact());
    CHECK_EQ(table.size(), kCapacity);
    uint64_t sum = 0;
    std::map<uint64_t, TallyTable::Counts> counted;
    for (size_t row = 0; row < table.size(); row++) {
      sum += table.counts(row).packets;
      counted[KeyNumber(table.key(row))] = table.counts(row);
    }
    CHECK_EQ(sum, packets);
    CHECK_EQ(counted.size(), kCapacity);
    for (const auto& [number, counts] : counted) {
      CHECK(counts.packets >= truth[number]);
      CHECK(counts.packets - counts.uncertain <= truth[number]);
    }
    for (const auto& [number, count] : truth) {
      if (count > packets / kCapacity) CHECK(counted.count(number) == 1);
    }
  }
}

TEST(workers_report_together_the_most_frequent_first) {
  TallySink one({TallyPart::kPort}), other({TallyPart::kPort});
  Bytes web = FlowFrame({}), dns = FlowFrame({1, 2, 53, 40000, kProtocolUdp, false}), ping = EthernetFrame(0x0806, {});
  const PacketView webs[] = {ViewOf(web), ViewOf(web)};
  const PacketView mixed[] = {ViewOf(web), ViewOf(dns), ViewOf(dns), ViewOf(ping)};
  one.Consume(webs, 2);
  other.Consume(mixed, 4);
  const TallyReport all = TallySink::Report({&one, &other}, 0);
  CHECK_EQ(all.rows.size(), size_t{3});
  CHECK(all.rows[0].texts.at(0) == "443/tcp");
  CHECK_EQ(all.rows[0].counts.packets, uint64_t{3});
  CHECK_EQ(all.rows[0].counts.bytes, uint64_t{3 * web.size()});
  CHECK(all.rows[1].texts.at(0) == "53/udp");
  CHECK(all.rows[2].texts.at(0).empty());
  CHECK_EQ(all.packets, uint64_t{6});
  CHECK(all.exact);
  const TallyReport top = TallySink::Report({&one, &other}, 1);
  CHECK_EQ(top.rows.size(), size_t{1});
  CHECK_EQ(top.keys, uint64_t{3});
  CHECK_EQ(top.packets, uint64_t{6});
}

TEST(what_is_uncertain_of_each_workers_count_is_uncertain_of_their_sum) {
  // Room for one key each: DNS takes the place, and the count, of the packet before it.
  TallySink one({TallyPart::kPort}, 1), other({TallyPart::kPort}, 1);
  Bytes web = FlowFrame({}), dns = FlowFrame({1, 2, 53, 40000, kProtocolUdp, false});
  const PacketView packets[] = {ViewOf(web), ViewOf(dns)};
  one.Consume(packets, 2);
  other.Consume(packets, 2);
  const TallyReport all = TallySink::Report({&one, &other}, 0);
  CHECK(!all.exact);
  CHECK_EQ(all.rows.size(), size_t{1});
  CHECK(all.rows.at(0).texts.at(0) == "53/udp");
  CHECK_EQ(all.rows.at(0).counts.packets, uint64_t{4});
  CHECK_EQ(all.rows.at(0).counts.uncertain, uint64_t{2});
  CHECK_EQ(all.packets, uint64_t{4});
  CHECK_EQ(all.bytes, uint64_t{2 * (web.size() + dns.size())});
}

}  // namespace fandump::test
