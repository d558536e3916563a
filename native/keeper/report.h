// What the file keeper tells of a command that did not succeed: kind, a number, a blank, the file, a zero. Nothing is
// told of others; the pipe ends when the last command has.
#pragma once

#include <string>

namespace fandump::keeper {

enum class CommandEnd : char {
  kNotStarted = 'e',  // errno
  kExitCode = 'x',
  kSignal = 's',
};

inline std::string CommandReport(CommandEnd end, int number, const std::string& path) {
  return static_cast<char>(end) + std::to_string(number) + ' ' + path + '\0';
}

}  // namespace fandump::keeper
