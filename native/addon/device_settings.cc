#include "addon/device_settings.h"

#include <memory>
#include <string>

#include "addon/errors.h"
#include "host/ethtool.h"
#include "host/restorer.h"

namespace fandump {

namespace {

// One for the process: what it has changed is changed for all captures.
std::unique_ptr<Restorer>& TheRestorer() {
  static std::unique_ptr<Restorer> restorer;
  return restorer;
}

std::string Text(const Napi::Value& value) {
  if (!value.IsString()) throw Napi::TypeError::New(value.Env(), "a string is needed");
  return value.As<Napi::String>().Utf8Value();
}

Napi::Object Object(const Napi::Value& value) {
  if (!value.IsObject()) throw Napi::TypeError::New(value.Env(), "an object is needed");
  return value.As<Napi::Object>();
}

std::optional<uint32_t> Count(const Napi::Object& counts, const char* kind) {
  const Napi::Value value = counts.Get(kind);
  if (!value.IsNumber()) return std::nullopt;
  return value.As<Napi::Number>().Uint32Value();
}

ChannelCounts Counts(const Napi::Value& value) {
  const Napi::Object counts = Object(value);
  return {Count(counts, "rx"), Count(counts, "tx"), Count(counts, "other"), Count(counts, "combined")};
}

void SetCount(Napi::Object channels, const char* kind, uint32_t count, uint32_t max) {
  Napi::Object entry = Napi::Object::New(channels.Env());
  entry.Set("count", count);
  entry.Set("max", max);
  channels.Set(kind, entry);
}

FormerSettings Former(const Napi::Object& settings) {
  FormerSettings former;
  const Napi::Array channels = settings.Get("channels").As<Napi::Array>();
  for (uint32_t i = 0; i < channels.Length(); i++) {
    const Napi::Object entry = Object(channels.Get(i));
    former.channels.push_back({Text(entry.Get("interface")), Counts(entry.Get("counts"))});
  }
  const Napi::Array files = settings.Get("files").As<Napi::Array>();
  for (uint32_t i = 0; i < files.Length(); i++) {
    const Napi::Object entry = Object(files.Get(i));
    former.files.push_back({Text(entry.Get("path")), Text(entry.Get("text"))});
  }
  return former;
}

}  // namespace

Napi::Value ReadChannelsForJs(const Napi::CallbackInfo& info) {
  const auto channels = ReadDeviceChannels(Text(info[0]));
  if (!channels) return info.Env().Undefined();
  Napi::Object entry = Napi::Object::New(info.Env());
  SetCount(entry, "rx", channels->receive, channels->receive_max);
  SetCount(entry, "tx", channels->send, channels->send_max);
  SetCount(entry, "other", channels->other, channels->other_max);
  SetCount(entry, "combined", channels->combined, channels->combined_max);
  return entry;
}

Napi::Value SetChannelsForJs(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), SetDeviceChannels(Text(info[0]), Counts(info[1])));
}

void StartRestorerForJs(const Napi::CallbackInfo& info) {
  const FormerSettings former = Former(Object(info[0]));
  WithJsErrors(info.Env(), [&former] { TheRestorer() = std::make_unique<Restorer>(former); });
}

Napi::Value RestoreSettingsForJs(const Napi::CallbackInfo& info) {
  std::unique_ptr<Restorer> restorer = std::move(TheRestorer());
  return Napi::Number::New(info.Env(), restorer ? restorer->Restore() : 0);
}

}  // namespace fandump
