#include "addon/plan_reader.h"

#include <string>

namespace fandump {

namespace {

Napi::Value Field(const Napi::Object& object, const char* name) { return object.Get(name); }

[[noreturn]] void Refuse(const Napi::Object& object, const char* name, const char* wanted) {
  throw Napi::TypeError::New(object.Env(), std::string("plan: ") + name + " should be " + wanted);
}

std::string Text(const Napi::Object& object, const char* name) {
  const Napi::Value value = Field(object, name);
  if (!value.IsString()) Refuse(object, name, "a string");
  return value.As<Napi::String>().Utf8Value();
}

bool Flag(const Napi::Object& object, const char* name) {
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

Napi::Object Child(const Napi::Object& object, const char* name) {
  const Napi::Value value = Field(object, name);
  if (!value.IsObject()) Refuse(object, name, "an object");
  return value.As<Napi::Object>();
}

bool Has(const Napi::Object& object, const char* name) {
  const Napi::Value value = Field(object, name);
  return !value.IsUndefined() && !value.IsNull();
}

AfPacketPlan ReadAfPacket(const Napi::Object& source) {
  AfPacketPlan plan;
  plan.interface = Text(source, "interface");
  plan.buffer_size = Number<uint64_t>(source, "bufferSize");
  plan.block_size = Number<uint64_t>(source, "blockSize");
  plan.block_timeout_ms = Number<uint32_t>(source, "blockTimeoutMs");
  plan.hardware_timestamps = Flag(source, "hardwareTimestamps");
  plan.promiscuous = Flag(source, "promiscuous");
  plan.ignore_outgoing = Flag(source, "ignoreOutgoing");
  plan.link_type = Number<int>(source, "linkType");
  plan.fanout_mode = Number<int>(source, "fanoutMode");
  plan.fanout_id = Number<int>(source, "fanoutId");
  plan.fanout_defrag = Flag(source, "fanoutDefrag");
  plan.fanout_rollover = Flag(source, "fanoutRollover");
  return plan;
}

Encapsulation ReadEncapsulation(const Napi::Object& source) {
  const std::string name = Text(source, "encapsulation");
  if (name == "vxlan") return kEncapVxlan;
  if (name == "geneve") return kEncapGeneve;
  if (name == "geneve+vxlan") return kEncapGeneveVxlan;
  if (name == "skip") return kEncapSkip;
  Refuse(source, "encapsulation", "vxlan, geneve, geneve+vxlan or skip");
}

UdpPlan ReadUdp(const Napi::Object& source) {
  UdpPlan plan;
  plan.address = Text(source, "address");
  plan.port = Number<uint16_t>(source, "port");
  plan.encapsulation = ReadEncapsulation(source);
  plan.skip = Number<uint32_t>(source, "skip");
  plan.link_type = Number<int>(source, "linkType");
  plan.reuse_port = Flag(source, "reusePort");
  plan.receive_buffer_size = Number<uint32_t>(source, "receiveBufferSize");
  plan.batch_size = Number<uint32_t>(source, "batchSize");
  plan.datagram_size = Number<uint32_t>(source, "datagramSize");
  return plan;
}

SourcePlan ReadSource(const Napi::Object& source) {
  const std::string kind = Text(source, "kind");
  if (kind == "af_packet") return ReadAfPacket(source);
  if (kind == "udp") return ReadUdp(source);
  if (kind == "savefile") return SavefilePlan{Text(source, "path")};
  Refuse(source, "kind", "af_packet, udp or savefile");
}

DirectionChoice ReadDirection(const Napi::Object& plan) {
  const std::string name = Text(plan, "direction");
  if (name == "in") return DirectionChoice::kIn;
  if (name == "out") return DirectionChoice::kOut;
  if (name == "inout") return DirectionChoice::kInOut;
  Refuse(plan, "direction", "in, out or inout");
}

}  // namespace

Plan ReadPlan(const Napi::Object& object) {
  Plan plan;
  const Napi::Object sources = Child(object, "sources");
  if (!sources.IsArray() || sources.As<Napi::Array>().Length() != 1) Refuse(object, "sources", "an array of one source");
  const Napi::Value first = sources.As<Napi::Array>().Get(uint32_t{0});
  if (!first.IsObject()) Refuse(object, "sources[0]", "an object");
  plan.source = ReadSource(first.As<Napi::Object>());
  plan.filter = Text(object, "filter");
  plan.optimize_filter = Flag(object, "optimizeFilter");
  plan.snaplen = Number<uint32_t>(object, "snaplen");
  plan.count = Number<uint64_t>(object, "count");
  plan.direction = ReadDirection(object);
  plan.immediate = Flag(object, "immediate");
  if (Has(object, "save")) {
    const Napi::Object save = Child(object, "save");
    plan.save = SavePlan{Text(save, "path"), Flag(save, "nanoseconds"), Flag(save, "flushEachBatch")};
  }
  if (Has(object, "batch")) {
    const Napi::Object batch = Child(object, "batch");
    plan.batch = BatchPlan{Number<uint32_t>(batch, "slots"), Number<uint32_t>(batch, "slotBytes"), Flag(batch, "lossless")};
  }
  return plan;
}

}  // namespace fandump
