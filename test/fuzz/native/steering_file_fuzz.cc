// The reader of files with a steering program. Input: a file.
#include "fanout/steering_program.h"
#include "memory_file.h"

using namespace fandump;
using fandump::fuzz::Require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static fuzz::MemoryFile file;
  file.Write(data, size);
  try {
    const BpfProgram program = ReadProgramFile(file.path());
    Require(!program.empty() && program.size() <= BPF_MAXINSNS, "a program of a length that the kernel takes");
  } catch (const CaptureError& error) {
    Require(error.code() == "ESTEERING_FILE", "an error of the file");
    for (const char byte : std::string(error.what()) + error.hint()) {
      Require(static_cast<unsigned char>(byte) >= ' ' && byte != 0x7f, "a message without control characters");
    }
  }
  return 0;
}
