#include "addon/session_wrap.h"

#include <arpa/inet.h>

#include <cstring>
#include <iterator>
#include <utility>

#include "addon/errors.h"
#include "addon/plan_reader.h"
#include "addon/tally.h"

namespace fandump {

namespace {

Napi::Object ToJs(Napi::Env env, const OpenedSource& opened) {
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

void SetCount(Napi::Object& object, const char* name, uint64_t value) {
  object.Set(name, Napi::Number::New(object.Env(), static_cast<double>(value)));
}

// In the order of InvalidCause.
constexpr const char* kCauseNames[] = {
    "tooShort",      "vxlanFlags",     "geneveVersion", "geneveProtocol", "innerNotVxlan", "tunnelHeader",
    "notInTunnel",   "geneveOptions",  "geneveCritical", "control",       "gpeVersion",    "gpeProtocol",
    "gueHeader",     "gueProtocol",    "notNested",     "unrecognized",
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
  for (size_t kind = kStripOther + 1; kind < kEncapAuto; kind++) stripped += strip.counters[kind];
  Napi::Object result = Napi::Object::New(env);
  result.Set("interface", strip.interface);
  SetCount(result, "stripped", stripped);
  SetCount(result, "other", strip.counters[kStripOther]);
  SetCount(result, "invalid", strip.counters[kStripInvalid]);
  SetCount(result, "shortInner", strip.counters[kStripShortInner]);
  return result;
}

Napi::Object ToJs(Napi::Env env, const SessionStats& stats) {
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
  SetCount(result, "notShown", stats.not_shown);
  Napi::Array strips = Napi::Array::New(env, stats.strips.size());
  for (uint32_t i = 0; i < stats.strips.size(); i++) strips.Set(i, ToJs(env, stats.strips[i]));
  result.Set("strips", strips);
  if (stats.invalid_written) SetCount(result, "invalidWritten", *stats.invalid_written);
  if (stats.forwarded) result.Set("forwarded", ToJs(env, *stats.forwarded));
  if (stats.dropped_of_mixed) SetCount(result, "droppedOfMixed", *stats.dropped_of_mixed);
  return result;
}

}  // namespace

Napi::Function SessionWrap::Define(Napi::Env env) {
  return DefineClass(env, "Session",
                     {
                         InstanceMethod<&SessionWrap::Open>("open"),
                         InstanceMethod<&SessionWrap::Start>("start"),
                         InstanceMethod<&SessionWrap::Stop>("stop"),
                         InstanceMethod<&SessionWrap::Stats>("stats"),
                         InstanceMethod<&SessionWrap::Tally>("tally"),
                         InstanceMethod<&SessionWrap::Slots>("slots"),
                         InstanceMethod<&SessionWrap::Take>("take"),
                         InstanceMethod<&SessionWrap::Used>("used"),
                         InstanceMethod<&SessionWrap::Release>("release"),
                         InstanceMethod<&SessionWrap::Notices>("notices"),
                         InstanceMethod<&SessionWrap::CommandReports>("commandReports"),
                         InstanceMethod<&SessionWrap::EndCommands>("endCommands"),
                         InstanceMethod<&SessionWrap::Ended>("ended"),
                         InstanceMethod<&SessionWrap::Failure>("failure"),
                         InstanceMethod<&SessionWrap::Close>("close"),
                     });
}

SessionWrap::SessionWrap(const Napi::CallbackInfo& info) : Napi::ObjectWrap<SessionWrap>(info) {
  if (info.Length() < 1 || !info[0].IsObject()) throw Napi::TypeError::New(info.Env(), "Session: a plan is needed");
  plan_ = ReadPlan(info[0].As<Napi::Object>());
}

SessionWrap::~SessionWrap() {
  if (!session_) return;
  napi_remove_env_cleanup_hook(Env(), CloseAtExit, this);
  session_->Close();
}

void SessionWrap::CloseAtExit(void* wrap) {
  // The environment goes away with a capture running: threads must have ended before their way to wake it is gone.
  auto* session = static_cast<SessionWrap*>(wrap);
  if (session->session_) session->session_->Close();
}

Session& SessionWrap::OpenSession(Napi::Env env) {
  if (!session_) throw Napi::Error::New(env, "Session: not open");
  return *session_;
}

BatchQueue& SessionWrap::Queue(Napi::Env env) {
  BatchQueue* queue = OpenSession(env).queue();
  if (queue == nullptr) throw Napi::Error::New(env, "Session: the plan asks for no batches");
  return *queue;
}

int SessionWrap::SlotArgument(const Napi::CallbackInfo& info) {
  const int64_t slot = info.Length() > 0 && info[0].IsNumber() ? info[0].As<Napi::Number>().Int64Value() : -1;
  if (slot < 0 || static_cast<size_t>(slot) >= Queue(info.Env()).slot_count()) {
    throw Napi::RangeError::New(info.Env(), "Session: no such slot");
  }
  return static_cast<int>(slot);
}

void SessionWrap::Wake() {
  if (wake_scheduled_->exchange(true)) return;
  wake_.NonBlockingCall([scheduled = wake_scheduled_](Napi::Env, Napi::Function wake) {
    // Cleared first: what is published while the function runs schedules the next call.
    scheduled->store(false);
    wake.Call({});
  });
}

Napi::Value SessionWrap::Open(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  if (session_) throw Napi::Error::New(env, "Session: open already");
  if (info.Length() < 1 || !info[0].IsFunction()) throw Napi::TypeError::New(env, "open: a function is needed");
  wake_ = Napi::ThreadSafeFunction::New(env, info[0].As<Napi::Function>(), "fandump wake", 0, 1);
  return WithJsErrors(env, [&]() -> Napi::Value {
    auto session = std::make_unique<Session>(plan_, [this] { Wake(); });
    std::vector<OpenedSource> opened;
    try {
      opened = session->Open();
    } catch (...) {
      wake_.Abort();
      throw;
    }
    session_ = std::move(session);
    napi_add_env_cleanup_hook(env, CloseAtExit, this);
    Napi::Array sources = Napi::Array::New(env, opened.size());
    for (uint32_t i = 0; i < opened.size(); i++) sources.Set(i, ToJs(env, opened[i]));
    return sources;
  });
}

void SessionWrap::Start(const Napi::CallbackInfo& info) { OpenSession(info.Env()).Start(); }

void SessionWrap::Stop(const Napi::CallbackInfo&) {
  if (session_) session_->Stop();
}

Napi::Value SessionWrap::Stats(const Napi::CallbackInfo& info) {
  return ToJs(info.Env(), OpenSession(info.Env()).Stats());
}

Napi::Value SessionWrap::Tally(const Napi::CallbackInfo& info) {
  const uint32_t limit = info.Length() > 0 && info[0].IsNumber() ? info[0].As<Napi::Number>().Uint32Value() : 0;
  return TallyForJs(info.Env(), OpenSession(info.Env()).Tally(limit));
}

Napi::Value SessionWrap::Slots(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  BatchQueue& queue = Queue(env);
  if (slots_.empty()) {
    for (size_t index = 0; index < queue.slot_count(); index++) {
      slots_.push_back(Napi::Persistent(Napi::ArrayBuffer::New(env, queue.slot(index), queue.slot_bytes())));
    }
  }
  Napi::Array slots = Napi::Array::New(env, slots_.size());
  for (uint32_t index = 0; index < slots_.size(); index++) slots.Set(index, slots_[index].Value());
  return slots;
}

Napi::Value SessionWrap::Take(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), Queue(info.Env()).Take());
}

Napi::Value SessionWrap::Used(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), Queue(info.Env()).used(SlotArgument(info)));
}

void SessionWrap::Release(const Napi::CallbackInfo& info) { Queue(info.Env()).Release(SlotArgument(info)); }

Napi::Value SessionWrap::Notices(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const std::vector<Notice> taken = OpenSession(env).TakeNotices();
  Napi::Array notices = Napi::Array::New(env, taken.size());
  for (uint32_t index = 0; index < taken.size(); index++) {
    Napi::Object notice = Napi::Object::New(env);
    notice.Set("code", taken[index].code);
    notice.Set("message", taken[index].message);
    notice.Set("hint", taken[index].hint);
    notices.Set(index, notice);
  }
  return notices;
}

Napi::Value SessionWrap::CommandReports(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), OpenSession(info.Env()).TakeCommandReports().Release());
}

void SessionWrap::EndCommands(const Napi::CallbackInfo& info) { OpenSession(info.Env()).EndCommands(); }

Napi::Value SessionWrap::Ended(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), OpenSession(info.Env()).ended());
}

Napi::Value SessionWrap::Failure(const Napi::CallbackInfo& info) {
  Session& session = OpenSession(info.Env());
  if (!session.ended()) return info.Env().Undefined();
  const auto failure = session.failure();
  return failure ? ToJsFailure(info.Env(), *failure) : info.Env().Undefined();
}

void SessionWrap::Close(const Napi::CallbackInfo&) { CloseNow(); }

void SessionWrap::CloseNow() {
  if (!session_) return;
  session_->Close();
  // JavaScript must not see memory that is about to be unmapped.
  for (auto& slot : slots_) slot.Value().Detach();
  slots_.clear();
  session_.reset();
  napi_remove_env_cleanup_hook(Env(), CloseAtExit, this);
  wake_.Abort();
}

}  // namespace fandump
