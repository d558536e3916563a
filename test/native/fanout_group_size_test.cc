// What members of a group know of each other's number.
#include "fanout/group_size.h"

#include <unistd.h>

#include "check.h"

namespace fandump::test {

namespace {

// A group of this process alone, whose file goes with it.
class Group {
 public:
  explicit Group(const std::string& suffix = "") : name_("test-" + std::to_string(getpid()) + suffix) {}
  ~Group() { unlink(OpenGroupFile("sizes-1", name_).path.c_str()); }
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;
  GroupSize Member(uint32_t size) const { return GroupSize(name_, size); }

 private:
  const std::string name_;
};

}  // namespace

TEST(members_that_count_on_one_number_see_no_other) {
  const Group group;
  const GroupSize first = group.Member(3), second = group.Member(3);
  CHECK_EQ(first.Other(), 0u);
  CHECK_EQ(second.Other(), 0u);
}

TEST(members_see_a_smaller_and_a_greater_number) {
  const Group group;
  const GroupSize first = group.Member(3), second = group.Member(256);
  CHECK_EQ(first.Other(), 256u);
  CHECK_EQ(second.Other(), 3u);
}

TEST(number_of_a_member_that_has_gone_is_forgotten) {
  const Group group;
  const GroupSize first = group.Member(3);
  { const GroupSize second = group.Member(1); }
  CHECK_EQ(first.Other(), 0u);
}

TEST(number_of_another_group_is_not_seen) {
  const Group group, other("-2");
  const GroupSize first = group.Member(3), second = other.Member(2);
  CHECK_EQ(first.Other(), 0u);
}

}  // namespace fandump::test
