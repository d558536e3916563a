// From the errno of PACKET_FANOUT to what really stands in the way.
#pragma once

#include <optional>
#include <vector>

#include "fanout/fanout.h"
#include "fanout/fanout_members.h"
#include "types.h"

namespace fandump {

// What can be refused without asking the kernel: it would say EINVAL to all of it. Throws CaptureError.
void CheckFanoutOptions(const FanoutOptions& options);

// Why the join of a socket to options' group failed with system_errno. group: the members that it has, nothing where
// the kernel does not tell. interface_up: whether the socket's interface is.
CaptureError ExplainFanoutFailure(const FanoutOptions& options, int system_errno,
                                  const std::optional<std::vector<FanoutMember>>& group, bool interface_up);

}  // namespace fandump
