#include "addon/rights.h"

#include <string>
#include <vector>

#include "addon/errors.h"
#include "opener/client.h"
#include "opener/client_errors.h"
#include "opener/installed.h"
#include "sandbox/allowed_calls.h"
#include "sandbox/landlock.h"
#include "sandbox/privileges.h"
#include "sandbox/sandbox.h"

namespace fandump {

namespace {

std::string TextArgument(const Napi::CallbackInfo& info, size_t index) {
  if (info.Length() <= index || !info[index].IsString()) throw Napi::TypeError::New(info.Env(), "a string is needed");
  return info[index].As<Napi::String>().Utf8Value();
}

uint32_t NumberArgument(const Napi::CallbackInfo& info, size_t index) {
  if (info.Length() <= index || !info[index].IsNumber()) throw Napi::TypeError::New(info.Env(), "a number is needed");
  return info[index].As<Napi::Number>().Uint32Value();
}

bool FlagArgument(const Napi::CallbackInfo& info, size_t index) {
  if (info.Length() <= index || !info[index].IsBoolean()) throw Napi::TypeError::New(info.Env(), "a boolean is needed");
  return info[index].As<Napi::Boolean>().Value();
}

template <typename T, typename Convert>
Napi::Array ToJsArray(Napi::Env env, const std::vector<T>& values, Convert convert) {
  Napi::Array array = Napi::Array::New(env, values.size());
  for (uint32_t index = 0; index < values.size(); index++) array.Set(index, convert(values[index]));
  return array;
}

}  // namespace

Napi::Value FindOpenersForJs(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  Napi::Object result = Napi::Object::New(env);
  result.Set("built", BuiltOpenerPath());
  result.Set("installed", kInstalledOpenerPath);
  result.Set("found", ToJsArray(env, FindOpeners(), [env](const InstalledOpener& opener) {
               Napi::Object entry = Napi::Object::New(env);
               entry.Set("path", opener.path);
               entry.Set("owner", opener.owner);
               entry.Set("group", opener.group);
               entry.Set("mode", opener.mode);
               entry.Set("hasCapability", opener.has_capability);
               entry.Set("hasMore", opener.more_capabilities);
               entry.Set("mayStart", opener.may_start);
               return entry;
             }));
  return result;
}

Napi::Value TryOpenerForJs(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const std::string path = TextArgument(info, 0);
  const PacketSocketUse use{TextArgument(info, 1), std::nullopt};
  return WithJsErrors(env, [&]() -> Napi::Value {
    const OpenerAnswer answer = AskOpener(path, use);
    if (answer.fd) return env.Undefined();
    return ToJsFailure(env, ExplainOpenerAnswer(answer, use));
  });
}

Napi::Value FindUserForJs(const Napi::CallbackInfo& info) {
  const auto ids = FindUser(TextArgument(info, 0));
  if (!ids) return info.Env().Undefined();
  Napi::Object result = Napi::Object::New(info.Env());
  result.Set("user", ids->user);
  result.Set("group", ids->group);
  return result;
}

Napi::Value IsMappedForJs(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), AreMapped({NumberArgument(info, 0), NumberArgument(info, 1)}));
}

Napi::Value BecomeUserForJs(const Napi::CallbackInfo& info) {
  const UserIds ids{NumberArgument(info, 0), NumberArgument(info, 1)};
  const std::string name = TextArgument(info, 2);
  WithJsErrors(info.Env(), [&] { BecomeUser(ids, name); });
  return info.Env().Undefined();
}

Napi::Value DropCapabilitiesForJs(const Napi::CallbackInfo& info) {
  WithJsErrors(info.Env(), [] {
    DropCapabilities();
    ForbidNewPrivileges();
  });
  return info.Env().Undefined();
}

Napi::Value EnterSandboxForJs(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const bool accepting = FlagArgument(info, 0);
  const Sandbox sandbox = WithJsErrors(env, [accepting] {
    ForbidNewPrivileges();
    return EnterSandbox(accepting);
  });
  Napi::Object result = Napi::Object::New(env);
  result.Set("seccomp", sandbox.seccomp);
  result.Set("landlock", sandbox.landlock_version);
  return result;
}

Napi::Value SandboxRulesForJs(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  Napi::Object result = Napi::Object::New(env);
  result.Set("calls", ToJsArray(env, AllowedCalls(FlagArgument(info, 0)), [env](const CallGroup& group) {
               Napi::Object entry = Napi::Object::New(env);
               entry.Set("purpose", group.purpose);
               entry.Set("names", ToJsArray(env, group.calls, [env](const SystemCall& call) {
                           return Napi::String::New(env, call.name);
                         }));
               return entry;
             }));
  result.Set("restricted", ToJsArray(env, RestrictedCalls(), [env](const RestrictedCall& call) {
               Napi::Object entry = Napi::Object::New(env);
               entry.Set("name", call.name);
               entry.Set("left", call.left);
               return entry;
             }));
  result.Set("readable",
             ToJsArray(env, ReadablePaths(), [env](const std::string& path) { return Napi::String::New(env, path); }));
  return result;
}

}  // namespace fandump
