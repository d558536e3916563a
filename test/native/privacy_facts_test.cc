// What is known of a tunnel that was taken off.
#include "check.h"
#include "privacy_packets.h"

namespace fandump::test {
namespace {

TEST(the_port_of_a_tunnel_that_was_taken_off_is_that_of_tunnels_inside) {
  TunnelFacts facts;
  facts.encapsulation = kEncapVxlan;
  facts.destination_port = 5555;
  CheckHidden(To(5555, VxlanPayload(Frame(kFlow))), kFlow, &facts);
  facts.encapsulation = kEncapErspan;
  CheckHidden(To(5555, ErspanIi(Frame(kFlow))), kFlow, &facts);
  CheckKept(To(5555, VxlanPayload(Frame(kFlow))));
}

TEST(a_port_that_was_named_is_that_of_tunnels_that_stayed) {
  Bytes fragment = To(5555, VxlanPayload(Frame(kFlow)));
  fragment[kEthernet + ipv4::kFragmentAt] = 0x20;
  PacketView view = ViewOf(fragment);
  PacketAnonymizer(SomeKey(), {kEncapVxlan, 5555}).Apply(&view, 1);
  CHECK(!HasAddress(fragment));
}

TEST(packets_of_a_link_type_that_nobody_knows_are_emptied_and_it_is_told_once) {
  constexpr uint16_t kUnknown = 65000;
  std::vector<Notice> notices;
  PacketAnonymizer anonymizer(SomeKey(), {}, [&notices](const Notice& notice) { notices.push_back(notice); });
  Bytes frame = Frame(kFlow);
  for (int i = 0; i < 2; i++) {
    PacketView view = ViewOf(frame, kUnknown);
    anonymizer.Apply(&view, 1);
    CHECK_EQ(view.caplen, uint32_t{0});
  }
  CHECK_EQ(notices.size(), size_t{1});
  CHECK_EQ(notices.at(0).code, std::string("EANONYMIZE_LINK_TYPE"));
}

TEST(facts_that_a_source_tells_again_are_anonymized_once) {
  TunnelFacts facts;
  facts.family = AF_INET;
  std::copy(kSource.begin(), kSource.end(), facts.source);
  std::copy(kDestination.begin(), kDestination.end(), facts.destination);
  PacketAnonymizer anonymizer(SomeKey());
  Bytes first = Frame(kFlow), second = first;
  uint8_t pseudonym[4];
  for (Bytes* frame : {&first, &second}) {
    PacketView view = ViewOf(*frame);
    view.tunnel = &facts;
    anonymizer.Apply(&view, 1);
    CHECK(view.tunnel != &facts);
    CHECK(std::equal(kDestination.begin(), kDestination.end(), facts.destination));
    if (frame == &first) std::copy_n(view.tunnel->destination, 4, pseudonym);
    CHECK(std::equal(pseudonym, pseudonym + 4, view.tunnel->destination));
    CHECK(!std::equal(pseudonym, pseudonym + 4, facts.destination));
  }
}

TEST(each_packet_of_a_batch_has_facts_of_its_own) {
  std::vector<Bytes> frames(PacketBatch::kCapacity, Frame(kFlow));
  std::vector<PacketView> views;
  TunnelFacts facts[2];
  facts[0].encapsulation = kEncapVxlan;
  facts[1].encapsulation = kEncapGue;
  for (Bytes& frame : frames) {
    views.push_back(ViewOf(frame));
    views.back().tunnel = &facts[views.size() % 2];
  }
  PacketAnonymizer anonymizer(SomeKey());
  anonymizer.Apply(views.data(), views.size());
  for (size_t i = 0; i < views.size(); i++) {
    CHECK_EQ(views[i].tunnel->encapsulation, facts[(i + 1) % 2].encapsulation);
    if (i > 0) CHECK(views[i].tunnel != views[i - 1].tunnel);
  }
}

}  // namespace
}  // namespace fandump::test
