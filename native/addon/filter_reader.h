// NativeFilter of src/engine/native.ts: tcpdump's expression, and the tests of tunnels in it.
#pragma once

#include <napi.h>

#include "filter/expression.h"

namespace fandump {

// Of an object with the fields filter and, where there are any, tunnelTests.
FilterExpression ReadFilter(const Napi::Object& object);

}  // namespace fandump
