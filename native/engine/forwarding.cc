#include "engine/forwarding.h"

#include <algorithm>

namespace fandump {

std::unique_ptr<Forwarding> OpenForwarding(const Plan& plan, const NoticeHandler& notice,
                                           const CountersOfSource& counters) {
  if (!plan.forward) return nullptr;
  if (const auto* tunnel = std::get_if<ForwardOptions>(&*plan.forward)) {
    return OpenTunnelForwarding(*tunnel, plan.sources);
  }
  if (const auto* wire = std::get_if<InjectOptions>(&*plan.forward)) return OpenWireForwarding(*wire, plan);
  return OpenStreamForwarding(std::get<TcpSinkOptions>(*plan.forward), plan, notice, counters);
}

bool ReadsFiles(const Plan& plan) {
  return std::all_of(plan.sources.begin(), plan.sources.end(),
                     [](const SourcePlan& source) { return std::holds_alternative<SavefilePlan>(source.backend); });
}

}  // namespace fandump
