/** The time stamp before a line. Local time follows TZ; the text of a second is made once per second. */

import type { PrintOptions, TimeMode } from './options';
import { posixZone, type Zone } from './posix-zone';
import { FixedText } from './text/fixed-text';
import type { LineWriter } from './text/line-writer';

const secondsPerDay = 86_400;
const nanosecondsPerMicrosecond = 1000;
const nanosecondsPerSecond = 1_000_000_000;
const zoneSpan = 900;
/** tcpdump 4.99 cannot convert what does not fit a signed 32-bit time_t, nor what is before 1970. */
const lastConvertible = 0x7fffffff;
const unconvertible = '[Error converting time]';
const clockLength = 'HH:MM:SS'.length;
const dateLength = 'YYYY-MM-DD HH:MM:SS'.length;
const zero = 0x30;

function isConvertible(seconds: number): boolean {
  return seconds >= 0 && seconds <= lastConvertible;
}

/** That of the system, or the one that TZ names; looked up once per quarter of an hour, as none changes in between. */
class SystemZone implements Zone {
  private span = -1;
  private offset = 0;

  offsetAt(seconds: number): number {
    const span = Math.floor(seconds / zoneSpan);
    if (span !== this.span) {
      this.span = span;
      const date = new Date(seconds * 1000);
      const local = Date.UTC(
        date.getFullYear(),
        date.getMonth(),
        date.getDate(),
        date.getHours(),
        date.getMinutes(),
        date.getSeconds(),
      );
      this.offset = Math.round(local / 1000) - seconds;
    }
    return this.offset;
  }
}

/** The zone of local time, as TZ and the system have it. */
export function localZone(): Zone {
  return posixZone(process.env.TZ ?? '') ?? new SystemZone();
}

export class TimeWriter {
  private readonly mode: TimeMode;
  private readonly nanoseconds: boolean;
  private readonly zone = localZone();
  private second = -1;
  /** Text of `second`: "YYYY-MM-DD HH:MM:SS" or "HH:MM:SS". */
  private readonly cached: FixedText;
  private cachedLength = 0;
  private sinceSeconds = 0;
  private sinceNanoseconds = 0;

  constructor(options: PrintOptions) {
    this.mode = options.time;
    this.nanoseconds = options.nanoseconds;
    this.cached = new FixedText(options.time === 'date' ? dateLength : clockLength);
  }

  /** Writes the time stamp and the space after it; nothing at all in mode 'none'. */
  write(out: LineWriter, seconds: number, nanoseconds: number): void {
    switch (this.mode) {
      case 'none':
        return;
      case 'unix':
        if (isConvertible(seconds)) {
          out.decimal(seconds);
          this.fraction(out, nanoseconds);
        } else {
          out.text(unconvertible);
        }
        break;
      case 'delta':
      case 'sinceFirst':
        this.difference(out, seconds, nanoseconds);
        break;
      default:
        if (isConvertible(seconds)) {
          if (seconds !== this.second) this.format(seconds);
          out.fixed(this.cached);
          this.fraction(out, nanoseconds);
        } else {
          out.text(unconvertible);
        }
    }
    out.char(0x20);
  }

  private fraction(out: LineWriter, nanoseconds: number): void {
    if (nanoseconds < 0 || nanoseconds >= nanosecondsPerSecond) this.overlong(out, nanoseconds);
    else if (this.nanoseconds) out.fraction9(nanoseconds);
    else out.fraction6((nanoseconds / 1000) | 0);
  }

  /** A damaged record says that there is more than a second, or the difference of two says less: all digits are shown. */
  private overlong(out: LineWriter, nanoseconds: number): void {
    out.char(0x2e);
    out.signed(this.nanoseconds ? nanoseconds : Math.trunc(nanoseconds / nanosecondsPerMicrosecond));
  }

  private format(seconds: number): void {
    this.second = seconds;
    const local = seconds + this.zone.offsetAt(seconds);
    const days = Math.floor(local / secondsPerDay);
    this.cachedLength = 0;
    if (this.mode === 'date') {
      const date = new Date(days * secondsPerDay * 1000);
      const year = date.getUTCFullYear();
      this.pair(Math.floor(year / 100));
      this.pair(year % 100);
      this.mark(0x2d);
      this.pair(date.getUTCMonth() + 1);
      this.mark(0x2d);
      this.pair(date.getUTCDate());
      this.mark(0x20);
    }
    this.clock(local - days * secondsPerDay);
  }

  private clock(secondOfDay: number): void {
    this.pair((secondOfDay / 3600) | 0);
    this.mark(0x3a);
    this.pair(((secondOfDay / 60) | 0) % 60);
    this.mark(0x3a);
    this.pair(secondOfDay % 60);
  }

  private pair(value: number): void {
    this.mark(zero + Math.floor(value / 10));
    this.mark(zero + (value % 10));
  }

  private mark(code: number): void {
    this.cached.put(this.cachedLength++, code);
  }

  /**
   * Time since the previous line or the first one, shown modulo a day; a step back shows a minus. The difference is
   * taken between the times as they are shown. A time of 0 is none: the next line starts anew.
   */
  private difference(out: LineWriter, seconds: number, exact: number): void {
    const nanoseconds = this.nanoseconds ? exact : exact - (exact % nanosecondsPerMicrosecond);
    if (this.sinceSeconds === 0 && this.sinceNanoseconds === 0) {
      this.sinceSeconds = seconds;
      this.sinceNanoseconds = nanoseconds;
    }
    const back = seconds < this.sinceSeconds || (seconds === this.sinceSeconds && nanoseconds < this.sinceNanoseconds);
    let wholes = back ? this.sinceSeconds - seconds : seconds - this.sinceSeconds;
    let parts = back ? this.sinceNanoseconds - nanoseconds : nanoseconds - this.sinceNanoseconds;
    if (parts < 0) {
      wholes--;
      parts += 1_000_000_000;
    }
    out.char(back ? 0x2d : 0x20);
    if (isConvertible(wholes)) {
      this.cachedLength = 0;
      this.clock(wholes % secondsPerDay);
      out.fixed(this.cached);
      this.fraction(out, parts);
    } else {
      out.text(unconvertible);
    }
    if (this.mode === 'delta') {
      this.sinceSeconds = seconds;
      this.sinceNanoseconds = nanoseconds;
    }
  }
}
