// The complete files of one savefile that are still there: those that may give way to newer ones.
#pragma once

#include <algorithm>
#include <deque>
#include <string>

namespace fandump::keeper {

class OwnFiles {
 public:
  // most: how many are kept in mind. A capture may run for years; what it wrote so many files ago is no longer ours to
  // delete.
  explicit OwnFiles(size_t most) : most_(most) {}

  void Add(const std::string& path) {
    // A ring of files has come round to it, and it is the newest again.
    std::erase(paths_, path);
    paths_.push_back(path);
    if (paths_.size() > most_) paths_.pop_front();
  }

  bool Has(const std::string& path) const { return std::find(paths_.begin(), paths_.end(), path) != paths_.end(); }

  void Remove(const std::string& path) { std::erase(paths_, path); }

 private:
  const size_t most_;
  std::deque<std::string> paths_;
};

}  // namespace fandump::keeper
