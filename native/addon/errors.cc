#include "addon/errors.h"

namespace fandump {

Napi::Error ToJsError(Napi::Env env, const CaptureError& error) {
  Napi::Error js_error = Napi::Error::New(env, error.what());
  Napi::Object fields = js_error.Value();
  fields.Set("code", error.code());
  fields.Set("errno", error.system_errno());
  fields.Set("hint", error.hint());
  return js_error;
}

Napi::Object ToJsFailure(Napi::Env env, const CaptureError& error) {
  Napi::Object failure = Napi::Object::New(env);
  failure.Set("code", error.code());
  failure.Set("message", error.what());
  failure.Set("hint", error.hint());
  failure.Set("errno", error.system_errno());
  return failure;
}

}  // namespace fandump
