// What blocks of pcapng say of interfaces and of what they have received.
#include "sink/pcapng_interfaces.h"

#include <string>
#include <vector>

#include "check.h"
#include "clock.h"
#include "pcapng_reading.h"
#include "sink/pcapng_statistics.h"

namespace fandump::test {
namespace {

Block Parsed(const std::string& block) { return BlocksIn({block.begin(), block.end()}).at(0); }

SavedInterfaces InterfacesOf(const SavedSource& source, bool per_vni = false) {
  return SavedInterfaces({source}, {"", "Linux 6", "test"}, per_vni);
}

const SavedSource kSource = {"eth0", "", kLinkTypeEthernet, 1500, true, nullptr};

PacketView PacketOf(TunnelFacts* tunnel) {
  PacketView packet;
  packet.tunnel = tunnel;
  return packet;
}

// Two halves, the upper one first.
uint64_t Time(const std::vector<uint8_t>& bytes, size_t at) {
  return uint64_t{Read32(bytes, at)} << 32 | Read32(bytes, at + 4);
}

}  // namespace

TEST(statistics_tell_when_the_capture_began_and_when_they_were_told) {
  const auto now = [] { return static_cast<uint64_t>(NowNs(CLOCK_REALTIME)); };
  SavedInterfaces interfaces = InterfacesOf(kSource);
  interfaces.StartFile();
  PcapngStatistics statistics([](size_t) { return SourceCounters{}; }, 1);
  const uint64_t before = now();
  statistics.Begin();
  const uint64_t begun = now();
  const Block block = Parsed(statistics.Blocks(interfaces).at(0));
  const uint64_t after = now();
  const uint64_t told = Time(block.body, 4);
  CHECK(told >= begun && told <= after);
  const std::string start = OptionsOf(block, 12).at(pcapng::kStatisticsStart);
  const uint64_t began = Time({start.begin(), start.end()}, 0);
  CHECK(began >= before && began <= begun);
}

TEST(statistics_of_a_vni_tell_what_was_written_and_not_what_its_source_has_counted) {
  SavedInterfaces interfaces = InterfacesOf(kSource, true);
  interfaces.StartFile();
  TunnelFacts tunnel;
  tunnel.vni = 7;
  interfaces.AddToFile(interfaces.Of(PacketOf(&tunnel)));
  PcapngStatistics statistics([](size_t) { return SourceCounters{}; }, 1);
  const auto options = OptionsOf(Parsed(statistics.Blocks(interfaces).at(0)), 12);
  CHECK_EQ(options.count(pcapng::kStatisticsDelivered), size_t{1});
  CHECK_EQ(options.count(pcapng::kStatisticsFilterAccepted), size_t{0});
}

TEST(an_interface_that_a_file_does_not_have_has_no_statistics_there) {
  SavedInterfaces interfaces = InterfacesOf(kSource, true);
  interfaces.StartFile();
  interfaces.AddToFile(interfaces.Of(PacketOf(nullptr)));
  interfaces.StartFile();
  PcapngStatistics statistics([](size_t) { return SourceCounters{}; }, 1);
  CHECK(statistics.Blocks(interfaces).empty());
}

TEST(only_an_interface_of_this_host_tells_its_system) {
  for (const bool is_of_this_host : {true, false}) {
    SavedSource source = kSource;
    source.is_of_this_host = is_of_this_host;
    const auto options = OptionsOf(Parsed(InterfacesOf(source).StartFile().at(1)), 8);
    CHECK_EQ(options.count(pcapng::kInterfaceOs), size_t{is_of_this_host});
  }
}

TEST(a_source_of_any_link_type_has_no_interface_before_its_packets) {
  SavedSource source = kSource;
  source.link_type_is_fixed = false;
  CHECK_EQ(InterfacesOf(source).StartFile().size(), size_t{1});
}

TEST(packets_of_a_live_source_have_one_interface_whatever_devices_they_came_by) {
  SavedInterfaces interfaces = InterfacesOf(kSource);
  PacketView packet = PacketOf(nullptr);
  const SavedInterface* const first = &interfaces.Of(packet);
  packet.interface_index = 7;
  CHECK(&interfaces.Of(packet) == first);
}

TEST(more_vnis_than_readers_take_interfaces_share_the_one_of_their_source) {
  SavedInterfaces interfaces = InterfacesOf(kSource, true);
  TunnelFacts tunnel;
  for (tunnel.vni = 0; tunnel.vni < 65'600; tunnel.vni++) interfaces.Of(PacketOf(&tunnel));
  CHECK(interfaces.all().size() < 65'536);
}

TEST(a_text_that_no_option_can_hold_is_cut) {
  PcapngBlock block(pcapng::kInterfaceDescription);
  block.AddOption(pcapng::kComment, std::string(70'000, 'x'));
  CHECK_EQ(OptionsOf(Parsed(block.Finish()), 0).at(pcapng::kComment).size(), size_t{65'535});
}

}  // namespace fandump::test
