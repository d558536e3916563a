// Settings of devices that a capture may change, for JavaScript. See src/engine/native-settings.ts.
#pragma once

#include <napi.h>

namespace fandump {

Napi::Value ReadChannelsForJs(const Napi::CallbackInfo& info);
Napi::Value SetChannelsForJs(const Napi::CallbackInfo& info);
void StartRestorerForJs(const Napi::CallbackInfo& info);
Napi::Value RestoreSettingsForJs(const Napi::CallbackInfo& info);

}  // namespace fandump
