// pcapng as it is written: interfaces, flags, drops, tunnels, and what an input said beside its packets.
#include <arpa/inet.h>

#include <cstring>

#include "check.h"
#include "clock.h"
#include "pcapng_reading.h"
#include "savefile_builder.h"
#include "sink/savefile_format.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

SavefileOptions PcapngOptions(const std::string& path) {
  SavefileOptions options = OptionsFor(path);
  options.pcapng = true;
  options.application = "fandump 1";
  options.sources = {{"eth0", "tcp", kLinkTypeEthernet, 1500, true, nullptr}};
  return options;
}

}  // namespace

TEST(a_section_tells_of_machine_and_program_and_an_interface_of_name_filter_and_nanoseconds) {
  const Folder folder;
  SavefileSink sink(PcapngOptions(folder.File("x")));
  sink.Open();
  sink.Finish();
  const std::vector<Block> blocks = BlocksIn(Contents(folder.File("x")));
  CHECK_EQ(blocks.size(), size_t{2});
  const auto section = OptionsOf(blocks.at(0), 16);
  CHECK(section.at(2) != "" && section.at(3).starts_with("Linux "));
  CHECK_EQ(section.at(4), std::string("fandump 1"));
  const Block& interface = blocks.at(1);
  CHECK_EQ(interface.type, 1U);
  CHECK_EQ(Read32(interface.body, 0), uint32_t{kLinkTypeEthernet});
  CHECK_EQ(Read32(interface.body, 4), 1500U);
  const auto options = OptionsOf(interface, 8);
  CHECK_EQ(options.at(2), std::string("eth0"));
  CHECK_EQ(options.at(11), std::string("\0tcp", 4));
  CHECK_EQ(options.at(9), std::string(1, 9));
}

TEST(direction_and_tunnel_are_told_with_the_packet) {
  const Folder folder;
  SavefileSink sink(PcapngOptions(folder.File("x")));
  sink.Open();
  std::vector<uint8_t> bytes = {1, 2, 3};
  TunnelFacts tunnel;
  tunnel.encapsulation = kEncapGeneve;
  tunnel.family = AF_INET;
  tunnel.vni = 42;
  tunnel.source_port = 50000;
  tunnel.destination_port = 6081;
  inet_pton(AF_INET, "192.0.2.1", tunnel.source);
  inet_pton(AF_INET, "192.0.2.2", tunnel.destination);
  const uint8_t geneve_options[] = {0x01, 0x02, 0x80, 0x00};
  tunnel.options = geneve_options;
  tunnel.options_length = sizeof geneve_options;
  PacketView packet = View(bytes, 7, 123'456'789);
  packet.direction = kDirectionOutgoing;
  packet.tunnel = &tunnel;
  sink.Consume(&packet, 1);
  packet.direction = kDirectionBroadcast;
  packet.tunnel = nullptr;
  sink.Consume(&packet, 1);
  sink.Finish();
  const std::vector<Block> packets = OfType(BlocksIn(Contents(folder.File("x"))), pcapng::kEnhancedPacket);
  CHECK_EQ(packets.size(), size_t{2});
  CHECK_EQ(PacketOptions(packets.at(0)).at(1),
           std::string("encap=geneve vni=42 outer=192.0.2.1:50000>192.0.2.2:6081 options=01028000"));
  CHECK_EQ(PacketOptions(packets.at(0)).at(2), std::string("\2\0\0\0", 4));
  CHECK_EQ(PacketOptions(packets.at(1)).at(2), std::string("\15\0\0\0", 4));
  CHECK_EQ(PacketOptions(packets.at(1)).count(1), size_t{0});
  const ReadResult result = ReadWhole(folder.File("x"));
  CHECK_EQ(result.packets.at(0).view.nanoseconds, 123'456'789U);
  CHECK_EQ(result.packets.at(1).view.direction, kDirectionBroadcast);
}

TEST(geneve_options_of_a_load_balancer_have_names_in_the_comment) {
  TunnelFacts tunnel;
  tunnel.encapsulation = kEncapGeneve;
  // Endpoint, flow cookie, an unknown one, and an attachment that is cut short.
  const uint8_t options[] = {1, 8,    1,    2,    0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 1, 8, 3,
                             1, 0xde, 0xad, 0xbe, 0xef, 1,    2,    1,    0,    1,    8,    2,    1, 0, 0};
  tunnel.options = options;
  tunnel.options_length = sizeof options;
  char text[kLongestTunnelComment];
  const std::string comment(text, WriteTunnelComment(tunnel, text));
  const size_t names = comment.find(" gwlb_");
  CHECK_EQ(comment.substr(names), std::string(" gwlb_endpoint=1122334455667788 gwlb_flow_cookie=deadbeef"));
}

TEST(the_longest_tunnel_comment_has_room) {
  TunnelFacts tunnel;
  tunnel.encapsulation = kEncapGeneveVxlan;
  tunnel.family = AF_INET6;
  tunnel.vni = tunnel.inner_vni = 0xffffff;
  tunnel.source_port = tunnel.destination_port = 65535;
  std::memset(tunnel.source, 0xee, sizeof tunnel.source);
  std::memset(tunnel.destination, 0xee, sizeof tunnel.destination);
  std::vector<uint8_t> options(300, 0xff);
  const uint8_t endpoint[] = {1, 8, 1, 31}, attachment[] = {1, 8, 2, 30};
  std::copy(std::begin(endpoint), std::end(endpoint), options.begin());
  std::copy(std::begin(attachment), std::end(attachment), options.begin() + 128);
  tunnel.options = options.data();
  tunnel.options_length = 300;
  char text[kLongestTunnelComment];
  CHECK(WriteTunnelComment(tunnel, text) < kLongestTunnelComment);
}

TEST(sources_of_several_link_types_have_an_interface_each) {
  const Folder folder;
  SavefileOptions options = PcapngOptions(folder.File("x"));
  options.sources.push_back({"udp::0.0.0.0:4789", "", kLinkTypeRaw, 1500, false, nullptr});
  SavefileSink sink(options);
  sink.Open();
  std::vector<uint8_t> bytes = {1, 2, 3};
  PacketView packets[] = {View(bytes), View(bytes), View(bytes)};
  packets[1].source = packets[2].source = 1;
  packets[1].link_type = kLinkTypeRaw;
  sink.Consume(packets, 3);
  sink.Finish();
  const ReadResult result = ReadWhole(folder.File("x"));
  CHECK_EQ(result.packets.at(0).view.link_type, kLinkTypeEthernet);
  CHECK_EQ(result.packets.at(1).view.link_type, kLinkTypeRaw);
  CHECK_EQ(result.packets.at(2).view.interface_index, 2U);
}

TEST(each_vni_has_an_interface_where_that_is_asked_for) {
  const Folder folder;
  SavefileOptions options = PcapngOptions(folder.File("x"));
  options.interface_per_vni = true;
  SavefileSink sink(options);
  sink.Open();
  std::vector<uint8_t> bytes = {1, 2, 3};
  TunnelFacts one, two;
  one.vni = 1;
  two.vni = 2;
  PacketView packets[] = {View(bytes), View(bytes), View(bytes)};
  packets[0].tunnel = packets[2].tunnel = &one;
  packets[1].tunnel = &two;
  sink.Consume(packets, 3);
  sink.Finish();
  const std::vector<Block> interfaces = OfType(BlocksIn(Contents(folder.File("x"))), pcapng::kInterfaceDescription);
  CHECK_EQ(interfaces.size(), size_t{2});
  CHECK_EQ(OptionsOf(interfaces.at(1), 8).at(2), std::string("eth0 vni=2"));
  CHECK_EQ(ReadWhole(folder.File("x")).packets.at(2).view.interface_index, 0U);
}

TEST(what_the_kernel_dropped_is_told_at_the_next_packet_and_at_the_end) {
  const Folder folder;
  SavefileOptions options = PcapngOptions(folder.File("x"));
  options.flush_each_batch = true;
  SourceCounters counters;
  options.counters = [&](size_t) { return counters; };
  SavefileSink sink(options);
  sink.Open();
  std::vector<uint8_t> bytes = {1, 2, 3};
  const PacketView packet = View(bytes);
  sink.Consume(&packet, 1);
  counters.kernel_dropped = 5;
  counters.kernel_matched = 7;
  counters.interface_dropped = 2;
  sink.Consume(&packet, 1);
  sink.Consume(&packet, 1);
  sink.Finish();
  const std::vector<Block> blocks = BlocksIn(Contents(folder.File("x")));
  const std::vector<Block> packets = OfType(blocks, pcapng::kEnhancedPacket);
  const std::string five("\5\0\0\0\0\0\0\0", 8), three("\3\0\0\0\0\0\0\0", 8);
  const std::string seven("\7\0\0\0\0\0\0\0", 8), nine("\11\0\0\0\0\0\0\0", 8), two("\2\0\0\0\0\0\0\0", 8);
  CHECK_EQ(PacketOptions(packets.at(0)).count(4) + PacketOptions(packets.at(2)).count(4), size_t{0});
  CHECK_EQ(PacketOptions(packets.at(1)).at(4), five);
  const std::vector<Block> statistics = OfType(blocks, pcapng::kInterfaceStatistics);
  CHECK_EQ(statistics.size(), size_t{1});
  // What the interface received, and what it dropped of that; then what matched, and what of that was lost.
  CHECK_EQ(OptionsOf(statistics.at(0), 12).at(4), nine);
  CHECK_EQ(OptionsOf(statistics.at(0), 12).at(5), two);
  CHECK_EQ(OptionsOf(statistics.at(0), 12).at(6), seven);
  CHECK_EQ(OptionsOf(statistics.at(0), 12).at(7), five);
  CHECK_EQ(OptionsOf(statistics.at(0), 12).at(8), three);
}

TEST(drops_that_nobody_can_tell_from_refused_datagrams_are_not_told_as_none) {
  constexpr uint16_t kReceived = 4, kAccepted = 6, kOsDropped = 7;
  SourceCounters counters;
  counters.kernel_matched = 7;
  InterfaceStatistics statistics;
  statistics.counters = &counters;
  const auto told = [&statistics] {
    const std::string block = StatisticsBlock(statistics);
    return OptionsOf(BlocksIn({block.begin(), block.end()}).at(0), 12);
  };
  CHECK_EQ(told().count(kOsDropped), size_t{1});
  counters.refused_or_dropped = 1;
  const auto options = told();
  CHECK_EQ(options.count(kOsDropped), size_t{0});
  CHECK_EQ(options.count(kReceived), size_t{0});
  CHECK_EQ(options.count(kAccepted), size_t{1});
}

TEST(drops_that_no_packet_has_told_of_add_up) {
  SourceCounters counters;
  PcapngStatistics statistics([&counters](size_t) { return counters; }, 1);
  counters.kernel_dropped = 3;
  statistics.LookForDrops();
  counters.kernel_dropped = 5;
  statistics.LookForDrops();
  CHECK_EQ(statistics.TakeDrops(0), uint64_t{5});
  CHECK_EQ(statistics.TakeDrops(0), uint64_t{0});
}

TEST(statistics_are_due_a_minute_after_the_beginning_and_after_they_were_told) {
  constexpr int64_t kMinute = 60'000;
  const auto now = [] { return NowMs(CLOCK_MONOTONIC_COARSE); };
  PcapngStatistics begun({}, 1), told({}, 1);
  const SavedInterfaces interfaces({}, {}, false);
  const int64_t before = now();
  begun.Begin();
  told.Blocks(interfaces);
  const int64_t after = now();
  for (const PcapngStatistics* statistics : {&begun, &told}) {
    CHECK(!statistics->IsDue(before + kMinute - 1));
    CHECK(statistics->IsDue(after + kMinute));
  }
}

// Last digits of the types of the blocks behind section and interface where statistics are due at any time: of two
// packets and a pause.
std::string TypesWhereAlwaysDue(std::shared_ptr<ByteBudget> budget) {
  const Folder folder;
  SavefileOptions options = PcapngOptions(folder.File("x"));
  options.counters = [](size_t) { return SourceCounters{}; };
  options.statistics_ms = 0;
  options.budget = std::move(budget);
  SavefileSink sink(options);
  sink.Open();
  std::vector<uint8_t> bytes = {1, 2, 3};
  const PacketView packets[] = {View(bytes), View(bytes)};
  sink.Consume(packets, 2);
  sink.Idle();
  sink.Finish();
  std::string types;
  for (const Block& block : BlocksIn(Contents(options.path))) types += std::to_string(block.type % 10);
  return types.substr(2);
}

TEST(statistics_that_are_due_follow_the_packets_and_come_in_pauses_too) {
  // The last of them stand at the end of any file.
  CHECK_EQ(TypesWhereAlwaysDue(nullptr), std::string("66555"));
}

TEST(behind_the_last_packet_that_was_wanted_no_statistics_follow_those_of_the_end) {
  CHECK_EQ(TypesWhereAlwaysDue(std::make_shared<ByteBudget>(1)), std::string("65"));
}

TEST(a_file_with_an_interface_for_each_vni_has_one_where_no_packet_came) {
  const Folder folder;
  SavefileOptions options = PcapngOptions(folder.File("x"));
  options.interface_per_vni = true;
  SavefileSink sink(options);
  sink.Open();
  sink.Finish();
  CHECK_EQ(OfType(BlocksIn(Contents(folder.File("x"))), pcapng::kInterfaceDescription).size(), size_t{1});
}

TEST(each_file_of_a_rotation_has_the_interfaces_of_its_packets_and_the_names_of_the_input) {
  const Folder folder;
  BytesBuilder names, input;
  names.U16(1).U16(10).Raw({192, 0, 2, 1, 'h', 'o', 's', 't', '1', 0, 0, 0}).U16(0).U16(0);
  input.SectionHeader().Interface(1).Interface(101).Block(4, names);
  input.EnhancedPacket(0, 1'000'000, {1}, 1).EnhancedPacket(1, 2'000'000, {2}, 1).EnhancedPacket(1, 3'000'000, {3}, 1);
  const MemoryFile memory(input.bytes());
  SavefileSource source(memory.path());
  source.Open();
  SavefileOptions save = PcapngOptions(folder.File("%s"));
  save.sources = {{"file", "", source.link_type(), source.snaplen(), true, source.copied()}};
  save.by_packet_time = true;
  save.rotation.seconds = 1;
  SavefileSink sink(save);
  sink.Open();
  PacketBatch batch;
  while (source.Receive(batch, kPatientMs) == ReceiveStatus::kPackets) sink.Consume(batch.packets.data(), batch.size);
  sink.Finish();
  const std::pair<const char*, uint16_t> files[] = {{"1", 1}, {"2", 101}, {"3", 101}};
  for (const auto& [name, link_type] : files) {
    const ReadResult result = ReadWhole(folder.File(name));
    CHECK_EQ(result.error, std::string(""));
    CHECK_EQ(result.packets.size(), size_t{1});
    CHECK_EQ(result.packets.at(0).view.link_type, link_type);
    CHECK_EQ(OfType(BlocksIn(Contents(folder.File(name))), pcapng::kNameResolution).size(), size_t{1});
  }
}

}  // namespace fandump::test
