// What the user is told when fandump-opener did not give a socket.
#pragma once

#include "opener/client.h"
#include "types.h"

namespace fandump {

// Codes as in opener.h.
CaptureError ExplainOpenerAnswer(const OpenerAnswer& answer, const PacketSocketUse& use);

}  // namespace fandump
