#include "source/af_packet_ring.h"

#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <system_error>

#include "types.h"

namespace fandump {

namespace {

// With TPACKET_V3 packets follow one another without slots; the kernel only checks that the numbers agree.
constexpr uint64_t kNominalFrameSize = 2048;
// The kernel takes the block size as a signed int.
constexpr uint64_t kMaxBlockSize = std::numeric_limits<int>::max();
constexpr uint64_t kMaxFrames = std::numeric_limits<uint32_t>::max();

std::string Attempt(const RingOptions& options) { return "setting up the ring of " + options.interface + ": "; }

void CheckSizes(const RingOptions& options) {
  const auto page = static_cast<uint64_t>(sysconf(_SC_PAGESIZE));
  const auto refuse = [&options](const std::string& why, const std::string& hint) {
    throw CaptureError("ERING_SIZE", Attempt(options) + why, 0, hint);
  };
  if (options.block_size < page || options.block_size % page != 0 || options.block_size > kMaxBlockSize) {
    refuse("block_size " + std::to_string(options.block_size) + " is not a multiple of the page size " +
               std::to_string(page) + " below 2 GiB",
           "block_size=" + std::to_string(page * 8));
  }
  if (options.buffer_size < options.block_size) {
    refuse("buffer_size " + std::to_string(options.buffer_size) + " is less than one block of " +
               std::to_string(options.block_size) + " bytes",
           "buffer_size=" + std::to_string(options.block_size * 64));
  }
  if (options.buffer_size / kNominalFrameSize > kMaxFrames) {
    refuse("buffer_size " + std::to_string(options.buffer_size) + " is more than the kernel can count",
           "buffer_size=1073741824");
  }
}

[[noreturn]] void RefuseMemory(const RingOptions& options, int error) {
  const uint64_t less = std::max(options.buffer_size / 4, options.block_size);
  throw CaptureError("ERING_MEMORY",
                     Attempt(options) + "the kernel has no memory for " + std::to_string(options.buffer_size) +
                         " bytes in blocks of " + std::to_string(options.block_size),
                     error, "lower it: af_packet::" + options.interface + ":buffer_size=" + std::to_string(less));
}

template <typename Value>
void Set(int fd, int option, const Value& value, const RingOptions& options, const char* name) {
  if (setsockopt(fd, SOL_PACKET, option, &value, sizeof value) == 0) return;
  const int error = errno;
  if (error == ENOMEM) RefuseMemory(options, error);
  if (option == PACKET_VERSION) {
    throw CaptureError("ERING_VERSION", Attempt(options) + "this kernel has no TPACKET_V3 (Linux 3.2)", error);
  }
  throw CaptureError("ERING", Attempt(options) + name + ": " + std::generic_category().message(error), error);
}

}  // namespace

PacketRing::PacketRing(int fd, const RingOptions& options) {
  CheckSizes(options);
  Set(fd, PACKET_VERSION, int{TPACKET_V3}, options, "PACKET_VERSION");
  Set(fd, PACKET_RESERVE, kVlanTagBytes, options, "PACKET_RESERVE");

  block_size_ = options.block_size;
  block_count_ = static_cast<uint32_t>(options.buffer_size / options.block_size);
  tpacket_req3 request{};
  request.tp_block_size = static_cast<unsigned>(block_size_);
  request.tp_block_nr = block_count_;
  request.tp_frame_size = kNominalFrameSize;
  request.tp_frame_nr = static_cast<unsigned>(block_size_ / kNominalFrameSize * block_count_);
  request.tp_retire_blk_tov = options.block_timeout_ms;
  Set(fd, PACKET_RX_RING, request, options, "PACKET_RX_RING");

  void* memory = mmap(nullptr, block_size_ * block_count_, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (memory == MAP_FAILED) {
    const int error = errno;
    if (error == ENOMEM || error == EAGAIN) RefuseMemory(options, error);
    throw CaptureError("ERING", Attempt(options) + "mmap: " + std::generic_category().message(error), error);
  }
  memory_ = static_cast<uint8_t*>(memory);
}

PacketRing::~PacketRing() { munmap(memory_, block_size_ * block_count_); }

}  // namespace fandump
