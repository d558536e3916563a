#include "fanout/steering.h"

#include "bpf/bpf_codes.h"
#include "fanout/steering_walk.h"

namespace fandump {

namespace {

// Odd multipliers and shifts of the finish of MurmurHash3 (public domain): every bit of the flow reaches every bit of
// the result, so that also its remainder by a small number is even.
constexpr uint32_t kFirstMultiplier = 0x85ebca6b;
constexpr uint32_t kSecondMultiplier = 0xc2b2ae35;
constexpr uint32_t kSumMultiplier = 0x9e3779b1;

void EmitXorShift(SteeringEmitter& emit, uint32_t bits) {
  emit.Store(kWordFirst);
  emit.ShiftRight(bits);
  emit.LoadOperand(kWordFirst);
  emit.XorOperand();
}

// The accumulator: a hash of what the walk has found.
void EmitHash(SteeringEmitter& emit) {
  emit.Load(kWordAddressSum);
  emit.Multiply(kSumMultiplier);
  emit.LoadOperand(kWordAddressXor);
  emit.AddOperand();
  EmitXorShift(emit, 16);
  emit.Multiply(kFirstMultiplier);
  emit.LoadOperand(kWordPorts);
  emit.XorOperand();
  EmitXorShift(emit, 13);
  emit.Multiply(kSecondMultiplier);
  emit.LoadOperand(kWordProtocol);
  emit.AddOperand();
  EmitXorShift(emit, 16);
  emit.Multiply(kFirstMultiplier);
  EmitXorShift(emit, 15);
}

void EmitReturns(SteeringEmitter& emit, const std::vector<int>& places) {
  for (size_t i = 0; i < places.size(); i++) {
    const SteeringEmitter::Label next = emit.NewLabel();
    emit.JumpUnlessEqual(static_cast<uint32_t>(i), next);
    emit.Emit(bpf::kReturn, static_cast<uint32_t>(places[i]));
    emit.Bind(next);
  }
}

// The slots that have a member return its place. The others' flows go to the members that there are, by what the
// remainder has left of the hash, so that only those flows move when a member leaves.
void EmitSlots(SteeringEmitter& emit, const SteeringOptions& options) {
  std::vector<int> places;
  for (const int place : options.slots) {
    if (place != kVacantSlot) places.push_back(place);
  }
  emit.Store(kWordFirst);
  emit.Emit(BPF_ALU | BPF_MOD | BPF_K, options.group_size);
  for (size_t slot = 0; slot < options.slots.size(); slot++) {
    if (options.slots[slot] == kVacantSlot) continue;
    const SteeringEmitter::Label next = emit.NewLabel();
    emit.JumpUnlessEqual(static_cast<uint32_t>(slot), next);
    emit.Emit(bpf::kReturn, static_cast<uint32_t>(options.slots[slot]));
    emit.Bind(next);
  }
  if (!places.empty()) {
    emit.Load(kWordFirst);
    emit.Emit(BPF_ALU | BPF_DIV | BPF_K, options.group_size);
    emit.Emit(BPF_ALU | BPF_MOD | BPF_K, static_cast<uint32_t>(places.size()));
    EmitReturns(emit, places);
  }
  emit.Emit(bpf::kReturn, 0);
}

}  // namespace

BpfProgram BuildSteeringProgram(const SteeringOptions& options) {
  SteeringWalk walk(options);
  walk.Walk();
  SteeringEmitter& emit = walk.emitter();
  if (options.start == SteeringStart::kDatagram) {
    const SteeringEmitter::Label found = emit.NewLabel();
    emit.Load(kWordFound);
    emit.JumpUnlessEqual(0, found);
    emit.Emit(bpf::kReturn, kSteeringByKernel);
    emit.Bind(found);
  }
  EmitHash(emit);
  if (!options.slots.empty()) {
    EmitSlots(emit, options);
  } else {
    if (options.group_size > 0) emit.Emit(BPF_ALU | BPF_MOD | BPF_K, options.group_size);
    emit.Emit(BPF_RET | BPF_A);
  }
  return emit.Assemble();
}

}  // namespace fandump
