#include "opener/client_errors.h"

#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>

#include <cerrno>
#include <system_error>

#include "opener/installed.h"
#include "opener/policy.h"

namespace fandump {

namespace {

using opener::Status;

constexpr char kInstallHint[] = "sudo fandump --setcap";

std::string ErrnoText(int error) { return std::generic_category().message(error); }

CaptureError ExplainStart(const OpenerAnswer& answer) {
  if (answer.start_errno == EACCES) {
    struct stat file {};
    const std::string group = stat(answer.path.c_str(), &file) == 0 ? GroupName(file.st_gid) : "its group";
    return CaptureError("EOPENER_GROUP",
                        "opening a packet socket needs CAP_NET_RAW, and only members of the group " + group +
                            " may start " + answer.path,
                        EACCES, "sudo usermod -aG " + group + " \"$USER\", then log in again");
  }
  return CaptureError("EOPENER", "starting " + answer.path + ": " + ErrnoText(answer.start_errno), answer.start_errno,
                      kInstallHint);
}

CaptureError ExplainSilence(const OpenerAnswer& answer) {
  std::string how = "did not answer";
  if (WIFSIGNALED(answer.wait_status)) {
    how += ": signal " + std::to_string(WTERMSIG(answer.wait_status)) + " ended it";
  } else if (WEXITSTATUS(answer.wait_status) != 0) {
    how += ": it ended with exit code " + std::to_string(WEXITSTATUS(answer.wait_status));
  }
  return CaptureError("EOPENER", answer.path + " " + how, 0, kInstallHint);
}

// The file has the capability; why does the program not?
CaptureError ExplainNoCapability(const OpenerAnswer& answer) {
  struct statvfs system {};
  std::string why = "the capability is not in this process's bounding set";
  if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1) {
    why = "no_new_privs is set for this process, as containers and services may do";
  } else if (statvfs(answer.path.c_str(), &system) == 0 && (system.f_flag & ST_NOSUID) != 0) {
    why = "its file system is mounted nosuid";
  }
  return CaptureError("EOPENER_GAINS_NOTHING",
                      answer.path + " has the capability CAP_NET_RAW but may not use it: " + why, EPERM,
                      "run the same command with sudo, or outside of this container");
}

// What a line of the policy has to name: all interfaces at once are no interface.
std::string AllowedName(const PacketSocketUse& use) { return use.interface == "any" ? "*" : use.interface; }

}  // namespace

CaptureError ExplainOpenerAnswer(const OpenerAnswer& answer, const PacketSocketUse& use) {
  if (answer.start_errno != 0) return ExplainStart(answer);
  if (!answer.reply) return ExplainSilence(answer);
  const opener::Reply& reply = *answer.reply;
  if (reply.magic != opener::kMagic) {
    return CaptureError("EOPENER_VERSION", answer.path + " belongs to another version of fandump", 0, kInstallHint);
  }
  if (LacksCapability(answer)) return ExplainNoCapability(answer);
  const std::string policy = opener::kPolicyPath;
  const std::string asking = "asking " + answer.path + " for a packet socket: ";
  switch (reply.status) {
    case Status::kGiven:
    case Status::kGivenBound:
      return CaptureError("EOPENER", answer.path + " said that it gave a packet socket, and gave none", 0,
                          kInstallHint);
    case Status::kBadRequest:
      // Of its version it takes every request but one.
      return CaptureError("EOPENER_INTERFACE", asking + "no interface can have the name '" + use.interface + "'",
                          ENODEV, "ip link");
    case Status::kForbidden:
      return CaptureError("EOPENER_POLICY", policy + " does not allow you to capture on " + use.interface, EPERM,
                          "a line there: your group, then " + AllowedName(use));
    case Status::kPolicyUnreadable:
      return CaptureError("EOPENER_POLICY_FILE", asking + policy + " cannot be read: " + ErrnoText(reply.error),
                          reply.error);
    case Status::kPolicyUnsafe:
      return CaptureError("EOPENER_POLICY_FILE",
                          asking + policy + " must be a file of root's, and writable by nobody else", 0,
                          "sudo chown root:root " + policy + " && sudo chmod 0644 " + policy);
    case Status::kPolicyMalformed:
      return CaptureError("EOPENER_POLICY_FILE",
                          asking + policy + " line " + std::to_string(reply.line) + " is not a group and an interface",
                          0, "sudoedit " + policy);
    case Status::kInterfaceRefused:
      return CaptureError(
          "EOPENER_INTERFACE", asking + use.interface + ": " + ErrnoText(reply.error), reply.error,
          AllowedName(use) == use.interface ? "ip link" : "a line in " + policy + ": your group, then *");
    case Status::kFanoutRefused:
      return CaptureError("EOPENER_FANOUT",
                          asking + "joining the fanout group on " + use.interface + ": " + ErrnoText(reply.error),
                          reply.error, "fanout_id=auto takes a group of its own");
    default:
      return CaptureError("EOPENER", asking + ErrnoText(reply.error), reply.error, kInstallHint);
  }
}

}  // namespace fandump
