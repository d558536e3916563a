#include "addon/session_wrap.h"

#include <utility>

#include "addon/errors.h"
#include "addon/plan_reader.h"
#include "addon/session_stats.h"
#include "addon/tally.h"

namespace fandump {

Napi::Function SessionWrap::Define(Napi::Env env) {
  return DefineClass(env, "Session",
                     {
                         InstanceMethod<&SessionWrap::Open>("open"),
                         InstanceMethod<&SessionWrap::Start>("start"),
                         InstanceMethod<&SessionWrap::Ref>("ref"),
                         InstanceMethod<&SessionWrap::Unref>("unref"),
                         InstanceMethod<&SessionWrap::Stop>("stop"),
                         InstanceMethod<&SessionWrap::Flush>("flush"),
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

SessionWrap::~SessionWrap() { CloseNow(); }

void SessionWrap::CloseAtExit(void* wrap) {
  // The environment goes away with a capture running: threads must have ended before their way to wake it is gone.
  static_cast<SessionWrap*>(wrap)->CloseNow();
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
  wake_.NonBlockingCall([scheduled = wake_scheduled_](Napi::Env env, Napi::Function wake) {
    // Cleared first: what is published while the function runs schedules the next call.
    scheduled->store(false);
    // Past the C++ wrapper, as in DetachSlots: an environment that ends makes calls that wait, and refuses them.
    napi_call_function(env, env.Undefined(), wake, 0, nullptr, nullptr);
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
    for (uint32_t i = 0; i < opened.size(); i++) sources.Set(i, OpenedForJs(env, opened[i]));
    return sources;
  });
}

void SessionWrap::Start(const Napi::CallbackInfo& info) {
  WithJsErrors(info.Env(), [&] { OpenSession(info.Env()).Start(); });
}

void SessionWrap::Ref(const Napi::CallbackInfo& info) {
  if (session_) wake_.Ref(info.Env());
}

void SessionWrap::Unref(const Napi::CallbackInfo& info) {
  if (session_) wake_.Unref(info.Env());
}

void SessionWrap::Flush(const Napi::CallbackInfo&) {
  if (session_) session_->Flush();
}

void SessionWrap::Stop(const Napi::CallbackInfo&) {
  if (session_) session_->Stop();
}

Napi::Value SessionWrap::Stats(const Napi::CallbackInfo& info) {
  return StatsForJs(info.Env(), OpenSession(info.Env()).Stats());
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
  DetachSlots();
  session_.reset();
  napi_remove_env_cleanup_hook(Env(), CloseAtExit, this);
  wake_.Abort();
}

// JavaScript must not see memory that is about to be unmapped. Past the C++ wrapper, which throws where an environment
// that ends takes no calls any more: then nothing of it runs any more either.
void SessionWrap::DetachSlots() {
  napi_handle_scope scope = nullptr;
  if (slots_.empty() || napi_open_handle_scope(Env(), &scope) != napi_ok) return;
  for (const auto& slot : slots_) {
    napi_value buffer = nullptr;
    if (napi_get_reference_value(Env(), slot, &buffer) == napi_ok && buffer != nullptr) {
      napi_detach_arraybuffer(Env(), buffer);
    }
  }
  napi_close_handle_scope(Env(), scope);
  slots_.clear();
}

}  // namespace fandump
