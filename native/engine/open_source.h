// From one source of the plan to what a worker needs: the opened source with its decapsulator and its filter.
#pragma once

#include <optional>
#include <string>

#include "engine/plan.h"
#include "engine/worker.h"
#include "fanout/fanout.h"

namespace fandump {

struct OpenedSource {
  std::string name;
  uint16_t link_type = 0;
  bool link_type_is_fixed = true;  // false: packets of other link types may come, too
  uint32_t snaplen = 0;
  uint32_t workers = 1;
  std::optional<FanoutGroup> fanout;
  uint32_t receive_buffer = 0;
};

// Compiles the filter, then opens the source that backend (one of plan's) describes, in the order that leaves nothing
// behind on failure. Sets source, decapsulator, filter and cut_to of worker. Throws CaptureError.
OpenedSource OpenSource(const Plan& plan, const SourceBackend& backend, const NoticeHandler& notice,
                        WorkerOptions& worker);

}  // namespace fandump
