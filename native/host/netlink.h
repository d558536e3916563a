// One question to the kernel over netlink(7), and its answers.
#pragma once

#include <linux/netlink.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>

namespace fandump {

// Sends a request of a NETLINK_* protocol (a whole message, nlmsghdr first) and calls take for each answer. The flags
// NLM_F_REQUEST, and NLM_F_ACK where it is no dump, are set here. Returns 0 when all answers have come, or the errno
// with which the kernel refused.
int AskNetlink(int protocol, nlmsghdr* request, const std::function<void(const nlmsghdr&)>& take);

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
