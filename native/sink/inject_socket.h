// The packet socket that an af_packet sink sends by: packet(7). It receives nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "owned_fd.h"
#include "sink/inject_options.h"

namespace fandump {

// The interface as the kernel describes it.
struct InjectDevice {
  int index = 0;
  bool up = false;
  uint16_t link_type = 0;  // LINKTYPE_ of what a raw packet socket sends there
};

class InjectSocket {
 public:
  // open_socket: an AF_PACKET socket of SOCK_RAW that the caller gives away. Throws CaptureError: EINJECT_DOWN,
  // EINJECT_LINK_TYPE where no savefile's packets fit the interface, EINJECT_BIND, EINJECT_BYPASS, EINJECT_SOCKET.
  InjectSocket(const InjectOptions& options, const InjectDevice& device, const std::function<int()>& open_socket);

  int fd() const { return fd_.get(); }
  int interface_index() const { return device_.index; }
  uint16_t link_type() const { return device_.link_type; }
  // The sink's URI without options: af_packet::eth1.
  const std::string& uri() const { return uri_; }
  // SO_MARK of everything that is sent (socket(7)), so that sources of this capture can leave it out; none where this
  // process may not set one.
  std::optional<uint32_t> mark() const { return mark_; }

 private:
  void ReceiveNothing();
  void Bind();
  void SetMark();
  [[noreturn]] void Fail(const char* code, const std::string& what, const std::string& hint = "") const;

  const std::string uri_;
  const InjectDevice device_;
  OwnedFd fd_;
  std::optional<uint32_t> mark_;
};

}  // namespace fandump
