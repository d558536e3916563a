// Messages by recvmmsg(2): headers, buffers and control data are set up once and filled again with every call.
#pragma once

#include <netinet/in.h>

#include <vector>

#include "source/udp_messages.h"
#include "source/udp_receiver.h"
#include "source/udp_socket.h"

namespace fandump {

class UdpRecvmmsg : public UdpReceiver {
 public:
  // batch_size messages of at most message_size bytes each. The buffers take memory only once they are used. socket has
  // to live as long as this. Throws CaptureError when there is not enough address space.
  UdpRecvmmsg(UdpSocket& socket, uint32_t batch_size, uint32_t message_size);
  ~UdpRecvmmsg() override;
  UdpRecvmmsg(const UdpRecvmmsg&) = delete;
  UdpRecvmmsg& operator=(const UdpRecvmmsg&) = delete;

  int Receive(int timeout_ms) override;
  int descriptor() const override { return socket_.descriptor(); }
  const mmsghdr* messages() const override { return messages_.data(); }
  uint32_t batch_size() const override { return static_cast<uint32_t>(messages_.size()); }

 private:
  struct Slot {
    alignas(cmsghdr) uint8_t control[kUdpControlLength];
    sockaddr_in6 name;  // large enough for sockaddr_in
    iovec buffer;
  };

  UdpSocket& socket_;
  std::vector<Slot> slots_;
  std::vector<mmsghdr> messages_;
  uint8_t* buffers_ = nullptr;
  size_t buffers_size_;
  uint32_t used_ = 0;  // messages that the last call has written to
};

}  // namespace fandump
