// What the addon tells of the host: interfaces and link types.
#pragma once

#include <napi.h>

namespace fandump {

Napi::Value CompileFilterForJs(const Napi::CallbackInfo& info);
Napi::Value ListInterfaces(const Napi::CallbackInfo& info);
Napi::Value InterfaceNameForJs(const Napi::CallbackInfo& info);
Napi::Value LinkTypeNameForJs(const Napi::CallbackInfo& info);
Napi::Value LinkTypeValueForJs(const Napi::CallbackInfo& info);
Napi::Value LibpcapVersionForJs(const Napi::CallbackInfo& info);

}  // namespace fandump
