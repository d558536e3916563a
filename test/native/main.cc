// Runs every registered test, or those whose name contains the first argument.
#include "check.h"

#include <exception>
#include <string_view>

namespace fandump::test {
namespace {
int failures_in_case = 0;
struct SkipSignal {
  std::string reason;
};
}  // namespace

std::vector<Case>& Cases() {
  static std::vector<Case> cases;
  return cases;
}

void Fail(const char* file, int line, const std::string& what) {
  failures_in_case++;
  std::cerr << file << ":" << line << ": " << what << "\n";
}

void Skip(const std::string& reason) { throw SkipSignal{reason}; }

}  // namespace fandump::test

int main(int argc, char** argv) {
  using namespace fandump::test;
  int passed = 0, failed = 0, skipped = 0;
  // Tests fork: what is still in the buffer would be written by each child once more.
  std::cout << std::unitbuf;
  for (const Case& test : Cases()) {
    if (argc > 1 && std::string_view(test.name).find(argv[1]) == std::string_view::npos) continue;
    failures_in_case = 0;
    try {
      test.body();
    } catch (const SkipSignal& skip) {
      std::cout << "skip " << test.name << ": " << skip.reason << "\n";
      skipped++;
      continue;
    } catch (const std::exception& error) {
      Fail(test.name, 0, std::string("threw: ") + error.what());
    }
    if (failures_in_case > 0) {
      std::cout << "FAIL " << test.name << "\n";
      failed++;
    } else {
      passed++;
    }
  }
  std::cout << passed << " passed, " << failed << " failed, " << skipped << " skipped\n";
  return failed == 0 ? 0 : 1;
}
