// The file for datagrams that no packet can be taken out of, as the plan wants it.
#pragma once

#include <memory>
#include <string>

#include "engine/plan.h"
#include "sink/rejected.h"

namespace fandump {

// source: what to call those that the datagrams come from. feeders: how many workers they come from. Throws
// CaptureError as SavefileSink::Open.
std::shared_ptr<RejectedSink> OpenRejectedFile(const SavePlan& plan, const std::string& source, size_t feeders,
                                               const NoticeHandler& notice);

}  // namespace fandump
