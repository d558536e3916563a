// What this receiver needs of io_uring and Linux 5.15's headers, which Ubuntu 22.04 builds with, do not have yet: the
// layouts and numbers of include/uapi/linux/io_uring.h in Linux 6.1.
#pragma once

#include <linux/io_uring.h>

#include <cstdint>

namespace fandump::uring {

constexpr uint32_t kSetupSingleIssuer = 1u << 12;  // IORING_SETUP_SINGLE_ISSUER, Linux 6.0
constexpr uint32_t kSetupDeferTaskrun = 1u << 13;  // IORING_SETUP_DEFER_TASKRUN, Linux 6.1
constexpr unsigned kRegisterBufferRing = 22;       // IORING_REGISTER_PBUF_RING, Linux 5.19
constexpr uint16_t kReceiveMultishot = 1u << 1;    // IORING_RECV_MULTISHOT, Linux 6.0

// struct io_uring_buf. That of the first entry of a ring has the ring's tail in place of the last field.
struct Buffer {
  uint64_t address;
  uint32_t length;
  uint16_t number;
  uint16_t tail;
};

// struct io_uring_buf_reg.
struct BufferRing {
  uint64_t address;
  uint32_t entries;
  uint16_t group;
  uint16_t flags;
  uint64_t reserved[3];
};

// struct io_uring_recvmsg_out: what stands before a message in its buffer.
struct MessageHead {
  uint32_t name_length;
  uint32_t control_length;
  uint32_t payload_length;
  uint32_t flags;
};

static_assert(sizeof(Buffer) == 16 && sizeof(BufferRing) == 40 && sizeof(MessageHead) == 16);

}  // namespace fandump::uring
