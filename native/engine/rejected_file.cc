#include "engine/rejected_file.h"

#include <utility>

namespace fandump {

std::shared_ptr<RejectedSink> OpenRejectedFile(const SavePlan& plan, const std::string& source, size_t feeders,
                                               const NoticeHandler& notice) {
  SavefileOptions options;
  options.path = plan.path;
  options.pcapng = plan.pcapng;
  options.nanoseconds = plan.nanoseconds;
  options.application = plan.application;
  options.buffer_bytes = plan.buffer_bytes;
  options.force = plan.force;
  options.owner = plan.owner;
  options.link_type = kLinkTypeRaw;
  options.sources = {{source, "", kLinkTypeRaw, kMaxSnaplen, true, nullptr}};
  options.notice = notice;
  auto file = std::make_unique<SavefileSink>(std::move(options));
  file->Open();
  return std::make_shared<RejectedSink>(std::move(file), plan.path, feeders, notice);
}

}  // namespace fandump
