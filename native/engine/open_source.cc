#include "engine/open_source.h"

#include <linux/if_ether.h>
#include <sys/socket.h>

#include <algorithm>
#include <utility>
#include <variant>

#include "address_text.h"
#include "cooked_header.h"
#include "engine/membership.h"
#include "engine/steering_plan.h"
#include "filter/link_types.h"
#include "host/ethtool.h"
#include "host/tunnel_device.h"
#include "opener/opener.h"
#include "owned_fd.h"
#include "source/af_packet.h"
#include "source/af_packet_device.h"
#include "source/af_packet_link_type.h"
#include "source/pcap_over_ip.h"
#include "source/savefile.h"
#include "source/savefile_loop.h"
#include "source/udp_endpoints.h"

namespace fandump {

namespace {

// As the URI has it: udp::192.0.2.1,[::1]:4789,6081.
std::string UdpName(const UdpPlan& plan) {
  std::vector<std::string> addresses;
  std::vector<std::string> ports;
  const auto add = [](std::vector<std::string>& texts, const std::string& text) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
  };
  for (const UdpEndpoint& endpoint : plan.endpoints) {
    add(addresses, HostText(endpoint.address));
    add(ports, std::to_string(endpoint.port));
  }
  const auto join = [](const std::vector<std::string>& texts) {
    std::string joined = texts.front();
    for (size_t i = 1; i < texts.size(); i++) joined += "," + texts[i];
    return joined;
  };
  return "udp::" + join(addresses) + ":" + join(ports);
}

bool HasIpv4At(const UdpPlan& plan, uint16_t port) {
  const auto is_such = [port](const UdpEndpoint& endpoint) {
    return endpoint.port == port && !IsIpv6Text(endpoint.address);
  };
  return std::any_of(plan.endpoints.begin(), plan.endpoints.end(), is_such);
}

std::unique_ptr<UdpSource> MakeUdpSource(const UdpPlan& plan, const UdpEndpoint& endpoint, UdpOptions options) {
  options.address = endpoint.address;
  options.port = endpoint.port;
  if (plan.steering) {
    const PortMembership membership = MakePortMembership(plan, endpoint, UdpSourceUri(endpoint.address, endpoint.port));
    options.join_group = membership.join;
    options.leave_group = membership.leave;
  }
  return std::make_unique<UdpSource>(std::move(options));
}

void FilterInUserspace(const Plan& plan, uint16_t link_type, WorkerOptions& worker) {
  if (plan.filter.empty()) return;
  if (!worker.filter) worker.filter = std::make_unique<PacketFilter>(plan.filter, plan.snaplen, plan.optimize_filter);
  worker.filter->Prepare(link_type);
}

// For a link type that may come beside the nominal one.
void FilterOtherType(uint16_t link_type, const NoticeHandler& notice, PacketFilter& filter, const std::string& hint) {
  const std::string reason = filter.PrepareOrRefuse(link_type);
  if (reason.empty()) return;
  const auto name = LinkTypeName(link_type);
  notice({"FILTER_LINK_TYPE",
          "packets of link type " + (name ? name->first : std::to_string(link_type)) +
              " will be refused, since the filter cannot hold for them: " + reason,
          hint});
}

// The filter of a source whose tunnels are taken off: the kernel runs the outer one, the plan's own is for what is
// left.
KernelFilter OuterFilter(const Plan& plan, const DecapPlan& decap, uint16_t link_type) {
  const KernelFilter filter =
      BuildKernelFilter(decap.outer_filter, link_type, kMaxSnaplen, plan.optimize_filter, plan.direction);
  if (filter.recheck_all) {
    throw CaptureError("EFILTER", "the kernel cannot run outer_filter=" + decap.outer_filter +
                                      ": it reads addresses of a cooked header, which the kernel does not make");
  }
  if (!filter.recheck_restored_tags) return filter;
  throw CaptureError("EFILTER",
                     "the kernel cannot run outer_filter=" + decap.outer_filter +
                         ": it reads bytes near the outer tag, which lies beside the packet there",
                     0, "test the tag by its number alone, as in: vlan 7");
}

void Decapsulate(const Plan& plan, const AfPacketPlan& source_plan, const NoticeHandler& notice, OpenedSource& opened,
                 WorkerOptions& worker) {
  const EncapOptions encap = FrameEncap(source_plan);
  std::vector<uint16_t> types = PossibleLinkTypes(encap);
  const uint16_t outer = opened.link_type;
  if (!encap.drop_other && outer != kLinkTypeEthernet) types.push_back(outer);
  opened.link_type = NominalLinkType(encap);
  FilterInUserspace(plan, opened.link_type, worker);
  for (const uint16_t link_type : types) {
    if (link_type == opened.link_type) continue;
    opened.link_type_is_fixed = false;
    if (worker.filter) FilterOtherType(link_type, notice, *worker.filter, "");
  }
  worker.decapsulator = std::make_unique<Decapsulator>(encap);
  worker.cut_to = plan.snaplen;
}

OpenedSource OpenAfPacket(const Plan& plan, const AfPacketPlan& source_plan, const NoticeHandler& notice,
                          WorkerOptions& worker, const Exclusion& exclusion) {
  OpenedSource opened;
  opened.name = source_plan.interface;
  opened.snaplen = plan.snaplen;
  const Device device = FindDevice(source_plan.interface);
  opened.link_type = ChooseLinkType(source_plan.interface, device.hardware_type, source_plan.link_type);
  if (source_plan.xdp && opened.link_type != kLinkTypeEthernet) {
    throw CaptureError("EXDP_LINK_TYPE",
                       "opening " + source_plan.interface + ": xdp=strip is for Ethernet, which its frames are not", 0,
                       "use decap= instead of xdp=strip");
  }
  const KernelFilter filter = source_plan.decap ? OuterFilter(plan, *source_plan.decap, opened.link_type)
                                                : BuildKernelFilter(plan.filter.text, opened.link_type, plan.snaplen,
                                                                    plan.optimize_filter, plan.direction);
  if (filter.recheck_restored_tags) {
    worker.filter =
        std::make_unique<PacketFilter>(plan.filter, plan.snaplen, plan.optimize_filter, FilterScope::kRestoredTags);
  } else if (filter.recheck_all && !source_plan.decap) {
    FilterInUserspace(plan, opened.link_type, worker);
    worker.cut_to = plan.snaplen;
  }

  AfPacketOptions options;
  options.interface = source_plan.interface;
  options.buffer_size = source_plan.buffer_size;
  options.block_size = source_plan.block_size;
  options.block_timeout_ms = source_plan.block_timeout_ms;
  options.link_megabits = ReadLinkSpeed(source_plan.interface).value_or(0);
  options.hardware_timestamps = source_plan.hardware_timestamps;
  options.promiscuous = source_plan.promiscuous;
  options.ignore_outgoing = source_plan.ignore_outgoing;
  options.link_type = opened.link_type;
  // Packets to be judged again must come whole; the userspace filter cuts them then.
  const bool rechecks = filter.recheck_restored_tags || filter.recheck_all;
  options.snaplen = rechecks || source_plan.decap ? kMaxSnaplen : plan.snaplen;
  options.immediate = plan.immediate;
  options.wait = plan.wait;
  options.filter = filter.program;
  if (exclusion) {
    const uint32_t frame_header = opened.link_type == kLinkTypeEthernet ? sizeof(ethhdr) : 0;
    options.filter = exclusion(frame_header, filter.program, SnaplenBehindHeader(opened.link_type, options.snaplen));
  }
  options.notice = notice;
  PacketSocketUse use{source_plan.interface, std::nullopt, IsCooked(opened.link_type) ? SOCK_DGRAM : SOCK_RAW};
  if (source_plan.fanout_mode >= 0) {
    FanoutOptions fanout;
    fanout.mode = source_plan.fanout_mode;
    fanout.id = source_plan.fanout_id;
    fanout.defrag = source_plan.fanout_defrag;
    fanout.rollover = source_plan.fanout_rollover;
    fanout.ignore_outgoing = source_plan.ignore_outgoing;
    fanout.interface = source_plan.interface;
    fanout.interface_index = device.index;
    use.fanout = FanoutArgument(fanout);
    const FanoutMembership membership = MakeFanoutMembership(source_plan, fanout, opened.link_type, opened.fanout);
    options.join_fanout = membership.join;
    options.leave_fanout = membership.leave;
    options.group_goes_on = !source_plan.fanout_is_own;
  }
  options.open_socket = [use] { return ObtainPacketSocket(use); };
  if (source_plan.decap) Decapsulate(plan, source_plan, notice, opened, worker);
  auto source = std::make_unique<AfPacketSource>(std::move(options));
  source->Open();
  worker.source = std::move(source);
  return opened;
}

OpenedSource OpenUdp(const Plan& plan, const UdpPlan& source_plan, const NoticeHandler& notice, WorkerOptions& worker) {
  EncapOptions encap;
  encap.encapsulation = source_plan.encapsulation;
  encap.skip = source_plan.skip;
  encap.link_type = source_plan.link_type;
  encap.inside = source_plan.inside;
  encap.inside_port = source_plan.inside_port;
  encap.strict = source_plan.strict;

  OpenedSource opened;
  opened.name = UdpName(source_plan);
  opened.link_type = NominalLinkType(encap);
  opened.link_type_is_fixed = PossibleLinkTypes(encap).size() == 1;
  opened.snaplen = plan.snaplen;
  // Kept where the kernel cannot run it.
  FilterInUserspace(plan, opened.link_type, worker);
  for (const uint16_t link_type : PossibleLinkTypes(encap)) {
    if (!worker.filter || link_type == opened.link_type) continue;
    FilterOtherType(link_type, notice, *worker.filter, "name the type that is wanted with dlt=");
  }
  worker.decapsulator = std::make_unique<Decapsulator>(encap);
  worker.cut_to = plan.snaplen;

  UdpOptions options;
  options.reuse_port = source_plan.reuse_port;
  options.receive_buffer_size = source_plan.receive_buffer_size;
  options.batch_size = source_plan.batch_size;
  options.datagram_size = source_plan.datagram_size;
  options.gro = source_plan.gro;
  options.implementation = source_plan.implementation;
  options.busy_poll_us = source_plan.busy_poll_us;
  options.groups = source_plan.groups;
  options.device_on_port = TunnelDeviceOnPort;
  options.notice = notice;
  const bool filters_in_kernel = !plan.filter.empty() && source_plan.gro != Gro::kOn;
  if (filters_in_kernel) options.filter = BuildTunnelFilter(KernelSide(plan, source_plan)).program;
  std::vector<std::unique_ptr<UdpSource>> sockets;
  for (const UdpEndpoint& endpoint : source_plan.endpoints) {
    options.ipv6_only = HasIpv4At(source_plan, endpoint.port);
    sockets.push_back(MakeUdpSource(source_plan, endpoint, options));
  }
  auto source = std::make_unique<UdpEndpoints>(std::move(sockets));
  source->Open();
  if (source->filters_in_kernel()) worker.filter.reset();
  worker.udp_sockets = source->socket_inodes();
  opened.receive_buffer = source->receive_buffer();
  worker.source = std::move(source);
  return opened;
}

OpenedSource OpenedSavefile(const Plan& plan, std::string name, std::unique_ptr<SavefileSource> source,
                            WorkerOptions& worker) {
  source->Open();
  OpenedSource opened;
  opened.name = std::move(name);
  opened.link_type = source->link_type();
  opened.snaplen = source->snaplen();
  opened.copied = source->copied();
  FilterInUserspace(plan, opened.link_type, worker);
  worker.source = std::move(source);
  return opened;
}

OpenedSource OpenSavefile(const Plan& plan, const SavefilePlan& source_plan, WorkerOptions& worker) {
  const std::string& path = source_plan.path;
  if (source_plan.passes == 1) return OpenedSavefile(plan, path, std::make_unique<SavefileSource>(path), worker);
  auto source = std::make_unique<SavefileLoop>(path, source_plan.passes);
  source->Open();
  OpenedSource opened;
  opened.name = path;
  opened.link_type = source->link_type();
  opened.snaplen = source->snaplen();
  FilterInUserspace(plan, opened.link_type, worker);
  worker.source = std::move(source);
  return opened;
}

OpenedSource OpenTcp(const Plan& plan, const TcpOptions& source_plan, WorkerOptions& worker) {
  OpenedSource opened = OpenedSavefile(plan, TcpUri(source_plan), OpenPcapOverIp(source_plan), worker);
  worker.cut_to = plan.snaplen;
  opened.snaplen = std::min(opened.snaplen, plan.snaplen);
  return opened;
}

}  // namespace

TunnelFilterOptions KernelSide(const Plan& plan, const UdpPlan& source) {
  TunnelFilterOptions options;
  options.expression = plan.filter;
  options.encapsulation = source.encapsulation;
  options.is_nested = source.inside[0] != kEncapNone;
  options.strict = source.strict;
  options.skip = source.skip;
  options.link_type = source.link_type;
  options.optimize = plan.optimize_filter;
  return options;
}

OpenedSource OpenSource(const Plan& plan, const SourceBackend& backend, const NoticeHandler& notice,
                        WorkerOptions& worker, const Exclusion& exclusion) {
  if (const auto* af_packet = std::get_if<AfPacketPlan>(&backend)) {
    return OpenAfPacket(plan, *af_packet, notice, worker, exclusion);
  }
  if (const auto* udp = std::get_if<UdpPlan>(&backend)) return OpenUdp(plan, *udp, notice, worker);
  if (const auto* tcp = std::get_if<TcpOptions>(&backend)) return OpenTcp(plan, *tcp, worker);
  return OpenSavefile(plan, std::get<SavefilePlan>(backend), worker);
}

}  // namespace fandump
