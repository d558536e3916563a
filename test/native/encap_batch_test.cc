// Whole batches: what is left keeps its order, what is refused is counted, hostile bytes are never read past.
#include <random>
#include <utility>

#include "encap_payloads.h"

namespace fandump::test {

namespace {

// Flips, overwrites or cuts a few bytes of a payload.
Payload Mutate(Payload payload, std::mt19937& random) {
  const uint32_t changes = random() % 4;
  for (uint32_t i = 0; i < changes && !payload.empty(); i++) {
    uint8_t& byte = payload[random() % std::min<size_t>(payload.size(), 80)];
    byte = random() % 2 == 0 ? static_cast<uint8_t>(random()) : static_cast<uint8_t>(byte ^ 1 << random() % 8);
  }
  if (random() % 2 == 0) payload.resize(random() % (payload.size() + 1));
  return payload;
}

}  // namespace

TEST(encap_batch_keeps_the_order_and_loses_only_invalid_datagrams) {
  static PacketBatch batch;
  std::vector<Payload> payloads;
  std::vector<TunnelFacts> tunnels(PacketBatch::kCapacity);
  std::vector<size_t> valid;
  InvalidCounts expected{};
  for (size_t i = 0; i < PacketBatch::kCapacity; i++) {
    if (i % 5 == 1) {
      payloads.push_back(Vxlan(1, 0) + Inner());
      expected[kInvalidVxlanFlags]++;
    } else if (i % 7 == 2) {
      payloads.push_back({8, 0, 0});
      expected[kInvalidTooShort]++;
    } else {
      payloads.push_back(Vxlan(static_cast<uint32_t>(i)) + Inner());
      valid.push_back(i);
    }
  }
  for (size_t i = 0; i < payloads.size(); i++) {
    batch.packets[i].data = payloads[i].data();
    batch.packets[i].caplen = batch.packets[i].len = static_cast<uint32_t>(payloads[i].size());
    batch.packets[i].nanoseconds = static_cast<uint32_t>(i);
    batch.packets[i].tunnel = &tunnels[i];
  }
  batch.size = payloads.size();
  InvalidCounts invalid{};
  Decapsulator({kEncapVxlan, 0, -1}).Decapsulate(batch, invalid);
  CHECK(invalid == expected);
  CHECK_EQ(batch.size, valid.size());
  for (size_t i = 0; i < valid.size(); i++) {
    const PacketView& packet = batch.packets[i];
    CHECK_EQ(packet.nanoseconds, valid[i]);
    CHECK_EQ(packet.tunnel->vni, valid[i]);
    CHECK(Payload(packet.data, packet.data + packet.caplen) == Inner());
  }
}

TEST(encap_counts_are_added_to_those_before) {
  static PacketBatch batch;
  batch.size = 1;
  TunnelFacts tunnel;
  batch.packets[0] = {};
  batch.packets[0].tunnel = &tunnel;
  InvalidCounts invalid{};
  invalid[kInvalidTooShort] = 41;
  Decapsulator({kEncapVxlan, 0, -1}).Decapsulate(batch, invalid);
  CHECK_EQ(invalid[kInvalidTooShort], 42u);
}

TEST(encap_none_leaves_a_batch_alone) {
  const Stripped stripped = Strip({kEncapNone, 0, -1}, Inner());
  CHECK(stripped.inner == Inner());
  CHECK_EQ(stripped.link_type, 0);
}

TEST(encap_a_record_that_claims_less_than_it_holds_is_not_read_past_its_claim) {
  Payload payload = Vxlan(1) + Inner();
  static PacketBatch batch;
  TunnelFacts tunnel;
  batch.packets[0] = {};
  batch.packets[0].data = payload.data();
  batch.packets[0].caplen = static_cast<uint32_t>(payload.size());
  batch.packets[0].len = 7;
  batch.packets[0].tunnel = &tunnel;
  batch.size = 1;
  InvalidCounts invalid{};
  Decapsulator({kEncapVxlan, 0, -1}).Decapsulate(batch, invalid);
  CHECK_EQ(invalid[kInvalidTooShort], 1u);
}

TEST(encap_hostile_payloads_are_stripped_or_refused_within_their_bytes) {
  constexpr int kPayloads = 1000000;
  const Payload tail = Udp() + Vxlan(2) + Inner();
  const std::pair<EncapOptions, Payload> seeds[] = {
      {{kEncapVxlan, 0, -1}, Vxlan(1) + Inner()},
      {{kEncapGeneve, 0, -1}, Geneve(1, 0x6558, Payload(12, 1)) + Inner()},
      {{kEncapGeneveVxlan, 0, -1}, Geneve(1, 0x0800, Payload(4, 1)) + Ipv4(17, 7) + tail},
      {{kEncapGeneveVxlan, 0, -1}, Geneve(1, 0x86dd) + Ipv6() + tail},
      {{kEncapGeneveVxlan, 0, -1}, Geneve(1, 0x6558) + Ethernet(0x0800) + Ipv4() + tail},
      {{kEncapSkip, 9, -1}, Payload(12, 3)},
  };
  std::mt19937 random(4789);  // a fixed seed: a failure can be run again
  int refused = 0;
  for (int i = 0; i < kPayloads; i++) {
    const auto& [encap, seed] = seeds[static_cast<size_t>(i) % std::size(seeds)];
    const Payload payload = Mutate(seed, random);
    const Stripped stripped = Strip(encap, payload);
    if (stripped.cause) {
      refused++;
      continue;
    }
    // What is left is the end of the payload, and the lengths agree.
    CHECK(stripped.inner.size() <= payload.size());
    CHECK(std::equal(stripped.inner.rbegin(), stripped.inner.rend(), payload.rbegin()));
    CHECK_EQ(stripped.len, stripped.inner.size());
  }
  CHECK(refused > kPayloads / 10);
  CHECK(refused < kPayloads / 10 * 9);
}

TEST(encap_batch_keeps_refused_datagrams_as_they_came_with_their_cause) {
  static PacketBatch batch;
  std::vector<Payload> payloads = {Vxlan(1) + Inner(), Vxlan(2, 0) + Inner(), {8, 0}, Vxlan(3) + Inner()};
  std::vector<TunnelFacts> tunnels(payloads.size());
  for (size_t i = 0; i < payloads.size(); i++) {
    batch.packets[i] = {};
    batch.packets[i].data = payloads[i].data();
    batch.packets[i].caplen = batch.packets[i].len = static_cast<uint32_t>(payloads[i].size());
    batch.packets[i].tunnel = &tunnels[i];
  }
  batch.size = payloads.size();
  InvalidCounts invalid{};
  std::vector<RejectedPacket> rejected;
  Decapsulator({kEncapVxlan, 0, -1}).Decapsulate(batch, invalid, &rejected);
  CHECK_EQ(rejected.size(), size_t{2});
  CHECK(rejected[0].cause == kInvalidVxlanFlags);
  CHECK(rejected[0].packet.tunnel == &tunnels[1]);
  CHECK_EQ(rejected[0].packet.caplen, payloads[1].size());
  CHECK(rejected[1].cause == kInvalidTooShort);
  CHECK(rejected[1].packet.data == payloads[2].data());
}

}  // namespace fandump::test
