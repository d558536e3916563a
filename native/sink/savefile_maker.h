// Making, naming and deleting savefiles, so that nobody else's file is written over or led astray.
#pragma once

#include <fcntl.h>
#include <sys/types.h>

#include <optional>
#include <string>

#include "types.h"

namespace fandump {

// How a file comes to be.
struct FileRules {
  bool part = false;               // NAME.part until it is complete
  bool force = false;              // what is there already is written over
  bool only_own_links = false;     // other users' links but root's are followed nowhere; else: in no sticky folder
  std::optional<FileOwner> owner;  // of a file that did not exist before; none: whoever makes it
};

// Of a file's two names: that of the complete one, and what it is called until then.
struct TakenNames {
  bool complete = false;
  bool part = false;
};

// A file is always asked for by the path that it has when it is complete. replaces_own: a file of this name is of this
// capture, and gives way.
class SavefileMaker {
 public:
  virtual ~SavefileMaker() = default;

  virtual const FileRules& rules() const = 0;

  // The descriptor of a new file, open for writing. Throws CaptureError "ESAVEFILE_OPEN", "ESAVEFILE_EXISTS",
  // "ESAVEFILE_LINK", and "ESAVEFILE_FOREIGN" for another user's file or pipe in a folder where anyone may put one.
  virtual int Make(const std::string& path, bool replaces_own) = 0;

  // Gives a file that is complete its name, where it has another until then. 0, or the errno.
  virtual int Complete(const std::string& path, bool replaces_own) = 0;

  // Deletes a file that has another name until it is complete, and will never be. 0, or the errno.
  virtual int Discard(const std::string& path) = 0;

  // Deletes a complete file. 0, or the errno.
  virtual int Delete(const std::string& path) = 0;

  // Which of its names a file, or anything else, has.
  virtual TakenNames Look(const std::string& path) = 0;
};

// This process makes them itself.
class DirectMaker : public SavefileMaker {
 public:
  // Paths are looked for from the folder on, a descriptor that stays the caller's. shown: what stands before them in
  // messages.
  explicit DirectMaker(FileRules rules, int folder = AT_FDCWD, std::string shown = "")
      : rules_(rules), folder_(folder), shown_(std::move(shown)) {}

  const FileRules& rules() const override { return rules_; }
  int Make(const std::string& path, bool replaces_own) override;
  int Complete(const std::string& path, bool replaces_own) override;
  int Discard(const std::string& path) override;
  int Delete(const std::string& path) override;
  TakenNames Look(const std::string& path) override;

 private:
  int OpenExisting(const std::string& name) const;
  bool IsTaken(const std::string& name) const;
  void RequirePlace(const std::string& path, bool replaces_own) const;
  bool MayFollow(const std::string& link, uid_t owner) const;
  bool IsForeign(const std::string& name, const struct stat& target) const;
  struct stat StatusOfFolder(const std::string& name) const;
  CaptureError ExistsError(const std::string& name) const;

  const FileRules rules_;
  const int folder_;
  const std::string shown_;
};

// What a file is called until it is complete.
std::string PartName(const std::string& path);

}  // namespace fandump
