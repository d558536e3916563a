// Codes of classic BPF's instructions, by what they do (linux/filter.h). A is the accumulator, X the index register.
#pragma once

#include <linux/filter.h>

#include <cstdint>

namespace fandump::bpf {

// To A: from a fixed place of the packet, or what the kernel knows beside it (SKF_AD_OFF).
constexpr uint16_t kLoadWord = BPF_LD | BPF_W | BPF_ABS;
constexpr uint16_t kLoadHalf = BPF_LD | BPF_H | BPF_ABS;
constexpr uint16_t kLoadByte = BPF_LD | BPF_B | BPF_ABS;
// Places of what the kernel knows, for kLoadWord.
constexpr auto kPacketTypeAt = static_cast<uint32_t>(SKF_AD_OFF + SKF_AD_PKTTYPE);
constexpr auto kHardwareTypeAt = static_cast<uint32_t>(SKF_AD_OFF + SKF_AD_HATYPE);
constexpr auto kProtocolAt = static_cast<uint32_t>(SKF_AD_OFF + SKF_AD_PROTOCOL);
constexpr auto kTagPresentAt = static_cast<uint32_t>(SKF_AD_OFF + SKF_AD_VLAN_TAG_PRESENT);
constexpr auto kMarkAt = static_cast<uint32_t>(SKF_AD_OFF + SKF_AD_MARK);
// To A: from a place counted from X.
constexpr uint16_t kLoadByteAtX = BPF_LD | BPF_B | BPF_IND;
// To A: the packet's length, a constant, a word of scratch memory.
constexpr uint16_t kLoadLength = BPF_LD | BPF_W | BPF_LEN;
constexpr uint16_t kLoadConstant = BPF_LD | BPF_IMM;
constexpr uint16_t kLoadMemory = BPF_LD | BPF_MEM;
// To X.
constexpr uint16_t kLoadMemoryToX = BPF_LDX | BPF_MEM;

constexpr uint16_t kTax = BPF_MISC | BPF_TAX;
constexpr uint16_t kTxa = BPF_MISC | BPF_TXA;

constexpr uint16_t kAdd = BPF_ALU | BPF_ADD | BPF_K;
constexpr uint16_t kAddX = BPF_ALU | BPF_ADD | BPF_X;
constexpr uint16_t kSubtract = BPF_ALU | BPF_SUB | BPF_K;
constexpr uint16_t kSubtractX = BPF_ALU | BPF_SUB | BPF_X;
constexpr uint16_t kAnd = BPF_ALU | BPF_AND | BPF_K;
constexpr uint16_t kShiftLeft = BPF_ALU | BPF_LSH | BPF_K;
constexpr uint16_t kShiftRight = BPF_ALU | BPF_RSH | BPF_K;

constexpr uint16_t kJump = BPF_JMP | BPF_JA;
// Of A, unsigned.
constexpr uint16_t kBranchIfEqual = BPF_JMP | BPF_JEQ | BPF_K;
constexpr uint16_t kBranchIfGreater = BPF_JMP | BPF_JGT | BPF_K;
constexpr uint16_t kBranchIfAtLeast = BPF_JMP | BPF_JGE | BPF_K;
constexpr uint16_t kBranchIfAtLeastX = BPF_JMP | BPF_JGE | BPF_X;
// If any of the bits is set.
constexpr uint16_t kBranchIfAny = BPF_JMP | BPF_JSET | BPF_K;

constexpr uint16_t kReturn = BPF_RET | BPF_K;

}  // namespace fandump::bpf
