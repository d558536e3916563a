// The start of a packet socket's program that keeps what a sink sends from being captured and sent again.
#pragma once

#include <functional>
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

  // refuse_own adds what judges one packet: that of the frame, and where it is none of the sink's the one inside it, if
  // it is a tunnel. So the host sends what goes out by a vxlan, geneve, gre or ipip device, over an interface that is
  // perhaps captured. Every path of refuse_own ends in refuse() or pass().
  void LookAtPackets(const std::function<void()>& refuse_own);

  // Where a packet is refused, and where it is none of the sink's.
  Label refuse() const { return refuse_; }
  Label pass() const { return otherwise_; }

  Label NewLabel() { return bpf_.NewLabel(); }
  void Bind(Label label) { bpf_.Bind(label); }
  void Jump(Label target) { bpf_.AddJump(target); }

  // Any instruction that is no jump.
  void Add(uint16_t code, uint32_t k) { bpf_.Add(code, k); }

  // A load from so many bytes behind the start of the packet. code: kLoadWord, kLoadHalf or kLoadByte.
  void Load(uint16_t code, uint32_t offset);

  void Branch(uint16_t code, uint32_t k, Label if_true, Label if_false) { bpf_.AddBranch(code, k, if_true, if_false); }

  // Packets that do not have so many bytes pass: a load behind the end would refuse them.
  void NeedLength(uint32_t bytes);

  // Compares words in the order of the network; goes on with the next instruction if all are equal.
  void NeedWords(uint32_t offset, std::span<const uint32_t> words, Label otherwise);

  // filter: complete, for what passes; empty: accepts everything, cut to snaplen.
  BpfProgram Finish(const BpfProgram& filter, uint32_t snaplen);

 private:
  struct Tunnels {
    Label ip, gre, udp;
  };

  void EnterTunnel();
  void GoBehindIp(const IpLayout& layout, const Tunnels& tunnels);
  void GoBehindGre(Label entered);
  void GoBehindUdpTunnel();
  void MoveBy(uint32_t bytes);

  const uint32_t frame_header_;
  BpfAssembler bpf_;
  const Label pass_ = bpf_.NewLabel();
  const Label refuse_ = bpf_.NewLabel();
  Label otherwise_ = pass_;
  bool counts_from_x_ = false;  // X has where the packet starts, in bytes behind the link header
};

}  // namespace fandump
