// What the file keeper does for the process that may no longer do it: it makes, names and deletes savefiles, and no
// other files.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "keeper/name_pattern.h"
#include "keeper/own_files.h"
#include "keeper/protocol.h"
#include "keeper/settings.h"
#include "owned_fd.h"

namespace fandump::keeper {

struct Answer {
  Reply reply{};
  std::string text;  // behind the reply
  OwnedFd file;      // of kMake
};

class FileServer {
 public:
  // Hands a complete file to the command. Returns 0, or an errno.
  using RunCommand = std::function<int(const std::string& path)>;

  // Folders that are there are opened at once, and stay those that they are.
  FileServer(const Settings& settings, RunCommand run);

  // Any request but kEnd. What is not in it is not done: names that the savefile cannot have, files that were not
  // made here.
  Answer Serve(const Request& request);

 private:
  struct Savefile {
    std::string folder_path;
    NamePattern pattern;
    OwnFiles complete;
    OwnedFd folder;
    std::set<std::string, std::less<>> open;  // made, and not complete
  };
  // The folder that a name leads to, and what it is called there.
  struct Place;

  Place Find(Savefile& savefile, const std::string& name) const;
  Answer Make(Savefile& savefile, const std::string& name, bool replaces_own);
  Answer Complete(Savefile& savefile, const std::string& name, bool replaces_own);
  Answer Discard(Savefile& savefile, const std::string& name);
  Answer Delete(Savefile& savefile, const std::string& name);
  Answer Look(Savefile& savefile, const std::string& name);
  Answer Run(Savefile& savefile, const std::string& name);

  const FileRules rules_;
  const RunCommand run_;
  std::vector<Savefile> savefiles_;
};

}  // namespace fandump::keeper
