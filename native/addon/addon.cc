// The exports of fandump.node; src/engine/native.ts is the same page in TypeScript.
#include <napi.h>

#include "addon/host.h"
#include "addon/session_wrap.h"

namespace {

// Compared with addonVersion in src/engine/native.ts: a stale build is refused instead of misbehaving.
constexpr int kAddonVersion = 1;

Napi::Object Init(Napi::Env env, Napi::Object exports) {
  exports.Set("version", kAddonVersion);
  exports.Set("Session", fandump::SessionWrap::Define(env));
  exports.Set("compileFilter", Napi::Function::New<fandump::CompileFilterForJs>(env));
  exports.Set("interfaces", Napi::Function::New<fandump::ListInterfaces>(env));
  exports.Set("linkTypeName", Napi::Function::New<fandump::LinkTypeNameForJs>(env));
  exports.Set("linkTypeValue", Napi::Function::New<fandump::LinkTypeValueForJs>(env));
  exports.Set("writeAll", Napi::Function::New<fandump::WriteAll>(env));
  exports.Set("libpcapVersion", Napi::Function::New<fandump::LibpcapVersionForJs>(env));
  return exports;
}

}  // namespace

NODE_API_MODULE(fandump, Init)
