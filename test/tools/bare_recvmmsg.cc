// The least that a recvmmsg receiver can do: wait for datagrams in the call itself, count them and their bytes.
// What it costs is the floor for a UDP source's own cost. Prints datagrams and CPU per datagram when stopped.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <algorithm>
#include <string>
#include <vector>

#include "descriptor.h"
#include "stop_signal.h"
#include "thread_time.h"

namespace fandump {
namespace {

// How late a signal may be noticed when nothing comes in.
constexpr timeval kLongestWait{0, 100'000};

Descriptor OpenReceiver(const std::string& host, uint16_t port, int buffer_size) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  if (inet_pton(AF_INET, host.c_str(), &address.sin_addr) != 1) Fail(2, "--address takes IPv4, not '" + host + "'");
  Descriptor receiver(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), "socket");
  if (setsockopt(receiver.get(), SOL_SOCKET, SO_RCVBUFFORCE, &buffer_size, sizeof buffer_size) != 0 &&
      setsockopt(receiver.get(), SOL_SOCKET, SO_RCVBUF, &buffer_size, sizeof buffer_size) != 0) {
    FailErrno("SO_RCVBUF");
  }
  const int on = 1;
  if (setsockopt(receiver.get(), SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof on) != 0) FailErrno("SO_TIMESTAMPNS");
  if (setsockopt(receiver.get(), SOL_SOCKET, SO_RCVTIMEO, &kLongestWait, sizeof kLongestWait) != 0) {
    FailErrno("SO_RCVTIMEO");
  }
  if (bind(receiver.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) FailErrno("bind to " + host);
  return receiver;
}

int Main(int argc, char** argv) {
  const Arguments arguments(argc, argv, {"address", "port", "batch", "datagram-size", "receive-buffer", "count"});
  const std::string host = arguments.Text("address");
  const auto port = static_cast<uint16_t>(arguments.Number("port", 4789, 1, 65535));
  const uint64_t batch = arguments.Number("batch", 1024, 1, 1024);
  const uint64_t datagram_size = arguments.Number("datagram-size", 9248, 1, 65535);
  const auto receive_buffer = static_cast<int>(arguments.Number("receive-buffer", 16777216, 1, INT32_MAX));
  const uint64_t count = arguments.Number("count", UINT64_MAX, 1, UINT64_MAX);

  StopOnSignals();
  const Descriptor receiver = OpenReceiver(host, port, receive_buffer);
  constexpr size_t kControlSize = CMSG_SPACE(sizeof(timespec));
  std::vector<char> buffers(batch * datagram_size);
  std::vector<char> controls(batch * kControlSize);
  std::vector<iovec> parts(batch);
  std::vector<mmsghdr> messages(batch);
  for (size_t i = 0; i < batch; ++i) parts[i] = {&buffers[i * datagram_size], datagram_size};
  std::fprintf(stderr, "listening on %s:%u\n", host.c_str(), port);

  uint64_t datagrams = 0;
  uint64_t bytes = 0;
  const uint64_t before = ThreadNanoseconds();
  while (datagrams < count) {
    for (size_t i = 0; i < batch; ++i) {
      messages[i].msg_hdr.msg_iov = &parts[i];
      messages[i].msg_hdr.msg_iovlen = 1;
      messages[i].msg_hdr.msg_control = &controls[i * kControlSize];
      messages[i].msg_hdr.msg_controllen = kControlSize;
    }
    const int received =
        recvmmsg(receiver.get(), messages.data(), static_cast<unsigned>(batch), MSG_WAITFORONE, nullptr);
    if (received < 0) {
      if (errno != EAGAIN && errno != EINTR) FailErrno("recvmmsg");
      if (g_stopped != 0) break;
      continue;
    }
    for (int i = 0; i < received; ++i) bytes += messages[static_cast<size_t>(i)].msg_len;
    datagrams += static_cast<uint64_t>(received);
  }
  const uint64_t spent = ThreadNanoseconds() - before;
  std::printf("packets=%lu bytes=%lu ns_per_packet=%.1f\n", datagrams, bytes,
              static_cast<double>(spent) / static_cast<double>(std::max<uint64_t>(datagrams, 1)));
  return 0;
}

}  // namespace
}  // namespace fandump

int main(int argc, char** argv) { return fandump::Main(argc, argv); }
