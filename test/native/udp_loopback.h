// Real UDP sockets on loopback for the tests of the udp source.
#pragma once

#include <arpa/inet.h>
#include <netinet/udp.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <ctime>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "check.h"
#include "source/udp.h"
#include "source_counters.h"

namespace fandump::test {

using Bytes = std::vector<uint8_t>;

// A datagram as the source showed it, copied.
struct Datagram {
  Bytes bytes;
  uint32_t len;
  uint8_t flags;
  int64_t time;  // nanoseconds since the epoch
  TunnelFacts tunnel;
};

class UdpSender {
 public:
  // to: IPv4 or IPv6 text.
  UdpSender(const std::string& to, uint16_t port) : to_(ParseUdpAddress(to, port)) {
    descriptor_ = socket(to_.family(), SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (connect(descriptor_, to_.get(), to_.length) != 0) Skip("no route to " + to);
  }
  ~UdpSender() { close(descriptor_); }
  UdpSender(const UdpSender&) = delete;
  UdpSender& operator=(const UdpSender&) = delete;

  bool Send(const Bytes& bytes) {
    return send(descriptor_, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size());
  }

  // One call for many datagrams of segment_size bytes, the last one what is left. The kernel carries them together as
  // far as the receiver's socket, which may take them so.
  bool SendSegmented(const Bytes& bytes, uint16_t segment_size) {
    const int size = segment_size;
    if (setsockopt(descriptor_, SOL_UDP, UDP_SEGMENT, &size, sizeof size) != 0) Skip("no UDP_SEGMENT");
    return Send(bytes);
  }

  uint16_t port() const {
    sockaddr_in6 own{};
    socklen_t length = sizeof own;
    getsockname(descriptor_, reinterpret_cast<sockaddr*>(&own), &length);
    return ntohs(own.sin6_port);  // at the same place in sockaddr_in
  }

 private:
  UdpAddress to_;
  int descriptor_ = -1;
};

// A port that nobody holds, on any address of either family.
inline uint16_t FreePort() {
  const int descriptor = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  sockaddr_in any{};
  any.sin_family = AF_INET;
  socklen_t length = sizeof any;
  CHECK(bind(descriptor, reinterpret_cast<sockaddr*>(&any), sizeof any) == 0);
  getsockname(descriptor, reinterpret_cast<sockaddr*>(&any), &length);
  close(descriptor);
  return ntohs(any.sin_port);
}

inline UdpOptions OptionsFor(const std::string& address, uint16_t port) {
  UdpOptions options;
  options.address = address;
  options.port = port;
  return options;
}

inline std::unique_ptr<UdpSource> OpenUdp(const UdpOptions& options) {
  auto source = std::make_unique<UdpSource>(options);
  source->Open();
  return source;
}

// What Open throws, or an error with an empty code when it throws nothing.
inline CaptureError OpenError(const UdpOptions& options) {
  try {
    OpenUdp(options);
  } catch (const CaptureError& error) {
    return error;
  }
  return {"", "opened"};
}

inline int64_t NowNanoseconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return now.tv_sec * int64_t{1000000000} + now.tv_nsec;
}

// Receives until count datagrams have come, the source is idle for idle_ms, or it has ended.
inline std::vector<Datagram> CollectDatagrams(Source& source, size_t count, int idle_ms = 200) {
  static PacketBatch batch;
  std::vector<Datagram> all;
  while (all.size() < count && source.Receive(batch, idle_ms) == ReceiveStatus::kPackets) {
    for (size_t i = 0; i < batch.size; i++) {
      const PacketView& packet = batch.packets[i];
      all.push_back({Bytes(packet.data, packet.data + packet.caplen), packet.len, packet.flags,
                     packet.seconds * int64_t{1000000000} + packet.nanoseconds, *packet.tunnel});
    }
  }
  return all;
}

inline std::vector<Datagram> Collect(UdpSource& source, size_t count, int idle_ms = 200) {
  return CollectDatagrams(source, count, idle_ms);
}

inline std::string AddressText(uint8_t family, const uint8_t* address) {
  char text[INET6_ADDRSTRLEN] = "";
  inet_ntop(family, address, text, sizeof text);
  return text;
}

// The first number in a file of /proc/sys, or fallback.
inline int64_t ReadSysctl(const std::string& path, int64_t fallback) {
  int64_t value = fallback;
  std::ifstream("/proc/sys/" + path) >> value;
  return value;
}

// Runs body in a child process without capabilities and returns what it returned. Skips the test where root is alone in
// its user namespace.
inline std::string RunUnprivileged(const std::function<std::string()>& body) {
  constexpr uid_t kNobody = 65534;
  constexpr char kAlone[] = "root cannot become another user here";
  int ends[2];
  CHECK(pipe(ends) == 0);
  const pid_t child = fork();
  if (child == 0) {
    std::string answer = kAlone;
    if (geteuid() != 0 || (setresgid(kNobody, kNobody, kNobody) == 0 && setresuid(kNobody, kNobody, kNobody) == 0)) {
      answer = body();
    }
    _exit(write(ends[1], answer.data(), answer.size()) == static_cast<ssize_t>(answer.size()) ? 0 : 1);
  }
  close(ends[1]);
  std::string answer;
  char buffer[4096];
  for (ssize_t count; (count = read(ends[0], buffer, sizeof buffer)) > 0;) answer.append(buffer, count);
  close(ends[0]);
  waitpid(child, nullptr, 0);
  if (answer == kAlone) Skip(answer);
  return answer;
}

}  // namespace fandump::test
