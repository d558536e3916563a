// A compressed savefile written anew, where it cannot be mended in its place.
#pragma once

#include "owned_fd.h"
#include "sink/savefile_compressor.h"
#include "types.h"

namespace fandump {

// The same open file, to be read from its start. Throws CaptureError "ESAVEFILE_OPEN".
OwnedFd AtItsStart(const OwnedFd& fd, const std::string& path);

// Puts a whole file in the place of fd's, which lies at path, where no links are: the first size bytes that it holds,
// compressed as fandump does. It has the same mode, and the same owner as far as this process may give it away. Until
// it is complete the file stays as it was. Throws CaptureError "ESAVEFILE_WRITE", or as reading it does.
void RewriteSavefile(const OwnedFd& fd, const std::string& path, Compression method, uint64_t size);

}  // namespace fandump
