// The thread that serves the readers of a tcp sink, at its end.
#include "sink/tcp_readers.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

#include "sink_testbed.h"
#include "tcp_loopback.h"

namespace fandump::test {
namespace {

constexpr size_t kMuch = 500 << 10;  // more than the buffers of a connection hold, and less than a block

// A reader that takes what comes, and behind it one that takes nothing.
struct Scene {
  explicit Scene(NoticeHandler notice) {
    TcpReaderOptions options;
    options.uri = "sink test";
    options.listener = ListenTcp({"127.0.0.1", 0, false}, "test");
    const int little = 4096;
    setsockopt(options.listener.get(), SOL_SOCKET, SO_SNDBUF, &little, sizeof little);
    const TcpOptions there{"127.0.0.1", PortOf(options.listener), true};
    options.most = 2;
    options.notice = std::move(notice);
    readers = std::make_unique<TcpReaders>(std::move(options), log);
    quick = ConnectTcp(there, "test");
    CHECK(Within(std::chrono::seconds(5), [this] { return readers->count() == 1; }));
    slow = ConnectTcp(there, "test");
    CHECK(Within(std::chrono::seconds(5), [this] { return readers->count() == 2; }));
  }

  void Write(size_t size) {
    std::memset(log.room(), 'a', size);
    log.Commit(size);
    log.Publish();
    readers->Wake();
  }

  // Pushes out the block that the slow one is still in. The quick one has all there is then.
  void LoseSlow() {
    Write(kMuch);
    CHECK_EQ(ReadBytes(quick, kMuch).size(), kMuch);
    log.BeginBlock(UINT64_MAX);
    Write(1);
    CHECK_EQ(ReadBytes(quick, 1).size(), size_t{1});
    log.BeginBlock(UINT64_MAX);
    readers->Wake();
  }

  TcpLog log{2 * TcpBlock::kCapacity};
  std::unique_ptr<TcpReaders> readers;
  OwnedFd quick, slow;
};

}  // namespace

TEST(tcp_readers_get_what_is_published_just_before_the_end_while_they_are_served) {
  std::atomic<bool> is_served{false}, goes_on{false};
  Scene scene([&](const Notice&) {
    // The quick one has had its turn.
    is_served.store(true);
    Within(std::chrono::seconds(5), [&] { return goes_on.load(); });
  });
  scene.LoseSlow();
  CHECK(Within(std::chrono::seconds(5), [&] { return is_served.load(); }));
  scene.Write(1);
  std::thread finisher([&] { scene.readers->Finish(); });
  // Until it has said so.
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  goes_on.store(true);
  finisher.join();
  CHECK_EQ(ReadBytes(scene.quick, 2).size(), size_t{1});
}

TEST(tcp_readers_have_not_taken_what_lies_behind_them_in_all_blocks) {
  TcpLog log(2 * TcpBlock::kCapacity);
  const auto write = [&log](size_t size) {
    log.Commit(size);
    log.Publish();
  };
  TcpPosition reader = log.End();
  write(100);
  reader.offset = 30;
  CHECK_EQ(log.Unread(reader), uint64_t{70});
  log.BeginBlock(UINT64_MAX);
  write(50);
  CHECK_EQ(log.Unread(reader), uint64_t{70 + 50});
  reader.offset = 100;
  CHECK(log.HasMore(reader));
  reader.offset = 20;
  CHECK_EQ(log.Unread(reader), uint64_t{30});
  // The first block is pushed out.
  log.BeginBlock(UINT64_MAX);
  write(7);
  CHECK_EQ(log.Unread(reader), uint64_t{30 + 7});
  log.LetGo(reader);
}

TEST(tcp_readers_whose_thread_fails_say_so_and_nobody_waits_for_them) {
  Scene scene([](const Notice&) { throw std::runtime_error("no memory"); });
  scene.LoseSlow();
  CHECK(Within(std::chrono::seconds(5), [&] { return !scene.readers->loss().empty(); }));
  CHECK_EQ(scene.readers->loss(), std::string("serving readers: no memory"));
  scene.readers->WaitUntilRead(2);
  scene.readers->Finish();
  CHECK_EQ(scene.readers->count(), size_t{0});
}

}  // namespace fandump::test
