// The client of fandump-opener: starts it, hands it a request, and takes the packet socket that comes back.
#pragma once

#include <optional>
#include <string>

#include "opener/opener.h"
#include "opener/protocol.h"
#include "owned_fd.h"

namespace fandump {

// How asking went. fd holds the socket, or: start_errno is why the program could not be started, or reply is what it
// said, or it ended without a word, with this wait status.
struct OpenerAnswer {
  std::string path;
  OwnedFd fd;
  int start_errno = 0;
  std::optional<opener::Reply> reply;
  int wait_status = 0;
};

// Starts the program with an empty environment, no argument, default signal handling, and the request waiting at its
// descriptor 3. Takes at most five seconds. Throws CaptureError EOPENER where this process cannot make a Unix socket.
OpenerAnswer AskOpener(const std::string& path, const PacketSocketUse& use);

// It ran, but holds no capability.
bool LacksCapability(const OpenerAnswer& answer);

}  // namespace fandump
