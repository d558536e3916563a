// The complete files of a capture that are still there, of all its savefile sinks, the oldest first: on a full disk
// they give way to newer ones. Any thread.
#pragma once

#include <algorithm>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "sink/savefile_maker.h"

namespace fandump {

class CompleteFiles {
 public:
  // maker: who deletes it.
  void Add(const std::string& path, std::shared_ptr<SavefileMaker> maker) {
    const std::lock_guard<std::mutex> lock(mutex_);
    files_.push_back({path, std::move(maker)});
    // A capture may run for years; what it wrote so many files ago is no longer ours to delete.
    if (files_.size() > kMost) files_.pop_front();
  }

  // Before another file takes the name: what is deleted for its age must not be that one.
  void Remove(const std::string& path) {
    const std::lock_guard<std::mutex> lock(mutex_);
    std::erase_if(files_, [&path](const File& file) { return file.path == path; });
  }

  bool Has(const std::string& path) const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return std::any_of(files_.begin(), files_.end(), [&path](const File& file) { return file.path == path; });
  }

  // 0, or the errno; nullopt: there is none.
  std::optional<int> DeleteOldest() {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (files_.empty()) return std::nullopt;
    const File oldest = std::move(files_.front());
    files_.pop_front();
    return oldest.maker->Delete(oldest.path);
  }

 private:
  struct File {
    std::string path;
    std::shared_ptr<SavefileMaker> maker;
  };
  static constexpr size_t kMost = 65536;

  mutable std::mutex mutex_;
  std::deque<File> files_;
};

}  // namespace fandump
