#include "keeper/name_pattern.h"

#include <algorithm>

namespace fandump::keeper {
namespace {

// Where the conversion's own character stands: behind glibc's flags and width, and POSIX's modifiers (strftime(3)).
size_t ConversionAt(std::string_view pattern, size_t percent) {
  size_t at = pattern.find_first_not_of("_-0^#+", percent + 1);
  at = at == std::string_view::npos ? at : pattern.find_first_not_of("0123456789", at);
  return at == std::string_view::npos ? at : pattern.find_first_not_of("EO", at);
}

bool HasHostileComponent(std::string_view name) {
  for (size_t begin = 0; begin <= name.size();) {
    const size_t end = std::min(name.find('/', begin), name.size());
    const std::string_view component = name.substr(begin, end - begin);
    if (component.empty() || component == "." || component == "..") return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

SavefileName SplitPath(const std::string& path, bool is_timed) {
  const size_t literal = is_timed ? path.find('%') : std::string::npos;
  const size_t slash = literal == 0 ? std::string::npos : path.rfind('/', literal);
  const size_t folder = slash == std::string::npos ? 0 : slash + 1;
  return {path.substr(0, folder), path.substr(folder)};
}

NamePattern::NamePattern(std::string_view pattern, bool is_timed, bool numbered) : is_numbered_(numbered) {
  for (size_t i = 0; i < pattern.size(); i++) {
    const size_t conversion = is_timed && pattern[i] == '%' ? ConversionAt(pattern, i) : std::string_view::npos;
    if (conversion == std::string_view::npos) {
      tokens_.push_back({Kind::kLiteral, pattern[i]});
    } else {
      AddConversion(pattern[conversion]);
      i = conversion;
    }
  }
  if (numbered) tokens_.push_back({Kind::kDigits, 0});
}

void NamePattern::AddConversion(char conversion) {
  const Token any{Kind::kAnyText, 0};
  const Token slash{Kind::kLiteral, '/'};
  if (conversion == '%') {
    tokens_.push_back({Kind::kLiteral, '%'});
  } else if (conversion == 'D' || conversion == 'x') {
    tokens_.insert(tokens_.end(), {any, slash, any, slash, any});
  } else {
    tokens_.push_back(any);
  }
}

bool NamePattern::Matches(std::string_view name) const {
  if (HasHostileComponent(name)) return false;
  if (TokensMatch(name)) return true;
  const size_t last = name.find_last_not_of("0123456789");
  const bool ends_with_number = last != std::string_view::npos && last + 1 < name.size() && name[last] == '.';
  return is_numbered_ && ends_with_number && TokensMatch(name.substr(0, last));
}

// All the ways to match at the same time: reached[i] says that the tokens before i match what was read until now.
bool NamePattern::TokensMatch(std::string_view name) const {
  const size_t count = tokens_.size();
  std::vector<bool> reached(count + 1), next(count + 1);
  const auto skip_repeated = [this, count](std::vector<bool>& states) {
    for (size_t i = 0; i < count; i++) {
      if (states[i] && tokens_[i].kind != Kind::kLiteral) states[i + 1] = true;
    }
  };
  reached[0] = true;
  skip_repeated(reached);
  for (const char character : name) {
    next.assign(count + 1, false);
    for (size_t i = 0; i < count; i++) {
      if (!reached[i] || !Takes(tokens_[i], character)) continue;
      next[tokens_[i].kind == Kind::kLiteral ? i + 1 : i] = true;
    }
    skip_repeated(next);
    reached.swap(next);
  }
  return reached[count];
}

bool NamePattern::Takes(Token token, char character) {
  switch (token.kind) {
    case Kind::kLiteral:
      return character == token.literal;
    case Kind::kAnyText:
      return character != '/';
    case Kind::kDigits:
      return character >= '0' && character <= '9';
  }
  return false;
}

}  // namespace fandump::keeper
