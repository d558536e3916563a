// The JavaScript face of Session. Methods run on the JavaScript thread; worker threads reach it only through a
// coalesced call of the wake function. Order of the end: worker threads, slots (detached), session, wake function.
#pragma once

#include <napi.h>

#include <atomic>
#include <memory>
#include <vector>

#include "engine/session.h"

namespace fandump {

class SessionWrap : public Napi::ObjectWrap<SessionWrap> {
 public:
  static Napi::Function Define(Napi::Env env);
  explicit SessionWrap(const Napi::CallbackInfo& info);
  ~SessionWrap() override;

 private:
  Napi::Value Open(const Napi::CallbackInfo& info);
  void Start(const Napi::CallbackInfo& info);
  void Ref(const Napi::CallbackInfo& info);
  void Unref(const Napi::CallbackInfo& info);
  void Stop(const Napi::CallbackInfo& info);
  void Flush(const Napi::CallbackInfo& info);
  Napi::Value Stats(const Napi::CallbackInfo& info);
  Napi::Value Tally(const Napi::CallbackInfo& info);
  Napi::Value Slots(const Napi::CallbackInfo& info);
  Napi::Value Take(const Napi::CallbackInfo& info);
  Napi::Value Used(const Napi::CallbackInfo& info);
  void Release(const Napi::CallbackInfo& info);
  Napi::Value Notices(const Napi::CallbackInfo& info);
  Napi::Value CommandReports(const Napi::CallbackInfo& info);
  void EndCommands(const Napi::CallbackInfo& info);
  Napi::Value Ended(const Napi::CallbackInfo& info);
  Napi::Value Failure(const Napi::CallbackInfo& info);
  void Close(const Napi::CallbackInfo& info);

  Session& OpenSession(Napi::Env env);
  BatchQueue& Queue(Napi::Env env);
  int SlotArgument(const Napi::CallbackInfo& info);
  // Any thread: schedules one call of the wake function unless one is scheduled already.
  void Wake();
  // In the order above; called by JavaScript, by the collector, and at the end of the environment. Once is enough.
  void CloseNow();
  void DetachSlots();
  static void CloseAtExit(void* wrap);

  Plan plan_;
  std::unique_ptr<Session> session_;
  Napi::ThreadSafeFunction wake_;
  // Shared with the calls under way, which may outlive this object.
  std::shared_ptr<std::atomic<bool>> wake_scheduled_ = std::make_shared<std::atomic<bool>>(false);
  std::vector<Napi::Reference<Napi::ArrayBuffer>> slots_;
};

}  // namespace fandump
