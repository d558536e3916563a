// The connections of a tcp sink, and the thread that serves them: each gets the header of a savefile and then the
// records from the moment it connected.
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "owned_fd.h"
#include "sink/tcp_log.h"
#include "types.h"

namespace fandump {

struct TcpReaderOptions {
  std::string uri;   // of the sink, for messages
  OwnedFd listener;  // or:
  OwnedFd peer;      // the only connection there will ever be
  size_t most = 0;   // connections at a time
  // The writer waits for readers: one that takes nothing for ten seconds is cut off.
  bool is_waited_for = false;
  std::string header;  // of the savefile
  NoticeHandler notice;
};

class TcpReaders {
 public:
  // Starts the thread. log outlives this. Throws CaptureError "ETHREAD", "ETCP_SOCKET".
  TcpReaders(TcpReaderOptions options, const TcpLog& log);
  ~TcpReaders();

  // Writer: something was published.
  void Wake();
  // Writer: who connects from now on gets these bytes with the header; publish gives them to those who have connected
  // before.
  void AddToHeader(std::string_view bytes, const std::function<void()>& publish);
  // Writer: waits until somebody is connected; false where that is over: see StopWaiting.
  bool WaitForReader();
  // Writer: waits until nobody needs that block any more; or StopWaiting.
  void WaitUntilRead(uint64_t block);
  // Writer: nothing will be published. Waits until readers have got everything, or take nothing any more.
  void Finish();
  // The writer waits no longer, and Finish a second at most. Any thread.
  void StopWaiting();

  // Number of the oldest block that a connection needs; UINT64_MAX: there is none.
  uint64_t oldest_needed() const;
  size_t count() const { return count_.load(std::memory_order_relaxed); }
  // Nobody will be served any more, since the only connection has ended, or the thread: why. Empty: readers are or will
  // be served. Writer.
  std::string loss() const;
  uint64_t accepted() const { return accepted_.load(std::memory_order_relaxed); }
  uint64_t slow() const { return slow_.load(std::memory_order_relaxed); }

 private:
  struct Reader {
    OwnedFd fd;
    std::string name;    // address and port
    std::string header;  // what is left of it
    TcpPosition position;
    bool is_blocked = false;     // takes no more for now
    bool has_shut_down = false;  // will say nothing any more
    int64_t progress_at = 0;     // milliseconds of CLOCK_MONOTONIC: when it last took something, or needed nothing
  };
  enum class Served { kEverything, kBlocked, kMore, kGone };

  void Run();
  void ServeAll();
  void Wait();
  void Accept();
  void Add(OwnedFd fd, std::string name);
  // One block at most, so that every reader gets its turn.
  Served Serve(Reader& reader);
  ssize_t Send(Reader& reader, const uint8_t* bytes, size_t size);
  // Throws away what it says. false: its connection is broken.
  bool Discard(Reader& reader);
  bool IsTooSlow(const Reader& reader, int64_t now) const;
  void CutOff(const Reader& reader);
  void TellUnread(const Reader& reader) const;
  // The connection that went last was the only one.
  void NoteLoss();
  void NoteEnd(const std::string& why);
  void Tell();

  TcpReaderOptions options_;
  const TcpLog& log_;
  OwnedFd event_;
  std::vector<Reader> readers_;  // the thread's
  int last_error_ = 0;           // the thread's: why a connection was lost
  bool listener_rests_ = false;  // the thread's: no descriptor was free for a connection

  std::atomic<bool> sleeps_{false};
  std::atomic<bool> finishing_{false};
  std::atomic<bool> hurries_{false};
  std::atomic<int64_t> hurries_since_{0};
  std::atomic<bool> abandoned_{false};
  std::atomic<size_t> count_{0};
  std::atomic<uint64_t> accepted_{0};
  std::atomic<uint64_t> slow_{0};

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  uint64_t oldest_needed_ = UINT64_MAX;  // guarded by mutex_: block number
  std::string loss_;                     // guarded by mutex_
  std::string header_;                   // guarded by mutex_
  std::thread thread_;
};

}  // namespace fandump
