// fandump-opener as a whole, with a kernel that answers by the fuzzer's will. Input: an octet per system call that can
// fail, the length of the request, the request, the mode and owner of the policy file, then that file.
#include "opener/program/main.cc"

#include <cstring>
#include <exception>

#include "input.h"
#include "policy_model.h"

using namespace fandump;
using fandump::fuzz::Input;
using fandump::fuzz::Require;

namespace {

constexpr int kPolicyFd = 5;
constexpr int kGroupFd = 6;
constexpr int kPacketFd = 7;
constexpr long kGroup = 1000;
constexpr long kOtherGroup = 2000;
constexpr char kGroupFile[] = "root:x:0:\nsensors:x:2000:me\nothers:x:3000:\n";

struct Ended {
  long code;
};

// One run of the program.
struct World {
  uint8_t open_result, stat_result, read_result, socket_result, ioctl_result, bind_result, fanout_result, cap_result;
  uint8_t request_length;
  std::vector<uint8_t> request;
  uint16_t mode, owner;
  std::vector<uint8_t> policy;

  bool no_new_privs = false, confined = false, unprivileged = false, bound = false, grouped = false;
  int replies = 0;
  int passed_fd = -1;
  opener::Reply reply{};

  explicit World(Input& input)
      : open_result(input.U8()),
        stat_result(input.U8()),
        read_result(input.U8()),
        socket_result(input.U8()),
        ioctl_result(input.U8()),
        bind_result(input.U8()),
        fanout_result(input.U8()),
        cap_result(input.U8()),
        request_length(input.U8()),
        request(input.Bytes(sizeof(opener::Request))),
        mode(input.U16()),
        owner(input.U16()),
        policy(input.Rest()) {
    request.resize(sizeof(opener::Request));
  }

  std::string PolicyText() const { return {policy.begin(), policy.end()}; }
};

World* world;

// 0: success; the sizes of errno for the rest.
long Result(uint8_t wanted, long success) { return wanted == 0 ? success : -static_cast<long>(wanted % 133) - 1; }

long Copy(long to, long room, const void* from, size_t length) {
  const size_t copied = std::min(static_cast<size_t>(room), length);
  if (copied > 0) std::memcpy(reinterpret_cast<void*>(to), from, copied);
  return static_cast<long>(copied);
}

long ReceiveRequest(long to, long room) {
  const size_t length = world->request_length == 0 ? sizeof(opener::Request) : world->request_length - 1u;
  Copy(to, room, world->request.data(), std::min(length, world->request.size()));
  return static_cast<long>(length);
}

long OpenFile(const char* path) {
  if (std::strcmp(path, opener::kPolicyPath) == 0) return Result(world->open_result, kPolicyFd);
  Require(std::strcmp(path, "/etc/group") == 0, "no other file is opened");
  return kGroupFd;
}

long ReadFile(long fd, long to, long room) {
  if (fd == kGroupFd) return Copy(to, room, kGroupFile, sizeof kGroupFile - 1);
  Require(fd == kPolicyFd, "no other descriptor is read");
  if (world->read_result != 0) return Result(world->read_result, 0);
  return Copy(to, room, world->policy.data(), world->policy.size());
}

long SendReply(const msghdr& message) {
  Require(world->unprivileged, "the capability is given up before the first byte goes back");
  Require(message.msg_iovlen == 1 && message.msg_iov->iov_len == sizeof(opener::Reply), "a reply of its length");
  std::memcpy(&world->reply, message.msg_iov->iov_base, sizeof(opener::Reply));
  world->replies++;
  if (message.msg_controllen > 0) {
    std::memcpy(&world->passed_fd, CMSG_DATA(static_cast<cmsghdr*>(message.msg_control)), sizeof(int));
  }
  return sizeof(opener::Reply);
}

}  // namespace

long fandump::opener::Call(long number, Argument a, Argument b, Argument c, Argument, Argument e) {
  switch (number) {
    case SYS_prctl:
      world->no_new_privs = true;
      return 0;
    case SYS_seccomp:
      world->confined = world->no_new_privs;
      return 0;
    case SYS_exit_group:
      throw Ended{a.value};
    default:
      Require(world->confined, "confined before anything else");
  }
  switch (number) {
    case SYS_recvfrom:
      return ReceiveRequest(b.value, c.value);
    case SYS_openat:
      return OpenFile(reinterpret_cast<const char*>(b.value));
    case SYS_statx: {
      auto& file = *reinterpret_cast<struct statx*>(e.value);
      file.stx_mode = world->mode;
      file.stx_uid = world->owner;
      return Result(world->stat_result, 0);
    }
    case SYS_read:
      return ReadFile(a.value, b.value, c.value);
    case SYS_close:
      return 0;
    case SYS_getgid:
      return kGroup;
    case SYS_getgroups:
      *reinterpret_cast<unsigned*>(b.value) = kOtherGroup;
      return 1;
    case SYS_socket:
      Require(a.value == AF_PACKET && c.value == 0, "a packet socket that receives nothing");
      return Result(world->socket_result, kPacketFd);
    case SYS_ioctl:
      return Result(world->ioctl_result, 0);
    case SYS_bind:
      world->bound = world->bind_result == 0;
      return Result(world->bind_result, 0);
    case SYS_setsockopt:
      world->grouped = world->fanout_result == 0;
      return Result(world->fanout_result, 0);
    case SYS_capset:
      world->unprivileged = world->cap_result == 0;
      return Result(world->cap_result, 0);
    case SYS_sendmsg:
      return SendReply(*reinterpret_cast<const msghdr*>(b.value));
    default:
      Require(false, "no other system call");
      return -ENOSYS;
  }
}

namespace {

opener::Verdict ExpectedVerdict(const std::string& interface) {
  if (world->open_result != 0) {
    const bool is_missing = Result(world->open_result, 0) == -ENOENT;
    return is_missing ? opener::Verdict::kAnyInterface : opener::Verdict::kForbidden;
  }
  const bool is_safe = (world->mode & S_IFMT) == S_IFREG && (world->mode & 022) == 0 && world->owner == 0;
  const bool is_read = world->stat_result == 0 && world->read_result == 0;
  if (!is_safe || !is_read || world->policy.size() > opener::kPolicyMaxBytes) return opener::Verdict::kForbidden;
  const auto is_member = [](const std::string& group) {
    const int64_t number = opener::NumberOf({group.data(), group.size()});
    return group == "sensors" || number == kGroup || number == kOtherGroup;
  };
  return fuzz::JudgeByModel(world->PolicyText(), interface, is_member).verdict;
}

void CheckOutcome(long code) {
  Require(world->replies <= 1, "one reply at most");
  if (world->passed_fd < 0) return;
  opener::Request request;
  std::memcpy(&request, world->request.data(), sizeof request);
  const size_t length = strnlen(request.interface, opener::kInterfaceBytes);
  Require(code == 0 && world->passed_fd == kPacketFd, "the packet socket is passed on, and nothing else");
  Require(world->request_length == 0 || world->request_length - 1u == sizeof request, "a whole request");
  Require(request.magic == opener::kMagic, "a request of this version");
  Require(request.type == SOCK_RAW || request.type == SOCK_DGRAM, "a type of packet sockets");
  Require(length > 0 && length < opener::kInterfaceBytes, "a name of an interface");
  const opener::Verdict allowed = ExpectedVerdict({request.interface, length});
  if (world->reply.status == opener::Status::kGivenBound) {
    Require(allowed == opener::Verdict::kThisInterface, "the policy allows this interface");
    Require(world->bound && world->grouped, "bound for good");
  } else {
    Require(world->reply.status == opener::Status::kGiven, "a socket comes with the word that it is given");
    Require(allowed == opener::Verdict::kAnyInterface, "the policy allows every interface");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Input input(data, size);
  World run(input);
  world = &run;
  const long arguments = 1;
  try {
    opener::Start(&arguments);
  } catch (const Ended& ended) {
    CheckOutcome(ended.code);
  }
  return 0;
}
