#include "addon/savefile_repair.h"

#include <string>

#include "addon/errors.h"
#include "repair/savefile_repair.h"

namespace fandump {

Napi::Value RepairSavefileForJs(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  if (info.Length() < 1 || !info[0].IsString()) throw Napi::TypeError::New(env, "repairSavefile: a path is needed");
  const std::string path = info[0].As<Napi::String>().Utf8Value();
  const SavefileRepair repair = WithJsErrors(env, [&] { return RepairSavefile(path); });
  Napi::Object result = Napi::Object::New(env);
  result.Set("packets", static_cast<double>(repair.packets));
  result.Set("torn", repair.was_torn);
  result.Set("removedBytes", static_cast<double>(repair.removed_bytes));
  return result;
}

}  // namespace fandump
