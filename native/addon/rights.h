// Who the process is and what it may do, for JavaScript: the opener, another user, the sandbox.
#pragma once

#include <napi.h>

namespace fandump {

Napi::Value FindOpenersForJs(const Napi::CallbackInfo& info);
Napi::Value TryOpenerForJs(const Napi::CallbackInfo& info);
Napi::Value FindUserForJs(const Napi::CallbackInfo& info);
Napi::Value IsMappedForJs(const Napi::CallbackInfo& info);
Napi::Value BecomeUserForJs(const Napi::CallbackInfo& info);
Napi::Value DropCapabilitiesForJs(const Napi::CallbackInfo& info);
Napi::Value EnterSandboxForJs(const Napi::CallbackInfo& info);
Napi::Value SandboxRulesForJs(const Napi::CallbackInfo& info);

}  // namespace fandump
