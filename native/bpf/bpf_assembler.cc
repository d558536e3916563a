#include "bpf/bpf_assembler.h"

#include "bpf/bpf_codes.h"

namespace fandump {
namespace {

constexpr size_t kFarthestBranch = 255;

bool IsJumpAlways(uint16_t code) { return code == bpf::kJump; }
bool IsBranch(uint16_t code) { return BPF_CLASS(code) == BPF_JMP && !IsJumpAlways(code); }
bool IsReturn(uint16_t code) { return BPF_CLASS(code) == BPF_RET; }

}  // namespace

BpfAssembler::Label BpfAssembler::NewLabel() {
  labels_.push_back(0);
  return labels_.size() - 1;
}

void BpfAssembler::Bind(Label label) { labels_[label] = instructions_.size(); }

void BpfAssembler::Add(uint16_t code, uint32_t k) { instructions_.push_back({code, k, 0, 0}); }

void BpfAssembler::AddBranch(uint16_t code, uint32_t k, Label if_true, Label if_false) {
  instructions_.push_back({code, k, if_true, if_false});
}

void BpfAssembler::AddJump(Label target) { instructions_.push_back({bpf::kJump, 0, target, target}); }

std::vector<bool> BpfAssembler::Reachable() const {
  // Jumps go forward, so one pass in order meets every instruction after all that lead to it.
  std::vector<bool> reachable(instructions_.size(), false);
  if (!reachable.empty()) reachable[0] = true;
  for (size_t i = 0; i < instructions_.size(); i++) {
    const Instruction& instruction = instructions_[i];
    if (!reachable[i] || IsReturn(instruction.code)) continue;
    if (BPF_CLASS(instruction.code) == BPF_JMP) {
      reachable[labels_[instruction.if_true]] = true;
      reachable[labels_[instruction.if_false]] = true;
    } else {
      reachable[i + 1] = true;
    }
  }
  return reachable;
}

BpfProgram BpfAssembler::Assemble() const {
  const std::vector<bool> reachable = Reachable();
  const size_t count = instructions_.size();
  // A branch whose target is too far gets a jump of its own right behind it. Each of these moves what follows, which
  // may put another target out of reach, so positions are computed until nothing changes; far only ever grows.
  std::vector<bool> far_true(count, false), far_false(count, false);
  std::vector<size_t> position(count + 1, 0);
  for (bool changed = true; changed;) {
    changed = false;
    for (size_t i = 0; i < count; i++) {
      position[i + 1] = position[i] + (reachable[i] ? 1 + far_true[i] + far_false[i] : 0);
    }
    for (size_t i = 0; i < count; i++) {
      if (!reachable[i] || !IsBranch(instructions_[i].code)) continue;
      const size_t next = position[i] + 1;
      if (!far_true[i] && position[labels_[instructions_[i].if_true]] - next > kFarthestBranch) {
        far_true[i] = changed = true;
      }
      if (!far_false[i] && position[labels_[instructions_[i].if_false]] - next > kFarthestBranch) {
        far_false[i] = changed = true;
      }
    }
  }

  BpfProgram program;
  program.reserve(position[count]);
  const auto add_jump = [&program](size_t target) {
    program.push_back({bpf::kJump, 0, 0, static_cast<uint32_t>(target - program.size() - 1)});
  };
  for (size_t i = 0; i < count; i++) {
    if (!reachable[i]) continue;
    const Instruction& instruction = instructions_[i];
    if (IsJumpAlways(instruction.code)) {
      add_jump(position[labels_[instruction.if_true]]);
    } else if (IsBranch(instruction.code)) {
      const size_t next = program.size() + 1;
      const size_t if_true = position[labels_[instruction.if_true]];
      const size_t if_false = position[labels_[instruction.if_false]];
      program.push_back({instruction.code, static_cast<uint8_t>(far_true[i] ? 0 : if_true - next),
                         static_cast<uint8_t>(far_false[i] ? far_true[i] : if_false - next), instruction.k});
      if (far_true[i]) add_jump(if_true);
      if (far_false[i]) add_jump(if_false);
    } else {
      program.push_back({instruction.code, 0, 0, instruction.k});
    }
  }
  return program;
}

}  // namespace fandump
