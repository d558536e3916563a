#include "sink/inject_socket.h"

#include <linux/if_packet.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <cerrno>
#include <cstring>

#include "bpf/socket_program.h"

namespace fandump {

namespace {

// How long a call waits for room in the send buffer, and so how late a stop is noticed.
constexpr timeval kLongestWait{0, 50'000};
// Room for packets on their way through the device; the kernel gives what net.core.wmem_max allows.
constexpr int kSendBuffer = 4 << 20;

template <typename Value>
bool SetOption(int fd, int level, int option, const Value& value) {
  return setsockopt(fd, level, option, &value, sizeof value) == 0;
}

}  // namespace

InjectSocket::InjectSocket(const InjectOptions& options, const InjectDevice& device,
                           const std::function<int()>& open_socket)
    : uri_("af_packet::" + options.interface), device_(device) {
  if (device.link_type != kLinkTypeEthernet && device.link_type != kLinkTypeRaw) {
    throw CaptureError("EINJECT_LINK_TYPE",
                       "sink " + uri_ + ": the interface takes neither Ethernet frames nor bare IP packets", 0,
                       "fandump -D lists the interfaces");
  }
  if (!device.up) {
    throw CaptureError("EINJECT_DOWN", "sink " + uri_ + ": the interface is down", ENETDOWN,
                       "ip link set " + options.interface + " up");
  }
  fd_ = OwnedFd(open_socket());
  ReceiveNothing();
  Bind();
  if (options.bypass && !SetOption(fd_.get(), SOL_PACKET, PACKET_QDISC_BYPASS, 1)) {
    Fail("EINJECT_BYPASS", "cannot go past the queueing discipline", "leave out bypass");
  }
  SetOption(fd_.get(), SOL_SOCKET, SO_SNDBUF, kSendBuffer);
  if (!SetOption(fd_.get(), SOL_SOCKET, SO_SNDTIMEO, kLongestWait)) Fail("EINJECT_SOCKET", "cannot set a time-out");
  SetMark();
}

void InjectSocket::Fail(const char* code, const std::string& what, const std::string& hint) const {
  const int error = errno;
  throw CaptureError(code, "sink " + uri_ + ": " + what + ": " + std::strerror(error), error, hint);
}

// One that fandump-opener has bound comes with every packet of the interface.
void InjectSocket::ReceiveNothing() {
  if (AttachProgram(fd_.get(), RefusingProgram()) != 0) Fail("EINJECT_SOCKET", "cannot stop receiving");
}

void InjectSocket::Bind() {
  sockaddr_ll bound{};
  socklen_t length = sizeof bound;
  const bool is_bound =
      getsockname(fd_.get(), reinterpret_cast<sockaddr*>(&bound), &length) == 0 && bound.sll_ifindex == device_.index;
  if (is_bound) return;
  // Protocol 0: nothing is received.
  sockaddr_ll name{};
  name.sll_family = AF_PACKET;
  name.sll_ifindex = device_.index;
  if (bind(fd_.get(), reinterpret_cast<const sockaddr*>(&name), sizeof name) != 0) {
    Fail("EINJECT_BIND", "cannot send on the interface");
  }
}

void InjectSocket::SetMark() {
  uint32_t mark = 0;
  if (getrandom(&mark, sizeof mark, 0) != sizeof mark || mark == 0) return;
  if (SetOption(fd_.get(), SOL_SOCKET, SO_MARK, mark)) mark_ = mark;
}

}  // namespace fandump
