#include "addon/host.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <linux/ethtool.h>
#include <linux/if_packet.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "addon/errors.h"
#include "addon/steering.h"
#include "filter/compile.h"
#include "filter/kernel_filter.h"
#include "filter/link_types.h"
#include "owned_fd.h"
#include "source/af_packet_link_type.h"

namespace fandump {

namespace {

struct InterfaceFacts {
  std::string name;
  uint32_t index = 0;
  uint32_t flags = 0;
  uint16_t hardware_type = 0;
  std::vector<std::string> addresses;
};

std::string AddressText(const sockaddr* address) {
  char text[INET6_ADDRSTRLEN] = "";
  if (address->sa_family == AF_INET) {
    inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr, text, sizeof text);
  } else if (address->sa_family == AF_INET6) {
    inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr, text, sizeof text);
  }
  return text;
}

// An interface without a hardware address (tun, wireguard), of which getifaddrs(3) says no more than its name.
void AskIndexAndType(int socket_fd, InterfaceFacts& facts) {
  ifreq request{};
  std::strncpy(request.ifr_name, facts.name.c_str(), IFNAMSIZ - 1);
  if (ioctl(socket_fd, SIOCGIFHWADDR, &request) != 0) return;
  facts.hardware_type = request.ifr_hwaddr.sa_family;
  if (ioctl(socket_fd, SIOCGIFINDEX, &request) == 0) facts.index = static_cast<uint32_t>(request.ifr_ifindex);
}

// getifaddrs(3) lists each interface once with its hardware address and once more per other address.
std::vector<InterfaceFacts> ReadInterfaces(int socket_fd) {
  ifaddrs* list = nullptr;
  if (getifaddrs(&list) != 0) {
    throw CaptureError("EINTERFACES", std::string("cannot list the network interfaces: ") + std::strerror(errno),
                       errno);
  }
  const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> owner(list, freeifaddrs);
  std::map<std::string, InterfaceFacts> by_name;
  for (const ifaddrs* entry = list; entry != nullptr; entry = entry->ifa_next) {
    InterfaceFacts& facts = by_name[entry->ifa_name];
    facts.name = entry->ifa_name;
    facts.flags = entry->ifa_flags;
    if (entry->ifa_addr == nullptr) {
      AskIndexAndType(socket_fd, facts);
    } else if (entry->ifa_addr->sa_family == AF_PACKET) {
      const auto* link = reinterpret_cast<const sockaddr_ll*>(entry->ifa_addr);
      facts.index = static_cast<uint32_t>(link->sll_ifindex);
      facts.hardware_type = link->sll_hatype;
    } else if (std::string text = AddressText(entry->ifa_addr); !text.empty()) {
      facts.addresses.push_back(std::move(text));
    }
  }
  std::vector<InterfaceFacts> interfaces;
  for (auto& [name, facts] : by_name) {
    if (facts.index != 0) interfaces.push_back(std::move(facts));
  }
  std::sort(interfaces.begin(), interfaces.end(),
            [](const InterfaceFacts& a, const InterfaceFacts& b) { return a.index < b.index; });
  return interfaces;
}

// Whether the device reports a link (ETHTOOL_GLINK): IF_OPER_UP, IF_OPER_DOWN, or IF_OPER_UNKNOWN where it cannot tell.
int OperState(int socket_fd, const std::string& name) {
  constexpr int kOperUnknown = 0, kOperDown = 2, kOperUp = 6;
  ifreq request{};
  ethtool_value value{};
  value.cmd = ETHTOOL_GLINK;
  std::strncpy(request.ifr_name, name.c_str(), IFNAMSIZ - 1);
  request.ifr_data = reinterpret_cast<char*>(&value);
  if (socket_fd < 0 || ioctl(socket_fd, SIOCETHTOOL, &request) != 0) return kOperUnknown;
  return value.data != 0 ? kOperUp : kOperDown;
}

std::string TextArgument(const Napi::CallbackInfo& info, size_t index) {
  if (info.Length() <= index || !info[index].IsString()) throw Napi::TypeError::New(info.Env(), "a string is needed");
  return info[index].As<Napi::String>().Utf8Value();
}

double NumberArgument(const Napi::CallbackInfo& info, size_t index) {
  if (info.Length() <= index || !info[index].IsNumber()) throw Napi::TypeError::New(info.Env(), "a number is needed");
  return info[index].As<Napi::Number>().DoubleValue();
}

}  // namespace

Napi::Value CompileFilterForJs(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const std::string expression = TextArgument(info, 0);
  const auto link_type = static_cast<uint16_t>(NumberArgument(info, 1));
  const auto snaplen = static_cast<uint32_t>(NumberArgument(info, 2));
  const bool optimize = info.Length() > 3 && info[3].ToBoolean();
  const bool live = info.Length() > 4 && info[4].ToBoolean();
  const BpfProgram program = WithJsErrors(env, [&] {
    if (!live) return CompileFilter(expression, link_type, snaplen, optimize);
    return BuildKernelFilter(expression, link_type, snaplen, optimize, DirectionChoice::kInOut).program;
  });
  return InstructionsForJs(env, program);
}

// Of an index; undefined where this network namespace has no such interface.
Napi::Value InterfaceNameForJs(const Napi::CallbackInfo& info) {
  char name[IF_NAMESIZE] = "";
  const bool is_known = if_indextoname(static_cast<uint32_t>(NumberArgument(info, 0)), name) != nullptr;
  return is_known ? Napi::String::New(info.Env(), name) : info.Env().Undefined();
}

Napi::Value ListInterfaces(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const OwnedFd socket_fd(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  const std::vector<InterfaceFacts> interfaces = WithJsErrors(env, [&] { return ReadInterfaces(socket_fd.get()); });
  Napi::Array result = Napi::Array::New(env, interfaces.size());
  for (uint32_t index = 0; index < interfaces.size(); index++) {
    const InterfaceFacts& facts = interfaces[index];
    Napi::Array addresses = Napi::Array::New(env, facts.addresses.size());
    for (uint32_t i = 0; i < facts.addresses.size(); i++) addresses.Set(i, facts.addresses[i]);
    Napi::Object entry = Napi::Object::New(env);
    entry.Set("name", facts.name);
    entry.Set("index", facts.index);
    entry.Set("flags", facts.flags);
    entry.Set("hardwareType", facts.hardware_type);
    entry.Set("linkType", LinkTypeOfDevice(facts.hardware_type));
    entry.Set("addresses", addresses);
    entry.Set("operState", OperState(socket_fd.get(), facts.name));
    result.Set(index, entry);
  }
  return result;
}

Napi::Value LinkTypeNameForJs(const Napi::CallbackInfo& info) {
  const auto name = LinkTypeName(static_cast<uint16_t>(NumberArgument(info, 0)));
  if (!name) return info.Env().Undefined();
  Napi::Object result = Napi::Object::New(info.Env());
  result.Set("name", name->first);
  result.Set("description", name->second);
  return result;
}

Napi::Value LinkTypeValueForJs(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), LinkTypeValue(TextArgument(info, 0)));
}

Napi::Value LibpcapVersionForJs(const Napi::CallbackInfo& info) {
  return Napi::String::New(info.Env(), LibpcapVersion());
}

}  // namespace fandump
