#include "filter/expression.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "filter/compile.h"

namespace fandump {
namespace {

// libpcap's words for an expression that its optimizer finds to accept nothing. With some answers that is as it should
// be.
constexpr char kAcceptsNothing[] = "expression rejects all packets";

constexpr char kTrue[] = " (1 = 1) ";
constexpr char kFalse[] = " (1 = 0) ";

std::string WithAnswers(const FilterExpression& expression, uint32_t answers) {
  std::string text = expression.parts.front();
  for (size_t i = 0; i < expression.tests.size(); i++) {
    text += (answers >> i & 1) != 0 ? kTrue : kFalse;
    text += expression.parts[i + 1];
  }
  return text;
}

bool IsEqual(const sock_filter& one, const sock_filter& other) {
  return one.code == other.code && one.jt == other.jt && one.jf == other.jf && one.k == other.k;
}

uint16_t AddProgram(std::vector<BpfProgram>& programs, BpfProgram program) {
  const auto known = std::find_if(programs.begin(), programs.end(), [&program](const BpfProgram& other) {
    return std::equal(program.begin(), program.end(), other.begin(), other.end(), IsEqual);
  });
  const auto index = static_cast<uint16_t>(known - programs.begin());
  if (known == programs.end()) programs.push_back(std::move(program));
  return index;
}

BpfProgram RefuseAll() { return {{BPF_RET | BPF_K, 0, 0, 0}}; }

}  // namespace

CompiledExpression CompileExpression(const FilterExpression& expression, uint16_t link_type, uint32_t snaplen,
                                     bool optimize) {
  CompiledExpression compiled;
  if (expression.tests.empty()) {
    compiled.programs.push_back(CompileFilter(expression.text, link_type, snaplen, optimize));
    compiled.by_answers.push_back(0);
    return compiled;
  }
  std::optional<CaptureError> nothing;
  bool accepts_some = false;
  for (uint32_t answers = 0; answers < 1u << expression.tests.size(); answers++) {
    BpfProgram program;
    try {
      program = CompileFilter(WithAnswers(expression, answers), link_type, snaplen, optimize);
      accepts_some = true;
    } catch (const CaptureError& error) {
      if (std::strcmp(error.what(), kAcceptsNothing) != 0) throw;
      nothing = error;
      program = RefuseAll();
    }
    compiled.by_answers.push_back(AddProgram(compiled.programs, std::move(program)));
  }
  if (!accepts_some) throw *nothing;
  return compiled;
}

}  // namespace fandump
