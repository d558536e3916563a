// The start of a packet socket's program that keeps what a sink sends from being captured and sent again.
#pragma once

#include <span>

#include "bpf/bpf_assembler.h"
#include "bpf/bpf_codes.h"

namespace fandump {

// Where a version of IP has its fields, without options or extension headers: so the host sends its own.
struct IpLayout {
  uint32_t length;
  uint32_t protocol_at;
  uint32_t source_at;
  uint32_t destination_at;
  uint32_t address_words;
};
extern const IpLayout kIpv4Layout;
extern const IpLayout kIpv6Layout;

class ExclusionProgram {
 public:
  using Label = BpfAssembler::Label;

  // frame_header: bytes of the link header, of any kind; 0 where there is none.
  explicit ExclusionProgram(uint32_t frame_header = 0) : frame_header_(frame_header) {}

  // Where a packet is refused, and where it comes to the filter.
  Label refuse() const { return refuse_; }
  Label pass() const { return pass_; }

  Label NewLabel() { return bpf_.NewLabel(); }
  void Bind(Label label) { bpf_.Bind(label); }
  void Jump(Label target) { bpf_.AddJump(target); }

  // Any instruction that is no jump.
  void Add(uint16_t code, uint32_t k) { bpf_.Add(code, k); }

  // A load from so many bytes behind the link header.
  void Load(uint16_t code, uint32_t offset) { bpf_.Add(code, static_cast<uint32_t>(SKF_NET_OFF) + offset); }

  void Branch(uint16_t code, uint32_t k, Label if_true, Label if_false) { bpf_.AddBranch(code, k, if_true, if_false); }

  // Packets that do not have so many bytes behind the link header pass: a load behind the end would refuse them.
  void NeedLength(uint32_t bytes);

  // Compares words in the order of the network; goes on with the next instruction if all are equal.
  void NeedWords(uint32_t offset, std::span<const uint32_t> words, Label otherwise);

  // filter: complete, for what passes; empty: accepts everything, cut to snaplen.
  BpfProgram Finish(const BpfProgram& filter, uint32_t snaplen);

 private:
  const uint32_t frame_header_;
  BpfAssembler bpf_;
  const Label pass_ = bpf_.NewLabel();
  const Label refuse_ = bpf_.NewLabel();
};

}  // namespace fandump
