#include "engine/keeper_start.h"

#include <unistd.h>

#include <string_view>

namespace fandump {
namespace {

constexpr std::string_view kWorkerMark = "%w";

std::string NumberedPath(std::string path, size_t worker) {
  for (size_t at = path.find(kWorkerMark); at != std::string::npos; at = path.find(kWorkerMark, at)) {
    path.replace(at, kWorkerMark.size(), std::to_string(worker));
  }
  return path;
}

std::vector<std::string> Environment() {
  std::vector<std::string> variables;
  for (char** variable = environ; variable != nullptr && *variable != nullptr; variable++) {
    variables.emplace_back(*variable);
  }
  return variables;
}

}  // namespace

std::vector<std::string> SavefilePaths(const SavePlan& plan, size_t workers) {
  if (!plan.per_worker) return {plan.path};
  std::vector<std::string> paths;
  for (size_t worker = 0; worker < workers; worker++) paths.push_back(NumberedPath(plan.path, worker));
  return paths;
}

std::shared_ptr<Keeper> StartKeeper(const SavePlan& plan, const std::vector<std::string>& paths) {
  if (!plan.keeper) return nullptr;
  const RotationOptions& rotation = plan.rotation;
  keeper::Settings settings;
  settings.paths = paths;
  settings.is_timed = rotation.seconds > 0;
  settings.ring_files = rotation.bytes > 0 && rotation.seconds == 0 ? rotation.files : 0;
  settings.rules.part = rotation.bytes > 0 || rotation.seconds > 0;
  settings.rules.force = plan.force;
  settings.rules.owner = plan.owner;
  settings.command.words = plan.keeper->command;
  settings.command.jobs = plan.keeper->jobs;
  if (!settings.command.words.empty()) settings.command.environment = Environment();
  settings.user = plan.keeper->user;
  settings.keeps_rights = plan.keeper->keeps_rights;
  return std::make_shared<Keeper>(std::move(settings));
}

}  // namespace fandump
