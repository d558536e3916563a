// What the client makes of the program that it has asked, and what the user is told.
#include <net/if.h>

#include "opener/client.h"
#include "opener/client_errors.h"
#include "opener_runner.h"
#include "sink_testbed.h"

namespace fandump::test {
namespace {

using opener::Reply;
using opener::Status;

// A program in the opener's place: a shell script, with the descriptor to answer on as 3. It takes the request first: a
// socket that is closed with something unread in it resets the other end.
class FalseOpener {
 public:
  explicit FalseOpener(const std::string& script) {
    std::ofstream(path()) << "#!/bin/sh\nhead -c 1 <&3 >/dev/null\n" << script << "\n";
    chmod(path().c_str(), 0755);
  }
  std::string path() const { return folder_.File("opener"); }
  std::string File(const std::string& name) const { return folder_.File(name); }
  OpenerAnswer Ask() const { return AskOpener(path(), {"eth0", std::nullopt}); }

 private:
  Folder folder_;
};

// The command of a shell that says so.
std::string Saying(const Reply& reply) {
  std::string command = "printf '";
  for (size_t i = 0; i < sizeof reply; i++) {
    char octal[5];
    std::snprintf(octal, sizeof octal, "\\%03o", reinterpret_cast<const uint8_t*>(&reply)[i]);
    command += octal;
  }
  return command + "' >&3";
}

CaptureError Explained(const OpenerAnswer& answer, const std::string& interface = "eth0") {
  return ExplainOpenerAnswer(answer, {interface, std::nullopt});
}

CaptureError ExplainedReply(const Reply& reply) {
  OpenerAnswer answer;
  answer.path = "/x/opener";
  answer.reply = reply;
  return Explained(answer);
}

}  // namespace

TEST(what_answers_in_the_openers_place_and_goes_on_is_ended) {
  const FalseOpener opener(Saying({opener::kMagic, Status::kForbidden, 0, 0}) + "; sleep 3; touch \"$0.went-on\"");
  const OpenerAnswer answer = opener.Ask();
  CHECK(answer.reply && answer.reply->status == Status::kForbidden);
  CHECK(!std::filesystem::exists(opener.File("opener.went-on")));
}

TEST(what_ends_in_the_openers_place_without_an_answer_is_told_with_how_it_ended) {
  const auto told = [](const std::string& script) {
    const FalseOpener opener(script);
    const CaptureError error = Explained(opener.Ask());
    CHECK_EQ(error.code(), std::string("EOPENER"));
    return std::string(error.what()).substr(opener.path().size());
  };
  CHECK_EQ(told("exit 3"), std::string(" did not answer: it ended with exit code 3"));
  CHECK_EQ(told("kill -TERM $$"), std::string(" did not answer: signal 15 ended it"));
  CHECK_EQ(told("exit 0"), std::string(" did not answer"));
}

TEST(an_answer_that_is_cut_is_none) { CHECK(!FalseOpener("printf short >&3").Ask().reply); }

TEST(what_cannot_be_started_in_the_openers_place_is_told_with_why) {
  const CaptureError error = Explained(AskOpener("/nonexistent/opener", {"eth0", std::nullopt}));
  CHECK_EQ(std::string(error.what()), std::string("starting /nonexistent/opener: No such file or directory"));
  CHECK_EQ(error.system_errno(), ENOENT);
}

TEST(opener_of_another_version_is_told_as_such_whatever_it_says) {
  const FalseOpener opener(Saying({opener::kMagic + 1, Status::kSocketRefused, EPERM, 0}));
  const OpenerAnswer answer = opener.Ask();
  CHECK(!LacksCapability(answer));
  CHECK_EQ(std::string(Explained(answer).what()), opener.path() + " belongs to another version of fandump");
}

TEST(opener_that_gives_no_socket_though_it_says_so_is_told_of) {
  const FalseOpener opener(Saying({opener::kMagic, Status::kGiven, 0, 0}));
  const OpenerAnswer answer = opener.Ask();
  CHECK(!answer.fd);
  CHECK_EQ(std::string(Explained(answer).what()), opener.path() + " said that it gave a packet socket, and gave none");
}

TEST(opener_refuses_an_interface_whose_name_is_too_long_by_that_name) {
  const std::string name(IFNAMSIZ, 'x');
  const CaptureError error = Explained(AskOpener(BuiltOpenerPath(), {name, std::nullopt}), name);
  CHECK_EQ(error.code(), std::string("EOPENER_INTERFACE"));
  CHECK(Contains(error.what(), "no interface can have the name '" + name + "'"));
}

TEST(opener_that_refuses_is_told_with_the_cause_that_it_names) {
  const auto told = [](Status status, int error, uint32_t line) {
    const CaptureError explained = ExplainedReply({opener::kMagic, status, error, line});
    return explained.code() + "|" + explained.what() + "|" + std::to_string(explained.system_errno());
  };
  const std::string asking = "asking /x/opener for a packet socket: ";
  const std::string policy = opener::kPolicyPath;
  CHECK_EQ(told(Status::kForbidden, 0, 0), "EOPENER_POLICY|" + policy + " does not allow you to capture on eth0|1");
  CHECK_EQ(told(Status::kPolicyUnreadable, ENFILE, 0),
           "EOPENER_POLICY_FILE|" + asking + policy + " cannot be read: Too many open files in system|23");
  CHECK_EQ(told(Status::kPolicyUnsafe, 0, 0),
           "EOPENER_POLICY_FILE|" + asking + policy + " must be a file of root's, and writable by nobody else|0");
  CHECK_EQ(told(Status::kPolicyMalformed, 0, 7),
           "EOPENER_POLICY_FILE|" + asking + policy + " line 7 is not a group and an interface|0");
  CHECK_EQ(told(Status::kInterfaceRefused, ENODEV, 0), "EOPENER_INTERFACE|" + asking + "eth0: No such device|19");
  CHECK_EQ(told(Status::kFanoutRefused, EINVAL, 0),
           "EOPENER_FANOUT|" + asking + "joining the fanout group on eth0: Invalid argument|22");
  CHECK_EQ(told(Status::kSocketRefused, ENOBUFS, 0), "EOPENER|" + asking + "No buffer space available|105");
}

}  // namespace fandump::test
