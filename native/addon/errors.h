// CaptureError across the border: JavaScript sees an Error with code, errno and hint.
#pragma once

#include <napi.h>

#include <exception>

#include "types.h"

namespace fandump {

Napi::Error ToJsError(Napi::Env env, const CaptureError& error);
// The same facts as a plain object {code, message, hint, errno}.
Napi::Object ToJsFailure(Napi::Env env, const CaptureError& error);

// Runs body; what is thrown in it becomes a JavaScript exception, and no end of the process: with "EINTERNAL" where it
// is no CaptureError.
template <typename Body>
auto WithJsErrors(Napi::Env env, Body body) -> decltype(body()) {
  try {
    return body();
  } catch (const CaptureError& error) {
    throw ToJsError(env, error);
  } catch (const Napi::Error&) {
    throw;
  } catch (const std::exception& error) {
    throw ToJsError(env, CaptureError("EINTERNAL", error.what()));
  }
}

}  // namespace fandump
