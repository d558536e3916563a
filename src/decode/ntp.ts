/** Network Time Protocol (RFC 5905, 7.3). */
import type { ByteView } from './view';

const ntpLength = 48;
/** Modes above this are control and private messages, with other fields. */
export const ntpLargestTimeMode = 5;

/** Seconds from 1900-01-01, where NTP's era 0 begins, to 1970-01-01. */
const epochDifference = 2_208_988_800;

export class NtpLayer {
  leap = 0;
  version = 0;
  mode = 0;
  stratum = 0;
  /** Exponents of two, in seconds. */
  poll = 0;
  precision = 0;
  /** In units of 2^-16 seconds. */
  rootDelay = 0;
  rootDispersion = 0;
  referenceIdAt = 0;
  /** 64-bit times: {@link NtpTime}. */
  referenceAt = 0;
  originAt = 0;
  receiveAt = 0;
  transmitAt = 0;

  /** The first byte alone, which tells whether the other fields are there. */
  decodeMode(view: ByteView, at: number): void {
    const first = view.u8(at);
    this.leap = first >>> 6;
    this.version = (first >>> 3) & 7;
    this.mode = first & 7;
  }

  decode(view: ByteView, at: number): void {
    view.need(at, ntpLength);
    this.stratum = view.u8(at + 1);
    this.poll = (view.u8(at + 2) << 24) >> 24;
    this.precision = (view.u8(at + 3) << 24) >> 24;
    this.rootDelay = view.i32(at + 4);
    this.rootDispersion = view.u32(at + 8);
    this.referenceIdAt = at + 12;
    this.referenceAt = at + 16;
    this.originAt = at + 24;
    this.receiveAt = at + 32;
    this.transmitAt = at + 40;
  }
}

/** A 64-bit time stamp in Unix terms. */
export class NtpTime {
  /** false: the field holds 0, which means no time. */
  isSet = false;
  /** Since 1970; a value below 2^31 belongs to era 1 and counts on from 2036 (RFC 4330, 3). */
  seconds = 0;
  nanoseconds = 0;

  decode(view: ByteView, at: number): void {
    const whole = view.u32(at);
    const fraction = view.u32(at + 4);
    this.isSet = whole !== 0 || fraction !== 0;
    this.seconds = (whole >= 0x80000000 ? whole : whole + 0x100000000) - epochDifference;
    this.nanoseconds = Math.floor((fraction * 1_000_000_000) / 0x100000000);
  }
}
