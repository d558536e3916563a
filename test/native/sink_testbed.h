// What tests of savefile sinks need: a folder, packets, and what became of them.
#pragma once

#include <stdlib.h>
#include <sys/mount.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "check.h"
#include "sink/savefile.h"

namespace fandump::test {

// A directory that goes when the test ends.
class Folder {
 public:
  Folder() {
    char name[] = "/tmp/fandump-test-XXXXXX";
    if (mkdtemp(name) == nullptr) Skip("no directory can be made in /tmp");
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string File(const std::string& name) const { return path_ + "/" + name; }
  // The names in it, in order.
  std::vector<std::string> Names() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path_)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  std::string path_;
};

// A file system of a megabyte, or of some, and of so many files, or any number.
class SmallDisk {
 public:
  explicit SmallDisk(unsigned megabytes = 1, unsigned files = 0) {
    std::string size = "size=" + std::to_string(megabytes) + "m";
    if (files > 0) size += ",nr_inodes=" + std::to_string(files + 1);
    if (mount("tmpfs", folder_.File("").c_str(), "tmpfs", 0, size.c_str()) != 0) Skip("no file system can be mounted");
  }
  ~SmallDisk() { umount2(folder_.File("").c_str(), MNT_DETACH); }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  const Folder& folder() const { return folder_; }

 private:
  Folder folder_;
};

// Gives what is there, a link and not what it leads to, to user and group 1.
inline void GiveAway(const std::string& path) {
  if (geteuid() != 0) Skip("only root can give files away");
  if (lchown(path.c_str(), 1, 1) != 0) Skip("this user namespace has no other user");
}

// For tests in which root becomes user 1.
inline void NeedOtherUser() {
  const Folder folder;
  GiveAway(folder.File(""));
}

inline SavefileOptions OptionsFor(const std::string& path, int link_type = kLinkTypeEthernet) {
  SavefileOptions options;
  options.path = path;
  options.link_type = link_type;
  return options;
}

inline PacketView View(std::vector<uint8_t>& bytes, int64_t seconds = 1, uint32_t nanoseconds = 0) {
  PacketView packet;
  packet.data = bytes.data();
  packet.caplen = packet.len = static_cast<uint32_t>(bytes.size());
  packet.seconds = seconds;
  packet.nanoseconds = nanoseconds;
  return packet;
}

// Of a file, or of a pipe until its end.
inline std::vector<uint8_t> Contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<uint8_t> bytes;
  std::error_code is_no_file;
  const uintmax_t size = std::filesystem::file_size(path, is_no_file);
  if (!is_no_file) bytes.reserve(size);
  std::array<uint8_t, 65536> part;
  while (file.read(reinterpret_cast<char*>(part.data()), part.size()), file.gcount() > 0) {
    bytes.insert(bytes.end(), part.begin(), part.begin() + file.gcount());
  }
  return bytes;
}

template <typename Condition>
bool Within(std::chrono::milliseconds limit, Condition condition) {
  const auto deadline = std::chrono::steady_clock::now() + limit;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return true;
}

// Consumes until the sink fails; the error's code and message.
inline std::pair<std::string, std::string> FailureOf(SavefileSink& sink, const PacketView& packet, int packets) {
  try {
    for (int i = 0; i < packets; i++) sink.Consume(&packet, 1);
    sink.Finish();
  } catch (const CaptureError& error) {
    return {error.code(), error.what()};
  }
  return {};
}

}  // namespace fandump::test
