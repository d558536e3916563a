#include "fanout/steering_program.h"

#include <linux/bpf.h>
#include <linux/filter.h>
#include <linux/if_packet.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

namespace fandump {

namespace {

std::string ErrnoText(int error) { return std::generic_category().message(error); }

OwnedFd OpenPinned(const std::string& path, const std::string& name) {
  bpf_attr attribute{};
  attribute.pathname = reinterpret_cast<uint64_t>(path.c_str());
  OwnedFd fd(static_cast<int>(syscall(SYS_bpf, BPF_OBJ_GET, &attribute, sizeof attribute)));
  if (fd) return fd;
  const int error = errno;
  const std::string attempt = name + ": opening the pinned program " + path + ": ";
  switch (error) {
    case ENOENT:
      throw CaptureError("ESTEERING_PINNED", attempt + "there is none", error, "ls /sys/fs/bpf");
    case EPERM:
    case EACCES:
      throw CaptureError("ESTEERING_PINNED", attempt + "this process may not", error,
                         "run as root, or: sudo chmod o+r " + path + " where kernel.unprivileged_bpf_disabled is 0");
    case EINVAL:
      throw CaptureError("ESTEERING_PINNED", attempt + "the file is not in a BPF file system", error,
                         "bpftool prog pin id ID /sys/fs/bpf/NAME");
    default:
      throw CaptureError("ESTEERING_PINNED", attempt + ErrnoText(error), error);
  }
}

CaptureError Refused(const std::string& name, const SteeringProgram& program, int error) {
  std::string why = ErrnoText(error);
  std::string hint;
  switch (error) {
    case EINVAL:
      why = program.pinned.empty() ? "it is not a valid classic BPF program, or the group has another mode"
                                   : "it is not a program of a type that shares packets out";
      hint = program.pinned.empty() ? "" : "for an interface: type socket filter; for udp also sk_reuseport";
      break;
    case ENOMEM:
      why = "it is longer than net.core.optmem_max lets a socket have";
      hint = "sudo sysctl -w net.core.optmem_max=1048576";
      break;
    case EPERM:
      why = "the socket's filter is locked, or a security policy refuses it";
      break;
    default:
      break;
  }
  return {"ESTEERING_REFUSED", name + ": the kernel does not take the steering program: " + why, error, hint};
}

void Set(int fd, int level, int option, const void* value, socklen_t length, const SteeringProgram& program,
         const std::string& name) {
  if (setsockopt(fd, level, option, value, length) != 0) throw Refused(name, program, errno);
}

void SetProgram(int fd, const SteeringProgram& program, int level, int classic_option, int ebpf_option,
                const std::string& name) {
  if (!program.pinned.empty()) {
    const OwnedFd pinned = OpenPinned(program.pinned, name);
    const int descriptor = pinned.get();
    Set(fd, level, ebpf_option, &descriptor, sizeof descriptor, program, name);
    return;
  }
  // The kernel does not write to the program, but takes no pointer to const.
  const sock_fprog argument{static_cast<unsigned short>(program.classic.size()),
                            const_cast<sock_filter*>(program.classic.data())};
  Set(fd, level, classic_option, &argument, sizeof argument, program, name);
}

constexpr char kFormHint[] = "tcpdump -ddd EXPRESSION prints the form";

// An instruction is four numbers of 23 digits in all. A device may have no end.
constexpr size_t kMostText = BPF_MAXINSNS * 64;

std::string ReadText(const std::string& path) {
  const std::string what = "reading the steering program " + path + ": ";
  std::ifstream file(path);
  if (!file) {
    const int error = errno;
    throw CaptureError("ESTEERING_FILE", what + ErrnoText(error), error, kFormHint);
  }
  std::string text(kMostText + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<size_t>(file.gcount()));
  if (text.size() <= kMostText) return text;
  throw CaptureError("ESTEERING_FILE", what + "longer than " + std::to_string(kMostText) + " bytes, as no program is",
                     0, kFormHint);
}

[[noreturn]] void FailAtLine(const std::string& path, size_t line, const std::string& why) {
  throw CaptureError("ESTEERING_FILE",
                     "reading the steering program " + path + ", line " + std::to_string(line) + ": " + why, 0,
                     kFormHint);
}

}  // namespace

BpfProgram ReadProgramFile(const std::string& path) {
  std::istringstream file(ReadText(path));
  std::string line;
  size_t count = 0;
  if (!std::getline(file, line) || !(std::istringstream(line) >> count) || count < 1 || count > BPF_MAXINSNS) {
    FailAtLine(path, 1, "a number of instructions from 1 to " + std::to_string(BPF_MAXINSNS) + " belongs here");
  }
  BpfProgram program;
  while (program.size() < count) {
    const size_t number = program.size() + 2;
    if (!std::getline(file, line)) FailAtLine(path, number, "the program ends before its last instruction");
    std::istringstream numbers(line);
    uint64_t code = 0, if_true = 0, if_false = 0, k = 0;
    std::string rest;
    if (!(numbers >> code >> if_true >> if_false >> k) || (numbers >> rest) || code > 0xffff || if_true > 0xff ||
        if_false > 0xff || k > 0xffffffff) {
      FailAtLine(path, number, "an instruction is four numbers: code, jt, jf, k");
    }
    program.push_back({static_cast<uint16_t>(code), static_cast<uint8_t>(if_true), static_cast<uint8_t>(if_false),
                       static_cast<uint32_t>(k)});
  }
  return program;
}

void SetFanoutProgram(int fd, const SteeringProgram& program, const std::string& interface) {
  // One option for both; the group's mode tells the kernel which it is.
  SetProgram(fd, program, SOL_PACKET, PACKET_FANOUT_DATA, PACKET_FANOUT_DATA, interface);
}

void SetReuseportProgram(int fd, const SteeringProgram& program, const std::string& name) {
  SetProgram(fd, program, SOL_SOCKET, SO_ATTACH_REUSEPORT_CBPF, SO_ATTACH_REUSEPORT_EBPF, name);
}

}  // namespace fandump
