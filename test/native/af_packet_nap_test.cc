#include "source/af_packet_nap.h"

#include <thread>

#include "check.h"

using namespace fandump;
using std::chrono::microseconds;

namespace {
constexpr uint64_t kMebibyte = 1 << 20;
// What a worker waits.
constexpr microseconds kPrompt{5000};
constexpr microseconds kPatient{25000};
}  // namespace

TEST(a_big_ring_lets_its_reader_sleep_whatever_the_link) {
  RingNap nap(RingNapOptions{128 * kMebibyte, 10});
  CHECK(nap.Length(0, 0, kPrompt) == microseconds(4000));
}

TEST(a_patient_reader_of_a_big_ring_sleeps_longer_but_not_until_a_fast_link_has_half_filled_it) {
  RingNap nap(RingNapOptions{128 * kMebibyte, 10});
  const microseconds first = nap.Length(0, 0, kPatient);
  CHECK(first >= microseconds(5000));
  CHECK(first.count() * 12500 <= static_cast<int64_t>(64 * kMebibyte));
}

TEST(a_patient_reader_in_slow_traffic_sleeps_no_longer_than_a_fast_link_takes_to_fill_the_ring) {
  RingNap nap(RingNapOptions{128 * kMebibyte, 10});
  nap.Length(0, 0, kPatient);
  std::this_thread::sleep_for(std::chrono::milliseconds(10));
  const microseconds next = nap.Length(1000, 64000, kPatient);
  CHECK(next >= microseconds(10000));
  CHECK(next.count() * 12500 <= static_cast<int64_t>(128 * kMebibyte));
}

TEST(a_patient_reader_in_slow_traffic_sleeps_longer_where_the_link_is_known_to_be_slower) {
  RingNap nap(RingNapOptions{128 * kMebibyte, 10, 10'000});
  nap.Length(0, 0, kPatient);
  std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK(nap.Length(1000, 64000, kPatient) == microseconds(20000));
}

TEST(traffic_faster_than_the_link_is_said_to_be_shortens_naps_all_the_same) {
  RingNap nap(RingNapOptions{2 * kMebibyte, 10, 10'000});
  nap.Length(0, 0, kPatient);
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  CHECK(nap.Length(1'000'000, 64'000'000, kPatient) == microseconds(0));
}

TEST(a_small_ring_lets_its_reader_sleep_only_as_slow_traffic_allows) {
  for (const microseconds longest : {kPrompt, kPatient}) {
    RingNap nap(RingNapOptions{2 * kMebibyte, 10});
    CHECK(nap.Length(0, 0, longest) == microseconds(0));
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    const microseconds in_slow_traffic = nap.Length(2000, 128000, longest);
    CHECK(in_slow_traffic >= microseconds(1000) && in_slow_traffic <= microseconds(4000));
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    CHECK(nap.Length(1'000'000, 64'000'000, longest) == microseconds(0));
  }
}

TEST(a_nap_stays_below_half_of_the_block_time_out) {
  RingNap nap(RingNapOptions{128 * kMebibyte, 3});
  CHECK(nap.Length(0, 0, kPrompt) == microseconds(1200));
}

TEST(a_nap_of_a_patient_reader_takes_at_most_two_block_time_outs) {
  RingNap nap(RingNapOptions{128 * kMebibyte, 1});
  CHECK(nap.Length(0, 0, kPatient) == microseconds(2000));
}

TEST(a_reader_that_wants_each_packet_at_once_never_sleeps) {
  RingNap nap;
  CHECK(nap.Length(10, 1000, kPatient) == microseconds(0));
}
