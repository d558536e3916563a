#include "source/udp_ring.h"

#include <linux/time_types.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "source/io_uring_layout.h"

namespace fandump {

namespace {

// One receive is all that is ever asked for.
constexpr uint32_t kSubmissions = 1;
// Completions for every buffer, and for what ends a receive beside them.
constexpr uint32_t kCompletionsPerBuffer = 2;
constexpr uint16_t kBufferGroup = 0;

// A message in its buffer: what io_uring says of it, the sender, the control data, then the bytes. The room for the
// sender is a multiple of eight, so that control data is aligned.
constexpr size_t kNameRoom = 32;
constexpr size_t kHeadLength = sizeof(uring::MessageHead) + kNameRoom + kUdpControlLength;
static_assert(kNameRoom >= sizeof(sockaddr_in6));
static_assert((sizeof(uring::MessageHead) + kNameRoom) % alignof(cmsghdr) == 0);

constexpr size_t kCacheLine = 64;
constexpr int64_t kNanosecondsPerMillisecond = 1000000;

[[noreturn]] void FailErrno(const char* what, int error = errno) {
  throw std::system_error(error, std::generic_category(), what);
}

uint32_t LoadAcquire(uint32_t* word) { return std::atomic_ref<uint32_t>(*word).load(std::memory_order_acquire); }

void StoreRelease(uint32_t* word, uint32_t value) {
  std::atomic_ref<uint32_t>(*word).store(value, std::memory_order_release);
}

}  // namespace

Mapping::Mapping(size_t size, int flags, int descriptor, off_t offset) : size_(size) {
  void* const mapping = mmap(nullptr, size, PROT_READ | PROT_WRITE, flags, descriptor, offset);
  if (mapping == MAP_FAILED) FailErrno("mmap");
  data_ = static_cast<uint8_t*>(mapping);
}

Mapping::Mapping(Mapping&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

Mapping& Mapping::operator=(Mapping&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

Mapping::~Mapping() {
  if (data_ != nullptr) munmap(data_, size_);
}

UdpRing::UdpRing(int descriptor, uint32_t buffers, uint32_t message_size)
    : descriptor_(descriptor),
      batch_size_(buffers),
      message_size_(message_size),
      stride_((kHeadLength + message_size + kCacheLine - 1) / kCacheLine * kCacheLine),
      messages_(buffers),
      parts_(buffers) {
  taken_.reserve(buffers);
  for (uint32_t i = 0; i < buffers; i++) {
    messages_[i].msg_hdr.msg_iov = &parts_[i];
    messages_[i].msg_hdr.msg_iovlen = 1;
  }
  header_.msg_namelen = kNameRoom;
  header_.msg_controllen = kUdpControlLength;
  CreateRing();
  RegisterBuffers();
  Restrict();
}

void UdpRing::CreateRing() {
  io_uring_params parameters{};
  // Disabled until the receiving thread enables it, which thereby becomes the one that may submit. Completions are then
  // made in that thread when it asks for them, without interrupting it.
  parameters.flags =
      IORING_SETUP_CQSIZE | uring::kSetupSingleIssuer | uring::kSetupDeferTaskrun | IORING_SETUP_R_DISABLED;
  parameters.cq_entries = batch_size_ * kCompletionsPerBuffer;
  ring_ = OwnedFd(static_cast<int>(syscall(SYS_io_uring_setup, kSubmissions, &parameters)));
  if (!ring_) FailErrno("io_uring_setup");
  if ((parameters.features & IORING_FEAT_SINGLE_MMAP) == 0 || (parameters.features & IORING_FEAT_EXT_ARG) == 0) {
    FailErrno("io_uring_setup", ENOSYS);
  }
  MapQueues(parameters);
}

void UdpRing::MapQueues(const io_uring_params& parameters) {
  const size_t submissions_size = parameters.sq_off.array + parameters.sq_entries * sizeof(uint32_t);
  const size_t completions_size = parameters.cq_off.cqes + parameters.cq_entries * sizeof(io_uring_cqe);
  queues_ =
      Mapping(std::max(submissions_size, completions_size), MAP_SHARED | MAP_POPULATE, ring_.get(), IORING_OFF_SQ_RING);
  entries_ =
      Mapping(parameters.sq_entries * sizeof(io_uring_sqe), MAP_SHARED | MAP_POPULATE, ring_.get(), IORING_OFF_SQES);
  const auto word = [this](uint32_t offset) { return reinterpret_cast<uint32_t*>(queues_.data() + offset); };
  submissions_ = {word(parameters.sq_off.head), word(parameters.sq_off.tail), *word(parameters.sq_off.ring_mask)};
  completions_ = {word(parameters.cq_off.head), word(parameters.cq_off.tail), *word(parameters.cq_off.ring_mask)};
  submission_array_ = word(parameters.sq_off.array);
  completed_ = reinterpret_cast<io_uring_cqe*>(queues_.data() + parameters.cq_off.cqes);
}

void UdpRing::Register(unsigned operation, const void* argument, unsigned count, const char* what) {
  if (syscall(SYS_io_uring_register, ring_.get(), operation, argument, count) < 0) FailErrno(what);
}

void UdpRing::RegisterBuffers() {
  constexpr int kAnonymous = MAP_PRIVATE | MAP_ANONYMOUS;
  buffer_ring_ = Mapping(batch_size_ * sizeof(uring::Buffer), kAnonymous | MAP_POPULATE, -1, 0);
  buffers_ = Mapping(batch_size_ * stride_, kAnonymous | MAP_NORESERVE, -1, 0);
  uring::BufferRing registration{};
  registration.address = reinterpret_cast<uint64_t>(buffer_ring_.data());
  registration.entries = batch_size_;
  registration.group = kBufferGroup;
  Register(uring::kRegisterBufferRing, &registration, 1, "io_uring_register of the buffers");
  for (uint32_t i = 0; i < batch_size_; i++) GiveBack(static_cast<uint16_t>(i));
}

// The ring shall do nothing but receive, whoever gets hold of it: it is a way around seccomp filters.
void UdpRing::Restrict() {
  io_uring_restriction allowed[2] = {};
  allowed[0].opcode = IORING_RESTRICTION_SQE_OP;
  allowed[0].sqe_op = IORING_OP_RECVMSG;
  allowed[1].opcode = IORING_RESTRICTION_SQE_FLAGS_ALLOWED;
  allowed[1].sqe_flags = IOSQE_BUFFER_SELECT;
  Register(IORING_REGISTER_RESTRICTIONS, allowed, 2, "io_uring_register of the restrictions");
}

void UdpRing::GiveBack(uint16_t number) {
  auto* const ring = reinterpret_cast<uring::Buffer*>(buffer_ring_.data());
  uring::Buffer& entry = ring[buffer_tail_ & (batch_size_ - 1)];
  entry.address = reinterpret_cast<uint64_t>(buffer(number));
  entry.length = static_cast<uint32_t>(kHeadLength + message_size_);
  entry.number = number;
  buffer_tail_++;
  std::atomic_ref<uint16_t>(ring->tail).store(buffer_tail_, std::memory_order_release);
}

void UdpRing::PrepareReceive() {
  const uint32_t tail = *submissions_.tail;
  const uint32_t index = tail & submissions_.mask;
  io_uring_sqe& entry = reinterpret_cast<io_uring_sqe*>(entries_.data())[index];
  entry = {};
  entry.opcode = IORING_OP_RECVMSG;
  entry.fd = descriptor_;
  entry.addr = reinterpret_cast<uint64_t>(&header_);
  entry.ioprio = uring::kReceiveMultishot;
  // The length of a message is told, also where the buffer was shorter.
  entry.msg_flags = MSG_TRUNC;
  entry.flags = IOSQE_BUFFER_SELECT;
  entry.buf_group = kBufferGroup;
  submission_array_[index] = index;
  StoreRelease(submissions_.tail, tail + 1);
}

int UdpRing::Enter(int timeout_ms) {
  const uint32_t to_submit = *submissions_.tail - LoadAcquire(submissions_.head);
  const bool waits = timeout_ms > 0;
  __kernel_timespec timeout{timeout_ms / 1000, timeout_ms % 1000 * kNanosecondsPerMillisecond};
  io_uring_getevents_arg argument{};
  argument.ts = reinterpret_cast<uint64_t>(&timeout);
  const unsigned flags = IORING_ENTER_GETEVENTS | (waits ? IORING_ENTER_EXT_ARG : 0);
  return static_cast<int>(syscall(SYS_io_uring_enter, ring_.get(), to_submit, waits ? 1 : 0, flags,
                                  waits ? &argument : nullptr, waits ? sizeof argument : 0));
}

int UdpRing::Receive(int timeout_ms) {
  if (!enabled_) {
    if (syscall(SYS_io_uring_register, ring_.get(), IORING_REGISTER_ENABLE_RINGS, nullptr, 0) < 0) return -1;
    enabled_ = true;
  }
  for (const uint16_t number : taken_) GiveBack(number);
  taken_.clear();
  errno_ = 0;
  // Once more where all that was there is the news that the receive had ended.
  for (int attempt = 0; attempt < 2 && taken_.empty() && errno_ == 0 && (attempt == 0 || !armed_); attempt++) {
    if (!armed_) {
      PrepareReceive();
      armed_ = true;
    }
    // Not asked to wait where completions lie there already; the call makes those of what has come since.
    const bool has_some = LoadAcquire(completions_.tail) != *completions_.head;
    const bool failed = Enter(has_some ? 0 : timeout_ms) < 0;
    if (failed && errno != ETIME && errno != EINTR && errno != EAGAIN && errno != EBUSY) return -1;
    Reap();
  }
  if (!taken_.empty()) return static_cast<int>(taken_.size());
  errno = errno_ != 0 ? errno_ : EAGAIN;
  return -1;
}

void UdpRing::Reap() {
  uint32_t head = *completions_.head;
  const uint32_t tail = LoadAcquire(completions_.tail);
  for (; head != tail; head++) {
    const io_uring_cqe& completion = completed_[head & completions_.mask];
    // Out of buffers, interrupted, an error of the socket: whatever ended the receive, the next call asks anew.
    if ((completion.flags & IORING_CQE_F_MORE) == 0) armed_ = false;
    if (completion.res < 0) {
      if (completion.res != -ENOBUFS) errno_ = -completion.res;
    } else if ((completion.flags & IORING_CQE_F_BUFFER) != 0) {
      AddMessage(completion);
    }
  }
  StoreRelease(completions_.head, head);
}

void UdpRing::AddMessage(const io_uring_cqe& completion) {
  const auto number = static_cast<uint16_t>(completion.flags >> IORING_CQE_BUFFER_SHIFT);
  uint8_t* const at = buffer(number);
  const auto& out = *reinterpret_cast<const uring::MessageHead*>(at);
  const size_t index = taken_.size();
  uint8_t* const name = at + sizeof out;
  parts_[index] = {at + kHeadLength, message_size_};
  mmsghdr& message = messages_[index];
  message.msg_len = out.payload_length;
  message.msg_hdr.msg_name = name;
  message.msg_hdr.msg_namelen = out.name_length;
  message.msg_hdr.msg_control = name + kNameRoom;
  message.msg_hdr.msg_controllen = out.control_length;
  message.msg_hdr.msg_flags = static_cast<int>(out.flags);
  taken_.push_back(number);
}

}  // namespace fandump
