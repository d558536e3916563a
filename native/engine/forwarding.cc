#include "engine/forwarding.h"

#include <algorithm>

namespace fandump {
namespace {

template <typename Backend>
bool AreAll(const std::vector<SourcePlan>& sources) {
  return std::all_of(sources.begin(), sources.end(),
                     [](const SourcePlan& source) { return std::holds_alternative<Backend>(source.backend); });
}

}  // namespace

std::unique_ptr<Forwarding> OpenForwarding(const Plan& plan, const NoticeHandler& notice,
                                           const CountersOfSource& counters) {
  if (!plan.forward) return nullptr;
  if (const auto* tunnel = std::get_if<ForwardOptions>(&*plan.forward)) return OpenTunnelForwarding(*tunnel, plan);
  if (const auto* wire = std::get_if<InjectOptions>(&*plan.forward)) return OpenWireForwarding(*wire, plan);
  return OpenStreamForwarding(std::get<TcpSinkOptions>(*plan.forward), plan, notice, counters);
}

bool ReadsFiles(const Plan& plan) { return AreAll<SavefilePlan>(plan.sources); }

bool ReceivesStreams(const Plan& plan) { return AreAll<TcpOptions>(plan.sources); }

}  // namespace fandump
