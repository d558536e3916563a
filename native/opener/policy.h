// The opener's policy file: who may capture where. A line is a group and an interface with blanks between; the group is
// a name, a number, or * for everybody; the interface is a name, or * for all. # begins a comment.
#pragma once

#include <stddef.h>
#include <stdint.h>

namespace fandump::opener {

constexpr char kPolicyPath[] = "/etc/fandump/allow";
constexpr size_t kPolicyMaxBytes = 16384;

struct Word {
  const char* text;
  size_t length;
  bool operator==(const Word& other) const {
    size_t same = 0;
    while (same < length && same < other.length && text[same] == other.text[same]) same++;
    return same == length && same == other.length;
  }
};

enum class Verdict { kForbidden, kThisInterface, kAnyInterface };

struct Judgement {
  Verdict verdict;
  uint32_t malformed_line;  // counted from 1; 0: there is none
};

// The number that a word is, below 10^10, or -1.
inline int64_t NumberOf(Word word) {
  int64_t number = word.length == 0 || word.length > 10 ? -1 : 0;
  for (size_t i = 0; i < word.length && number >= 0; i++) {
    const char digit = word.text[i];
    number = digit >= '0' && digit <= '9' ? number * 10 + (digit - '0') : -1;
  }
  return number;
}

// Takes the part before the first separator, and that separator, off text.
inline Word TakeUntil(char separator, Word& text, char other = '\n') {
  size_t length = 0;
  while (length < text.length && text.text[length] != separator && text.text[length] != other) length++;
  const Word part{text.text, length};
  const size_t taken = length < text.length ? length + 1 : length;
  text = {text.text + taken, text.length - taken};
  return part;
}

inline Word TakeWord(Word& line) {
  Word word = TakeUntil(' ', line, '\t');
  while (word.length == 0 && line.length > 0) word = TakeUntil(' ', line, '\t');
  return word;
}

// A group's number in the text of group(5), or -1.
inline int64_t FindGroup(Word name, Word file) {
  while (file.length > 0) {
    Word line = TakeUntil('\n', file);
    if (!(TakeUntil(':', line) == name)) continue;
    TakeUntil(':', line);
    return NumberOf(TakeUntil(':', line));
  }
  return -1;
}

// Judges by the whole policy: one malformed line, and nobody is allowed anything.
inline Judgement Judge(Word policy, Word interface, bool (*is_member)(Word group)) {
  constexpr Word kAll{"*", 1};
  Judgement judgement{Verdict::kForbidden, 0};
  for (uint32_t number = 1; policy.length > 0; number++) {
    Word line = TakeUntil('\n', policy);
    line = TakeUntil('#', line);
    const Word group = TakeWord(line);
    const Word allowed = TakeWord(line);
    if (group.length == 0) continue;
    if (allowed.length == 0 || TakeWord(line).length > 0) return {Verdict::kForbidden, number};
    if (!(allowed == kAll || allowed == interface) || !(group == kAll || is_member(group))) continue;
    if (allowed == kAll) judgement.verdict = Verdict::kAnyInterface;
    if (judgement.verdict == Verdict::kForbidden) judgement.verdict = Verdict::kThisInterface;
  }
  return judgement;
}

}  // namespace fandump::opener
