// Makes a tun device and feeds it the IP packets of a pcap file: the device then receives them, without a link header.
// Says "ready" once the device exists, sends when a line comes in on standard input, and keeps the device until its
// end.
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <sys/ioctl.h>

#include <string>
#include <vector>

#include "descriptor.h"
#include "packet_list.h"

namespace fandump {
namespace {

Descriptor OpenTun(const std::string& name) {
  Descriptor tun(open("/dev/net/tun", O_RDWR | O_CLOEXEC), "/dev/net/tun");
  ifreq request{};
  if (name.empty() || name.size() >= sizeof request.ifr_name) Fail(2, "--name takes 1 to 15 characters");
  name.copy(request.ifr_name, name.size());
  request.ifr_flags = IFF_TUN | IFF_NO_PI;
  if (ioctl(tun.get(), TUNSETIFF, &request) != 0) FailErrno("TUNSETIFF for " + name);
  return tun;
}

// False at the end of standard input.
bool WaitForLine() {
  int character = 0;
  while ((character = std::getchar()) != EOF && character != '\n') {
  }
  return character == '\n';
}

int Main(int argc, char** argv) {
  const Arguments arguments(argc, argv, {"name", "file"});
  const std::vector<Packet> packets = ReadPackets(arguments.Text("file"));
  const Descriptor tun = OpenTun(arguments.Text("name"));
  std::printf("ready\n");
  std::fflush(stdout);
  while (WaitForLine()) {
    for (const Packet& packet : packets) {
      if (write(tun.get(), packet.data(), packet.size()) < 0) FailErrno("write to the tun device");
    }
    std::printf("sent=%zu\n", packets.size());
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace
}  // namespace fandump

int main(int argc, char** argv) { return fandump::Main(argc, argv); }
