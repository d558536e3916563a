// Reads the NativePlan object of src/engine/native-plan.ts. The values are validated on the other side of the border;
// a wrong type here is a programming error and throws a TypeError that names the field.
#pragma once

#include <napi.h>

#include "engine/plan.h"

namespace fandump {

Plan ReadPlan(const Napi::Object& plan);

// One of its sources.
SourcePlan ReadSource(const Napi::Object& source);

}  // namespace fandump
