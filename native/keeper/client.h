// The client of fandump-keeper, the process that makes, names and deletes savefiles, and runs commands for them, while
// this one may no longer do so.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "keeper/process.h"
#include "keeper/protocol.h"
#include "keeper/settings.h"
#include "owned_fd.h"

namespace fandump {

class Keeper {
 public:
  // Starts the program with an empty environment and no argument, and waits until it serves. It ends when this object
  // and its makers are gone, or this process. Throws CaptureError "EKEEPER".
  explicit Keeper(keeper::Settings settings);

  // Runs the command for a file of savefile number so, which is complete. 0, or an errno. Any thread.
  int RunCommand(size_t savefile, const std::string& path);

  // No file will follow; commands that wait or run go on, even if this object is gone. Any thread.
  void EndCommands();

  // The pipe that tells of commands (keeper/report.h), once; it ends when all commands have.
  OwnedFd TakeReports() { return std::move(reports_); }

 private:
  friend class KeeperMaker;

  struct Answer {
    keeper::Reply reply{};
    std::string text;
    OwnedFd file;
  };
  // Throws CaptureError "EKEEPER" where the keeper has ended.
  Answer Ask(keeper::Operation operation, size_t savefile, const std::string& path, bool replaces_own);
  void Greet(const OwnedFd& settings, const OwnedFd& reports);

  const keeper::Settings settings_;
  std::mutex mutex_;  // of one request and its reply
  keeper::KeeperProcess process_;
  OwnedFd reports_;
};

// The maker of the savefile that has this number among the settings' paths.
std::shared_ptr<SavefileMaker> MakerOf(std::shared_ptr<Keeper> keeper, size_t savefile);

}  // namespace fandump
