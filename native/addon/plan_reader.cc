#include "addon/plan_reader.h"

#include <map>
#include <string>

#include "addon/fields.h"
#include "addon/filter_reader.h"
#include "addon/tally.h"
#include "fanout/fanout.h"

namespace fandump {

namespace {

Encapsulation ReadEncapsulation(const Napi::Object& object, const std::string& name) {
  static const std::map<std::string, Encapsulation> kNames = {
      {"vxlan", kEncapVxlan},
      {"geneve", kEncapGeneve},
      {"geneve+vxlan", kEncapGeneveVxlan},
      {"skip", kEncapSkip},
      {"erm", kEncapErm},
      {"tzsp", kEncapTzsp},
      {"erspan", kEncapErspan},
      {"gre", kEncapGre},
      {"mpls", kEncapMpls},
      {"auto", kEncapAuto},
      {"vxlan-gpe", kEncapVxlanGpe},
      {"gue", kEncapGue},
  };
  const auto known = kNames.find(name);
  if (known == kNames.end()) Refuse(object, "encapsulation", "the name of one");
  return known->second;
}

Encapsulation ReadEncapsulation(const Napi::Object& object) {
  return ReadEncapsulation(object, Text(object, "encapsulation"));
}

std::array<Encapsulation, kMaxTunnelsInside> ReadInside(const Napi::Object& source) {
  std::array<Encapsulation, kMaxTunnelsInside> inside{};
  const Napi::Object names = Child(source, "inside");
  if (!names.IsArray() || names.As<Napi::Array>().Length() > inside.size()) Refuse(source, "inside", "a short array");
  for (uint32_t i = 0; i < names.As<Napi::Array>().Length(); i++) {
    inside[i] = ReadEncapsulation(source, names.Get(i).ToString().Utf8Value());
  }
  return inside;
}

SteeringPlan ReadSteering(const Napi::Object& steering) {
  SteeringPlan plan;
  const std::string kind = Text(steering, "kind");
  plan.group_size = Number<uint32_t>(steering, "groupSize");
  plan.slot = Number<int>(steering, "slot");
  if (kind == "inner") {
    plan.encapsulation = ReadEncapsulation(steering);
    plan.skip = Number<uint32_t>(steering, "skip");
    plan.port = Number<uint16_t>(steering, "port");
    return plan;
  }
  if (kind != "classic" && kind != "pinned") Refuse(steering, "kind", "inner, classic or pinned");
  plan.kind = kind == "classic" ? SteeringKind::kClassic : SteeringKind::kPinned;
  plan.path = Text(steering, "path");
  return plan;
}

DecapPlan ReadDecap(const Napi::Object& decap) {
  DecapPlan plan;
  plan.encapsulation = ReadEncapsulation(decap);
  plan.skip = Number<uint32_t>(decap, "skip");
  plan.inside = ReadInside(decap);
  plan.port = Number<uint16_t>(decap, "port");
  plan.drop_other = Flag(decap, "dropOther");
  plan.outer_filter = Text(decap, "outerFilter");
  return plan;
}

StripOptions ReadXdp(const Napi::Object& xdp) {
  return {ReadEncapsulation(xdp), Number<uint32_t>(xdp, "skip"), Number<uint16_t>(xdp, "port"), ReadInside(xdp)};
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
  if (Has(source, "steering")) plan.steering = ReadSteering(Child(source, "steering"));
  if (Has(source, "decap")) plan.decap = ReadDecap(Child(source, "decap"));
  if (Has(source, "xdp")) plan.xdp = ReadXdp(Child(source, "xdp"));
  return plan;
}

Gro ReadGro(const Napi::Object& source) {
  const std::string name = Text(source, "gro");
  if (name == "auto") return Gro::kAuto;
  if (name == "on") return Gro::kOn;
  if (name == "off") return Gro::kOff;
  Refuse(source, "gro", "auto, on or off");
}

UdpImplementation ReadImplementation(const Napi::Object& source) {
  const std::string name = Text(source, "implementation");
  if (name == "auto") return UdpImplementation::kAuto;
  if (name == "recvmmsg") return UdpImplementation::kRecvmmsg;
  if (name == "io_uring") return UdpImplementation::kIoUring;
  Refuse(source, "implementation", "auto, recvmmsg or io_uring");
}

std::vector<Napi::Object> Children(const Napi::Object& object, const char* name) {
  const Napi::Object array = Child(object, name);
  if (!array.IsArray()) Refuse(object, name, "an array");
  std::vector<Napi::Object> children;
  for (uint32_t i = 0; i < array.As<Napi::Array>().Length(); i++) {
    const Napi::Value child = array.Get(i);
    if (!child.IsObject()) Refuse(object, name, "an array of objects");
    children.push_back(child.As<Napi::Object>());
  }
  return children;
}

UdpPlan ReadUdp(const Napi::Object& source) {
  UdpPlan plan;
  for (const Napi::Object& endpoint : Children(source, "endpoints")) {
    plan.endpoints.push_back({Text(endpoint, "address"), Number<uint16_t>(endpoint, "port")});
  }
  if (plan.endpoints.empty()) Refuse(source, "endpoints", "one or more");
  for (const Napi::Object& group : Children(source, "groups")) {
    plan.groups.push_back({Text(group, "address"), Text(group, "source"), Text(group, "interface")});
  }
  plan.encapsulation = ReadEncapsulation(source);
  plan.inside = ReadInside(source);
  plan.inside_port = Number<uint16_t>(source, "insidePort");
  plan.strict = Flag(source, "strict");
  plan.skip = Number<uint32_t>(source, "skip");
  plan.link_type = Number<int>(source, "linkType");
  plan.reuse_port = Flag(source, "reusePort");
  if (Has(source, "steering")) plan.steering = ReadSteering(Child(source, "steering"));
  plan.receive_buffer_size = Number<uint32_t>(source, "receiveBufferSize");
  plan.batch_size = Number<uint32_t>(source, "batchSize");
  plan.datagram_size = Number<uint32_t>(source, "datagramSize");
  plan.gro = ReadGro(source);
  plan.implementation = ReadImplementation(source);
  plan.busy_poll_us = Number<uint32_t>(source, "busyPollUs");
  return plan;
}

TcpOptions ReadTcp(const Napi::Object& object) {
  return {Text(object, "address"), Number<uint16_t>(object, "port"), Flag(object, "connects")};
}

SourceBackend ReadBackend(const Napi::Object& source) {
  const std::string kind = Text(source, "kind");
  if (kind == "af_packet") return ReadAfPacket(source);
  if (kind == "udp") return ReadUdp(source);
  if (kind == "tcp") return ReadTcp(source);
  if (kind == "savefile") return SavefilePlan{Text(source, "path"), Number<uint64_t>(source, "passes")};
  Refuse(source, "kind", "af_packet, udp, tcp or savefile");
}

}  // namespace

SourcePlan ReadSource(const Napi::Object& source) {
  SourcePlan plan;
  plan.backend = ReadBackend(source);
  plan.workers = Number<uint32_t>(source, "workers");
  if (plan.workers < 1 || plan.workers > kMaxGroupSize) {
    Refuse(source, "workers", ("1 to " + std::to_string(kMaxGroupSize)).c_str());
  }
  const Napi::Object cpus = Child(source, "cpus");
  if (!cpus.IsArray()) Refuse(source, "cpus", "an array");
  for (uint32_t i = 0; i < cpus.As<Napi::Array>().Length(); i++) {
    plan.cpus.push_back(cpus.Get(i).As<Napi::Number>().Int32Value());
  }
  return plan;
}

namespace {

DirectionChoice ReadDirection(const Napi::Object& plan) {
  const std::string name = Text(plan, "direction");
  if (name == "in") return DirectionChoice::kIn;
  if (name == "out") return DirectionChoice::kOut;
  if (name == "inout") return DirectionChoice::kInOut;
  Refuse(plan, "direction", "in, out or inout");
}

CompressionOptions ReadCompression(const Napi::Object& save) {
  static const std::map<std::string, Compression> kMethods = {{"none", Compression::kNone},
                                                              {"zstd", Compression::kZstd},
                                                              {"gzip", Compression::kGzip},
                                                              {"lz4", Compression::kLz4}};
  const Napi::Object compression = Child(save, "compression");
  const auto known = kMethods.find(Text(compression, "method"));
  if (known == kMethods.end()) Refuse(compression, "method", "none, zstd, gzip or lz4");
  return {known->second, Number<int>(compression, "level"), Number<uint32_t>(compression, "threads")};
}

OnFull ReadOnFull(const Napi::Object& save) {
  const std::string name = Text(save, "onFull");
  if (name == "stop") return OnFull::kStop;
  if (name == "oldest") return OnFull::kOldest;
  if (name == "pause") return OnFull::kPause;
  Refuse(save, "onFull", "stop, oldest or pause");
}

KeeperPlan ReadKeeper(const Napi::Object& keeper) {
  KeeperPlan plan;
  const Napi::Array words = List(keeper, "command");
  for (uint32_t i = 0; i < words.Length(); i++) plan.command.push_back(words.Get(i).ToString().Utf8Value());
  plan.jobs = Number<uint32_t>(keeper, "jobs");
  if (Has(keeper, "user")) {
    const Napi::Object user = Child(keeper, "user");
    plan.user = keeper::CommandUser{Number<uint32_t>(user, "user"), Number<uint32_t>(user, "group")};
  }
  plan.keeps_rights = Flag(keeper, "keepsRights");
  return plan;
}

SavePlan ReadSave(const Napi::Object& save) {
  SavePlan plan;
  plan.path = Text(save, "path");
  plan.per_worker = Flag(save, "perWorker");
  plan.pcapng = Flag(save, "pcapng");
  plan.nanoseconds = Flag(save, "nanoseconds");
  plan.interface_per_vni = Flag(save, "interfacePerVni");
  plan.flush_each_batch = Flag(save, "flushEachBatch");
  plan.application = Text(save, "application");
  const Napi::Object rotation = Child(save, "rotation");
  plan.rotation = {Number<uint64_t>(rotation, "bytes"), Number<uint32_t>(rotation, "seconds"),
                   Flag(rotation, "onClock"), Number<uint32_t>(rotation, "files")};
  plan.compression = ReadCompression(save);
  plan.buffer_bytes = Number<uint64_t>(save, "bufferBytes");
  plan.most_bytes = Number<uint64_t>(save, "mostBytes");
  plan.on_full = ReadOnFull(save);
  plan.sync_seconds = Number<uint32_t>(save, "syncSeconds");
  plan.uncached = Flag(save, "uncached");
  plan.force = Flag(save, "force");
  if (Has(save, "owner")) {
    const Napi::Object owner = Child(save, "owner");
    plan.owner = FileOwner{Number<uint32_t>(owner, "user"), Number<uint32_t>(owner, "group")};
  }
  if (Has(save, "keeper")) plan.keeper = ReadKeeper(Child(save, "keeper"));
  return plan;
}

ForwardOptions ReadTunnelSink(const Napi::Object& forward) {
  ForwardOptions options;
  options.address = Text(forward, "address");
  options.port = Number<uint16_t>(forward, "port");
  options.encapsulation = ReadEncapsulation(forward);
  options.skip = Number<uint32_t>(forward, "skip");
  options.vni = Number<uint32_t>(forward, "vni");
  options.source_ports = Number<uint32_t>(forward, "sourcePorts");
  options.rate = Number<uint64_t>(forward, "rate");
  options.segment = Flag(forward, "segment");
  return options;
}

ForwardPlan ReadForward(const Napi::Object& forward) {
  const std::string kind = Text(forward, "kind");
  if (kind == "udp") return ReadTunnelSink(forward);
  if (kind == "af_packet") {
    return InjectOptions{Text(forward, "interface"), Number<uint64_t>(forward, "rate"), Flag(forward, "bypass"), false};
  }
  if (kind == "tcp") {
    TcpSinkOptions options{ReadTcp(forward), Number<uint64_t>(forward, "bufferBytes"),
                           Number<uint32_t>(forward, "readers"), Flag(forward, "nanoseconds"), std::nullopt};
    if (Has(forward, "pcapng")) {
      const Napi::Object pcapng = Child(forward, "pcapng");
      options.pcapng = TcpPcapngOptions{Text(pcapng, "application"), Flag(pcapng, "interfacePerVni")};
    }
    return options;
  }
  Refuse(forward, "kind", "udp, af_packet or tcp");
}

// One bit for each port.
std::vector<uint8_t> ReadPorts(const Napi::Object& lines, const char* name) {
  constexpr size_t kBytes = 65536 / 8;
  const Napi::Value value = Field(lines, name);
  if (!value.IsTypedArray() || value.As<Napi::TypedArray>().TypedArrayType() != napi_uint8_array ||
      value.As<Napi::Uint8Array>().ElementLength() != kBytes) {
    Refuse(lines, name, "a Uint8Array of 8192");
  }
  const Napi::Uint8Array bits = value.As<Napi::Uint8Array>();
  return {bits.Data(), bits.Data() + kBytes};
}

CommonLineOptions ReadLines(const Napi::Object& lines) {
  CommonLineOptions options;
  options.ip_header = Flag(lines, "ipHeader");
  options.checksums = Flag(lines, "checksums");
  options.absolute_sequence = Flag(lines, "absoluteSequence");
  options.keep_bytes = Flag(lines, "keepBytes");
  options.tcp_ports = ReadPorts(lines, "tcpPorts");
  options.udp_ports = ReadPorts(lines, "udpPorts");
  return options;
}

}  // namespace

Plan ReadPlan(const Napi::Object& object) {
  Plan plan;
  const Napi::Object sources = Child(object, "sources");
  if (!sources.IsArray() || sources.As<Napi::Array>().Length() == 0) Refuse(object, "sources", "an array of sources");
  for (uint32_t i = 0; i < sources.As<Napi::Array>().Length(); i++) {
    const Napi::Value source = sources.Get(i);
    if (!source.IsObject()) Refuse(object, "sources", "an array of objects");
    plan.sources.push_back(ReadSource(source.As<Napi::Object>()));
  }
  plan.filter = ReadFilter(object);
  plan.optimize_filter = Flag(object, "optimizeFilter");
  plan.snaplen = Number<uint32_t>(object, "snaplen");
  plan.count = Number<uint64_t>(object, "count");
  plan.direction = ReadDirection(object);
  plan.immediate = Flag(object, "immediate");
  plan.wait = Flag(object, "wait");
  if (Has(object, "slicePayload")) plan.slice_payload = Number<uint32_t>(object, "slicePayload");
  if (Has(object, "anonymizeKeyFile")) plan.anonymize_key_file = Text(object, "anonymizeKeyFile");
  if (Has(object, "save")) {
    plan.save = ReadSave(Child(object, "save"));
  }
  if (Has(object, "invalid")) plan.invalid = ReadSave(Child(object, "invalid"));
  if (Has(object, "forward")) plan.forward = ReadForward(Child(object, "forward"));
  if (Has(object, "replaySpeed")) plan.replay_speed = Fraction(object, "replaySpeed");
  if (Has(object, "countBy")) plan.count_by = ReadTallyParts(object);
  if (Has(object, "batch")) {
    const Napi::Object batch = Child(object, "batch");
    plan.batch = BatchPlan{Number<uint32_t>(batch, "slots"), Number<uint32_t>(batch, "slotBytes"),
                           Flag(batch, "lossless"), Flag(batch, "verifyChecksums"), std::nullopt};
    if (Has(batch, "lines")) plan.batch->lines = ReadLines(Child(batch, "lines"));
  }
  return plan;
}

}  // namespace fandump
