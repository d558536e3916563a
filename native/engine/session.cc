#include "engine/session.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <utility>
#include <variant>

#include "filter/link_types.h"
#include "opener/opener.h"
#include "source/af_packet.h"
#include "source/af_packet_device.h"
#include "source/af_packet_link_type.h"
#include "source/savefile.h"
#include "source/udp.h"

namespace fandump {

namespace {

std::string UdpName(const UdpPlan& plan) {
  const bool ipv6 = plan.address.find(':') != std::string::npos;
  const std::string host = ipv6 ? "[" + plan.address + "]" : plan.address;
  return "udp::" + host + ":" + std::to_string(plan.port);
}

// Throws CaptureError when there is no such interface.
Device LookUp(const std::string& interface) {
  const int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (fd < 0) throw CaptureError("ESOCKET", "cannot make a socket to look up " + interface, errno);
  try {
    Device device = FindDevice(fd, interface);
    close(fd);
    return device;
  } catch (...) {
    close(fd);
    throw;
  }
}

}  // namespace

Session::Session(Plan plan, std::function<void()> wake) : plan_(std::move(plan)), wake_(std::move(wake)) {}

Session::~Session() { Close(); }

NoticeHandler Session::notice_handler() {
  return [this](const Notice& notice) {
    {
      const std::lock_guard<std::mutex> lock(notices_mutex_);
      notices_.push_back(notice);
    }
    wake_();
  };
}

OpenedSource Session::Open() {
  WorkerOptions worker;
  worker.count = plan_.count;
  worker.on_end = wake_;
  OpenedSource opened;
  if (const auto* af_packet = std::get_if<AfPacketPlan>(&plan_.source)) {
    opened = OpenAfPacket(*af_packet, worker);
  } else if (const auto* udp = std::get_if<UdpPlan>(&plan_.source)) {
    opened = OpenUdp(*udp, worker);
  } else {
    opened = OpenSavefile(std::get<SavefilePlan>(plan_.source), worker);
  }
  worker_ = std::make_unique<Worker>(std::move(worker));
  return opened;
}

OpenedSource Session::OpenAfPacket(const AfPacketPlan& plan, WorkerOptions& worker) {
  OpenedSource opened;
  opened.name = plan.interface;
  opened.snaplen = plan_.snaplen;
  const Device device = LookUp(plan.interface);
  opened.link_type =
      plan.link_type >= 0 ? static_cast<uint16_t>(plan.link_type) : LinkTypeOfDevice(device.hardware_type);
  if (opened.link_type == kLinkTypeUnknown) {
    throw CaptureError("ELINKTYPE",
                       "opening " + plan.interface + ": packets of hardware type " +
                           std::to_string(device.hardware_type) + " have no link type in savefiles",
                       0, "af_packet::" + plan.interface + ":link_type=EN10MB takes them as Ethernet frames");
  }

  const KernelFilter filter =
      BuildKernelFilter(plan_.filter, opened.link_type, plan_.snaplen, plan_.optimize_filter, plan_.direction);
  if (filter.recheck_restored_tags) {
    worker.filter = std::make_unique<PacketFilter>(plan_.filter, plan_.snaplen, plan_.optimize_filter,
                                                   FilterScope::kRestoredTags);
  }

  AfPacketOptions options;
  options.interface = plan.interface;
  options.buffer_size = plan.buffer_size;
  options.block_size = plan.block_size;
  options.block_timeout_ms = plan.block_timeout_ms;
  options.hardware_timestamps = plan.hardware_timestamps;
  options.promiscuous = plan.promiscuous;
  options.ignore_outgoing = plan.ignore_outgoing;
  options.link_type = opened.link_type;
  // Packets to be judged again must come whole; the userspace filter cuts them then.
  options.snaplen = filter.recheck_restored_tags ? kMaxSnaplen : plan_.snaplen;
  options.immediate = plan_.immediate;
  options.filter = filter.program;
  options.open_socket = OpenPacketSocket;
  options.notice = notice_handler();
  if (plan.fanout_mode >= 0) {
    options.join_fanout = [&](int fd) {
      FanoutOptions fanout;
      fanout.mode = plan.fanout_mode;
      fanout.id = plan.fanout_id;
      fanout.defrag = plan.fanout_defrag;
      fanout.rollover = plan.fanout_rollover;
      fanout.ignore_outgoing = plan.ignore_outgoing;
      fanout.interface = plan.interface;
      fanout.interface_index = device.index;
      opened.fanout = JoinFanout(fd, fanout);
    };
  }
  auto source = std::make_unique<AfPacketSource>(std::move(options));
  source->Open();
  worker.source = std::move(source);
  AddSinks(opened, true, worker);
  return opened;
}

OpenedSource Session::OpenUdp(const UdpPlan& plan, WorkerOptions& worker) {
  EncapOptions encap;
  encap.encapsulation = plan.encapsulation;
  encap.skip = plan.skip;
  encap.link_type = plan.link_type;

  OpenedSource opened;
  opened.name = UdpName(plan);
  opened.link_type = NominalLinkType(encap);
  opened.snaplen = plan_.snaplen;
  FilterInUserspace(opened.link_type, worker);
  for (const uint16_t link_type : PossibleLinkTypes(encap)) {
    if (worker.filter && link_type != opened.link_type) FilterOtherType(link_type, *worker.filter);
  }
  worker.decapsulator = std::make_unique<Decapsulator>(encap);
  worker.cut_to = plan_.snaplen;

  UdpOptions options;
  options.address = plan.address;
  options.port = plan.port;
  options.reuse_port = plan.reuse_port;
  options.receive_buffer_size = plan.receive_buffer_size;
  options.batch_size = plan.batch_size;
  options.datagram_size = plan.datagram_size;
  options.notice = notice_handler();
  auto source = std::make_unique<UdpSource>(std::move(options));
  source->Open();
  opened.receive_buffer = source->receive_buffer();
  worker.source = std::move(source);
  AddSinks(opened, PossibleLinkTypes(encap).size() == 1, worker);
  return opened;
}

OpenedSource Session::OpenSavefile(const SavefilePlan& plan, WorkerOptions& worker) {
  auto source = std::make_unique<SavefileSource>(plan.path);
  source->Open();
  OpenedSource opened;
  opened.name = plan.path;
  opened.link_type = source->link_type();
  opened.snaplen = source->snaplen();
  FilterInUserspace(opened.link_type, worker);
  worker.source = std::move(source);
  AddSinks(opened, true, worker);
  return opened;
}

void Session::FilterInUserspace(uint16_t link_type, WorkerOptions& worker) {
  if (plan_.filter.empty()) return;
  if (!worker.filter) worker.filter = std::make_unique<PacketFilter>(plan_.filter, plan_.snaplen, plan_.optimize_filter);
  worker.filter->Prepare(link_type);
}

void Session::FilterOtherType(uint16_t link_type, PacketFilter& filter) {
  const std::string reason = filter.PrepareOrRefuse(link_type);
  if (reason.empty()) return;
  const auto name = LinkTypeName(link_type);
  notice_handler()({"FILTER_LINK_TYPE",
                    "packets of link type " + (name ? name->first : std::to_string(link_type)) +
                        " will be refused, since the filter cannot hold for them: " + reason,
                    "name the type that is wanted with dlt="});
}

void Session::AddSinks(const OpenedSource& source, bool link_type_is_fixed, WorkerOptions& worker) {
  if (plan_.save) {
    SavefileOptions options;
    options.path = plan_.save->path;
    options.nanoseconds = plan_.save->nanoseconds;
    options.flush_each_batch = plan_.save->flush_each_batch;
    options.snaplen = source.snaplen;
    options.link_type = link_type_is_fixed ? source.link_type : -1;
    auto sink = std::make_unique<SavefileSink>(std::move(options));
    sink->Open();
    savefile_sink_ = sink.get();
    worker.sinks.push_back(std::move(sink));
  }
  if (plan_.batch) {
    queue_ = std::make_unique<BatchQueue>(plan_.batch->slots, plan_.batch->slot_bytes, wake_);
    auto sink = std::make_unique<BatchSink>(*queue_, uint16_t{0}, uint16_t{0}, plan_.batch->lossless);
    batch_sink_ = sink.get();
    worker.sinks.push_back(std::move(sink));
  }
}

void Session::Start() {
  if (worker_) worker_->Start();
}

void Session::Stop() {
  if (worker_) worker_->Stop();
}

SessionStats Session::Stats() {
  SessionStats stats;
  if (!worker_) return stats;
  stats.captured = worker_->captured();
  stats.filtered = worker_->filtered();
  stats.source = worker_->counters();
  if (savefile_sink_ != nullptr) {
    stats.written = savefile_sink_->written();
    stats.written_bytes = savefile_sink_->written_bytes();
    stats.other_link_type = savefile_sink_->other_link_type();
  }
  if (batch_sink_ != nullptr) stats.not_shown = batch_sink_->dropped();
  return stats;
}

std::vector<Notice> Session::TakeNotices() {
  const std::lock_guard<std::mutex> lock(notices_mutex_);
  return std::exchange(notices_, {});
}

void Session::Close() {
  if (!worker_) return;
  worker_->Stop();
  if (queue_) queue_->Close();
  worker_->Join();
}

}  // namespace fandump
