#include "sink/savefile_rotation.h"

#include <time.h>

#include <algorithm>
#include <array>

namespace fandump {
namespace {

constexpr size_t kLongestName = 4096;  // PATH_MAX
constexpr int64_t kMinute = 60, kHour = 60 * kMinute, kDay = 24 * kHour;

tm LocalTime(int64_t seconds) {
  const time_t time = static_cast<time_t>(seconds);
  tm local{};
  localtime_r(&time, &local);
  return local;
}

// Seconds since midnight on the clock of the place.
int64_t SecondOfDay(const tm& local) { return local.tm_hour * kHour + local.tm_min * kMinute + local.tm_sec; }

// When the file ends that began at this time: at the next whole multiple of the period since midnight on the clock of
// the place, at midnight at the latest; periods of days end at a midnight. Days with a change of clocks are longer or
// shorter.
int64_t NextOnClock(int64_t began, int64_t period) {
  tm local = LocalTime(began);
  const int64_t of_day = SecondOfDay(local);
  const int64_t days = period / kDay;
  int64_t next = std::min((of_day / period + 1) * period, days > 0 ? 0 : kDay);
  if (days == 0) {
    // An hour that clocks show twice has its multiples twice, and mktime(3) knows one of them.
    const int64_t due = began + next - of_day;
    if (SecondOfDay(LocalTime(due)) % period == 0) return due;
  } else {
    const int64_t day = (began + local.tm_gmtoff) / kDay;
    local.tm_mday += static_cast<int>(days - day % days);
  }
  local.tm_hour = static_cast<int>(next / kHour);
  local.tm_min = static_cast<int>(next % kHour / kMinute);
  local.tm_sec = static_cast<int>(next % kMinute);
  local.tm_isdst = -1;
  const int64_t due = mktime(&local);
  return due > began ? due : began + period;
}

// strftime(3); the text as it is where it gets too long.
std::string TimedText(const std::string& text, int64_t seconds) {
  std::array<char, kLongestName> timed;
  const tm local = LocalTime(seconds);
  const size_t length = strftime(timed.data(), timed.size(), text.c_str(), &local);
  return length == 0 ? text : std::string(timed.data(), length);
}

// tcpdump fills numbers up to as many digits as the last of the files needs; a single file has none.
unsigned DigitsFor(uint32_t files) {
  unsigned digits = 0;
  for (uint32_t last = files - 1; last > 0; last /= 10) digits++;
  return digits;
}

}  // namespace

FileRotation::FileRotation(std::string path, RotationOptions options) : path_(std::move(path)), options_(options) {
  if (options_.bytes > 0) {
    most_bytes_ = options_.bytes;
    if (options_.files > 0) digits_ = DigitsFor(options_.files);
  }
}

void FileRotation::Begin(int64_t seconds) {
  began_ = seconds;
  if (options_.seconds == 0) return;
  const int64_t period = options_.seconds;
  due_ = options_.on_clock ? NextOnClock(seconds, period) : seconds + period;
  // A clock that was set back: waiting until it has caught up would keep one file for as long. Packets of other
  // receivers may be somewhat older all the same.
  earliest_ = seconds - period;
}

std::string FileRotation::Name(uint32_t number) const {
  std::string name = names_tell_time() ? TimedText(path_, began_) : path_;
  if (number == 0 && digits_ == 0) return name;
  const std::string text = std::to_string(number);
  if (text.size() < digits_) name.append(digits_ - text.size(), '0');
  return name + text;
}

std::string FileRotation::RingName(uint32_t index) const { return Name(index); }

FileStart FileRotation::First(int64_t seconds) {
  Begin(seconds);
  return {Name(0), false};
}

std::optional<FileStart> FileRotation::Next(int64_t seconds) {
  if (seconds >= due_ || seconds < earliest_) {
    if (options_.files > 0 && options_.bytes == 0 && periods_ >= options_.files) return std::nullopt;
    periods_++;
    number_ = 0;
    Begin(seconds);
    return FileStart{Name(0), false};
  }
  number_++;
  if (is_ring() && number_ >= options_.files) {
    number_ = 0;
    came_round_ = true;
  }
  return FileStart{Name(number_), came_round_};
}

}  // namespace fandump
