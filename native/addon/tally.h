// Counting by key, as src/engine/native-stats.ts has it.
#pragma once

#include <napi.h>

#include <vector>

#include "sink/tally.h"

namespace fandump {

// The field countBy of a plan.
std::vector<TallyPart> ReadTallyParts(const Napi::Object& plan);

// A TallyReport of the interface of that name.
Napi::Object TallyForJs(Napi::Env env, const TallyReport& report);

}  // namespace fandump
