// The runner of commands: a process of its own, the keeper's child, with the rights of whoever the commands are for.
#pragma once

#include "keeper/settings.h"
#include "owned_fd.h"

namespace fandump::keeper {

// What the keeper says to it, in front of a file's path; nothing is behind kNoMore.
enum class RunnerWord : char { kRun = 'r', kNoMore = 'e' };

// Says once through words whether it has become the user (an errno, or 0), then takes files from there, runs the
// command for so many at the same time, and tells of failures (report.h). Ends when all are done after kNoMore; at once
// where words or whoever reads the reports goes away, since then the capture was killed.
[[noreturn]] void RunCommands(OwnedFd words, OwnedFd reports, Settings settings);

}  // namespace fandump::keeper
