// Keeps a large savefile from filling the page cache: what the writer has left behind goes to the disk and out of
// memory. In a thread of its own, since the writer shall not wait for the disk while there is memory for what comes.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

#include "owned_fd.h"

namespace fandump {

class WriteBehind {
 public:
  // So much of each file stays in memory, for whoever reads it next.
  static constexpr uint64_t kKept = uint64_t{256} << 20;

  WriteBehind() = default;
  // Returns when the disk has what it is just taking: a span of a file at most.
  ~WriteBehind();
  WriteBehind(const WriteBehind&) = delete;
  WriteBehind& operator=(const WriteBehind&) = delete;

  // Writer: another file begins. fd: not owned; -1: it is none that lies on a disk.
  void Begin(int fd);
  // Writer: the file has so many bytes. 0, or the errno with which the disk refused some that the system had taken.
  int Written(uint64_t size);

 private:
  struct Span {
    std::shared_ptr<OwnedFd> file;
    int64_t at = 0;
  };

  void Run();
  // Starts the thread where it does not run yet; false: there is none to be had.
  bool HasThread();

  // The writer's.
  int fd_ = -1;
  std::shared_ptr<OwnedFd> file_;  // of the spans: closed with the last of them
  uint64_t handed_on_ = 0;

  std::atomic<int> error_{0};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Span> spans_;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace fandump
