#include <fstream>

#include "check.h"
#include "privacy/key_file.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

CaptureError ErrorOf(const std::string& path) {
  try {
    ReadPseudonymKey(path);
  } catch (const CaptureError& error) {
    return error;
  }
  return {"", "was read"};
}

bool MakesAKey(const CaptureError& error) { return error.hint().find("/dev/urandom") != std::string::npos; }

TEST(a_key_that_cannot_be_read_is_not_answered_with_the_making_of_another) {
  const Folder folder;
  // Of the same kind as a file that only others may read, which root may, too.
  const std::string loop = folder.File("loop");
  std::filesystem::create_symlink(loop, loop);
  const CaptureError error = ErrorOf(loop);
  CHECK_EQ(error.code(), std::string("EANONYMIZE_KEY"));
  CHECK(error.hint().find("namei -l '" + loop + "'") == 0);
  CHECK(!MakesAKey(error));
}

TEST(a_key_that_is_not_there_is_made_at_its_place) {
  const Folder folder;
  const std::string path = folder.File("key");
  const CaptureError error = ErrorOf(path);
  CHECK(MakesAKey(error));
  CHECK(error.hint().find("--anonymize '" + path + "'") != std::string::npos);
}

TEST(what_is_no_key_is_not_written_over_by_the_making_of_one) {
  const Folder folder;
  const std::string path = folder.File("notes");
  std::ofstream(path) << "no key";
  for (const std::string& no_key : {path, folder.File("")}) {
    const CaptureError error = ErrorOf(no_key);
    CHECK(MakesAKey(error));
    CHECK(error.hint().find("'" + no_key + "'") == std::string::npos);
  }
}

}  // namespace
}  // namespace fandump::test
