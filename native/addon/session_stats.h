// What a session tells of itself, as src/engine/native-stats.ts describes it.
#pragma once

#include <napi.h>

#include "engine/session.h"

namespace fandump {

Napi::Object OpenedForJs(Napi::Env env, const OpenedSource& opened);

Napi::Object StatsForJs(Napi::Env env, const SessionStats& stats);

}  // namespace fandump
