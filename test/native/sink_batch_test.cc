// Packets in the slots that JavaScript reads.
#include "sink/batch.h"

#include <sys/socket.h>

#include <cstring>

#include "sink_testbed.h"

namespace fandump::test {

TEST(batch_leaves_out_every_packet_that_is_too_long_for_a_slot) {
  BatchQueue queue(2, 4096, [] {});
  BatchSink sink(queue, true, false, std::nullopt);
  std::vector<uint8_t> too_long(8192), fits(100);
  for (const std::vector<uint8_t>* bytes : {&too_long, &too_long, &fits, &too_long, &fits}) {
    std::vector<uint8_t> copy = *bytes;
    const PacketView packet = View(copy);
    sink.Consume(&packet, 1);
  }
  sink.Finish();
  CHECK_EQ(sink.dropped(), uint64_t{3});
  uint32_t used = 0;
  for (int slot = queue.Take(); slot >= 0; slot = queue.Take()) used += queue.used(slot);
  CHECK_EQ(used, uint32_t{2 * (sizeof(BatchRecord) + 104)});
}

TEST(batch_puts_the_facts_of_a_tunnel_and_its_options_before_the_bytes_of_its_packet) {
  BatchQueue queue(1, 4096, [] {});
  BatchSink sink(queue, true, false, std::nullopt);
  const std::vector<uint8_t> options = {1, 8, 0x83, 1, 9, 9, 9, 9};
  TunnelFacts tunnel;
  tunnel.encapsulation = kEncapGeneve;
  tunnel.family = AF_INET6;
  for (uint8_t i = 0; i < 16; i++) {
    tunnel.source[i] = i;
    tunnel.destination[i] = static_cast<uint8_t>(0xf0 + i);
  }
  tunnel.source_port = 50000;
  tunnel.destination_port = 6081;
  tunnel.vni = 42;
  tunnel.inner_vni = 7;
  tunnel.policy = 0x1234;
  tunnel.flags = kTunnelCritical;
  tunnel.inside[0] = kEncapVxlan;
  tunnel.options = options.data();
  tunnel.options_length = static_cast<uint16_t>(options.size());
  std::vector<uint8_t> bytes(61, 0xab), plain(3, 0xcd);
  PacketView packets[] = {View(bytes), View(plain)};
  packets[0].tunnel = &tunnel;
  sink.Consume(packets, 2);
  sink.Finish();

  const int slot = queue.Take();
  CHECK(slot >= 0);
  if (slot < 0) return;
  const uint8_t* const at = queue.slot(static_cast<size_t>(slot));
  BatchRecord record;
  std::memcpy(&record, at, sizeof record);
  BatchTunnel facts;
  std::memcpy(&facts, at + record.tunnel_offset, sizeof facts);
  CHECK_EQ(facts.encapsulation, kEncapGeneve);
  CHECK_EQ(facts.family, 6);
  CHECK(std::equal(facts.source, facts.source + 16, tunnel.source));
  CHECK(std::equal(facts.destination, facts.destination + 16, tunnel.destination));
  CHECK_EQ(facts.source_port, 50000);
  CHECK_EQ(facts.destination_port, 6081);
  CHECK_EQ(facts.vni, 42u);
  CHECK_EQ(facts.inner_vni, 7u);
  CHECK_EQ(facts.policy, 0x1234);
  CHECK_EQ(facts.flags, kTunnelCritical);
  CHECK_EQ(facts.inside[0], kEncapVxlan);
  CHECK_EQ(facts.options_length, options.size());
  CHECK(std::equal(options.begin(), options.end(), at + record.tunnel_offset + sizeof facts));
  CHECK(record.data_offset >= record.tunnel_offset + sizeof facts + options.size());
  CHECK_EQ(record.caplen, bytes.size());
  CHECK(std::equal(bytes.begin(), bytes.end(), at + record.data_offset));

  BatchRecord next;
  std::memcpy(&next, at + record.record_length, sizeof next);
  CHECK_EQ(next.tunnel_offset, 0);
  CHECK(std::equal(plain.begin(), plain.end(), at + record.record_length + next.data_offset));
  CHECK_EQ(record.record_length + next.record_length, queue.used(slot));
}

}  // namespace fandump::test
