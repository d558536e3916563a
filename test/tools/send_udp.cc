// Sends UDP datagrams: payloads from a pcap file (each packet is one payload), or zeros of a given size.
// With several source ports they take turns, datagram by datagram. With --segments N each call sends a payload N times
// as datagrams that the kernel carries together (UDP_SEGMENT). Prints how many were sent and the seconds it took.
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/udp.h>
#include <sys/socket.h>

#include <algorithm>
#include <string>
#include <vector>

#include "descriptor.h"
#include "pace.h"
#include "packet_list.h"

namespace fandump {
namespace {

constexpr size_t kBatch = 64;

struct Target {
  sockaddr_storage address{};
  socklen_t length = 0;
};

Target Resolve(const std::string& host, uint64_t port) {
  addrinfo hints{};
  hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
  hints.ai_socktype = SOCK_DGRAM;
  addrinfo* found = nullptr;
  const int error = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
  if (error != 0) Fail(2, "--to takes an IPv4 or IPv6 address, not '" + host + "': " + gai_strerror(error));
  Target target;
  std::memcpy(&target.address, found->ai_addr, found->ai_addrlen);
  target.length = found->ai_addrlen;
  freeaddrinfo(found);
  return target;
}

// One socket for each source port: first_port, first_port + 1, …; 0 lets the kernel choose each.
std::vector<Descriptor> OpenSenders(int family, uint64_t count, uint64_t first_port) {
  std::vector<Descriptor> senders;
  for (uint64_t i = 0; i < count; ++i) {
    senders.emplace_back(socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0), "socket");
    if (first_port == 0) continue;
    const uint16_t port = htons(static_cast<uint16_t>(first_port + i));
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = port;
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    v4.sin_port = port;
    const bool is_v6 = family == AF_INET6;
    const sockaddr* address = is_v6 ? reinterpret_cast<sockaddr*>(&v6) : reinterpret_cast<sockaddr*>(&v4);
    if (bind(senders.back().get(), address, is_v6 ? sizeof v6 : sizeof v4) != 0) {
      FailErrno("source port " + std::to_string(first_port + i));
    }
  }
  return senders;
}

// Each payload so many times in a row; all have to be of one size.
void Multiply(std::vector<Packet>& payloads, size_t times) {
  const size_t size = payloads[0].size();
  for (Packet& payload : payloads) {
    if (payload.size() != size) {
      Fail(2, "--segments takes payloads of one size");
    }
    const Packet once = payload;
    for (size_t i = 1; i < times; ++i) payload.insert(payload.end(), once.begin(), once.end());
  }
}

void CarryTogether(const std::vector<Descriptor>& senders, size_t segment_size) {
  const int size = static_cast<int>(segment_size);
  for (const Descriptor& sender : senders) {
    if (setsockopt(sender.get(), SOL_UDP, UDP_SEGMENT, &size, sizeof size) != 0) FailErrno("UDP_SEGMENT");
  }
}

uint64_t Send(const std::vector<Descriptor>& senders, Target& target, std::vector<Packet>& payloads, uint64_t count,
              size_t segments, const Pace& pace) {
  std::vector<iovec> parts(payloads.size());
  for (size_t i = 0; i < payloads.size(); ++i) parts[i] = {payloads[i].data(), payloads[i].size()};
  const size_t burst = senders.size() > 1 ? 1 : pace.Burst(kBatch);
  std::vector<mmsghdr> messages(burst);
  uint64_t sent = 0;
  while (sent < count) {
    const size_t wanted = static_cast<size_t>(std::min<uint64_t>(burst, (count - sent + segments - 1) / segments));
    for (size_t i = 0; i < wanted; ++i) {
      msghdr& message = messages[i].msg_hdr;
      message.msg_name = &target.address;
      message.msg_namelen = target.length;
      message.msg_iov = &parts[(sent + i) % parts.size()];
      message.msg_iovlen = 1;
    }
    const Descriptor& sender = senders[sent % senders.size()];
    const int taken = sendmmsg(sender.get(), messages.data(), static_cast<unsigned>(wanted), 0);
    if (taken < 0 && errno != ENOBUFS && errno != EINTR) FailErrno("sendmmsg after " + std::to_string(sent));
    sent += taken > 0 ? static_cast<uint64_t>(taken) * segments : 0;
    pace.Wait(sent);
  }
  return sent;
}

int Main(int argc, char** argv) {
  const Arguments arguments(argc, argv,
                            {"to", "port", "file", "size", "source-port", "source-ports", "count", "rate", "segments"});
  Target target = Resolve(arguments.Text("to"), arguments.Number("port", 4789, 1, 65535));
  const bool from_file = arguments.Has("file");
  if (from_file && arguments.Has("size")) Fail(2, "--file excludes --size");
  std::vector<Packet> payloads = from_file ? ReadPackets(arguments.Text("file"))
                                           : std::vector<Packet>{Packet(arguments.Number("size", 64, 0, 65507))};
  // UDP_MAX_SEGMENTS of linux/udp.h before Linux 6.9.
  const size_t segments = arguments.Number("segments", 1, 1, 64);
  if (segments > 1) Multiply(payloads, segments);
  const uint64_t count = arguments.Number("count", payloads.size(), 1, UINT64_MAX);
  const uint64_t rate = arguments.Number("rate", 0, 1, 1'000'000'000);
  const std::vector<Descriptor> senders =
      OpenSenders(target.address.ss_family, arguments.Number("source-ports", 1, 1, 10'000),
                  arguments.Number("source-port", 0, 1, 65535));

  if (segments > 1) CarryTogether(senders, payloads[0].size() / segments);

  const Pace pace(rate);
  const uint64_t sent = Send(senders, target, payloads, count, segments, pace);
  std::printf("sent=%lu seconds=%.6f\n", sent, pace.Elapsed());
  return 0;
}

}  // namespace
}  // namespace fandump

int main(int argc, char** argv) { return fandump::Main(argc, argv); }
