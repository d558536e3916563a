#include "addon/session_stats.h"

#include <arpa/inet.h>

#include <cstring>
#include <iterator>

namespace fandump {

namespace {

void SetCount(Napi::Object& object, const char* name, uint64_t value) {
  object.Set(name, Napi::Number::New(object.Env(), static_cast<double>(value)));
}

// In the order of InvalidCause.
constexpr const char* kCauseNames[] = {
    "tooShort",    "vxlanFlags",    "geneveVersion",  "geneveProtocol", "innerNotVxlan", "tunnelHeader",
    "notInTunnel", "geneveOptions", "geneveCritical", "control",        "gpeVersion",    "gpeProtocol",
    "gueHeader",   "gueProtocol",   "notNested",      "unrecognized",
};
static_assert(std::size(kCauseNames) == kInvalidCauseCount);

Napi::Object ToJs(Napi::Env env, const RejectedSender& sender) {
  constexpr double kNanosecondsPerSecond = 1e9;
  char text[INET6_ADDRSTRLEN];
  Napi::Object result = Napi::Object::New(env);
  result.Set("address", inet_ntop(sender.family, sender.address, text, sizeof text));
  result.Set("port", sender.port);
  result.Set("time", static_cast<double>(sender.seconds) + sender.nanoseconds / kNanosecondsPerSecond);
  return result;
}

Napi::Object ToJs(Napi::Env env, const WorkerStats& worker) {
  const SourceCounters& counters = worker.counters;
  Napi::Object invalid = Napi::Object::New(env);
  Napi::Object senders = Napi::Object::New(env);
  for (size_t cause = 0; cause < kInvalidCauseCount; cause++) {
    SetCount(invalid, kCauseNames[cause], counters.invalid[cause]);
    const RejectedSender& sender = counters.last_rejected[cause];
    if (sender.family != 0) senders.Set(kCauseNames[cause], ToJs(env, sender));
  }

  Napi::Object source = Napi::Object::New(env);
  SetCount(source, "source", worker.source);
  SetCount(source, "worker", worker.worker);
  SetCount(source, "captured", worker.captured);
  SetCount(source, "received", counters.received);
  SetCount(source, "receivedBytes", counters.received_bytes);
  SetCount(source, "kernelMatched", counters.kernel_matched);
  SetCount(source, "kernelDropped", counters.kernel_dropped);
  SetCount(source, "kernelRefused", counters.kernel_refused);
  SetCount(source, "refusedOrDropped", counters.refused_or_dropped);
  source.Set("dropsAreMessages", counters.drops_are_messages);
  SetCount(source, "queueFreezes", counters.queue_freezes);
  SetCount(source, "interfaceDropped", counters.interface_dropped);
  SetCount(source, "truncated", counters.truncated);
  SetCount(source, "discardedAtJoin", counters.discarded_at_join);
  SetCount(source, "filtered", worker.filtered);
  source.Set("invalid", invalid);
  source.Set("invalidSenders", senders);
  return source;
}

Napi::Object ToJs(Napi::Env env, const ForwardCounters& counters) {
  Napi::Array refused = Napi::Array::New(env);
  for (size_t error = 0; error < counters.refused.size(); error++) {
    if (counters.refused[error] == 0) continue;
    Napi::Object cause = Napi::Object::New(env);
    cause.Set("errno", static_cast<double>(error));
    cause.Set("reason", std::strerror(static_cast<int>(error)));
    SetCount(cause, "packets", counters.refused[error]);
    refused.Set(refused.Length(), cause);
  }
  Napi::Object result = Napi::Object::New(env);
  SetCount(result, "sent", counters.sent);
  SetCount(result, "sentBytes", counters.sent_bytes);
  SetCount(result, "sentCut", counters.sent_cut);
  SetCount(result, "icmpErrors", counters.icmp_errors);
  SetCount(result, "notCarried", counters.not_carried);
  SetCount(result, "tooLong", counters.too_long);
  SetCount(result, "tooShort", counters.too_short);
  SetCount(result, "stopped", counters.stopped);
  SetCount(result, "withoutReader", counters.without_reader);
  SetCount(result, "readers", counters.readers);
  SetCount(result, "slowReaders", counters.slow_readers);
  result.Set("refused", refused);
  return result;
}

Napi::Object ToJs(Napi::Env env, const StripStats& strip) {
  uint64_t stripped = 0;
  for (size_t kind = kStripOther + 1; kind < kStripInvalid; kind++) stripped += strip.counters[kind];
  Napi::Object result = Napi::Object::New(env);
  result.Set("interface", strip.interface);
  SetCount(result, "stripped", stripped);
  SetCount(result, "other", strip.counters[kStripOther]);
  SetCount(result, "invalid", strip.counters[kStripInvalid]);
  SetCount(result, "shortInner", strip.counters[kStripShortInner]);
  return result;
}

}  // namespace

Napi::Object OpenedForJs(Napi::Env env, const OpenedSource& opened) {
  Napi::Object source = Napi::Object::New(env);
  source.Set("name", opened.name);
  source.Set("linkType", opened.link_type);
  source.Set("snaplen", opened.snaplen);
  source.Set("receiveBuffer", opened.receive_buffer);
  source.Set("workers", opened.workers);
  if (opened.xdp_mode != nullptr) source.Set("xdp", opened.xdp_mode);
  if (opened.fanout) {
    Napi::Object fanout = Napi::Object::New(env);
    fanout.Set("id", opened.fanout->id);
    fanout.Set("mode", opened.fanout->mode);
    fanout.Set("membersBefore", opened.fanout->members_before);
    source.Set("fanout", fanout);
  }
  return source;
}

Napi::Object StatsForJs(Napi::Env env, const SessionStats& stats) {
  Napi::Array sources = Napi::Array::New(env, stats.workers.size());
  uint64_t captured = 0;
  for (uint32_t i = 0; i < stats.workers.size(); i++) {
    captured += stats.workers[i].captured;
    sources.Set(i, ToJs(env, stats.workers[i]));
  }
  Napi::Object result = Napi::Object::New(env);
  SetCount(result, "captured", captured);
  result.Set("sources", sources);
  SetCount(result, "written", stats.written);
  SetCount(result, "writtenBytes", stats.written_bytes);
  SetCount(result, "otherLinkType", stats.other_link_type);
  SetCount(result, "afterLastFile", stats.after_last_file);
  SetCount(result, "writerWaits", stats.writer_waits);
  SetCount(result, "deletedFiles", stats.deleted_files);
  SetCount(result, "notShown", stats.not_shown);
  Napi::Array strips = Napi::Array::New(env, stats.strips.size());
  for (uint32_t i = 0; i < stats.strips.size(); i++) strips.Set(i, ToJs(env, stats.strips[i]));
  result.Set("strips", strips);
  if (stats.invalid_written) SetCount(result, "invalidWritten", *stats.invalid_written);
  if (stats.forwarded) result.Set("forwarded", ToJs(env, *stats.forwarded));
  if (stats.dropped_of_mixed) SetCount(result, "droppedOfMixed", *stats.dropped_of_mixed);
  return result;
}

}  // namespace fandump
