#include "keeper/file_server.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "file_open_error.h"

namespace fandump::keeper {
namespace {

constexpr int kFolderFlags = O_PATH | O_DIRECTORY | O_CLOEXEC;

// A capture writes one file of each at a time.
constexpr size_t kMostOpen = 16;

// More than any capture deletes or rotates through; a ring may be longer.
constexpr size_t kMostComplete = 65536;

Answer Done() { return {{kMagic, Status::kDone, 0, 0}, "", {}}; }

Answer Forbidden() { return {{kMagic, Status::kForbidden, EPERM, 0}, "", {}}; }

Answer ErrnoAnswer(int error) {
  if (error == 0) return Done();
  return {{kMagic, Status::kFailed, error, 0}, "", {}};
}

Answer ErrorAnswer(const CaptureError& error) {
  Answer answer = ErrnoAnswer(error.system_errno());
  answer.reply.status = Status::kFailed;
  for (const std::string& text : {error.code(), std::string(error.what()), error.hint()}) (answer.text += text) += '\0';
  return answer;
}

// Whether another folder has its path by now, or none.
bool IsMoved(int folder, const std::string& path) {
  struct stat now {
  }, at_path{};
  if (fstat(folder, &now) != 0) return false;
  const bool is_there = fstatat(AT_FDCWD, path.empty() ? "." : path.c_str(), &at_path, 0) == 0;
  return !is_there || at_path.st_dev != now.st_dev || at_path.st_ino != now.st_ino;
}

// The path that a folder has now, with a slash behind it; empty: the kernel does not tell.
std::string PathOf(int folder) {
  char path[kMaxNameBytes];
  const std::string link = "/proc/self/fd/" + std::to_string(folder);
  const ssize_t length = readlinkat(AT_FDCWD, link.c_str(), path, sizeof path);
  if (length <= 0 || length == sizeof path) return "";
  return std::string(path, static_cast<size_t>(length)) + '/';
}

OwnedFd OpenFolder(const std::string& path) { return OwnedFd(open(path.empty() ? "." : path.c_str(), kFolderFlags)); }

}  // namespace

struct FileServer::Place {
  OwnedFd own_folder;  // where the name has folders in it
  DirectMaker maker;
  std::string name;
};

FileServer::FileServer(const Settings& settings, RunCommand run) : rules_(settings.rules), run_(std::move(run)) {
  const size_t most = std::max<size_t>(kMostComplete, settings.ring_files);
  for (const std::string& path : settings.paths) {
    auto [folder, pattern] = SplitPath(path, settings.is_timed);
    OwnedFd opened = OpenFolder(folder);
    savefiles_.push_back({std::move(folder),
                          NamePattern(pattern, settings.is_timed, settings.rules.part),
                          OwnFiles(most),
                          std::move(opened),
                          {}});
  }
}

Answer FileServer::Serve(const Request& request) {
  if (request.savefile >= savefiles_.size()) return Forbidden();
  Savefile& savefile = savefiles_[request.savefile];
  if (!savefile.pattern.Matches(request.name)) return Forbidden();
  const std::string name(request.name);
  // A file that was not made here does not give way, whatever is said of it.
  const bool replaces_own = request.replaces_own && savefile.complete.Has(name);
  try {
    switch (request.operation) {
      case Operation::kLook:
        return Look(savefile, name);
      case Operation::kMake:
        return Make(savefile, name, replaces_own);
      case Operation::kComplete:
        return Complete(savefile, name, replaces_own);
      case Operation::kDiscard:
        return Discard(savefile, name);
      case Operation::kDelete:
        return Delete(savefile, name);
      case Operation::kRun:
        return Run(savefile, name);
      case Operation::kEnd:
        break;
    }
  } catch (const CaptureError& error) {
    return ErrorAnswer(error);
  }
  return Forbidden();
}

// In folders whose names tell times no link is followed: others may be able to put one there.
FileServer::Place FileServer::Find(Savefile& savefile, const std::string& name) const {
  const std::string path = savefile.folder_path + name;
  const auto fail = [&] { throw OpenForWritingError(rules_.part ? PartName(path) : path, errno); };
  if (!savefile.folder) savefile.folder = OpenFolder(savefile.folder_path);
  if (!savefile.folder) fail();
  OwnedFd folder;
  size_t begin = 0;
  for (size_t slash = name.find('/'); slash != std::string::npos; slash = name.find('/', begin)) {
    const std::string component = name.substr(begin, slash - begin);
    const int from = folder ? folder.get() : savefile.folder.get();
    OwnedFd next(openat(from, component.c_str(), kFolderFlags | O_NOFOLLOW));
    if (!next) fail();
    folder = std::move(next);
    begin = slash + 1;
  }
  const int found = folder ? folder.get() : savefile.folder.get();
  return {std::move(folder), DirectMaker(rules_, found, savefile.folder_path + name.substr(0, begin)),
          name.substr(begin)};
}

Answer FileServer::Make(Savefile& savefile, const std::string& name, bool replaces_own) {
  if (savefile.open.size() >= kMostOpen) throw OpenForWritingError(savefile.folder_path + name, EMFILE);
  Place place = Find(savefile, name);
  Answer answer = Done();
  answer.file = OwnedFd(place.maker.Make(place.name, replaces_own));
  savefile.open.insert(name);
  return answer;
}

Answer FileServer::Complete(Savefile& savefile, const std::string& name, bool replaces_own) {
  if (!savefile.open.contains(name)) return Forbidden();
  Place place = Find(savefile, name);
  const int error = place.maker.Complete(place.name, replaces_own);
  if (error == 0) savefile.complete.Add(name);
  // A full disk may have no room for the name now, and have some later. What else is in the way stays there.
  if (error != ENOSPC && error != EDQUOT) savefile.open.erase(name);
  return ErrnoAnswer(error);
}

Answer FileServer::Discard(Savefile& savefile, const std::string& name) {
  if (!rules_.part || savefile.open.erase(name) == 0) return Forbidden();
  Place place = Find(savefile, name);
  return ErrnoAnswer(place.maker.Discard(place.name));
}

Answer FileServer::Delete(Savefile& savefile, const std::string& name) {
  if (!savefile.complete.Has(name)) return Forbidden();
  savefile.complete.Remove(name);
  Place place = Find(savefile, name);
  return ErrnoAnswer(place.maker.Delete(place.name));
}

Answer FileServer::Look(Savefile& savefile, const std::string& name) {
  Place place = Find(savefile, name);
  const TakenNames taken = place.maker.Look(place.name);
  Answer answer = Done();
  answer.reply.taken = (taken.complete ? kTakenComplete : 0u) | (taken.part ? kTakenPart : 0u);
  return answer;
}

Answer FileServer::Run(Savefile& savefile, const std::string& name) {
  if (!savefile.complete.Has(name)) return Forbidden();
  std::string folder;
  if (savefile.folder && IsMoved(savefile.folder.get(), savefile.folder_path)) folder = PathOf(savefile.folder.get());
  return ErrnoAnswer(run_((folder.empty() ? savefile.folder_path : folder) + name));
}

}  // namespace fandump::keeper
