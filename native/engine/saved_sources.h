// The sources of a capture as a savefile of it describes them.
#pragma once

#include <vector>

#include "engine/open_source.h"
#include "engine/plan.h"
#include "sink/pcapng_interfaces.h"

namespace fandump {

// Where packets lose their addresses, without whatever would tell these: names, filters, and what an input file says
// beside its packets.
std::vector<SavedSource> SavedSources(const Plan& plan, const std::vector<OpenedSource>& sources);

}  // namespace fandump
