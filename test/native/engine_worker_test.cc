// How threads end when what they hold fails, and what happens when they cannot begin.
#include "engine/worker.h"

#include <sched.h>
#include <signal.h>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "check.h"
#include "packet_testbed.h"
#include "sink/merge.h"
#include "sink/savefile_compressor.h"
#include "threads_refused.h"

namespace fandump::test {
namespace {

// Has nothing, and ends at once.
class EmptySource : public Source {
 public:
  explicit EmptySource(sigset_t* blocked = nullptr) : blocked_(blocked) {}
  void Open() override {}
  uint16_t link_type() const override { return kLinkTypeEthernet; }
  ReceiveStatus Receive(PacketBatch& batch, int) override {
    if (blocked_ != nullptr) pthread_sigmask(SIG_SETMASK, nullptr, blocked_);
    batch.size = 0;
    return ReceiveStatus::kEnd;
  }
  void Drain() override {}
  void ReadCounters(SourceCounters&) override {}

 private:
  sigset_t* const blocked_;
};

// Has one batch: packets of these lengths.
class BatchSource : public EmptySource {
 public:
  explicit BatchSource(std::vector<uint32_t> lengths) : lengths_(std::move(lengths)) {}
  ReceiveStatus Receive(PacketBatch& batch, int) override {
    batch.size = 0;
    for (const uint32_t length : std::exchange(lengths_, {})) {
      PacketView& packet = batch.packets[batch.size++];
      packet = {};
      packet.data = bytes_.data();
      packet.caplen = packet.len = length;
      packet.link_type = kLinkTypeEthernet;
    }
    return batch.size > 0 ? ReceiveStatus::kPackets : ReceiveStatus::kEnd;
  }

 protected:
  std::vector<uint32_t> lengths_;

 private:
  std::array<uint8_t, 1500> bytes_{};
};

// Has a datagram from 192.0.2.1:50000 that is too short for any tunnel.
class DatagramSource : public BatchSource {
 public:
  DatagramSource() : BatchSource({3}) {
    tunnel_.family = AF_INET;
    tunnel_.source_port = 50000;
    std::copy_n("\xc0\0\2\1", 4, tunnel_.source);
  }
  ReceiveStatus Receive(PacketBatch& batch, int timeout_ms) override {
    const ReceiveStatus status = BatchSource::Receive(batch, timeout_ms);
    batch.packets[0].tunnel = &tunnel_;
    batch.packets[0].seconds = 1700000000;
    batch.packets[0].nanoseconds = 5;
    return status;
  }

 private:
  TunnelFacts tunnel_;
};

// Runs what it is given in place of a receive, and has nothing.
class CallingSource : public EmptySource {
 public:
  explicit CallingSource(std::function<void()> call) : call_(std::move(call)) {}
  ReceiveStatus Receive(PacketBatch& batch, int) override {
    batch.size = 0;
    call_();
    return ReceiveStatus::kEnd;
  }

 private:
  const std::function<void()> call_;
};

// Has one packet, then nothing for two receives, and notes how long each may wait, and its end.
class PausingSource : public BatchSource {
 public:
  explicit PausingSource(std::vector<std::string>& notes) : BatchSource({60}), notes_(notes) {}
  ReceiveStatus Receive(PacketBatch& batch, int timeout_ms) override {
    notes_.push_back(std::to_string(timeout_ms));
    if (BatchSource::Receive(batch, timeout_ms) == ReceiveStatus::kPackets) return ReceiveStatus::kPackets;
    return pauses_++ < 2 ? ReceiveStatus::kIdle : ReceiveStatus::kEnd;
  }
  void End() override { notes_.push_back("source ends"); }

 private:
  std::vector<std::string>& notes_;
  int pauses_ = 0;
};

class NotingAllSink : public Sink {
 public:
  explicit NotingAllSink(std::vector<std::string>& notes) : notes_(notes) {}
  void Consume(const PacketView*, size_t) override { notes_.push_back("packets"); }
  void Idle() override { notes_.push_back("idle"); }
  void Finish() override { notes_.push_back("sink finishes"); }

 private:
  std::vector<std::string>& notes_;
};

WorkerOptions Options(sigset_t* blocked = nullptr) {
  WorkerOptions options;
  options.source = std::make_unique<EmptySource>(blocked);
  options.on_end = [] {};
  return options;
}

// Notes whether the source has room, as far as it may ask.
class RoomSink : public Sink {
 public:
  RoomSink(bool is_patient, std::vector<std::string>& notes) : is_patient_(is_patient), notes_(notes) {}
  bool IsPatient() const override { return is_patient_; }
  void MayWaitWhile(std::function<bool()> source_has_room) override { has_room_ = std::move(source_has_room); }
  void Consume(const PacketView*, size_t) override {
    notes_.push_back(!has_room_ ? "may not wait" : has_room_() ? "may wait" : "may wait no longer");
  }
  void Finish() override {}

 private:
  const bool is_patient_;
  std::vector<std::string>& notes_;
  std::function<bool()> has_room_;
};

// Has a packet with room for more, then one without.
class FillingSource : public BatchSource {
 public:
  FillingSource() : BatchSource({60}) {}
  ReceiveStatus Receive(PacketBatch& batch, int timeout_ms) override {
    if (batches_++ == 1) lengths_ = {60};
    return BatchSource::Receive(batch, timeout_ms);
  }
  bool HasRoom() const override { return batches_ < 2; }

 private:
  int batches_ = 0;
};

std::vector<std::string> NotesOfRoom(std::initializer_list<bool> patience) {
  std::vector<std::string> notes;
  WorkerOptions options = Options();
  options.source = std::make_unique<FillingSource>();
  for (const bool is_patient : patience) options.sinks.push_back(std::make_unique<RoomSink>(is_patient, notes));
  Worker worker(std::move(options));
  worker.Start();
  worker.Join();
  return notes;
}

class FailingSink : public Sink {
 public:
  void Consume(const PacketView*, size_t) override {}
  void Finish() override { throw std::runtime_error("no memory"); }
};

class NotingSink : public Sink {
 public:
  explicit NotingSink(bool& is_finished) : is_finished_(is_finished) {}
  void Consume(const PacketView*, size_t) override {}
  void Finish() override { is_finished_ = true; }

 private:
  bool& is_finished_;
};

}  // namespace

TEST(worker_ends_with_the_error_of_a_sink_that_throws_what_nobody_expects_and_finishes_the_others) {
  bool is_finished = false;
  WorkerOptions options = Options();
  options.sinks.push_back(std::make_unique<FailingSink>());
  options.sinks.push_back(std::make_unique<NotingSink>(is_finished));
  Worker worker(std::move(options));
  worker.Start();
  worker.Join();
  CHECK(worker.ended() && is_finished);
  CHECK(worker.failure().has_value());
  if (!worker.failure()) return;
  CHECK_EQ(worker.failure()->code(), std::string("EINTERNAL"));
  CHECK_EQ(std::string(worker.failure()->what()), std::string("finishing a sink: no memory"));
}

TEST(worker_counts_what_its_filter_refuses_apart_from_what_it_captures) {
  WorkerOptions options = Options();
  options.source = std::make_unique<BatchSource>(std::vector<uint32_t>{60, 1000, 61, 1001, 62});
  options.filter = std::make_unique<PacketFilter>("greater 1000", kMaxSnaplen, true);
  Worker worker(std::move(options));
  worker.Start();
  worker.Join();
  CHECK_EQ(worker.captured(), uint64_t{2});
  CHECK_EQ(worker.filtered(), uint64_t{3});
}

TEST(worker_waits_shortly_after_packets_tells_sinks_of_pauses_and_lets_go_of_its_source_before_they_finish) {
  std::vector<std::string> notes;
  WorkerOptions options = Options();
  options.source = std::make_unique<PausingSource>(notes);
  options.sinks.push_back(std::make_unique<NotingAllSink>(notes));
  Worker worker(std::move(options));
  worker.Start();
  worker.Join();
  const std::vector<std::string> expected = {"100",  "packets", "5",           "idle",         "100",
                                             "idle", "100",     "source ends", "sink finishes"};
  CHECK(notes == expected);
}

TEST(worker_lets_a_sink_wait_while_its_source_has_room) {
  CHECK((NotesOfRoom({true}) == std::vector<std::string>{"may wait", "may wait no longer"}));
}

TEST(worker_lets_no_sink_wait_where_another_one_is_waited_for) {
  CHECK((NotesOfRoom({true, false}) == std::vector<std::string>(4, "may not wait")));
}

TEST(worker_ends_with_the_first_error_not_with_what_follows_from_it) {
  WorkerOptions options = Options();
  options.source = std::make_unique<CallingSource>([] { throw CaptureError("EFIRST", "lost"); });
  options.sinks.push_back(std::make_unique<FailingSink>());
  Worker worker(std::move(options));
  worker.Start();
  worker.Join();
  CHECK(worker.failure() && worker.failure()->code() == "EFIRST");
}

TEST(worker_runs_on_the_cpu_that_it_is_pinned_to_alone) {
  cpu_set_t own;
  sched_getaffinity(0, sizeof own, &own);
  if (!CPU_ISSET(0, &own)) Skip("no CPU 0 for us");
  cpu_set_t seen;
  WorkerOptions options = Options();
  options.cpu = 0;
  options.source = std::make_unique<CallingSource>([&seen] { sched_getaffinity(0, sizeof seen, &seen); });
  Worker worker(std::move(options));
  worker.Start();
  worker.Join();
  CHECK_EQ(CPU_COUNT(&seen), 1);
  CHECK(CPU_ISSET(0, &seen));
}

TEST(worker_that_cannot_be_pinned_ends_with_that_error) {
  WorkerOptions options = Options();
  options.cpu = CPU_SETSIZE - 1;
  Worker worker(std::move(options));
  worker.Start();
  worker.Join();
  CHECK(worker.failure().has_value());
  if (!worker.failure()) return;
  CHECK_EQ(worker.failure()->code(), std::string("ECPU"));
  CHECK_EQ(std::string(worker.failure()->what()), std::string("pinning worker 0 to CPU 1023: Invalid argument"));
}

TEST(worker_knows_when_and_from_where_the_last_refused_datagram_came) {
  WorkerOptions options = Options();
  options.source = std::make_unique<DatagramSource>();
  options.decapsulator = std::make_unique<Decapsulator>(EncapOptions{});
  Worker worker(std::move(options));
  worker.Start();
  worker.Join();
  const SourceCounters counters = worker.counters();
  const RejectedSender& sender = counters.last_rejected[kInvalidTooShort];
  CHECK_EQ(counters.invalid[kInvalidTooShort], uint64_t{1});
  CHECK_EQ(sender.family, AF_INET);
  CHECK_EQ(sender.port, 50000);
  CHECK_EQ(sender.address[0], 0xc0);
  CHECK_EQ(sender.address[3], 1);
  CHECK_EQ(sender.seconds, 1700000000);
  CHECK_EQ(sender.nanoseconds, 5u);
}

TEST(worker_takes_no_signals) {
  sigset_t blocked;
  sigemptyset(&blocked);
  Worker worker(Options(&blocked));
  worker.Start();
  worker.Join();
  for (const int number : {SIGTERM, SIGINT, SIGCHLD, SIGUSR1}) CHECK_EQ(sigismember(&blocked, number), 1);
}

TEST(worker_that_gets_no_thread_ends_with_that_error_and_the_merger_does_not_wait_for_it) {
  InNamespace([] {
    bool is_finished = false;
    std::vector<std::unique_ptr<Sink>> outputs;
    outputs.push_back(std::make_unique<NotingSink>(is_finished));
    Merger merger(std::move(outputs), [] {});
    WorkerOptions options = Options();
    bool has_called = false;
    options.on_end = [&has_called] { has_called = true; };
    options.sinks.push_back(merger.AddInput(0, 0));
    Worker worker(std::move(options));
    merger.Start();
    RefuseThreads();
    worker.Start();
    merger.Join();
    CHECK(worker.ended() && has_called && is_finished);
    CHECK(worker.failure().has_value());
    if (!worker.failure()) return;
    CHECK_EQ(worker.failure()->code(), std::string("ETHREAD"));
    CHECK_EQ(worker.failure()->system_errno(), EAGAIN);
    CHECK(Contains(worker.failure()->what(), "starting the thread that captures as worker 0: Resource temporarily"));
    CHECK(Contains(worker.failure()->hint(), "ulimit -u"));
  });
}

TEST(compression_that_gets_no_thread_is_refused_before_the_capture) {
  InNamespace([] {
    WriteBufferPool buffers(4, true);
    RefuseThreads();
    CHECK_EQ(ErrorCodeOf([&] { CompressorPool({Compression::kLz4, 1, 2}, buffers); }), std::string("ETHREAD"));
  });
}

}  // namespace fandump::test
