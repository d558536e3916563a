// What the file keeper is told when it starts, and never again: which files it may make, and which command it runs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sink/savefile_maker.h"

namespace fandump::keeper {

// Whom commands run as.
struct CommandUser {
  uint32_t user = 0;
  uint32_t group = 0;
};

struct CommandSettings {
  std::vector<std::string> words;        // a program and its arguments; empty: no command
  std::vector<std::string> environment;  // NAME=VALUE
  uint32_t jobs = 1;                     // at the same time
};

struct Settings {
  std::vector<std::string> paths;  // of savefiles, as -w has them
  bool is_timed = false;           // strftime(3) makes names of the paths
  uint32_t ring_files = 0;         // that come round to their names; 0: no ring
  FileRules rules;
  CommandSettings command;
  std::optional<CommandUser> user;  // none: whoever this process is
  bool keeps_rights = false;        // root stays root, with all it may
};

// As a sequence of texts, each with a zero behind it.
std::string WriteSettings(const Settings& settings);

// Nothing where the sequence is none of this version.
std::optional<Settings> ReadSettings(const std::string& text);

}  // namespace fandump::keeper
