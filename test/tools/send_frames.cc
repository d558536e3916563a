// Sends frames on an interface through packet(7): those of a pcap file in order, or synthetic flows in turn.
// Prints on one line how many the kernel really took, and the seconds it needed.
#include <linux/if_packet.h>
#include <net/if.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <string>
#include <vector>

#include "descriptor.h"
#include "pace.h"
#include "synthetic_flows.h"

namespace fandump {
namespace {

constexpr size_t kBatch = 64;

// bypass: past the queueing discipline, which is faster, but unseen by those who capture outgoing packets there.
Descriptor OpenSender(const std::string& interface, int bypass) {
  const unsigned index = if_nametoindex(interface.c_str());
  if (index == 0) FailErrno("interface " + interface);
  Descriptor sender(socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0), "socket(AF_PACKET)");
  if (setsockopt(sender.get(), SOL_PACKET, PACKET_QDISC_BYPASS, &bypass, sizeof bypass) != 0) {
    FailErrno("PACKET_QDISC_BYPASS");
  }
  sockaddr_ll address{};
  address.sll_family = AF_PACKET;
  address.sll_ifindex = static_cast<int>(index);
  if (bind(sender.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) FailErrno("bind to " + interface);
  return sender;
}

uint64_t Send(const Descriptor& sender, std::vector<Packet>& packets, uint64_t count, const Pace& pace) {
  std::vector<iovec> parts(packets.size());
  for (size_t i = 0; i < packets.size(); ++i) parts[i] = {packets[i].data(), packets[i].size()};
  const size_t burst = pace.Burst(kBatch);
  std::vector<mmsghdr> messages(burst);
  uint64_t sent = 0;
  while (sent < count) {
    const size_t wanted = static_cast<size_t>(std::min<uint64_t>(burst, count - sent));
    for (size_t i = 0; i < wanted; ++i) {
      messages[i].msg_hdr.msg_iov = &parts[(sent + i) % parts.size()];
      messages[i].msg_hdr.msg_iovlen = 1;
    }
    const int taken = sendmmsg(sender.get(), messages.data(), static_cast<unsigned>(wanted), 0);
    if (taken < 0 && errno != ENOBUFS && errno != EINTR) {
      FailErrno("sendmmsg after " + std::to_string(sent) + " frames");
    }
    sent += taken > 0 ? static_cast<uint64_t>(taken) : 0;
    pace.Wait(sent);
  }
  return sent;
}

int Main(int argc, char** argv) {
  const Arguments arguments(argc, argv, {"interface", "file", "size", "flows", "count", "rate", "bypass"});
  const uint64_t size = arguments.Number("size", 64, kShortestSyntheticFrame, 65535);
  const uint64_t flows = arguments.Number("flows", 1, 1, 1'000'000);
  const bool from_file = arguments.Has("file");
  if (from_file && (arguments.Has("size") || arguments.Has("flows"))) Fail(2, "--file excludes --size and --flows");
  std::vector<Packet> packets = from_file ? ReadPackets(arguments.Text("file")) : SyntheticFlows(flows, size);
  const uint64_t count = arguments.Number("count", packets.size(), 1, UINT64_MAX);
  const uint64_t rate = arguments.Number("rate", 0, 1, 1'000'000'000);
  const Descriptor sender =
      OpenSender(arguments.Text("interface"), static_cast<int>(arguments.Number("bypass", 0, 0, 1)));

  const Pace pace(rate);
  const uint64_t sent = Send(sender, packets, count, pace);
  std::printf("sent=%lu seconds=%.6f\n", sent, pace.Elapsed());
  return 0;
}

}  // namespace
}  // namespace fandump

int main(int argc, char** argv) { return fandump::Main(argc, argv); }
