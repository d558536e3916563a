// A network of its own for a test, without root: a forked child in a user and a network namespace, where devices are
// made with ip(8), frames are sent with packet(7), and what a source delivers is collected.
#pragma once

#include <fcntl.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "check.h"
#include "opener/opener.h"
#include "owned_fd.h"
#include "source/af_packet.h"
#include "source_counters.h"

namespace fandump::test {

using Bytes = std::vector<uint8_t>;

inline void WriteFile(const char* path, const std::string& text) {
  const OwnedFd fd(open(path, O_WRONLY | O_CLOEXEC));
  if (!fd || write(fd.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
    throw std::runtime_error(std::string("writing ") + path + ": " + std::strerror(errno));
  }
}

// Runs a shell command of the test's set-up.
inline void Run(const std::string& command) {
  if (std::system(command.c_str()) != 0) throw std::runtime_error("failed: " + command);
}

struct CannotRun {
  std::string reason;
};

// kOwn: root of a fresh user namespace. kHosts: whoever the test runs as, for what no user namespace has.
enum class Rights { kOwn, kHosts };

// Runs body in fresh namespaces with lo up and IPv6 silent. Whatever the child writes to stderr is a failure.
// body may throw CannotRun: the test is skipped.
inline void InNamespace(const std::function<void()>& body, Rights rights = Rights::kOwn) {
  constexpr int kSkipped = 77;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
  OwnedFd read_end(ends[0]);
  OwnedFd write_end(ends[1]);
  const uid_t user = getuid();
  const gid_t group = getgid();
  const pid_t child = fork();
  if (child == 0) {
    dup2(write_end.get(), STDERR_FILENO);
    int result = 0;
    try {
      if (rights == Rights::kHosts) {
        if (unshare(CLONE_NEWNET | CLONE_NEWNS) != 0) throw CannotRun{"only root can do that"};
        // What is mounted from now on stays in here.
        mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
      } else if (unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0) {
        WriteFile("/proc/self/setgroups", "deny");
        WriteFile("/proc/self/uid_map", "0 " + std::to_string(user) + " 1");
        WriteFile("/proc/self/gid_map", "0 " + std::to_string(group) + " 1");
      } else if (errno != EINVAL || unshare(CLONE_NEWNET) != 0) {
        // A process of several threads, as ThreadSanitizer makes them, gets no user namespace; the second attempt is
        // for when it was started inside one.
        throw CannotRun{std::string("no user and network namespace: ") + std::strerror(errno)};
      }
      // Router solicitations would mix with the frames that a test sends.
      WriteFile("/proc/sys/net/ipv6/conf/all/disable_ipv6", "1");
      WriteFile("/proc/sys/net/ipv6/conf/default/disable_ipv6", "1");
      Run("ip link set lo up");
      body();
    } catch (const CannotRun& cannot) {
      std::cerr << cannot.reason;
      result = kSkipped;
    } catch (const std::exception& error) {
      std::cerr << "threw: " << error.what() << "\n";
    }
    _exit(result);
  }
  write_end = OwnedFd();
  std::string said;
  char part[4096];
  for (ssize_t n; (n = read(read_end.get(), part, sizeof part)) > 0;) said.append(part, static_cast<size_t>(n));
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) == kSkipped) Skip(said);
  if (!said.empty()) Fail("in the namespace", 0, said);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) Fail("in the namespace", 0, "the child did not end well");
}

inline void MakeVeth(const std::string& one, const std::string& other) {
  Run("ip link add " + one + " type veth peer name " + other);
  Run("ip link set " + one + " up && ip link set " + other + " up");
}

// Ethernet II: addresses, type, payload.
inline Bytes Frame(const Bytes& destination, uint16_t type, const Bytes& payload) {
  Bytes frame = destination;
  const Bytes source = {0x02, 0, 0, 0, 0, 0x99};
  frame.insert(frame.end(), source.begin(), source.end());
  frame.push_back(static_cast<uint8_t>(type >> 8));
  frame.push_back(static_cast<uint8_t>(type));
  frame.insert(frame.end(), payload.begin(), payload.end());
  return frame;
}

// An IPv4 UDP packet; reversed swaps the two ends of the flow. The number stands in the last four bytes.
inline Bytes UdpPacket(uint16_t flow, bool reversed, uint32_t number, size_t size = 46) {
  Bytes packet(size);
  packet[0] = 0x45;
  packet[2] = static_cast<uint8_t>(size >> 8);
  packet[3] = static_cast<uint8_t>(size);
  packet[8] = 64;
  packet[9] = 17;
  const uint8_t client[4] = {10, 0, static_cast<uint8_t>(flow >> 8), static_cast<uint8_t>(flow)};
  const uint8_t server[4] = {192, 0, 2, 1};
  std::memcpy(&packet[12], reversed ? server : client, 4);
  std::memcpy(&packet[16], reversed ? client : server, 4);
  const uint8_t client_port[2] = {static_cast<uint8_t>(0x80 | flow >> 8), static_cast<uint8_t>(flow)};
  const uint8_t server_port[2] = {0, 53};
  std::memcpy(&packet[20], reversed ? server_port : client_port, 2);
  std::memcpy(&packet[22], reversed ? client_port : server_port, 2);
  packet[25] = static_cast<uint8_t>(size - 20);
  for (size_t i = 0; i < 4; i++) packet[size - 4 + i] = static_cast<uint8_t>(number >> (24 - 8 * i));
  return packet;
}

inline const Bytes kBroadcast(6, 0xff);
inline const Bytes kOtherHost = {0x02, 0, 0, 0, 0, 0x55};

inline Bytes UdpFrame(uint32_t number, uint16_t flow = 1, bool reversed = false) {
  return Frame(kOtherHost, 0x0800, UdpPacket(flow, reversed, number));
}

// The number that UdpPacket put in.
inline uint32_t NumberOf(const Bytes& bytes) {
  uint32_t number = 0;
  for (size_t i = bytes.size() - 4; i < bytes.size(); i++) number = number << 8 | bytes[i];
  return number;
}

class FrameSender {
 public:
  explicit FrameSender(const std::string& interface) : fd_(OpenPacketSocket()) {
    sockaddr_ll address{};
    address.sll_family = AF_PACKET;
    address.sll_ifindex = static_cast<int>(if_nametoindex(interface.c_str()));
    // Past the queueing discipline a frame has arrived by the time send returns.
    const int on = 1;
    setsockopt(fd_.get(), SOL_PACKET, PACKET_QDISC_BYPASS, &on, sizeof on);
    if (bind(fd_.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) throw std::runtime_error("bind");
  }
  void Send(const Bytes& frame) {
    while (send(fd_.get(), frame.data(), frame.size(), 0) < 0) {
      if (errno != ENOBUFS) throw std::runtime_error(std::string("send: ") + std::strerror(errno));
    }
  }
  int fd() const { return fd_.get(); }

 private:
  OwnedFd fd_;
};

// A view whose bytes are its own.
struct Captured {
  PacketView view;
  Bytes bytes;
};

// Receives until count packets are there, the source ends, or nothing has come for patience_ms.
inline std::vector<Captured> Collect(Source& source, size_t count, int patience_ms = 300) {
  std::vector<Captured> packets;
  PacketBatch batch;
  while (packets.size() < count && source.Receive(batch, patience_ms) == ReceiveStatus::kPackets) {
    for (size_t i = 0; i < batch.size; i++) {
      const PacketView& view = batch.packets[i];
      packets.push_back({view, Bytes(view.data, view.data + view.caplen)});
    }
  }
  return packets;
}

// Stops the source and takes what it still has.
inline std::vector<Captured> DrainAll(Source& source) {
  source.Drain();
  std::vector<Captured> packets;
  PacketBatch batch;
  while (true) {
    const ReceiveStatus status = source.Receive(batch, 100);
    if (status == ReceiveStatus::kEnd) return packets;
    for (size_t i = 0; i < batch.size; i++) {
      const PacketView& view = batch.packets[i];
      packets.push_back({view, Bytes(view.data, view.data + view.caplen)});
    }
  }
}

inline AfPacketOptions OptionsFor(const std::string& interface) {
  AfPacketOptions options;
  options.interface = interface;
  options.buffer_size = 4 << 20;
  options.open_socket = [] { return OpenPacketSocket(); };
  return options;
}

// The code of the error that body throws; "" when it throws none. Message and hint must be one line each.
inline std::string ErrorCodeOf(const std::function<void()>& body, std::string* message = nullptr) {
  try {
    body();
  } catch (const CaptureError& error) {
    if (message != nullptr) *message = error.what();
    const std::string text = error.what() + error.hint();
    CHECK(text.find('\n') == std::string::npos);
    CHECK(text.find("Invalid argument") == std::string::npos);
    return error.code();
  }
  return "";
}

inline bool Contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace fandump::test
