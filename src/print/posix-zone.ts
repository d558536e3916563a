/**
 * Time zones in the form that POSIX gives TZ (POSIX.1-2024, 8.3; RFC 8536, 3.3.1): `CET-1CEST,M3.5.0,M10.5.0/3`,
 * `<+0330>-3:30`. Where they are more than letters and whole hours Node takes them for UTC, and says nothing.
 */

/** Where local time is looked up. */
export interface Zone {
  /** Seconds that local time is ahead of UTC at `seconds` since the epoch. */
  offsetAt(seconds: number): number;
}

const secondsPerHour = 3600;
const secondsPerDay = 86_400;
const mostOffsetHours = 24;
/** RFC 8536, 3.3.1: POSIX has hours of the day only. */
const mostRuleHours = 167;
const february29 = 59;
const lastWeek = 5;
/** 1970-01-01 was a Thursday. */
const weekdayOfEpoch = 4;
const changeTime = 2 * secondsPerHour;
/** For a zone that has a name for summer time and no rules: those of the United States since 2007. */
const defaultRules = ['M3.2.0', 'M11.1.0'];
/** These look alike, and are zones of the tz database, with a history. */
const databaseNames: readonly string[] = ['EST5EDT', 'CST6CDT', 'MST7MDT', 'PST8PDT'];

/** Something in a year, counted from its start: days to a day, or seconds to the time when clocks are changed. */
type Rule = (year: number) => number;

/** The zone that `text`, the value of TZ, describes; undefined where it is not in that form, but a name for instance. */
export function posixZone(text: string): Zone | undefined {
  const form = text.replace(/^:/, '');
  // Most names have no digits: for them nothing more is made.
  if (!/\d/.test(form) || databaseNames.includes(form)) return undefined;
  const name = '(?:[A-Za-z]{3,}|<[A-Za-z0-9+-]{3,}>)';
  const time = '([+-]?\\d{1,3}(?::\\d{1,2}){0,2})';
  const rule = `,([JM\\d][\\d.]*)(?:/${time})?`;
  const parts = new RegExp(`^${name}${time}(?:(${name})${time}?(?:${rule}${rule})?)?$`).exec(form);
  if (parts === null) return undefined;
  const [, west, summerName, summerWest, start = defaultRules[0], startTime, end = defaultRules[1], endTime] = parts;
  const standard = readOffset(west);
  if (standard === undefined) return undefined;
  if (summerName === undefined) return { offsetAt: () => standard };
  const summer = summerWest === undefined ? standard + secondsPerHour : readOffset(summerWest);
  const starts = readRule(start, startTime);
  const ends = readRule(end, endTime);
  if (summer === undefined || starts === undefined || ends === undefined) return undefined;
  return new ChangingZone(standard, summer, starts, ends);
}

/** With summer time. Where that lasts all year, one begins at the moment when the one of the year before ends. */
class ChangingZone implements Zone {
  /** What was looked up last; it holds from `from` on and until before `until`. */
  private offset = 0;
  private from = 0;
  private until = 0;

  constructor(
    private readonly standard: number,
    private readonly summer: number,
    private readonly starts: Rule,
    private readonly ends: Rule,
  ) {}

  offsetAt(seconds: number): number {
    if (seconds < this.from || seconds >= this.until) this.find(seconds);
    return this.offset;
  }

  /** Rules may lead into the year before or after theirs. */
  private find(seconds: number): void {
    const year = new Date(seconds * 1000).getUTCFullYear();
    this.from = Number.NEGATIVE_INFINITY;
    this.until = Number.POSITIVE_INFINITY;
    for (let of = year - 2; of <= year + 2; of++) {
      const first = dayOf(of, 0) * secondsPerDay;
      this.consider(seconds, first + this.ends(of) - this.summer, this.standard);
      this.consider(seconds, first + this.starts(of) - this.standard, this.summer);
    }
  }

  /** A change at `at` to `offset`. */
  private consider(seconds: number, at: number, offset: number): void {
    if (at > seconds) {
      this.until = Math.min(this.until, at);
    } else if (at >= this.from) {
      this.from = at;
      this.offset = offset;
    }
  }
}

/** `[+-]hh[:mm[:ss]]` west of Greenwich, in seconds east of it. */
function readOffset(text: string): number | undefined {
  const west = readTime(text, mostOffsetHours);
  return west === undefined ? undefined : 0 - west;
}

/** `[+-]hh[:mm[:ss]]` in seconds. */
function readTime(text: string, mostHours: number): number | undefined {
  const [hours, minutes = 0, seconds = 0] = text.replace(/^[+-]/, '').split(':').map(Number);
  if (hours > mostHours || minutes > 59 || seconds > 59) return undefined;
  const size = hours * secondsPerHour + minutes * 60 + seconds;
  return text.startsWith('-') ? -size : size;
}

function readRule(text: string, timeText: string | undefined): Rule | undefined {
  const day = readDay(text);
  const time = timeText === undefined ? changeTime : readTime(timeText, mostRuleHours);
  if (day === undefined || time === undefined) return undefined;
  return (year) => day(year) * secondsPerDay + time;
}

/** The day of a year, from 0: `Jn` is the n-th one, leap days not counted, `n` the one with that number. */
function readDay(text: string): Rule | undefined {
  const [, letter, number] = /^(J?)(\d{1,3})$/.exec(text) ?? [];
  if (number === undefined) return readWeekday(text);
  const day = Number(number);
  if (letter === '') return day > 365 ? undefined : () => day;
  if (day < 1 || day > 365) return undefined;
  return (year) => (day > february29 && dayOf(year, 2) - dayOf(year, 1) === 29 ? day : day - 1);
}

/** `Mm.w.d`: day d of the week, from Sunday, for the w-th time in month m; for the last time where w is 5. */
function readWeekday(text: string): Rule | undefined {
  const [month, week, weekday] = (/^M(\d{1,2})\.([1-5])\.([0-6])$/.exec(text) ?? []).slice(1).map(Number);
  if (!(month >= 1 && month <= 12)) return undefined;
  return (year) => {
    const first = dayOf(year, month - 1);
    const firstWeekday = (first + weekdayOfEpoch) % 7;
    const day = first + ((weekday - firstWeekday + 7) % 7) + 7 * (week - 1);
    const isBeyond = week === lastWeek && day >= dayOf(year, month);
    return (isBeyond ? day - 7 : day) - dayOf(year, 0);
  };
}

/** Days from 1970-01-01 to the first of a month, which is counted from 0. */
function dayOf(year: number, month: number): number {
  return Date.UTC(year, month) / 1000 / secondsPerDay;
}
