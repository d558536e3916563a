// What --fanout-test needs of the system, for JavaScript. See src/engine/native-test.ts.
#pragma once

#include <napi.h>

namespace fandump {

void BringUpForJs(const Napi::CallbackInfo& info);
void SendFramesForJs(const Napi::CallbackInfo& info);

}  // namespace fandump
