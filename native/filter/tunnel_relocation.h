// A filter program written for a packet that begins at byte 0, made to hold for one that begins further on, behind the
// headers of a tunnel. A load beyond the packet's end refuses it, before and after.
#pragma once

#include <string>

#include "bpf/bpf_assembler.h"

namespace fandump {

// What an accepting program returns: the whole of the packet.
constexpr uint32_t kAcceptAll = kMaxSnaplen;

// In the code of a load: it reads the datagram, at whose UDP header the program of a socket begins, and not the packet
// inside, and stays as it is. The kernel knows no such bit; moving the program takes it off.
constexpr uint16_t kOfDatagram = 0x100;

// Why program cannot be moved; empty: it can. Not movable are loops, what asks for metadata (linux/filter.h,
// SKF_AD_OFF), and a shift by a number of the packet's own, which the kernel computes otherwise than libpcap once it is
// above 31.
std::string WhyNotMovable(const BpfProgram& program);

// Adds program for a packet that begins at byte start. program must be movable.
void AddBehind(BpfAssembler& assembler, const BpfProgram& program, uint32_t start);

// Three words of scratch memory that none of programs uses.
struct ScratchWords {
  uint32_t start = 0;        // where the packet begins; the caller stores it
  uint32_t index = 0;        // the program's X
  uint32_t accumulator = 0;  // its A, while it is needed elsewhere
};

// Returns false where fewer than three words are free.
bool FindScratchWords(const std::vector<const BpfProgram*>& programs, ScratchWords& words);

// Adds program for a packet that begins at the byte whose number lies in words.start. As cBPF has one index register,
// and that is needed for the start, the program's own lies in words.index. program must be movable.
void AddBehindStoredStart(BpfAssembler& assembler, const BpfProgram& program, const ScratchWords& words);

}  // namespace fandump
