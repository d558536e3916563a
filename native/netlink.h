// One question to the kernel over netlink(7), and its answers.
#pragma once

#include <linux/netlink.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>

#include "owned_fd.h"

namespace fandump {

// The kernel's answers come in parts of at most 32 KiB (netlink_dump in net/netlink/af_netlink.c).
inline constexpr size_t kNetlinkAnswerBytes = 32768;

// A request whose fixed part is a Body.
template <typename Body>
struct NetlinkRequest {
  explicit NetlinkRequest(int type, int flags = 0) {
    header.nlmsg_len = sizeof *this;
    header.nlmsg_type = static_cast<uint16_t>(type);
    header.nlmsg_flags = static_cast<uint16_t>(flags);
  }
  nlmsghdr header{};
  Body body{};
};

enum class NetlinkProgress { kMore, kEnd };

inline NetlinkProgress TakeNetlinkMessage(const nlmsghdr& message, const std::function<void(const nlmsghdr&)>& take,
                                          int& error) {
  if (message.nlmsg_type == NLMSG_DONE) {
    // Behind it stands what the dump's maker returned (netlink_dump_done in net/netlink/af_netlink.c): a dump that is
    // refused ends so, too, inet_diag's of a protocol that it has no module for.
    int32_t result = 0;
    if (message.nlmsg_len >= NLMSG_LENGTH(sizeof result)) std::memcpy(&result, NLMSG_DATA(&message), sizeof result);
    if (result < 0) error = -result;
    return NetlinkProgress::kEnd;
  }
  if (message.nlmsg_type != NLMSG_ERROR) {
    take(message);
    return NetlinkProgress::kMore;
  }
  if (message.nlmsg_len >= NLMSG_LENGTH(sizeof(nlmsgerr))) {
    error = -static_cast<const nlmsgerr*>(NLMSG_DATA(&message))->error;
  } else {
    error = EBADMSG;
  }
  return NetlinkProgress::kEnd;
}

// Sends a request of a NETLINK_* protocol (a whole message, nlmsghdr first) and calls take for each answer. The flags
// NLM_F_REQUEST, and NLM_F_ACK where it is no dump, are set here. Returns 0 when all answers have come, or the errno
// with which the kernel refused.
inline int AskNetlink(int protocol, nlmsghdr* request, const std::function<void(const nlmsghdr&)>& take) {
  const OwnedFd fd(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol));
  if (!fd) return errno;
  request->nlmsg_flags |= NLM_F_REQUEST;
  // An answer that is no dump says where it ends only when it is asked to.
  if ((request->nlmsg_flags & NLM_F_DUMP) != NLM_F_DUMP) request->nlmsg_flags |= NLM_F_ACK;
  if (send(fd.get(), request, request->nlmsg_len, 0) < 0) return errno;
  const auto answer = std::make_unique_for_overwrite<nlmsghdr[]>(kNetlinkAnswerBytes / sizeof(nlmsghdr));
  int error = 0;
  while (true) {
    const ssize_t received = recv(fd.get(), answer.get(), kNetlinkAnswerBytes, 0);
    if (received < 0 && errno == EINTR) continue;
    if (received <= 0) return received == 0 ? EPIPE : errno;
    auto left = static_cast<uint32_t>(received);
    for (const nlmsghdr* message = answer.get(); NLMSG_OK(message, left); message = NLMSG_NEXT(message, left)) {
      if (TakeNetlinkMessage(*message, take, error) == NetlinkProgress::kEnd) return error;
    }
  }
}

// One attribute of a message.
struct NetlinkAttribute {
  uint16_t type = 0;  // without the flags NLA_F_NESTED and NLA_F_NET_BYTEORDER
  const uint8_t* data = nullptr;
  size_t length = 0;

  // The value as a number of the host's byte order; missing bytes are zero.
  uint32_t Number() const {
    uint32_t value = 0;
    std::memcpy(&value, data, length < sizeof value ? length : sizeof value);
    return value;
  }
  // A string with or without its terminating zero.
  const char* Text() const { return reinterpret_cast<const char*>(data); }
  size_t TextLength() const { return strnlen(Text(), length); }
};

// Calls take for each attribute in [data, data + length); ends at the first that does not fit.
template <typename Take>
void ForEachAttribute(const uint8_t* data, size_t length, Take take) {
  while (length >= NLA_HDRLEN) {
    nlattr header;
    std::memcpy(&header, data, sizeof header);
    if (header.nla_len < NLA_HDRLEN || header.nla_len > length) return;
    take(NetlinkAttribute{static_cast<uint16_t>(header.nla_type & NLA_TYPE_MASK), data + NLA_HDRLEN,
                          static_cast<size_t>(header.nla_len - NLA_HDRLEN)});
    const size_t step = NLA_ALIGN(static_cast<size_t>(header.nla_len));
    if (step >= length) return;
    data += step;
    length -= step;
  }
}

// The attributes that follow a message's fixed header of so many bytes.
template <typename Take>
void ForEachAttributeOf(const nlmsghdr& message, size_t header_bytes, Take take) {
  const size_t skipped = NLMSG_HDRLEN + NLMSG_ALIGN(header_bytes);
  if (message.nlmsg_len <= skipped) return;
  ForEachAttribute(reinterpret_cast<const uint8_t*>(&message) + skipped, message.nlmsg_len - skipped, take);
}

}  // namespace fandump
