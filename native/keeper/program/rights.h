// What the file keeper and its runner of commands give up.
#pragma once

#include <cstdint>

#include "keeper/settings.h"

namespace fandump::keeper {

// The keeper keeps what making other users' files in any folder takes, and loses every other capability and system
// call, programs and sockets among them. 0, or the errno.
int ConfineKeeper();

// The runner becomes the user, or stays who it is without capabilities; no program gains any. 0, or the errno.
int BecomeCommandUser(const Settings& settings);

}  // namespace fandump::keeper
