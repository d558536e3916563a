// When a receiver that finds no free write buffer waits for one, and when it takes memory for another.
#include "sink/savefile_buffers.h"

#include <algorithm>
#include <thread>

#include "check.h"

namespace fandump::test {
namespace {

constexpr size_t kMost = WriteBufferPool::kWarmCount + 4;

bool Always() { return true; }

std::vector<WriteBuffer*> TakeWarm(WriteBufferPool& buffers) {
  std::vector<WriteBuffer*> taken;
  while (taken.size() < WriteBufferPool::kWarmCount) taken.push_back(buffers.TakeFree(Always));
  return taken;
}

bool Contains(const std::vector<WriteBuffer*>& buffers, const WriteBuffer* buffer) {
  return std::find(buffers.begin(), buffers.end(), buffer) != buffers.end();
}

}  // namespace

TEST(while_the_source_has_room_a_receiver_waits_for_the_writer_rather_than_take_more_memory) {
  WriteBufferPool buffers(kMost, false);
  const std::vector<WriteBuffer*> taken = TakeWarm(buffers);
  std::thread writer([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    buffers.PutFree(taken[3]);
  });
  CHECK(buffers.TakeFree(Always) == taken[3]);
  writer.join();
  CHECK_EQ(buffers.waits(), uint64_t{0});
}

TEST(once_the_source_has_no_room_a_receiver_takes_more_memory) {
  WriteBufferPool buffers(kMost, false);
  const std::vector<WriteBuffer*> taken = TakeWarm(buffers);
  int looks = 0;
  CHECK(!Contains(taken, buffers.TakeFree([&looks] { return ++looks < 4; })));
  CHECK_EQ(looks, 4);
}

TEST(a_receiver_whose_source_tells_nothing_of_its_room_takes_more_memory_at_once) {
  WriteBufferPool buffers(kMost, false);
  const std::vector<WriteBuffer*> taken = TakeWarm(buffers);
  CHECK(!Contains(taken, buffers.TakeFree({})));
}

TEST(where_buffers_are_compressed_no_receiver_waits_before_all_are_in_use) {
  WriteBufferPool buffers(kMost, true);
  const std::vector<WriteBuffer*> taken = TakeWarm(buffers);
  for (size_t i = taken.size(); i < kMost; i++) CHECK(!Contains(taken, buffers.TakeFree(Always)));
}

TEST(a_receiver_that_waits_for_a_writer_that_has_stopped_hears_of_it) {
  WriteBufferPool buffers(kMost, false);
  TakeWarm(buffers);
  std::thread writer([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    buffers.StopWriting();
  });
  CHECK(buffers.TakeFree(Always) == nullptr);
  writer.join();
}

}  // namespace fandump::test
