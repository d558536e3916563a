#include "host/receive_hash.h"

#include <linux/ethtool.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <cstring>
#include <set>

#include "owned_fd.h"

namespace fandump {

namespace {

// The byte behind hfunc is input_xfrm since Linux 6.8, and zero before; RXH_XFRM_NO_CHANGE is 0xff.
constexpr uint8_t kNoTransformation = 0;
constexpr uint8_t kUnknownTransformation = 0xff;
// More than any device has; the sizes come from its driver.
constexpr uint32_t kMaxTable = 1 << 16;
constexpr uint32_t kMaxKey = 1024;

bool Ask(unsigned long request, const std::string& interface, void* argument, ifreq& answer) {
  if (interface.empty() || interface.size() >= IFNAMSIZ) return false;
  const OwnedFd fd(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  interface.copy(answer.ifr_name, IFNAMSIZ - 1);
  if (argument != nullptr) answer.ifr_data = static_cast<char*>(argument);
  return fd && ioctl(fd.get(), request, &answer) == 0;
}

bool AskEthtool(const std::string& interface, void* command) {
  ifreq answer{};
  return Ask(SIOCETHTOOL, interface, command, answer);
}

std::optional<bool> ReadUdpPorts(const std::string& interface) {
  ethtool_rxnfc question{};
  question.cmd = ETHTOOL_GRXFH;
  question.flow_type = UDP_V4_FLOW;
  if (!AskEthtool(interface, &question)) return std::nullopt;
  constexpr uint64_t kPorts = RXH_L4_B_0_1 | RXH_L4_B_2_3;
  return (question.data & kPorts) == kPorts;
}

}  // namespace

std::optional<ReceiveHash> ReadReceiveHash(const std::string& interface) {
  ethtool_rxfh sizes{};
  sizes.cmd = ETHTOOL_GRSSH;
  if (!AskEthtool(interface, &sizes)) return std::nullopt;
  if (sizes.indir_size > kMaxTable || sizes.key_size > kMaxKey) return std::nullopt;
  // Table and key follow the header: one 32-bit queue number per entry, then the key's bytes.
  std::vector<uint32_t> memory((sizeof sizes + sizes.key_size) / sizeof(uint32_t) + sizes.indir_size + 1);
  std::memcpy(memory.data(), &sizes, sizeof sizes);
  if (!AskEthtool(interface, memory.data())) return std::nullopt;
  ReceiveHash hash;
  const uint32_t* table = memory.data() + sizeof sizes / sizeof(uint32_t);
  hash.queues = static_cast<uint32_t>(std::set<uint32_t>(table, table + sizes.indir_size).size());
  const auto* key = reinterpret_cast<const uint8_t*>(table + sizes.indir_size);
  hash.key.assign(key, key + sizes.key_size);
  const auto* header = reinterpret_cast<const uint8_t*>(memory.data());
  const uint8_t transformation = header[offsetof(ethtool_rxfh, hfunc) + 1];
  hash.symmetric_input = transformation != kNoTransformation && transformation != kUnknownTransformation;
  hash.udp_ports = ReadUdpPorts(interface);
  return hash;
}

DriverFacts ReadDriver(const std::string& interface) {
  ethtool_drvinfo info{};
  info.cmd = ETHTOOL_GDRVINFO;
  if (!AskEthtool(interface, &info)) return {};
  return {std::string(info.driver, strnlen(info.driver, sizeof info.driver)),
          std::string(info.bus_info, strnlen(info.bus_info, sizeof info.bus_info))};
}

std::optional<uint32_t> ReadMtu(const std::string& interface) {
  ifreq answer{};
  if (!Ask(SIOCGIFMTU, interface, nullptr, answer)) return std::nullopt;
  return static_cast<uint32_t>(answer.ifr_mtu);
}

}  // namespace fandump
