// The least that a TPACKET_V3 receiver can do: walk the blocks, count packets and bytes, give the blocks back.
// What it costs is the floor for a capture program's own cost. Blocks are large unless asked otherwise, since a wake-up
// for each block costs far more than walking it. Prints packets, drops and CPU per packet when stopped.
#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/socket.h>

#include <algorithm>
#include <string>

#include "descriptor.h"
#include "stop_signal.h"
#include "thread_time.h"

namespace fandump {
namespace {

constexpr uint32_t kFrameSize = 2048;  // only has to divide the block size with TPACKET_V3
constexpr int kPollMilliseconds = 100;

struct Totals {
  uint64_t packets = 0;
  uint64_t bytes = 0;
};

class Ring {
 public:
  Ring(const Descriptor& receiver, uint32_t block_size, uint32_t block_count, uint32_t timeout_ms)
      : block_size_(block_size), block_count_(block_count) {
    const int version = TPACKET_V3;
    if (setsockopt(receiver.get(), SOL_PACKET, PACKET_VERSION, &version, sizeof version) != 0) {
      FailErrno("PACKET_VERSION");
    }
    tpacket_req3 request{};
    request.tp_block_size = block_size;
    request.tp_block_nr = block_count;
    request.tp_frame_size = kFrameSize;
    request.tp_frame_nr = block_size / kFrameSize * block_count;
    request.tp_retire_blk_tov = timeout_ms;
    if (setsockopt(receiver.get(), SOL_PACKET, PACKET_RX_RING, &request, sizeof request) != 0) {
      FailErrno("PACKET_RX_RING");
    }
    memory_ = mmap(nullptr, length(), PROT_READ | PROT_WRITE, MAP_SHARED, receiver.get(), 0);
    if (memory_ == MAP_FAILED) FailErrno("mmap of the ring");
  }
  Ring(const Ring&) = delete;
  Ring& operator=(const Ring&) = delete;
  ~Ring() { munmap(memory_, length()); }

  // Counts one block and gives it back; false when the kernel has none ready.
  bool WalkBlock(Totals& totals) {
    auto* block = reinterpret_cast<tpacket_block_desc*>(static_cast<char*>(memory_) + size_t{current_} * block_size_);
    uint32_t& status = block->hdr.bh1.block_status;
    if ((__atomic_load_n(&status, __ATOMIC_ACQUIRE) & TP_STATUS_USER) == 0) return false;
    const char* packet = reinterpret_cast<const char*>(block) + block->hdr.bh1.offset_to_first_pkt;
    for (uint32_t i = 0; i < block->hdr.bh1.num_pkts; ++i) {
      const auto* header = reinterpret_cast<const tpacket3_hdr*>(packet);
      totals.bytes += header->tp_snaplen;
      packet += header->tp_next_offset;
    }
    totals.packets += block->hdr.bh1.num_pkts;
    __atomic_store_n(&status, static_cast<uint32_t>(TP_STATUS_KERNEL), __ATOMIC_RELEASE);
    current_ = (current_ + 1) % block_count_;
    return true;
  }

 private:
  size_t length() const { return size_t{block_size_} * block_count_; }

  uint32_t block_size_;
  uint32_t block_count_;
  uint32_t current_ = 0;
  void* memory_ = nullptr;
};

uint64_t Drops(const Descriptor& receiver) {
  tpacket_stats_v3 statistics{};
  socklen_t length = sizeof statistics;
  if (getsockopt(receiver.get(), SOL_PACKET, PACKET_STATISTICS, &statistics, &length) != 0) {
    FailErrno("PACKET_STATISTICS");
  }
  return statistics.tp_drops;
}

int Main(int argc, char** argv) {
  const Arguments arguments(argc, argv, {"interface", "block-size", "buffer-size", "block-timeout", "count"});
  const std::string interface = arguments.Text("interface");
  const auto block_size = static_cast<uint32_t>(arguments.Number("block-size", 1 << 20, 4096, 1 << 26));
  const uint64_t buffer_size = arguments.Number("buffer-size", 128 << 20, block_size, uint64_t{1} << 32);
  const auto timeout_ms = static_cast<uint32_t>(arguments.Number("block-timeout", 10, 1, 10000));
  const uint64_t count = arguments.Number("count", UINT64_MAX, 1, UINT64_MAX);
  const unsigned index = if_nametoindex(interface.c_str());
  if (index == 0) FailErrno("interface " + interface);

  StopOnSignals();
  const Descriptor receiver(socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0), "socket(AF_PACKET)");
  Ring ring(receiver, block_size, static_cast<uint32_t>(buffer_size / block_size), timeout_ms);
  sockaddr_ll address{};
  address.sll_family = AF_PACKET;
  address.sll_protocol = htons(ETH_P_ALL);
  address.sll_ifindex = static_cast<int>(index);
  if (bind(receiver.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    FailErrno("bind to " + interface);
  }
  packet_mreq membership{};
  membership.mr_ifindex = static_cast<int>(index);
  membership.mr_type = PACKET_MR_PROMISC;
  if (setsockopt(receiver.get(), SOL_PACKET, PACKET_ADD_MEMBERSHIP, &membership, sizeof membership) != 0) {
    FailErrno("promiscuous mode on " + interface);
  }
  std::fprintf(stderr, "listening on %s\n", interface.c_str());

  Totals totals;
  const uint64_t before = ThreadNanoseconds();
  pollfd waiting{receiver.get(), POLLIN, 0};
  while (g_stopped == 0 && totals.packets < count) {
    if (!ring.WalkBlock(totals)) poll(&waiting, 1, kPollMilliseconds);
  }
  while (ring.WalkBlock(totals)) {
  }
  const uint64_t spent = ThreadNanoseconds() - before;
  std::printf("packets=%lu bytes=%lu drops=%lu ns_per_packet=%.1f\n", totals.packets, totals.bytes, Drops(receiver),
              static_cast<double>(spent) / static_cast<double>(std::max<uint64_t>(totals.packets, 1)));
  return 0;
}

}  // namespace
}  // namespace fandump

int main(int argc, char** argv) { return fandump::Main(argc, argv); }
