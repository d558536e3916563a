#include "opener/installed.h"

#include <endian.h>
#include <grp.h>
#include <linux/capability.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cstdint>
#include <optional>

#include "program_folder.h"

namespace fandump {

namespace {

constexpr mode_t kPermissionBits = 07777;

struct FileCapabilities {
  bool net_raw = false;
  bool others = false;
};

// The attribute in which file capabilities lie (capabilities(7), vfs_ns_cap_data of linux/capability.h).
FileCapabilities ReadCapabilities(const std::string& path) {
  vfs_ns_cap_data data{};
  const ssize_t length = getxattr(path.c_str(), "security.capability", &data, sizeof data);
  if (length < static_cast<ssize_t>(XATTR_CAPS_SZ_2)) return {};
  constexpr uint32_t kNetRaw = 1u << CAP_NET_RAW;
  const uint32_t low = le32toh(data.data[0].permitted);
  const bool is_effective = (le32toh(data.magic_etc) & VFS_CAP_FLAGS_EFFECTIVE) != 0;
  return {is_effective && (low & kNetRaw) != 0, (low & ~kNetRaw) != 0 || data.data[1].permitted != 0};
}

std::optional<InstalledOpener> Look(const std::string& path) {
  struct stat file {};
  if (stat(path.c_str(), &file) != 0 || !S_ISREG(file.st_mode)) return std::nullopt;
  const FileCapabilities capabilities = ReadCapabilities(path);
  InstalledOpener opener;
  opener.path = path;
  opener.owner = file.st_uid;
  opener.group = GroupName(file.st_gid);
  opener.mode = file.st_mode & kPermissionBits;
  opener.has_capability = capabilities.net_raw;
  opener.more_capabilities = capabilities.others;
  opener.may_start = access(path.c_str(), X_OK) == 0;
  return opener;
}

}  // namespace

std::string GroupName(gid_t number) {
  const group* entry = getgrgid(number);
  return entry != nullptr ? entry->gr_name : std::to_string(number);
}

std::string BuiltOpenerPath() {
  const std::string folder = ProgramFolder();
  return folder.empty() ? "" : folder + "fandump-opener";
}

std::vector<InstalledOpener> FindOpeners() {
  std::vector<InstalledOpener> openers;
  for (const std::string& path : {BuiltOpenerPath(), std::string(kInstalledOpenerPath)}) {
    if (auto opener = Look(path)) openers.push_back(std::move(*opener));
  }
  return openers;
}

}  // namespace fandump
