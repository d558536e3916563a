#include "addon/tally.h"

#include <map>
#include <string>

#include "addon/fields.h"

namespace fandump {
namespace {

void SetCount(Napi::Object& object, const char* name, uint64_t value) {
  object.Set(name, Napi::Number::New(object.Env(), static_cast<double>(value)));
}

Napi::Object RowForJs(Napi::Env env, const TallyRow& row) {
  Napi::Array texts = Napi::Array::New(env, row.texts.size());
  for (uint32_t i = 0; i < row.texts.size(); i++) texts.Set(i, row.texts[i]);
  Napi::Object result = Napi::Object::New(env);
  result.Set("texts", texts);
  SetCount(result, "packets", row.counts.packets);
  SetCount(result, "bytes", row.counts.bytes);
  SetCount(result, "uncertain", row.counts.uncertain);
  return result;
}

}  // namespace

std::vector<TallyPart> ReadTallyParts(const Napi::Object& plan) {
  static const std::map<std::string, TallyPart> kParts = {
      {"vni", TallyPart::kVni},         {"proto", TallyPart::kProtocol}, {"src", TallyPart::kSource},
      {"dst", TallyPart::kDestination}, {"port", TallyPart::kPort},      {"flow", TallyPart::kFlow},
      {"tunnel", TallyPart::kTunnel}};
  const Napi::Array names = List(plan, "countBy");
  std::vector<TallyPart> parts;
  for (uint32_t i = 0; i < names.Length(); i++) {
    const auto known = kParts.find(names.Get(i).ToString().Utf8Value());
    if (known == kParts.end()) Refuse(plan, "countBy", "names of what packets are counted by");
    parts.push_back(known->second);
  }
  return parts;
}

Napi::Object TallyForJs(Napi::Env env, const TallyReport& report) {
  Napi::Array rows = Napi::Array::New(env, report.rows.size());
  for (uint32_t i = 0; i < report.rows.size(); i++) rows.Set(i, RowForJs(env, report.rows[i]));
  Napi::Object result = Napi::Object::New(env);
  result.Set("rows", rows);
  SetCount(result, "keys", report.keys);
  SetCount(result, "packets", report.packets);
  SetCount(result, "bytes", report.bytes);
  result.Set("exact", report.exact);
  return result;
}

}  // namespace fandump
