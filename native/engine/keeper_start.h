// The file keeper of a plan's savefiles.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/plan.h"
#include "keeper/client.h"

namespace fandump {

// What the files of -w are called before rotation: one for all workers, or one for each.
std::vector<std::string> SavefilePaths(const SavePlan& plan, size_t workers);

// paths: of the plan; the keeper's savefiles have their numbers. None where the plan wants none. Throws CaptureError
// "EKEEPER".
std::shared_ptr<Keeper> StartKeeper(const SavePlan& plan, const std::vector<std::string>& paths);

}  // namespace fandump
