// Command lines of the test tools: --name value pairs and nothing else, read strictly.
#pragma once

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>
#include <vector>

namespace fandump {

// Says in one line what is wrong and ends the process: 2 for a wrong command line, 1 for a failed system call.
[[noreturn]] inline void Fail(int exit_code, const std::string& message) {
  std::fprintf(stderr, "%s: %s\n", program_invocation_short_name, message.c_str());
  std::exit(exit_code);
}

[[noreturn]] inline void FailErrno(const std::string& what) { Fail(1, what + ": " + std::strerror(errno)); }

class Arguments {
 public:
  // names: the options that exist, without dashes. Ends the process with exit code 2 on any other.
  Arguments(int argc, char** argv, const std::vector<std::string>& names) {
    std::string known;
    for (const std::string& name : names) known += " --" + name;
    for (int i = 1; i < argc; i += 2) {
      const std::string argument = argv[i];
      bool found = false;
      for (const std::string& name : names) found = found || argument == "--" + name;
      if (!found) Fail(2, "unknown option '" + argument + "'; there are" + known);
      if (i + 1 == argc) Fail(2, argument + " needs a value");
      if (!values_.emplace(argument.substr(2), argv[i + 1]).second) Fail(2, argument + " is given twice");
    }
  }

  bool Has(const std::string& name) const { return values_.count(name) != 0; }

  std::string Text(const std::string& name) const {
    const auto found = values_.find(name);
    if (found == values_.end()) Fail(2, "--" + name + " is missing");
    return found->second;
  }

  uint64_t Number(const std::string& name, uint64_t fallback, uint64_t min, uint64_t max) const {
    const auto found = values_.find(name);
    if (found == values_.end()) return fallback;
    const std::string& text = found->second;
    errno = 0;
    char* end = nullptr;
    const uint64_t value = std::strtoull(text.c_str(), &end, 10);
    const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    if (!digits || errno != 0 || value < min || value > max) {
      Fail(2, "--" + name + " takes a whole number from " + std::to_string(min) + " to " + std::to_string(max) +
                  ", not '" + text + "'");
    }
    return value;
  }

 private:
  std::map<std::string, std::string> values_;
};

}  // namespace fandump
