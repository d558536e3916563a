// What the doctor asks of the host, for JavaScript: devices, kernel features, sockets, the clock.
#pragma once

#include <napi.h>

namespace fandump {

Napi::Value ReadDeviceForJs(const Napi::CallbackInfo& info);
Napi::Value ProbeKernelForJs(const Napi::CallbackInfo& info);
Napi::Value TryPacketSocketForJs(const Napi::CallbackInfo& info);
Napi::Value ProbeReceiveBufferForJs(const Napi::CallbackInfo& info);
Napi::Value ReadFanoutMembersForJs(const Napi::CallbackInfo& info);
Napi::Value ReadUdpListenersForJs(const Napi::CallbackInfo& info);
Napi::Value ReadClockForJs(const Napi::CallbackInfo& info);

}  // namespace fandump
