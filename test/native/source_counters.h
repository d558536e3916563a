// The counters of a source as a value.
#pragma once

#include "source/source.h"

namespace fandump::test {

inline SourceCounters CountersOf(Source& source) {
  SourceCounters counters;
  source.ReadCounters(counters);
  return counters;
}

}  // namespace fandump::test
