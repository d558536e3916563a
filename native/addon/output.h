// Standard output and error for the JavaScript thread, which must not be held up by whoever reads them: its event loop
// is where signals and timers are seen.
#pragma once

#include <napi.h>

namespace fandump {

// (descriptor): the descriptor to write to in its place. For a pipe or terminal one of its own that does not block,
// since the flag belongs to all who share a descriptor. Where the kernel refuses that, and for all else, the same
// again.
Napi::Value OpenOutputForJs(const Napi::CallbackInfo& info);

// (descriptor, bytes, offset, length, milliseconds): writes, and waits so long at a time for a reader who takes
// nothing. Returns how many bytes were written, fewer than length where he still took no more, or an errno as a
// negative number.
Napi::Value WriteSomeForJs(const Napi::CallbackInfo& info);

// (): closes those of the standard descriptors that are a terminal which has hung up. Node sets terminals back as it
// ends, and aborts where it cannot; a closed descriptor it passes over.
Napi::Value LeaveDeadTerminalsForJs(const Napi::CallbackInfo& info);

}  // namespace fandump
