// Which names savefiles may have, by the shell's patterns (fnmatch(3)): what native/keeper/name_pattern.h is compared
// with.
#pragma once

#include <fnmatch.h>

#include <string>

namespace fandump::fuzz {

class NameModel {
 public:
  // path: absolute; conversions of strftime(3) without flags, all below a folder that is literal; nothing that means
  // something to a shell.
  NameModel(const std::string& path, bool is_timed, bool is_numbered) : is_numbered_(is_numbered) {
    for (size_t i = 0; i < path.size(); i++) {
      if (!is_timed || path[i] != '%') {
        pattern_ += path[i];
      } else if (path[++i] == '%') {
        pattern_ += '%';
      } else {
        pattern_ += path[i] == 'D' ? "*/*/*" : "*";
      }
    }
  }

  bool Allows(const std::string& name) const {
    const std::string framed = name + "/";
    for (const char* hostile : {"//", "/./", "/../"}) {
      if (framed.find(hostile) != std::string::npos) return false;
    }
    return EndsWithDigits(name) || (is_numbered_ && EndsWithDigits(WithoutNumber(name)));
  }

 private:
  static std::string WithoutNumber(const std::string& name) {
    const size_t point = name.rfind('.');
    const bool is_number = point != std::string::npos && point + 1 < name.size() &&
                           name.find_first_not_of("0123456789", point + 1) == std::string::npos;
    return is_number ? name.substr(0, point) : name;
  }

  // Or with none.
  bool EndsWithDigits(std::string name) const {
    while (true) {
      if (fnmatch(pattern_.c_str(), name.c_str(), FNM_PATHNAME | FNM_NOESCAPE) == 0) return true;
      if (!is_numbered_ || name.empty() || name.back() < '0' || name.back() > '9') return false;
      name.pop_back();
    }
  }

  std::string pattern_;
  bool is_numbered_;
};

}  // namespace fandump::fuzz
