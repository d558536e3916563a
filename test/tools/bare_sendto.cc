// The yardstick of forwarding: one sendto call for each packet of a file, with a VXLAN header (RFC 7348) before it.
// Prints how many were sent and the seconds it took.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "descriptor.h"
#include "pace.h"
#include "packet_list.h"

namespace fandump {
namespace {

int Main(int argc, char** argv) {
  const Arguments arguments(argc, argv, {"to", "port", "file", "count"});
  sockaddr_in target{};
  target.sin_family = AF_INET;
  target.sin_port = htons(static_cast<uint16_t>(arguments.Number("port", 4789, 1, 65535)));
  if (inet_pton(AF_INET, arguments.Text("to").c_str(), &target.sin_addr) != 1) Fail(2, "--to takes an IPv4 address");
  std::vector<Packet> payloads = ReadPackets(arguments.Text("file"));
  const Packet header = {8, 0, 0, 0, 0, 0, 0, 0};
  for (Packet& payload : payloads) payload.insert(payload.begin(), header.begin(), header.end());
  const uint64_t count = arguments.Number("count", payloads.size(), 1, UINT64_MAX);
  const Descriptor sender(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), "socket");

  const Pace clock(0);
  for (uint64_t sent = 0; sent < count; ++sent) {
    const Packet& payload = payloads[sent % payloads.size()];
    const auto* name = reinterpret_cast<const sockaddr*>(&target);
    if (sendto(sender.get(), payload.data(), payload.size(), 0, name, sizeof target) < 0) FailErrno("sendto");
  }
  std::printf("sent=%lu seconds=%.6f\n", count, clock.Elapsed());
  return 0;
}

}  // namespace
}  // namespace fandump

int main(int argc, char** argv) { return fandump::Main(argc, argv); }
