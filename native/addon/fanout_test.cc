#include "addon/fanout_test.h"

#include <net/if.h>

#include <string>
#include <system_error>

#include "addon/errors.h"
#include "host/frame_sender.h"
#include "opener/opener.h"
#include "owned_fd.h"

namespace fandump {

namespace {

std::string InterfaceArgument(const Napi::CallbackInfo& info) {
  if (info.Length() < 1 || !info[0].IsString()) throw Napi::TypeError::New(info.Env(), "an interface name is needed");
  return info[0].As<Napi::String>().Utf8Value();
}

void ThrowOn(int error, const std::string& what) {
  if (error != 0) throw CaptureError("EFANOUT_TEST", what + ": " + std::generic_category().message(error), error);
}

}  // namespace

void BringUpForJs(const Napi::CallbackInfo& info) {
  const std::string interface = InterfaceArgument(info);
  WithJsErrors(info.Env(), [&] { ThrowOn(BringUp(interface), "bringing " + interface + " up"); });
}

void SendFramesForJs(const Napi::CallbackInfo& info) {
  const std::string interface = InterfaceArgument(info);
  if (info.Length() < 2 || !info[1].IsArray()) throw Napi::TypeError::New(info.Env(), "frames are needed");
  const Napi::Array frames = info[1].As<Napi::Array>();
  WithJsErrors(info.Env(), [&] {
    const OwnedFd fd(ObtainPacketSocket({interface, std::nullopt}));
    const int index = static_cast<int>(if_nametoindex(interface.c_str()));
    for (uint32_t i = 0; i < frames.Length(); i++) {
      const Napi::Value frame = frames.Get(i);
      if (!frame.IsTypedArray()) throw Napi::TypeError::New(info.Env(), "a frame is bytes");
      const auto bytes = frame.As<Napi::Uint8Array>();
      ThrowOn(SendFrame(fd.get(), index, bytes.Data(), bytes.ByteLength()), "sending on " + interface);
    }
  });
}

}  // namespace fandump
