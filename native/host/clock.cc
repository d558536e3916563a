#include "host/clock.h"

#include <sys/timex.h>

namespace fandump {

ClockState ReadClockState() {
  timex question{};
  const int state = adjtimex(&question);
  if (state < 0) return {};
  return {state != TIME_ERROR && (question.status & STA_UNSYNC) == 0, question.maxerror};
}

}  // namespace fandump
