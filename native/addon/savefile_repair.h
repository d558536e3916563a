// The repair of savefiles for JavaScript.
#pragma once

#include <napi.h>

namespace fandump {

// repairSavefile(path): {packets, torn, removedBytes}. Throws as RepairSavefile.
Napi::Value RepairSavefileForJs(const Napi::CallbackInfo& info);

}  // namespace fandump
