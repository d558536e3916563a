// The strip program at work on an interface. The link is a descriptor of this process: it is gone from the interface
// when the last process that holds one ends, however it ends.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "owned_fd.h"
#include "xdp/strip_program.h"

namespace fandump {

class StripLink {
 public:
  // Attaches the program in the driver, or where that has no XDP in the kernel's generic place. Where another process
  // has attached the same program already, shares it. Throws CaptureError EXDP_PERMISSION, EXDP_LOAD, EXDP_ATTACH,
  // EXDP_BUSY.
  StripLink(const std::string& interface, int interface_index, const StripOptions& options);
  ~StripLink();
  StripLink(const StripLink&) = delete;
  StripLink& operator=(const StripLink&) = delete;

  const std::string& interface() const { return interface_; }
  // "native", "generic", or "shared": another process has attached it.
  const char* mode() const { return mode_; }
  // By StripCounter, since the program was attached.
  std::array<uint64_t, kStripCounterCount> Counters() const;

 private:
  void Attach(int interface_index);
  // Takes a hold of the link that is there; false: its program is not the same.
  bool Share(int interface_index);
  void MapCounters();

  std::string interface_;
  const char* mode_ = "native";
  OwnedFd counters_;
  OwnedFd program_;
  OwnedFd link_;
  const uint64_t* values_ = nullptr;
};

}  // namespace fandump
