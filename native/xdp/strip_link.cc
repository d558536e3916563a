#include "xdp/strip_link.h"

#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <vector>

#include "netlink.h"

namespace fandump {

namespace {

constexpr char kProgramName[] = "fandump_strip";
// The program calls no helper that would need another (Documentation/bpf/bpf_licensing.rst).
constexpr char kLicense[] = "MIT";
constexpr size_t kValueBytes = kStripCounterCount * sizeof(uint64_t);

// The verifier gives up with EAGAIN whenever a signal waits, or work that io_uring has left to the thread; as often as
// libbpf asks again.
constexpr int kLoadAttempts = 5;

// bpf(2) has no wrapper in the C library. A descriptor or 0, -1 with errno set.
int Bpf(bpf_cmd command, bpf_attr& attributes) {
  return static_cast<int>(syscall(SYS_bpf, command, &attributes, sizeof attributes));
}

template <typename Info>
bool ReadInfo(const OwnedFd& object, Info& info) {
  bpf_attr attributes{};
  attributes.info.bpf_fd = static_cast<uint32_t>(object.get());
  attributes.info.info_len = sizeof info;
  attributes.info.info = reinterpret_cast<uint64_t>(&info);
  return Bpf(BPF_OBJ_GET_INFO_BY_FD, attributes) == 0;
}

OwnedFd OpenById(bpf_cmd command, uint32_t id) {
  bpf_attr attributes{};
  attributes.prog_id = id;  // the same place for programs, maps and links
  return OwnedFd(Bpf(command, attributes));
}

[[noreturn]] void Fail(const char* code, const std::string& doing, int error, const std::string& hint) {
  const std::string message = doing + ": " + std::generic_category().message(error);
  if (error == EPERM) {
    throw CaptureError("EXDP_PERMISSION", message + "; xdp=strip needs the capabilities CAP_NET_ADMIN and CAP_BPF",
                       error, "start fandump with sudo, or use decap= instead of xdp=strip");
  }
  throw CaptureError(code, message, error, hint);
}

OwnedFd MakeCounters(const std::string& interface) {
  bpf_attr attributes{};
  attributes.map_type = BPF_MAP_TYPE_ARRAY;
  attributes.key_size = sizeof(uint32_t);
  attributes.value_size = kValueBytes;
  attributes.max_entries = 1;
  // Read through memory: once the capture runs, bpf(2) is forbidden to this process.
  attributes.map_flags = BPF_F_MMAPABLE;
  std::memcpy(attributes.map_name, kProgramName, sizeof kProgramName);
  OwnedFd map(Bpf(BPF_MAP_CREATE, attributes));
  if (!map) Fail("EXDP_LOAD", "making the counters of xdp=strip on " + interface, errno, "");
  return map;
}

OwnedFd LoadProgram(const std::string& interface, const std::vector<bpf_insn>& program) {
  bpf_attr attributes{};
  attributes.prog_type = BPF_PROG_TYPE_XDP;
  attributes.insns = reinterpret_cast<uint64_t>(program.data());
  attributes.insn_cnt = static_cast<uint32_t>(program.size());
  attributes.license = reinterpret_cast<uint64_t>(kLicense);
  std::memcpy(attributes.prog_name, kProgramName, sizeof kProgramName);
  OwnedFd loaded(Bpf(BPF_PROG_LOAD, attributes));
  for (int attempt = 1; !loaded && errno == EAGAIN && attempt < kLoadAttempts; attempt++) {
    loaded = OwnedFd(Bpf(BPF_PROG_LOAD, attributes));
  }
  if (!loaded) Fail("EXDP_LOAD", "loading the program of xdp=strip for " + interface, errno, "Linux 5.12 or newer?");
  return loaded;
}

OwnedFd CreateLink(const OwnedFd& program, int interface_index, uint32_t flags) {
  bpf_attr attributes{};
  attributes.link_create.prog_fd = static_cast<uint32_t>(program.get());
  attributes.link_create.target_ifindex = static_cast<uint32_t>(interface_index);
  attributes.link_create.attach_type = BPF_XDP;
  attributes.link_create.flags = flags;
  return OwnedFd(Bpf(BPF_LINK_CREATE, attributes));
}

// Ids of the programs that are on this interface of this network namespace, in the driver or in the generic place.
std::vector<uint32_t> ProgramsOn(int interface_index) {
  NetlinkRequest<ifinfomsg> request(RTM_GETLINK);
  request.body.ifi_index = interface_index;
  std::vector<uint32_t> ids;
  AskNetlink(NETLINK_ROUTE, &request.header, [&ids](const nlmsghdr& message) {
    ForEachAttributeOf(message, sizeof(ifinfomsg), [&ids](const NetlinkAttribute& attribute) {
      if (attribute.type != IFLA_XDP) return;
      ForEachAttribute(attribute.data, attribute.length, [&ids](const NetlinkAttribute& of_program) {
        if (of_program.type == IFLA_XDP_DRV_PROG_ID || of_program.type == IFLA_XDP_SKB_PROG_ID) {
          ids.push_back(of_program.Number());
        }
      });
    });
  });
  return ids;
}

}  // namespace

StripLink::StripLink(const std::string& interface, int interface_index, const StripOptions& options)
    : interface_(interface), counters_(MakeCounters(interface)) {
  program_ = LoadProgram(interface, StripProgram(options, counters_.get()));
  Attach(interface_index);
  MapCounters();
}

StripLink::~StripLink() {
  if (values_ != nullptr) munmap(const_cast<uint64_t*>(values_), kValueBytes);
}

void StripLink::Attach(int interface_index) {
  link_ = CreateLink(program_, interface_index, XDP_FLAGS_DRV_MODE);
  if (link_) return;
  if (errno != EBUSY && errno != EPERM) {
    mode_ = "generic";
    link_ = CreateLink(program_, interface_index, XDP_FLAGS_SKB_MODE);
    if (link_) return;
  }
  const int error = errno;
  if ((error == EBUSY || error == EEXIST) && Share(interface_index)) return;
  if (error == EBUSY || error == EEXIST) {
    throw CaptureError("EXDP_BUSY", interface_ + " has an XDP program already, which is not that of this xdp=strip",
                       error, "ip link show dev " + interface_);
  }
  Fail("EXDP_ATTACH", "attaching the program of xdp=strip to " + interface_, error, "use decap= instead of xdp=strip");
}

bool StripLink::Share(int interface_index) {
  bpf_prog_info own{};
  if (!ReadInfo(program_, own)) return false;
  // Links are known to the whole system by their id, and other network namespaces have interfaces of this index.
  const std::vector<uint32_t> here = ProgramsOn(interface_index);
  bpf_attr next{};
  while (Bpf(BPF_LINK_GET_NEXT_ID, next) == 0) {
    next.start_id = next.next_id;
    OwnedFd link = OpenById(BPF_LINK_GET_FD_BY_ID, next.next_id);
    bpf_link_info info{};
    if (!link || !ReadInfo(link, info) || info.type != BPF_LINK_TYPE_XDP) continue;
    if (info.xdp.ifindex != static_cast<uint32_t>(interface_index)) continue;
    if (std::find(here.begin(), here.end(), info.prog_id) == here.end()) continue;
    OwnedFd program = OpenById(BPF_PROG_GET_FD_BY_ID, info.prog_id);
    bpf_prog_info other{};
    uint32_t map_id = 0;
    other.nr_map_ids = 1;
    other.map_ids = reinterpret_cast<uint64_t>(&map_id);
    if (!program || !ReadInfo(program, other) || std::memcmp(own.tag, other.tag, sizeof own.tag) != 0) continue;
    OwnedFd counters = OpenById(BPF_MAP_GET_FD_BY_ID, map_id);
    if (!counters) continue;
    mode_ = "shared";
    link_ = std::move(link);
    program_ = std::move(program);
    counters_ = std::move(counters);
    return true;
  }
  return false;
}

void StripLink::MapCounters() {
  void* memory = mmap(nullptr, kValueBytes, PROT_READ, MAP_SHARED, counters_.get(), 0);
  if (memory == MAP_FAILED) Fail("EXDP_LOAD", "reading the counters of xdp=strip on " + interface_, errno, "");
  values_ = static_cast<const uint64_t*>(memory);
}

std::array<uint64_t, kStripCounterCount> StripLink::Counters() const {
  std::array<uint64_t, kStripCounterCount> counters;
  for (size_t i = 0; i < counters.size(); i++) counters[i] = __atomic_load_n(&values_[i], __ATOMIC_RELAXED);
  return counters;
}

}  // namespace fandump
