// The opener's policy said once more, with the standard library and without regard to cost.
#pragma once

#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "opener/policy.h"

namespace fandump::fuzz {

inline std::vector<std::string> WordsOf(std::string line) {
  std::vector<std::string> words(1);
  line = line.substr(0, line.find('#'));
  for (const char letter : line) {
    if (letter != ' ' && letter != '\t') {
      words.back() += letter;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

inline opener::Judgement JudgeByModel(const std::string& policy, const std::string& interface,
                                      const std::function<bool(const std::string&)>& is_member) {
  bool allows_this = false, allows_any = false;
  std::istringstream lines(policy);
  std::string line;
  for (uint32_t number = 1; std::getline(lines, line); number++) {
    const std::vector<std::string> words = WordsOf(line);
    if (words.empty()) continue;
    if (words.size() != 2) return {opener::Verdict::kForbidden, number};
    if (words[0] != "*" && !is_member(words[0])) continue;
    allows_any = allows_any || words[1] == "*";
    allows_this = allows_this || words[1] == interface;
  }
  if (allows_any) return {opener::Verdict::kAnyInterface, 0};
  return {allows_this ? opener::Verdict::kThisInterface : opener::Verdict::kForbidden, 0};
}

}  // namespace fandump::fuzz
