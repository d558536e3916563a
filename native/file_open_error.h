// Why a file cannot be opened, and what to do about it: for all that read savefiles and write them.
#pragma once

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "types.h"

namespace fandump {

// Where the file of that path lies; "." for a name alone.
inline std::string FolderOf(const std::string& path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// "ESAVEFILE_OPEN" of that errno value.
inline CaptureError OpenError(const std::string& path, int error, const std::string& hint) {
  return CaptureError("ESAVEFILE_OPEN", path + ": " + std::strerror(error), error, hint);
}

// The same of a file to be read.
inline CaptureError OpenForReadingError(const std::string& path, int error) {
  std::string hint;
  if (error == ENOENT) hint = "ls '" + FolderOf(path) + "'";
  if (error == EACCES) hint = "ls -ld '" + path + "'";
  if (error == EISDIR) hint = "name a file in it";
  return OpenError(path, error, hint);
}

// The same of a file to be written.
inline CaptureError OpenForWritingError(const std::string& path, int error) {
  const std::string folder = FolderOf(path);
  std::string hint;
  struct stat status {};
  // /proc and other folders of the kernel's own say ENOENT, too.
  if (error == ENOENT && stat(folder.c_str(), &status) != 0) hint = "mkdir -p '" + folder + "'";
  if (error == EACCES) hint = "ls -ld '" + folder + "'";
  if (error == EISDIR) hint = "name a file in it";
  if (error == EROFS) hint = "findmnt -T '" + folder + "'";
  if (error == ENOSPC || error == EDQUOT) hint = "df -h '" + folder + "'";
  return OpenError(path, error, hint);
}

}  // namespace fandump
