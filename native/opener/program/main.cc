// fandump-opener: the only program of fandump that holds a capability. It makes the packet socket that the request asks
// for, gives the capability up, passes the socket on and ends. It never waits, and takes no argument.
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <linux/prctl.h>
#include <linux/seccomp.h>
#include <linux/sockios.h>
#include <linux/stat.h>
#include <net/if.h>

#include "opener/policy.h"
#include "opener/program/system_call.h"
#include "opener/protocol.h"

namespace fandump::opener {
namespace {
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, field))
#define UNLESS(value, skipped) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, skipped)
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define KILL BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS)
#define CALL(name) UNLESS(__NR_##name, 1), ALLOW
// Both architectures are little-endian: this loads the lower half, all that an int has.
#define CALL_WITH(name, argument, value) UNLESS(__NR_##name, 4), LOAD(args[argument]), UNLESS(value, 1), ALLOW, KILL

// clang-format off
constexpr sock_filter kFilter[] = {
    LOAD(arch), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 1, 0), KILL, LOAD(nr),
    CALL_WITH(recvfrom, 0, kProtocolFd), CALL_WITH(sendmsg, 0, kProtocolFd), CALL_WITH(socket, 0, AF_PACKET),
    CALL_WITH(ioctl, 1, SIOCGIFINDEX), CALL(openat), CALL(statx), CALL(read), CALL(close), CALL(getgid),
    CALL(getgroups), CALL(setsockopt), CALL(bind), CALL(capset), CALL(exit_group), KILL,
};
// clang-format on

char policy[kPolicyMaxBytes + 1];
char records[1 << 20];   // group(5); of one that is as long, the last number may be cut: it is not looked at
unsigned groups[65536];  // NGROUPS_MAX

[[noreturn]] void Exit(int code) {
  while (true) Call(SYS_exit_group, code);
}

[[noreturn]] void Answer(Status status, long result = 0, uint32_t line = 0, int fd = -1) {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct nothing[_LINUX_CAPABILITY_U32S_3]{};
  if (Call(SYS_capset, &header, nothing) != 0) Exit(1);
  Reply reply{kMagic, status, static_cast<int32_t>(-result), line};
  // A cmsghdr and what it holds.
  struct {
    size_t length;
    int level, type, fd;
  } rights{CMSG_LEN(sizeof fd), SOL_SOCKET, SCM_RIGHTS, fd};
  iovec bytes{&reply, sizeof reply};
  msghdr message{nullptr, 0, &bytes, 1, &rights, fd >= 0 ? sizeof rights : 0, 0};
  Exit(Call(SYS_sendmsg, kProtocolFd, &message, MSG_NOSIGNAL | MSG_DONTWAIT) == sizeof reply ? 0 : 1);
}

bool IsMember(Word group) {
  int64_t number = NumberOf(group);
  if (number < 0) {
    const long fd = Call(SYS_openat, AT_FDCWD, "/etc/group", O_RDONLY | O_CLOEXEC);
    const long length = Call(SYS_read, fd, records, sizeof records);
    Call(SYS_close, fd);
    if (length > 0 && length < long{sizeof records}) number = FindGroup(group, {records, static_cast<size_t>(length)});
  }
  bool is_member = number == Call(SYS_getgid);
  const long count = Call(SYS_getgroups, sizeof groups / sizeof *groups, groups);
  for (long i = 0; i < count; i++) is_member = is_member || number == groups[i];
  return is_member;
}

// Without a policy the right to start this program is the right to capture.
Verdict AskPolicy(Word interface) {
  const long fd = Call(SYS_openat, AT_FDCWD, kPolicyPath, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd == -ENOENT) return Verdict::kAnyInterface;
  struct statx file;
  const long failure = fd < 0 ? fd : Call(SYS_statx, fd, "", AT_EMPTY_PATH, STATX_BASIC_STATS, &file);
  if (failure < 0) Answer(Status::kPolicyUnreadable, failure);
  if ((file.stx_mode & (S_IFMT | 022)) != S_IFREG || file.stx_uid != 0) Answer(Status::kPolicyUnsafe);
  const long length = Call(SYS_read, fd, policy, sizeof policy);
  if (length < 0 || length == sizeof policy) Answer(Status::kPolicyUnreadable, length < 0 ? length : -EFBIG);
  const Judgement judgement = Judge({policy, static_cast<size_t>(length)}, interface, IsMember);
  if (judgement.malformed_line > 0) Answer(Status::kPolicyMalformed, 0, judgement.malformed_line);
  if (judgement.verdict == Verdict::kForbidden) Answer(Status::kForbidden);
  return judgement.verdict;
}

// A member of a fanout group cannot be bound anew, nor leave the group (packet_do_bind and fanout_add in the kernel's
// net/packet/af_packet.c): whoever holds the socket receives from this interface and from no other.
[[noreturn]] void BindForGood(int fd, const Request& request) {
  ifreq name{};
  for (uint32_t i = 0; i < kInterfaceBytes; i++) name.ifr_name[i] = request.interface[i];
  long result = Call(SYS_ioctl, fd, SIOCGIFINDEX, &name);
  const sockaddr_ll address{AF_PACKET, htons(ETH_P_ALL), name.ifr_ifindex, 0, 0, 0, {}};
  if (result == 0) result = Call(SYS_bind, fd, &address, sizeof address);
  if (result < 0) Answer(Status::kInterfaceRefused, result);
  const uint32_t group = request.fanout < 0 ? PACKET_FANOUT_FLAG_UNIQUEID << 16 : static_cast<uint32_t>(request.fanout);
  result = Call(SYS_setsockopt, fd, SOL_PACKET, PACKET_FANOUT, &group, sizeof group);
  if (result < 0) Answer(Status::kFanoutRefused, result);
  Answer(Status::kGivenBound, 0, 0, fd);
}

[[noreturn]] void Serve() {
  Request request;
  if (Call(SYS_recvfrom, kProtocolFd, &request, sizeof request, MSG_DONTWAIT | MSG_TRUNC) != sizeof request) Exit(2);
  Word interface { request.interface, 0 };
  while (interface.length < kInterfaceBytes && interface.text[interface.length] != 0) interface.length++;
  const bool is_known = request.magic == kMagic && (request.type == SOCK_RAW || request.type == SOCK_DGRAM);
  if (!is_known || interface.length == 0 || interface.length == kInterfaceBytes) Answer(Status::kBadRequest);
  const Verdict verdict = AskPolicy(interface);
  const long fd = Call(SYS_socket, AF_PACKET, request.type | SOCK_CLOEXEC, 0);
  if (fd < 0) Answer(Status::kSocketRefused, fd);
  if (verdict == Verdict::kThisInterface) BindForGood(static_cast<int>(fd), request);
  Answer(Status::kGiven, 0, 0, static_cast<int>(fd));
}

// stack: as the kernel leaves it, the number of arguments first.
extern "C" [[noreturn, gnu::used]] void Start(const long* stack) {
  const sock_fprog filter{sizeof kFilter / sizeof *kFilter, const_cast<sock_filter*>(kFilter)};
  if (Call(SYS_prctl, PR_SET_NO_NEW_PRIVS, 1) != 0) Exit(1);
  if (Call(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter) != 0) Exit(1);
  if (stack[0] != 1) Exit(2);
  Serve();
}

}  // namespace
}  // namespace fandump::opener

asm(ENTRY);
