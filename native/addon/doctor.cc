#include "addon/doctor.h"

#include <net/if.h>

#include <algorithm>
#include <string>
#include <vector>

#include "addon/errors.h"
#include "fanout/fanout_members.h"
#include "host/clock.h"
#include "host/ethtool.h"
#include "host/kernel_probes.h"
#include "host/receive_hash.h"
#include "host/udp_sockets.h"
#include "opener/opener.h"
#include "owned_fd.h"
#include "source/af_packet_drops.h"

namespace fandump {

namespace {

// SO_RCVBUF takes an int, and the kernel doubles it.
constexpr double kMaxReceiveBuffer = (1 << 30) - 1;
constexpr double kMaxPort = 65535;

std::string InterfaceArgument(const Napi::CallbackInfo& info) {
  if (info.Length() < 1 || !info[0].IsString()) throw Napi::TypeError::New(info.Env(), "an interface name is needed");
  return info[0].As<Napi::String>().Utf8Value();
}

double NumberArgument(const Napi::CallbackInfo& info, double max) {
  if (info.Length() < 1 || !info[0].IsNumber()) throw Napi::TypeError::New(info.Env(), "a number is needed");
  return std::clamp(info[0].As<Napi::Number>().DoubleValue(), 0.0, max);
}

// A list of objects; fill sets the fields of each.
template <typename Item, typename Fill>
Napi::Array ListForJs(Napi::Env env, const std::vector<Item>& items, Fill fill) {
  Napi::Array list = Napi::Array::New(env, items.size());
  for (uint32_t index = 0; index < items.size(); index++) {
    Napi::Object entry = Napi::Object::New(env);
    fill(entry, items[index]);
    list.Set(index, entry);
  }
  return list;
}

Napi::Array NamesForJs(Napi::Env env, const std::vector<std::string>& names) {
  Napi::Array list = Napi::Array::New(env, names.size());
  for (uint32_t index = 0; index < names.size(); index++) list.Set(index, names[index]);
  return list;
}

void SetFeatures(Napi::Object device, const std::string& name) {
  const auto features = ReadDeviceFeatures(name);
  if (!features) return;
  Napi::Object entry = Napi::Object::New(device.Env());
  entry.Set("active", NamesForJs(device.Env(), features->active));
  entry.Set("changeable", NamesForJs(device.Env(), features->changeable));
  device.Set("features", entry);
}

void SetQueues(Napi::Object device, const std::string& name) {
  if (const auto rings = ReadDeviceRings(name)) {
    Napi::Object entry = Napi::Object::New(device.Env());
    entry.Set("receive", rings->receive);
    entry.Set("receiveMax", rings->receive_max);
    device.Set("rings", entry);
  }
  if (const auto channels = ReadDeviceChannels(name)) {
    Napi::Object entry = Napi::Object::New(device.Env());
    entry.Set("receive", channels->receive);
    entry.Set("receiveMax", channels->receive_max);
    entry.Set("combined", channels->combined);
    entry.Set("combinedMax", channels->combined_max);
    device.Set("channels", entry);
  }
}

void SetReceiveHash(Napi::Object device, const std::string& name) {
  const auto hash = ReadReceiveHash(name);
  if (!hash) return;
  Napi::Object entry = Napi::Object::New(device.Env());
  entry.Set("key", Napi::Buffer<uint8_t>::Copy(device.Env(), hash->key.data(), hash->key.size()));
  entry.Set("queues", hash->queues);
  entry.Set("symmetricInput", hash->symmetric_input);
  if (hash->udp_ports) entry.Set("udpPorts", *hash->udp_ports);
  device.Set("receiveHash", entry);
}

void SetTimestamps(Napi::Object device, const std::string& name) {
  const auto timestamps = ReadDeviceTimestamps(name);
  if (!timestamps) return;
  Napi::Object entry = Napi::Object::New(device.Env());
  entry.Set("receivesAll", timestamps->receives_all);
  entry.Set("clock", timestamps->clock);
  device.Set("timestamps", entry);
}

}  // namespace

Napi::Value ReadDeviceForJs(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const std::string name = InterfaceArgument(info);
  const auto mtu = ReadMtu(name);
  if (!mtu) return env.Undefined();
  const DriverFacts driver = ReadDriver(name);
  Napi::Object device = Napi::Object::New(env);
  device.Set("mtu", *mtu);
  device.Set("driver", driver.driver);
  device.Set("bus", driver.bus);
  device.Set("speed", ReadLinkSpeed(name).value_or(0));
  uint64_t lost = 0;
  for (const DeviceDrops& drops : ReadDeviceDrops(static_cast<int>(if_nametoindex(name.c_str())))) lost += drops.drops;
  device.Set("lost", static_cast<double>(lost));
  SetFeatures(device, name);
  SetQueues(device, name);
  SetReceiveHash(device, name);
  SetTimestamps(device, name);
  return device;
}

Napi::Value ProbeKernelForJs(const Napi::CallbackInfo& info) {
  return ListForJs(info.Env(), ProbeKernel(), [](Napi::Object& entry, const KernelProbe& probe) {
    entry.Set("name", probe.name);
    entry.Set("errno", probe.error);
  });
}

Napi::Value TryPacketSocketForJs(const Napi::CallbackInfo& info) {
  try {
    const OwnedFd fd(ObtainPacketSocket({InterfaceArgument(info), std::nullopt}));
    return info.Env().Undefined();
  } catch (const CaptureError& error) {
    return ToJsFailure(info.Env(), error);
  }
}

Napi::Value ProbeReceiveBufferForJs(const Napi::CallbackInfo& info) {
  const auto asked = static_cast<uint32_t>(NumberArgument(info, kMaxReceiveBuffer));
  return Napi::Number::New(info.Env(), static_cast<double>(ProbeReceiveBuffer(asked)));
}

Napi::Value ReadFanoutMembersForJs(const Napi::CallbackInfo& info) {
  const auto members = ReadFanoutMembers();
  if (!members) return info.Env().Undefined();
  return ListForJs(info.Env(), *members, [](Napi::Object& entry, const FanoutMember& member) {
    entry.Set("group", member.group_id);
    entry.Set("mode", member.mode);
    entry.Set("interfaceIndex", member.interface_index);
    entry.Set("inode", member.inode);
  });
}

Napi::Value ReadUdpListenersForJs(const Napi::CallbackInfo& info) {
  const auto listeners = ReadUdpListeners(static_cast<uint16_t>(NumberArgument(info, kMaxPort)));
  if (!listeners) return info.Env().Undefined();
  return ListForJs(info.Env(), *listeners, [](Napi::Object& entry, const UdpListener& listener) {
    entry.Set("address", listener.address);
    entry.Set("uid", listener.uid);
    entry.Set("inode", listener.inode);
    entry.Set("drops", listener.drops);
  });
}

Napi::Value ReadClockForJs(const Napi::CallbackInfo& info) {
  const ClockState state = ReadClockState();
  Napi::Object entry = Napi::Object::New(info.Env());
  entry.Set("synchronised", state.synchronised);
  entry.Set("maxErrorMicroseconds", static_cast<double>(state.max_error_us));
  return entry;
}

}  // namespace fandump
