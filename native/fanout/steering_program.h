// Getting a steering program into the kernel: of a packet fanout group (PACKET_FANOUT_DATA, packet(7)) or of the UDP
// sockets that share a port (SO_ATTACH_REUSEPORT_CBPF and _EBPF, socket(7)). Any member may set it for all.
#pragma once

#include <string>

#include "owned_fd.h"
#include "types.h"

namespace fandump {

// Where a group's program comes from; one of the two is empty.
struct SteeringProgram {
  BpfProgram classic;
  std::string pinned;  // path of an eBPF program in a BPF file system; type socket filter or, for UDP, sk_reuseport
};

// Reads a program in the form of tcpdump -ddd: the number of instructions, then four numbers a line.
// Throws CaptureError ESTEERING_FILE, with the line where it is wrong.
BpfProgram ReadProgramFile(const std::string& path);

// Gives the program to the fanout group that fd, a packet socket on interface, is a member of; the group's mode must be
// PACKET_FANOUT_CBPF or PACKET_FANOUT_EBPF accordingly.
// Throws CaptureError ESTEERING_PINNED (the path cannot be opened), ESTEERING_REFUSED.
void SetFanoutProgram(int fd, const SteeringProgram& program, const std::string& interface);

// Gives the program to the group of UDP sockets that fd, a bound one with SO_REUSEPORT, is in. name: of the source, for
// messages. Throws CaptureError as above.
void SetReuseportProgram(int fd, const SteeringProgram& program, const std::string& name);

}  // namespace fandump
