// A filter expression evaluated in userspace, on the bytes that the packet views point to.
#pragma once

#include <memory>

#include "filter/expression.h"
#include "types.h"

namespace fandump {

enum class FilterScope {
  kAllPackets,
  // Only packets with kFlagVlanRestored, which KernelFilter::recheck_restored_tags asks for; others pass. Packets that
  // pass here are cut to the snaplen, since the kernel hands them over whole.
  kRestoredTags,
};

class PacketFilter {
 public:
  // snaplen in bytes, 1..kMaxSnaplen. An empty expression accepts everything at no cost.
  PacketFilter(FilterExpression expression, uint32_t snaplen, bool optimize,
               FilterScope scope = FilterScope::kAllPackets);
  ~PacketFilter();
  PacketFilter(const PacketFilter&) = delete;
  PacketFilter& operator=(const PacketFilter&) = delete;

  // Compiles for a link type ahead of its first packet, so that a bad expression is found before anything is opened.
  // Throws CaptureError "EFILTER".
  void Prepare(uint16_t link_type);

  // The same for a link type that need not come at all: where the expression cannot hold for it, its packets will be
  // refused. Returns libpcap's reason then, else an empty string.
  std::string PrepareOrRefuse(uint16_t link_type);

  // Keeps the accepted ones of size packets, in their order, at the front of the array; returns how many these are.
  // A link type that has not been met before is compiled for here. Throws CaptureError "EFILTER" where the
  // expression cannot hold for that link type.
  size_t Apply(PacketView* packets, size_t size);

 private:
  struct Program;
  struct Compiled;

  void AddProgram(const BpfProgram& program, Compiled& compiled) const;
  void Keep(std::unique_ptr<Compiled> compiled);
  Compiled& CompiledFor(uint16_t link_type);
  bool Accepts(PacketView& packet);

  const FilterExpression expression_;
  const uint32_t snaplen_;
  const bool optimize_;
  const FilterScope scope_;
  std::vector<std::unique_ptr<Compiled>> compiled_;
  Compiled* last_ = nullptr;
};

}  // namespace fandump
