// The yardstick of putting packets on a wire: one send call for each packet of a file on a packet(7) socket.
// Prints how many were sent and the seconds it took.
#include <linux/if_packet.h>
#include <net/if.h>
#include <sys/socket.h>

#include "descriptor.h"
#include "pace.h"
#include "packet_list.h"

namespace fandump {
namespace {

int Main(int argc, char** argv) {
  const Arguments arguments(argc, argv, {"interface", "file", "count"});
  const std::string interface = arguments.Text("interface");
  sockaddr_ll address{};
  address.sll_family = AF_PACKET;
  address.sll_ifindex = static_cast<int>(if_nametoindex(interface.c_str()));
  if (address.sll_ifindex == 0) FailErrno("interface " + interface);
  const std::vector<Packet> packets = ReadPackets(arguments.Text("file"));
  const uint64_t count = arguments.Number("count", packets.size(), 1, UINT64_MAX);
  const Descriptor sender(socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0), "socket(AF_PACKET)");
  if (bind(sender.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) FailErrno("bind to " + interface);

  const Pace clock(0);
  for (uint64_t sent = 0; sent < count;) {
    const Packet& packet = packets[sent % packets.size()];
    if (send(sender.get(), packet.data(), packet.size(), 0) >= 0) {
      ++sent;
    } else if (errno != ENOBUFS && errno != EINTR) {
      FailErrno("send");
    }
  }
  std::printf("sent=%lu seconds=%.6f\n", count, clock.Elapsed());
  return 0;
}

}  // namespace
}  // namespace fandump

int main(int argc, char** argv) { return fandump::Main(argc, argv); }
