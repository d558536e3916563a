// Packets in the slots that JavaScript reads.
#include "sink/batch.h"

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

}  // namespace fandump::test
