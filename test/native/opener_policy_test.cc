#include "opener/policy.h"

#include <cstring>
#include <string>

#include "check.h"

using namespace fandump;
using namespace fandump::opener;

namespace {

Word WordOf(const std::string& text) { return {text.data(), text.size()}; }

// The user of these tests is a member of sensors and of 1001.
bool IsSensor(Word group) { return group == Word{"sensors", 7} || NumberOf(group) == 1001; }

Judgement JudgeText(const std::string& policy, const std::string& interface) {
  return Judge(WordOf(policy), WordOf(interface), IsSensor);
}

void Expect(const std::string& policy, const std::string& interface, Verdict verdict) {
  const Judgement judgement = JudgeText(policy, interface);
  CHECK_EQ(static_cast<int>(judgement.verdict), static_cast<int>(verdict));
  CHECK_EQ(judgement.malformed_line, 0u);
}

}  // namespace

TEST(policy_allows_a_member_the_interface_of_its_line) {
  Expect("sensors eth0\n", "eth0", Verdict::kThisInterface);
  Expect("1001 eth0\n", "eth0", Verdict::kThisInterface);
  Expect("* eth0\n", "eth0", Verdict::kThisInterface);
}

TEST(policy_allows_nobody_else_and_nothing_else) {
  Expect("sensors eth0\n", "eth1", Verdict::kForbidden);
  Expect("sensors eth0\n", "eth", Verdict::kForbidden);
  Expect("sensors eth0\n", "eth00", Verdict::kForbidden);
  Expect("wheel eth0\n", "eth0", Verdict::kForbidden);
  Expect("sensor eth0\n", "eth0", Verdict::kForbidden);
  Expect("", "eth0", Verdict::kForbidden);
}

TEST(policy_star_for_the_interface_is_every_interface_wherever_its_line_stands) {
  Expect("sensors *\n", "eth0", Verdict::kAnyInterface);
  Expect("sensors eth0\nsensors *\n", "eth0", Verdict::kAnyInterface);
  Expect("sensors *\nsensors eth0\n", "eth0", Verdict::kAnyInterface);
  Expect("* *", "eth0", Verdict::kAnyInterface);
}

TEST(policy_blanks_comments_and_empty_lines_do_not_matter) {
  Expect("# who may\n\n \t \n\tsensors \t eth0 # the tap\n", "eth0", Verdict::kThisInterface);
  Expect("sensors eth0", "eth0", Verdict::kThisInterface);
  Expect("#sensors eth0\n", "eth0", Verdict::kForbidden);
}

TEST(policy_with_one_malformed_line_allows_nobody_anything) {
  for (const char* line : {"sensors", "sensors eth0 eth1", "sensors # eth0"}) {
    const Judgement judgement = JudgeText(std::string("* *\n") + line + "\n* *\n", "eth0");
    CHECK_EQ(static_cast<int>(judgement.verdict), static_cast<int>(Verdict::kForbidden));
    CHECK_EQ(judgement.malformed_line, 2u);
  }
}

TEST(policy_takes_a_zero_byte_for_a_letter) {
  const std::string policy("sensors eth0\0\n", 14);
  Expect(policy, "eth0", Verdict::kForbidden);
}

TEST(group_file_gives_the_number_of_a_whole_name) {
  const std::string file =
      "root:x:0:\nsensors2:x:7:a,b\nsensors:x:1001:alice,bob\nbroken\nodd:x:12a:\nhuge:x:99999999999:\n";
  CHECK_EQ(FindGroup(WordOf("sensors"), WordOf(file)), int64_t{1001});
  CHECK_EQ(FindGroup(WordOf("root"), WordOf(file)), int64_t{0});
  for (const char* name : {"sensor", "alice", "broken", "odd", "huge", ""}) {
    CHECK_EQ(FindGroup(WordOf(name), WordOf(file)), int64_t{-1});
  }
}
