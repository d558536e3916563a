// Files that begin at multiples of their time on the clock of the place, where clocks change, too.
#include <stdlib.h>
#include <time.h>

#include "check.h"
#include "sink/savefile_rotation.h"

namespace fandump::test {
namespace {

// Begins of the files that packets a minute apart from that time on come into, as names.
std::string ClockNames(const char* zone, int64_t from, int hours, uint32_t period) {
  setenv("TZ", zone, 1);
  tzset();
  FileRotation rotation("%d-%H%M", {0, period, true, 0});
  std::string names = rotation.First(from).name;
  for (int64_t now = from; now < from + int64_t{hours} * 3600; now += 60) {
    if (rotation.IsDue(0, now)) names += " " + rotation.Next(now)->name;
  }
  setenv("TZ", "UTC", 1);
  tzset();
  return names;
}

}  // namespace

TEST(files_on_the_clock_count_from_midnight_of_the_place_and_begin_anew_there) {
  // 2026-07-01 00:30 in Nepal, which is 5 h 45 min ahead.
  CHECK_EQ(ClockNames("NPT-5:45", 1782845100, 30, 36000), std::string("01-0030 01-1000 01-2000 02-0000"));
}

TEST(files_of_a_day_end_at_midnight_where_clocks_change) {
  const char* const zone = "EST5EDT,M3.2.0,M11.1.0";
  // 2026-11-01 00:10 and 2026-03-08 00:10.
  CHECK_EQ(ClockNames(zone, 1793506200, 30, 86400), std::string("01-0010 02-0000"));
  CHECK_EQ(ClockNames(zone, 1772946600, 30, 86400), std::string("08-0010 09-0000"));
  CHECK_EQ(ClockNames(zone, 1772946600, 50, 172800), std::string("08-0010 10-0000"));
}

TEST(files_on_the_clock_begin_at_each_multiple_of_an_hour_that_clocks_show_twice) {
  // 2026-11-01 01:50, before and after clocks were set back from 02:00.
  CHECK_EQ(ClockNames("EST5EDT,M3.2.0,M11.1.0", 1793512200, 1, 1200), std::string("01-0150 01-0100 01-0120 01-0140"));
  CHECK_EQ(ClockNames("EST5EDT,M3.2.0,M11.1.0", 1793513100, 1, 1200), std::string("01-0105 01-0120 01-0140 01-0200"));
  // Where they are set back from midnight to 23:00: 2026-02-21 23:50.
  CHECK_EQ(ClockNames("<-03>3<-02>,M10.3.0/0,M2.3.6/24", 1771725000, 1, 1800), std::string("21-2350 21-2300 21-2330"));
}

}  // namespace fandump::test
