#include "keeper/command_words.h"

#include <string_view>

namespace fandump::keeper {
namespace {

constexpr std::string_view kFileMark = "{}";

}  // namespace

std::vector<std::string> WordsForFile(const std::vector<std::string>& words, const std::string& file) {
  // A name that looks like an option would be taken for one.
  const std::string name = file.starts_with('-') ? "./" + file : file;
  std::vector<std::string> result = words;
  bool is_named = false;
  for (size_t i = 1; i < result.size(); i++) {
    std::string& word = result[i];
    for (size_t at = word.find(kFileMark); at != std::string::npos; at = word.find(kFileMark, at + name.size())) {
      word.replace(at, kFileMark.size(), name);
      is_named = true;
    }
  }
  if (!is_named) result.push_back(name);
  return result;
}

}  // namespace fandump::keeper
