// When packets are handed on that keep the gaps of their time stamps.
#include <chrono>
#include <thread>

#include "check.h"
#include "sink/replay.h"

namespace fandump::test {

namespace {

using Clock = std::chrono::steady_clock;

// Notes when packets come: their length is a number.
struct Log {
  std::vector<std::pair<uint32_t, Clock::time_point>> packets;
  bool finished = false;
};

class LogSink : public Sink {
 public:
  explicit LogSink(Log& log) : log_(log) {}
  void Consume(const PacketView* packets, size_t size) override {
    for (size_t i = 0; i < size; i++) log_.packets.emplace_back(packets[i].len, Clock::now());
  }
  void Finish() override { log_.finished = true; }

 private:
  Log& log_;
};

std::vector<PacketView> At(const std::vector<int64_t>& milliseconds) {
  std::vector<PacketView> packets(milliseconds.size());
  for (size_t i = 0; i < packets.size(); i++) {
    packets[i].len = static_cast<uint32_t>(i);
    packets[i].seconds = 1'000'000 + milliseconds[i] / 1000;
    packets[i].nanoseconds = static_cast<uint32_t>(milliseconds[i] % 1000 * 1'000'000);
  }
  return packets;
}

int64_t Milliseconds(Clock::duration time) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
}

}  // namespace

TEST(sink_replay_hands_no_packet_on_before_its_time) {
  for (const double speed : {1.0, 4.0}) {
    Log log;
    ReplaySink sink(std::make_unique<LogSink>(log), speed, std::make_shared<ReplayControl>());
    const std::vector<int64_t> times = {900, 900, 940, 1000, 1100};
    const auto packets = At(times);
    sink.Consume(packets.data(), 3);
    sink.Consume(packets.data() + 3, 2);
    sink.Finish();
    CHECK_EQ(log.packets.size(), times.size());
    for (size_t i = 0; i < times.size(); i++) {
      CHECK_EQ(log.packets[i].first, static_cast<uint32_t>(i));
      const auto due = static_cast<int64_t>(static_cast<double>(times[i] - times[0]) / speed);
      const int64_t after = Milliseconds(log.packets[i].second - log.packets[0].second);
      CHECK(after >= due - 1);
      // A machine that does other things, too.
      CHECK(after < due + 400);
    }
    CHECK(log.finished);
  }
}

TEST(sink_replay_does_not_wait_for_a_packet_that_is_older_than_the_first) {
  Log log;
  ReplaySink sink(std::make_unique<LogSink>(log), 1, std::make_shared<ReplayControl>());
  const auto packets = At({500'000, 0, 500'000});
  const auto start = Clock::now();
  sink.Consume(packets.data(), packets.size());
  CHECK(Milliseconds(Clock::now() - start) < 400);
  CHECK_EQ(log.packets.size(), size_t{3});
}

TEST(sink_replay_leaves_out_what_is_not_due_when_it_is_stopped) {
  Log log;
  const auto control = std::make_shared<ReplayControl>();
  ReplaySink sink(std::make_unique<LogSink>(log), 1, control);
  const auto packets = At({0, 0, 3'600'000, 3'600'000});
  std::thread stopper([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    control->Stop();
  });
  sink.Consume(packets.data(), packets.size());
  stopper.join();
  CHECK_EQ(log.packets.size(), size_t{2});
  CHECK_EQ(control->left_out(), uint64_t{2});
}

}  // namespace fandump::test
