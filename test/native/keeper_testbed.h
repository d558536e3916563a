// The real fandump-keeper, which lies beside the test program.
#pragma once

#include <sys/socket.h>
#include <sys/stat.h>

#include "keeper/client.h"
#include "sink_testbed.h"

namespace fandump::test {

inline keeper::Settings KeeperSettings(const std::string& path, bool rotates = true) {
  keeper::Settings settings;
  settings.paths = {path};
  settings.rules.part = rotates;
  return settings;
}

// A savefile of 24 bytes of header and records of 116, in files of so many bytes that the keeper makes.
inline SavefileOptions KeptOptions(const std::shared_ptr<Keeper>& keeper, const std::string& path, uint64_t bytes) {
  SavefileOptions options = OptionsFor(path);
  options.rotation.bytes = bytes;
  options.maker = MakerOf(keeper, 0);
  return options;
}

inline void WriteKept(SavefileSink& sink, int packets) {
  std::vector<uint8_t> bytes(100);
  for (int i = 0; i < packets; i++) {
    const PacketView packet = View(bytes, i);
    sink.Consume(&packet, 1);
  }
}

inline std::string Joined(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) joined += (joined.empty() ? "" : " ") + name;
  return joined;
}

// The code of what body throws; empty: nothing.
inline std::string CodeOf(const std::function<void()>& body) {
  try {
    body();
  } catch (const CaptureError& error) {
    return error.code();
  }
  return "";
}

// Everything that the pipe brings until it ends.
inline std::string AllOf(const OwnedFd& pipe) {
  std::string all;
  char part[4096];
  for (ssize_t count; (count = read(pipe.get(), part, sizeof part)) > 0;) all.append(part, static_cast<size_t>(count));
  return all;
}

}  // namespace fandump::test
