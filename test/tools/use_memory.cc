// Uses --megabytes of memory, in huge pages where the kernel has them, and gives it back.
#include <sys/mman.h>

#include <cstring>

#include "arguments.h"

namespace fandump {
namespace {

int Main(int argc, char** argv) {
  const Arguments arguments(argc, argv, {"megabytes"});
  const size_t bytes = arguments.Number("megabytes", 1, 1, 65536) << 20;
  void* const memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) FailErrno("mmap");
  madvise(memory, bytes, MADV_HUGEPAGE);
  std::memset(memory, 1, bytes);
  return 0;
}

}  // namespace
}  // namespace fandump

int main(int argc, char** argv) { return fandump::Main(argc, argv); }
