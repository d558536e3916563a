// Which names a capture's savefiles may have: what its -w says literally, anything but slashes where strftime(3) fills
// in, and behind it the numbers of files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fandump::keeper {

struct SavefileName {
  std::string folder;   // where the pattern is looked for: empty, or with a slash at its end
  std::string pattern;  // strftime(3)'s where is_timed
};

// The folder is as much of the path as is literal.
SavefileName SplitPath(const std::string& path, bool is_timed);

class NamePattern {
 public:
  // numbered: digits may stand behind it, then a point and digits.
  NamePattern(std::string_view pattern, bool is_timed, bool numbered);

  // Never true for an absolute path, nor for one with an empty component, "." or "..".
  bool Matches(std::string_view name) const;

 private:
  // All but literals may repeat, or be absent.
  enum class Kind : uint8_t { kLiteral, kAnyText, kDigits };
  struct Token {
    Kind kind;
    char literal;
  };

  void AddConversion(char conversion);
  bool TokensMatch(std::string_view name) const;
  static bool Takes(Token token, char character);

  std::vector<Token> tokens_;
  bool is_numbered_;
};

}  // namespace fandump::keeper
