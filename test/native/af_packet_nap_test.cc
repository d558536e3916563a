#include "source/af_packet_nap.h"

#include <thread>

#include "check.h"

using namespace fandump;
using std::chrono::microseconds;

namespace {
constexpr uint64_t kMebibyte = 1 << 20;
}

TEST(a_big_ring_lets_its_reader_sleep_whatever_the_link) {
  RingNap nap(128 * kMebibyte, 10);
  CHECK(nap.Length(0, 0) == microseconds(4000));
}

TEST(a_small_ring_lets_its_reader_sleep_only_as_slow_traffic_allows) {
  RingNap nap(2 * kMebibyte, 10);
  CHECK(nap.Length(0, 0) == microseconds(0));
  std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK(nap.Length(2000, 128000) >= microseconds(1000));
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  CHECK(nap.Length(1'000'000, 64'000'000) == microseconds(0));
}

TEST(a_nap_stays_below_half_of_the_block_time_out) {
  RingNap nap(128 * kMebibyte, 3);
  CHECK(nap.Length(0, 0) == microseconds(1200));
}

TEST(a_reader_that_wants_each_packet_at_once_never_sleeps) {
  RingNap nap;
  CHECK(nap.Length(10, 1000) == microseconds(0));
}
