#include "source/udp_recvmmsg.h"

#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <string>

namespace fandump {

namespace {

constexpr size_t kCacheLine = 64;

}  // namespace

UdpRecvmmsg::UdpRecvmmsg(UdpSocket& socket, uint32_t batch_size, uint32_t message_size)
    : socket_(socket), slots_(batch_size), messages_(batch_size) {
  const size_t stride = (message_size + kCacheLine - 1) / kCacheLine * kCacheLine;
  buffers_size_ = stride * batch_size;
  void* const mapping =
      mmap(nullptr, buffers_size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (mapping == MAP_FAILED) {
    throw CaptureError("ENOMEM_UDP_BUFFERS",
                       "udp: no memory for " + std::to_string(batch_size) + " receive buffers of " +
                           std::to_string(message_size) + " bytes",
                       errno, "ask for fewer or smaller ones");
  }
  buffers_ = static_cast<uint8_t*>(mapping);
  for (uint32_t i = 0; i < batch_size; i++) {
    Slot& slot = slots_[i];
    slot.buffer = {buffers_ + i * stride, message_size};
    msghdr& header = messages_[i].msg_hdr;
    header.msg_name = &slot.name;
    header.msg_iov = &slot.buffer;
    header.msg_iovlen = 1;
    header.msg_control = slot.control;
  }
  used_ = batch_size;
}

UdpRecvmmsg::~UdpRecvmmsg() { munmap(buffers_, buffers_size_); }

int UdpRecvmmsg::Receive(int timeout_ms) {
  // The one system call waits for the first message and takes what else is there: no poll before it.
  int flags = MSG_DONTWAIT;
  if (timeout_ms > 0) {
    socket_.SetReceiveTimeout(timeout_ms);
    flags = MSG_WAITFORONE;
  }
  // The kernel has replaced the room by what it used of it.
  for (uint32_t i = 0; i < used_; i++) {
    messages_[i].msg_hdr.msg_namelen = sizeof(sockaddr_in6);
    messages_[i].msg_hdr.msg_controllen = kUdpControlLength;
  }
  // MSG_TRUNC: msg_len is the message's length, also where the buffer was shorter.
  const int taken = recvmmsg(socket_.descriptor(), messages_.data(), batch_size(), flags | MSG_TRUNC, nullptr);
  // A call that failed may have begun to write to the first message.
  used_ = static_cast<uint32_t>(std::max(taken, 1));
  return taken;
}

}  // namespace fandump
