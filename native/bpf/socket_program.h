// The classic BPF program of a socket (SO_ATTACH_FILTER of socket(7)).
#pragma once

#include "types.h"

namespace fandump {

// Refuses everything.
BpfProgram RefusingProgram();

// In place of the program that was there. Returns 0 or errno.
int AttachProgram(int fd, const BpfProgram& program);

}  // namespace fandump
