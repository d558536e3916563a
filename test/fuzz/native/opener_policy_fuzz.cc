// The opener's policy, and the group file. Input: lengths of an interface's and a group's name, these, then a file.
#include "input.h"
#include "policy_model.h"

using namespace fandump;
using namespace fandump::opener;
using fandump::fuzz::Require;

namespace {

constexpr size_t kNameBytes = 16;
constexpr int64_t kMaxNumber = 9'999'999'999;

Word WordOf(const std::vector<uint8_t>& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

std::string TextOf(Word word) { return {word.text, word.length}; }

// Membership that depends on the name alone.
bool IsMember(Word group) { return group.length % 2 == 0; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  fuzz::Input input(data, size);
  const size_t interface_length = input.U8() % kNameBytes;
  const size_t group_length = input.U8() % kNameBytes;
  const std::vector<uint8_t> interface = input.Bytes(interface_length);
  const std::vector<uint8_t> group = input.Bytes(group_length);
  const std::vector<uint8_t> file = input.Rest();
  const Word text = WordOf(file);

  const Judgement judgement = Judge(text, WordOf(interface), IsMember);
  const Judgement expected = fuzz::JudgeByModel(TextOf(text), TextOf(WordOf(interface)),
                                                [](const std::string& name) { return name.size() % 2 == 0; });
  Require(judgement.verdict == expected.verdict, "the verdict that the policy means");
  Require(judgement.malformed_line == expected.malformed_line, "the malformed line");
  const int64_t number = FindGroup(WordOf(group), text);
  Require(number >= -1 && number <= kMaxNumber, "a group's number");
  return 0;
}
