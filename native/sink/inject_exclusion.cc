#include "sink/inject_exclusion.h"

namespace fandump {

BpfProgram ExcludeMark(uint32_t mark, const BpfProgram& filter, uint32_t snaplen) {
  BpfProgram program = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<uint32_t>(SKF_AD_OFF + SKF_AD_MARK)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, mark, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, 0),
  };
  if (filter.empty()) {
    program.push_back(BPF_STMT(BPF_RET | BPF_K, snaplen));
  } else {
    program.insert(program.end(), filter.begin(), filter.end());
  }
  return program;
}

}  // namespace fandump
