// Work that Linux does for one thread at a time (capabilities, no_new_privs, Landlock), done in every thread of the
// process, whoever started it.
#pragma once

namespace fandump {

// Async-signal-safe (signal-safety(7)): system calls and nothing else. Returns 0 or an errno.
using ThreadWork = int (*)(const void* context);

// Runs work in every thread, in the calling one last. Threads started meanwhile are reached, or inherit from one that
// was. Returns 0, the first errno of a thread, or ETIMEDOUT where one does not answer within two seconds. One caller at
// a time, and none that calls setuid(2) and its kin meanwhile.
int RunInEveryThread(ThreadWork work, const void* context);

}  // namespace fandump
