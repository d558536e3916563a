#include "sink/merge.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "check.h"
#include "packet_testbed.h"

using namespace fandump;

namespace {

// Keeps the order in which packets came, and what they were.
class RecordingSink : public Sink {
 public:
  struct Seen {
    uint32_t nanoseconds;
    uint8_t content;
    uint16_t worker;
    uint32_t vni;
  };
  struct Record {
    std::mutex mutex;
    std::vector<Seen> packets;
    bool finished = false;
    size_t fail_after = SIZE_MAX;
    size_t consumed = 0;
    std::chrono::milliseconds pause{0};  // once for every hundred calls
  };

  explicit RecordingSink(Record& record) : record_(record) {}
  void Consume(const PacketView* packets, size_t size) override {
    if (record_.pause.count() > 0 && ++record_.consumed % 100 == 0) std::this_thread::sleep_for(record_.pause);
    const std::lock_guard<std::mutex> lock(record_.mutex);
    for (size_t i = 0; i < size; i++) {
      if (record_.packets.size() == record_.fail_after) throw CaptureError("ESAVEFILE_WRITE", "no space");
      const PacketView& packet = packets[i];
      const uint32_t vni = packet.tunnel != nullptr ? packet.tunnel->vni : 0;
      record_.packets.push_back({packet.nanoseconds, packet.data[0], packet.worker, vni});
    }
  }
  void Finish() override { record_.finished = true; }

 private:
  Record& record_;
};

struct Scene {
  RecordingSink::Record record;
  Merger merger{Outputs(record), [] {}};

  static std::vector<std::unique_ptr<Sink>> Outputs(RecordingSink::Record& record) {
    std::vector<std::unique_ptr<Sink>> outputs;
    outputs.push_back(std::make_unique<RecordingSink>(record));
    return outputs;
  }
  size_t seen() {
    const std::lock_guard<std::mutex> lock(record.mutex);
    return record.packets.size();
  }
  bool WaitFor(size_t packets) {
    for (int i = 0; i < 400 && seen() < packets; i++) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return seen() >= packets;
  }
};

void Send(Sink& sink, uint32_t nanoseconds, uint8_t content = 0, TunnelFacts* tunnel = nullptr, int64_t seconds = 0) {
  PacketView packet;
  packet.seconds = seconds;
  packet.data = &content;
  packet.caplen = packet.len = 1;
  packet.nanoseconds = nanoseconds;
  packet.tunnel = tunnel;
  sink.Consume(&packet, 1);
}

// So many packets by each, whose times lie between those of the other, at the same time; then both finish.
void SendFromBoth(Sink& first, Sink& second, uint32_t packets) {
  const auto send = [packets](Sink& sink, uint32_t from) {
    for (uint32_t i = 0; i < packets; i++) Send(sink, from + 2 * i);
    sink.Finish();
  };
  std::thread other(send, std::ref(second), 1);
  send(first, 0);
  other.join();
}

// Of what a worker throws once it hears that the output is lost; '': it hears nothing for 400 ms.
std::string CodeOfLoss(const std::function<void()>& work) {
  std::string code;
  for (int i = 0; i < 400 && code.empty(); i++) {
    code = test::ErrorCodeOf(work);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return code;
}

void FinishLost(Sink& sink) {
  test::ErrorCodeOf([&sink] { sink.Finish(); });
}

}  // namespace

TEST(packets_of_two_workers_come_in_the_order_of_their_time_stamps) {
  Scene scene;
  const auto first = scene.merger.AddInput(0, 0);
  const auto second = scene.merger.AddInput(0, 1);
  for (const uint32_t time : {10, 40, 50}) Send(*first, time);
  for (const uint32_t time : {20, 30, 60}) Send(*second, time);
  first->Finish();
  second->Finish();
  scene.merger.Start();
  scene.merger.Join();
  std::vector<uint32_t> times;
  for (const auto& packet : scene.record.packets) times.push_back(packet.nanoseconds);
  CHECK(times == (std::vector<uint32_t>{10, 20, 30, 40, 50, 60}));
  CHECK(scene.record.finished && scene.merger.ended() && !scene.merger.failure());
}

TEST(of_packets_of_one_time_those_of_the_first_worker_come_first) {
  Scene scene;
  const auto first = scene.merger.AddInput(0, 0);
  const auto second = scene.merger.AddInput(0, 1);
  const auto third = scene.merger.AddInput(0, 2);
  for (const uint32_t time : {10, 20}) Send(*third, time);
  for (const uint32_t time : {10, 20}) Send(*second, time);
  for (const uint32_t time : {20, 20}) Send(*first, time);
  for (const auto& input : {first.get(), second.get(), third.get()}) input->Finish();
  scene.merger.Start();
  scene.merger.Join();
  std::vector<uint16_t> workers;
  for (const auto& packet : scene.record.packets) workers.push_back(packet.worker);
  CHECK(workers == (std::vector<uint16_t>{1, 2, 0, 0, 1, 2}));
}

TEST(packets_of_two_workers_come_in_order_where_a_second_ends_between_them) {
  Scene scene;
  const auto first = scene.merger.AddInput(0, 0);
  const auto second = scene.merger.AddInput(0, 1);
  Send(*first, 900, 1, nullptr, 1);
  Send(*first, 100, 4, nullptr, 3);
  Send(*second, 100, 2, nullptr, 2);
  Send(*second, 950, 3, nullptr, 2);
  first->Finish();
  second->Finish();
  scene.merger.Start();
  scene.merger.Join();
  std::vector<uint8_t> contents;
  for (const auto& packet : scene.record.packets) contents.push_back(packet.content);
  CHECK(contents == (std::vector<uint8_t>{1, 2, 3, 4}));
}

TEST(a_merged_packet_keeps_its_bytes_its_worker_and_its_tunnel) {
  Scene scene;
  const auto first = scene.merger.AddInput(0, 0);
  const auto second = scene.merger.AddInput(0, 1);
  {
    TunnelFacts tunnel;
    tunnel.vni = 42;
    Send(*second, 1, 0xab, &tunnel);
  }
  first->Finish();
  second->Finish();
  scene.merger.Start();
  scene.merger.Join();
  CHECK_EQ(scene.record.packets.size(), size_t{1});
  CHECK_EQ(int{scene.record.packets[0].content}, 0xab);
  CHECK_EQ(scene.record.packets[0].worker, uint16_t{1});
  CHECK_EQ(scene.record.packets[0].vni, uint32_t{42});
}

TEST(merged_packets_keep_the_options_of_their_tunnels_and_of_their_blocks) {
  // Each packet with what its memory held when it came to the output.
  class Reader : public Sink {
   public:
    explicit Reader(std::vector<std::string>& seen) : seen_(seen) {}
    void Consume(const PacketView* packets, size_t size) override {
      for (size_t i = 0; i < size; i++) {
        const PacketView& packet = packets[i];
        const TunnelFacts& tunnel = *packet.tunnel;
        const auto text = [](const uint8_t* bytes, size_t length) {
          return std::string(reinterpret_cast<const char*>(bytes), length);
        };
        seen_.push_back(text(packet.data, packet.caplen) + "|" + text(tunnel.options, tunnel.options_length) + "|" +
                        text(packet.block_options, packet.block_options_length));
      }
    }
    void Finish() override {}

   private:
    std::vector<std::string>& seen_;
  };
  std::vector<std::string> seen;
  std::vector<std::unique_ptr<Sink>> outputs;
  outputs.push_back(std::make_unique<Reader>(seen));
  Merger merger(std::move(outputs), [] {});
  const auto input = merger.AddInput(0, 0);
  std::vector<std::string> sent;
  for (const char letter : {'a', 'b', 'c'}) {
    // The memory of the source is used again for the next packet.
    std::string bytes(5, letter), options(8, static_cast<char>(letter - 'a' + 'A')), block(12, letter);
    sent.push_back(bytes + "|" + options + "|" + block);
    TunnelFacts tunnel;
    tunnel.options = reinterpret_cast<const uint8_t*>(options.data());
    tunnel.options_length = static_cast<uint16_t>(options.size());
    PacketView packet;
    packet.data = reinterpret_cast<uint8_t*>(bytes.data());
    packet.caplen = packet.len = static_cast<uint32_t>(bytes.size());
    packet.tunnel = &tunnel;
    packet.block_options = reinterpret_cast<const uint8_t*>(block.data());
    packet.block_options_length = static_cast<uint32_t>(block.size());
    input->Consume(&packet, 1);
  }
  input->Finish();
  merger.Start();
  merger.Join();
  CHECK(seen == sent);
}

TEST(a_silent_worker_holds_up_the_others_for_a_moment_only) {
  Scene scene;
  const auto busy = scene.merger.AddInput(0, 0);
  const auto silent = scene.merger.AddInput(0, 1);
  scene.merger.Start();
  Send(*busy, 5);
  CHECK(scene.WaitFor(1));
  busy->Finish();
  silent->Finish();
  scene.merger.Join();
}

TEST(a_slow_output_leaves_the_packets_of_its_workers_in_order) {
  Scene scene;
  const auto first = scene.merger.AddInput(0, 0);
  const auto second = scene.merger.AddInput(0, 1);
  scene.record.pause = std::chrono::milliseconds(2 * Merger::kMaxHoldMs);
  scene.merger.Start();
  // More than the chunks hold, so that both wait for the output.
  constexpr uint32_t kPackets = 80'000;
  SendFromBoth(*first, *second, kPackets);
  scene.merger.Join();
  CHECK_EQ(scene.record.packets.size(), size_t{2 * kPackets});
  const auto is_older = [](const auto& one, const auto& two) { return one.nanoseconds < two.nanoseconds; };
  CHECK(std::is_sorted(scene.record.packets.begin(), scene.record.packets.end(), is_older));
}

TEST(a_clock_that_is_set_back_loses_no_packet_and_keeps_each_workers_order) {
  Scene scene;
  const auto first = scene.merger.AddInput(0, 0);
  const auto second = scene.merger.AddInput(0, 1);
  scene.merger.Start();
  constexpr uint32_t kBefore = 900'000'000;
  constexpr uint32_t kPackets = 100;
  for (uint32_t i = 0; i < kPackets; i++) {
    const uint32_t now = i < kPackets / 2 ? kBefore + i : i;
    Send(*first, now, static_cast<uint8_t>(i));
    Send(*second, now, static_cast<uint8_t>(i));
  }
  first->Finish();
  second->Finish();
  scene.merger.Join();
  CHECK_EQ(scene.record.packets.size(), size_t{2 * kPackets});
  uint8_t expected[2] = {0, 0};
  for (const auto& packet : scene.record.packets) CHECK_EQ(packet.content, expected[packet.worker]++);
}

TEST(a_worker_that_sends_more_than_its_chunks_hold_loses_nothing) {
  Scene scene;
  const auto first = scene.merger.AddInput(0, 0);
  const auto second = scene.merger.AddInput(0, 1);
  scene.merger.Start();
  constexpr uint32_t kPackets = 100000;
  SendFromBoth(*first, *second, kPackets);
  scene.merger.Join();
  CHECK_EQ(scene.record.packets.size(), size_t{2 * kPackets});
}

TEST(of_many_files_each_packet_comes_in_its_turn) {
  constexpr uint32_t kFiles = 100;
  constexpr uint32_t kPackets = 1000;
  RecordingSink::Record record;
  std::vector<std::unique_ptr<Sink>> outputs;
  outputs.push_back(std::make_unique<RecordingSink>(record));
  Merger merger(
      std::move(outputs), [] {}, true);
  std::vector<std::unique_ptr<Sink>> inputs;
  for (uint32_t i = 0; i < kFiles; i++) inputs.push_back(merger.AddInput(0, static_cast<uint16_t>(i)));
  merger.Start();
  std::vector<std::thread> readers;
  for (uint32_t i = 0; i < kFiles; i++) {
    readers.emplace_back([&input = *inputs[i], i] {
      // Some files begin where others end, the rest lie side by side.
      for (uint32_t k = 0; k < kPackets; k++) Send(input, i % 2 == 0 ? i * kPackets + k : k * kFiles + i);
      input.Finish();
    });
  }
  for (std::thread& reader : readers) reader.join();
  merger.Join();
  CHECK_EQ(record.packets.size(), size_t{kFiles} * kPackets);
  const auto is_older = [](const auto& one, const auto& two) { return one.nanoseconds < two.nanoseconds; };
  CHECK(std::is_sorted(record.packets.begin(), record.packets.end(), is_older));
}

TEST(a_lost_output_reaches_every_worker) {
  Scene scene;
  scene.record.fail_after = 1;
  const auto first = scene.merger.AddInput(0, 0);
  const auto second = scene.merger.AddInput(0, 1);
  scene.merger.Start();
  Send(*first, 1);
  Send(*first, 2);
  second->Finish();
  uint32_t time = 3;
  CHECK_EQ(CodeOfLoss([&] { Send(*first, time++); }), std::string("ESAVEFILE_WRITE"));
  FinishLost(*first);
}

TEST(a_lost_output_reaches_a_worker_without_packets) {
  Scene scene;
  scene.record.fail_after = 0;
  const auto busy = scene.merger.AddInput(0, 0);
  const auto silent = scene.merger.AddInput(0, 1);
  scene.merger.Start();
  Send(*busy, 1);
  CHECK_EQ(CodeOfLoss([&] { silent->Idle(); }), std::string("ESAVEFILE_WRITE"));
  FinishLost(*busy);
  FinishLost(*silent);
}

TEST(merger_whose_output_throws_what_nobody_expects_ends_with_that_error) {
  class FailingSink : public Sink {
   public:
    void Consume(const PacketView*, size_t) override { throw std::runtime_error("no memory"); }
    void Finish() override { throw std::runtime_error("still none"); }
  };
  std::vector<std::unique_ptr<Sink>> outputs;
  outputs.push_back(std::make_unique<FailingSink>());
  Merger merger(std::move(outputs), [] {});
  const auto input = merger.AddInput(0, 0);
  Send(*input, 1);
  input->Finish();
  merger.Start();
  merger.Join();
  CHECK(merger.ended() && merger.failure());
  if (!merger.failure()) return;
  CHECK_EQ(merger.failure()->code(), std::string("EINTERNAL"));
  CHECK_EQ(std::string(merger.failure()->what()), std::string("merging the packets of all workers: no memory"));
}
