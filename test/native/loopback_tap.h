// What a packet socket's program lets through: judged by the kernel, on loopback.
#pragma once

#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "check.h"
#include "types.h"

namespace fandump::test {

// A packet socket on lo with the program, counting what has a mark in its last bytes.
class Tap {
 public:
  explicit Tap(BpfProgram program) {
    descriptor_ = socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0);
    if (descriptor_ < 0) Skip("no packet sockets here");
    const sock_fprog argument{static_cast<unsigned short>(program.size()), program.data()};
    CHECK(setsockopt(descriptor_, SOL_SOCKET, SO_ATTACH_FILTER, &argument, sizeof argument) == 0);
    sockaddr_ll name{};
    name.sll_family = AF_PACKET;
    name.sll_protocol = htons(ETH_P_ALL);
    name.sll_ifindex = static_cast<int>(if_nametoindex("lo"));
    CHECK(bind(descriptor_, reinterpret_cast<sockaddr*>(&name), sizeof name) == 0);
  }
  ~Tap() { close(descriptor_); }
  Tap(const Tap&) = delete;
  Tap& operator=(const Tap&) = delete;

  // Whether a packet with the mark in it comes.
  bool Sees(const std::vector<uint8_t>& mark) {
    pollfd waits{descriptor_, POLLIN, 0};
    while (poll(&waits, 1, 100) > 0) {
      std::vector<uint8_t> frame(70000);
      frame.resize(static_cast<size_t>(std::max<ssize_t>(0, recv(descriptor_, frame.data(), frame.size(), 0))));
      if (std::search(frame.begin(), frame.end(), mark.begin(), mark.end()) != frame.end()) return true;
    }
    return false;
  }

 private:
  int descriptor_;
};

inline const std::vector<uint8_t> kMark = {'f', 'a', 'n', 'd', 'u', 'm', 'p', '?', 'm', 'a', 'r', 'k'};

}  // namespace fandump::test
