#include "engine/saved_sources.h"

#include "engine/forwarding.h"

namespace fandump {

std::vector<SavedSource> SavedSources(const Plan& plan, const std::vector<OpenedSource>& sources) {
  const bool tells_names = plan.anonymize_key_file.empty();
  const bool is_of_this_host = !ReadsFiles(plan) && !ReceivesStreams(plan);
  std::vector<SavedSource> saved;
  for (const OpenedSource& source : sources) {
    SavedSource& added = saved.emplace_back();
    added.link_type = source.link_type;
    added.snaplen = source.snaplen;
    added.link_type_is_fixed = source.link_type_is_fixed;
    added.is_of_this_host = is_of_this_host;
    added.name = tells_names ? source.name : "source " + std::to_string(saved.size());
    if (!tells_names) continue;
    added.filter = plan.filter.text;
    added.copied = source.copied;
  }
  return saved;
}

}  // namespace fandump
