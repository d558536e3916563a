// Fields of the objects that JavaScript hands over. A wrong type is a programming error: a TypeError names the field.
#pragma once

#include <napi.h>

#include <cstdint>
#include <string>

namespace fandump {

inline Napi::Value Field(const Napi::Object& object, const char* name) { return object.Get(name); }

[[noreturn]] inline void Refuse(const Napi::Object& object, const char* name, const char* wanted) {
  throw Napi::TypeError::New(object.Env(), std::string("plan: ") + name + " should be " + wanted);
}

inline std::string Text(const Napi::Object& object, const char* name) {
  const Napi::Value value = Field(object, name);
  if (!value.IsString()) Refuse(object, name, "a string");
  return value.As<Napi::String>().Utf8Value();
}

inline bool Flag(const Napi::Object& object, const char* name) {
  const Napi::Value value = Field(object, name);
  if (!value.IsBoolean()) Refuse(object, name, "a boolean");
  return value.As<Napi::Boolean>().Value();
}

template <typename Integer>
Integer Number(const Napi::Object& object, const char* name) {
  const Napi::Value value = Field(object, name);
  if (!value.IsNumber()) Refuse(object, name, "a number");
  return static_cast<Integer>(value.As<Napi::Number>().Int64Value());
}

inline double Fraction(const Napi::Object& object, const char* name) {
  const Napi::Value value = Field(object, name);
  if (!value.IsNumber()) Refuse(object, name, "a number");
  return value.As<Napi::Number>().DoubleValue();
}

inline Napi::Object Child(const Napi::Object& object, const char* name) {
  const Napi::Value value = Field(object, name);
  if (!value.IsObject()) Refuse(object, name, "an object");
  return value.As<Napi::Object>();
}

inline bool Has(const Napi::Object& object, const char* name) {
  const Napi::Value value = Field(object, name);
  return !value.IsUndefined() && !value.IsNull();
}

inline Napi::Array List(const Napi::Object& object, const char* name) {
  const Napi::Value value = Field(object, name);
  if (!value.IsArray()) Refuse(object, name, "an array");
  return value.As<Napi::Array>();
}

}  // namespace fandump
