// From one source of the plan to what a worker needs: the opened source with its decapsulator and its filter.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "copied_blocks.h"
#include "engine/plan.h"
#include "engine/worker.h"
#include "fanout/fanout.h"
#include "filter/tunnel_filter.h"

namespace fandump {

struct OpenedSource {
  std::string name;
  uint16_t link_type = 0;
  bool link_type_is_fixed = true;  // false: packets of other link types may come, too
  uint32_t snaplen = 0;
  uint32_t workers = 1;
  std::optional<FanoutGroup> fanout;
  uint32_t receive_buffer = 0;
  std::shared_ptr<CopiedBlocks> copied;  // what a pcapng file says beside its packets
  const char* xdp_mode = nullptr;        // where tunnels are taken off before the network stack: in which place
};

// The plan's filter as the kernel is to run it for a UDP source; the plan must have one.
TunnelFilterOptions KernelSide(const Plan& plan, const UdpPlan& source);

// A packet socket's program that leaves out what a sink of this capture sends, and otherwise does what filter does; for
// frames whose link header has frame_header bytes, cut to snaplen where filter is empty. Empty: there is nothing to
// leave out.
using Exclusion = std::function<BpfProgram(uint32_t frame_header, const BpfProgram& filter, uint32_t snaplen)>;

// Compiles the filter, then opens the source that backend (one of plan's) describes, in the order that leaves nothing
// behind on failure. Sets source, decapsulator, filter and cut_to of worker. Throws CaptureError.
OpenedSource OpenSource(const Plan& plan, const SourceBackend& backend, const NoticeHandler& notice,
                        WorkerOptions& worker, const Exclusion& exclusion);

}  // namespace fandump
