// Messages by io_uring(7): one multishot recvmsg that the kernel goes on with by itself, into buffers that it takes
// from a ring and gets back with the next call. Linux 6.1 and later.
#pragma once

#include <linux/io_uring.h>
#include <netinet/in.h>

#include <cstddef>
#include <vector>

#include "owned_fd.h"
#include "source/udp_messages.h"
#include "source/udp_receiver.h"

namespace fandump {

// Memory that is unmapped with it.
class Mapping {
 public:
  Mapping() = default;
  // As mmap(2); throws std::system_error.
  Mapping(size_t size, int flags, int descriptor, off_t offset);
  Mapping(Mapping&& other) noexcept;
  Mapping& operator=(Mapping&& other) noexcept;
  ~Mapping();

  uint8_t* data() const { return data_; }

 private:
  uint8_t* data_ = nullptr;
  size_t size_ = 0;
};

class UdpRing : public UdpReceiver {
 public:
  // buffers: a power of two, messages of at most message_size bytes each. Throws std::system_error where the kernel has
  // no such ring or refuses it. Every later call has to come from one thread, which need not be this one.
  UdpRing(int descriptor, uint32_t buffers, uint32_t message_size);

  int Receive(int timeout_ms) override;
  int descriptor() const override { return ring_.get(); }
  const mmsghdr* messages() const override { return messages_.data(); }
  uint32_t batch_size() const override { return batch_size_; }

 private:
  // Where the kernel and this process leave each other entries; head and tail are shared.
  struct Queue {
    uint32_t* head = nullptr;
    uint32_t* tail = nullptr;
    uint32_t mask = 0;
  };

  void CreateRing();
  void MapQueues(const io_uring_params& parameters);
  void RegisterBuffers();
  void Restrict();
  void Register(unsigned operation, const void* argument, unsigned count, const char* what);

  void GiveBack(uint16_t buffer);
  void PrepareReceive();
  int Enter(int timeout_ms);
  // Takes all completions, which bring no more messages than there are buffers; sets errno_ when the kernel has ended
  // the receive for a reason that the caller has to know.
  void Reap();
  void AddMessage(const io_uring_cqe& completion);
  uint8_t* buffer(uint16_t number) const { return buffers_.data() + size_t{number} * stride_; }

  const int descriptor_;
  const uint32_t batch_size_;
  const uint32_t message_size_;
  const size_t stride_;

  OwnedFd ring_;
  Mapping queues_;
  Mapping entries_;
  Mapping buffer_ring_;
  Mapping buffers_;
  Queue submissions_;
  Queue completions_;
  uint32_t* submission_array_ = nullptr;
  io_uring_cqe* completed_ = nullptr;

  msghdr header_{};  // what the kernel is to leave room for
  std::vector<mmsghdr> messages_;
  std::vector<iovec> parts_;
  std::vector<uint16_t> taken_;  // buffers of the messages handed out
  uint16_t buffer_tail_ = 0;
  bool enabled_ = false;
  bool armed_ = false;
  int errno_ = 0;
};

}  // namespace fandump
