/** Network Time Protocol (RFC 5905, 7822): version, mode and length; the fields at -v. */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';

const modeNames = [
  ...['unspecified', 'symmetric active', 'symmetric passive', 'Client'],
  ...['Server', 'Broadcast', 'Control Message', 'Reserved'],
];
const leapNames = ['', '+1s', '-1s', 'clock unsynchronized'];
const Mode = { control: 6, private: 7 } as const;
const Stratum = { unspecified: 0, primary: 1, lastSecondary: 15, query: 62, reply: 63 } as const;
const messageLength = 48;
const controlLength = 12;
/** Seconds from 1900 to 1970. */
const epochOffset = 2_208_988_800;
const fractionUnits = 0x100000000;
/** Offsets of the four times, and the words before each. */
const times: readonly (readonly [number, string])[] = [
  [16, '\n\t  Reference Timestamp:  '],
  [24, '\n\t  Originator Timestamp: '],
  [32, '\n\t  Receive Timestamp:    '],
  [40, '\n\t  Transmit Timestamp:   '],
];

export function printNtp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ntp';
  const first = view.u8(at);
  const mode = first & 7;
  out.text('NTPv');
  out.decimal((first >>> 3) & 7);
  out.text(', ');
  out.text(modeNames[mode]);
  out.text(', length ');
  out.decimal(length);
  if (context.verbose === 0) return;
  out.text('\n\tLeap indicator: ');
  out.text(leapNames[first >>> 6]);
  out.text(' (');
  out.decimal(first & 0xc0);
  out.char(0x29);
  if (mode === Mode.control) control(context, at, length);
  else if (mode !== Mode.private) time(context, at, length);
}

/** A message that contradicts its length; it is said too where not all of it was captured. */
function invalid(context: PrintContext, at: number, length: number): void {
  context.invalid();
  context.returning = 'ntp';
  context.view.need(at, length);
}

function stratumName(stratum: number): string {
  if (stratum === Stratum.unspecified) return 'unspecified';
  if (stratum === Stratum.primary) return 'primary reference';
  return stratum <= Stratum.lastSecondary ? 'secondary reference' : 'reserved';
}

function time(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < messageLength) {
    invalid(context, at, length);
    return;
  }
  const stratum = view.u8(at + 1);
  out.text(', Stratum ');
  out.decimal(stratum);
  out.text(' (');
  out.text(stratumName(stratum));
  out.char(0x29);
  interval(context, (view.u8(at + 2) << 24) >> 24);
  const precision = (view.u8(at + 3) << 24) >> 24;
  out.text(', precision ');
  out.signed(precision);
  context.returning = 'ntp';
  view.need(at + 4, 4);
  out.text('\n\tRoot Delay: ');
  fixed(context, at + 4);
  view.need(at + 8, 4);
  out.text(', Root dispersion: ');
  fixed(context, at + 8);
  view.need(at + 12, 4);
  out.text(', Reference-ID: ');
  if (!reference(context, at + 12, stratum)) return;
  for (const [offset, title] of times) {
    view.need(at + offset, 8);
    out.text(title);
    printNtpTime(context, at + offset);
  }
  out.text('\n\t    Originator - Receive Timestamp:  ');
  difference(context, at + 24, at + 32);
  out.text('\n\t    Originator - Transmit Timestamp: ');
  difference(context, at + 24, at + 40);
  authenticator(context, at + messageLength, length - messageLength);
}

/** 2^value seconds, where they fit 32 bits. */
function interval(context: PrintContext, value: number): void {
  const { out } = context;
  out.text(', poll ');
  out.signed(value);
  if (value <= -32 || value >= 32) return;
  out.text(value < 0 ? ' (1/' : ' (');
  out.decimal(2 ** Math.abs(value));
  out.text('s)');
}

/** 16.16 bits of seconds, six decimals. */
function fixed(context: PrintContext, at: number): void {
  const { out, view } = context;
  const whole = view.u16(at);
  const part = view.u16(at + 2);
  out.decimal(whole);
  out.char(0x2e);
  out.padded(Math.trunc((part * 1_000_000) / 0x10000), 6);
}

/** false: a message of a kind that says no more. */
function reference(context: PrintContext, at: number, stratum: number): boolean {
  const { out, view } = context;
  switch (stratum) {
    case Stratum.unspecified:
      out.text('(unspec)');
      return true;
    case Stratum.primary:
      for (let i = 0; i < 4; i++) out.caret(view.u8(at + i));
      return true;
    case Stratum.query:
    case Stratum.reply:
      namedIpv4(context, at);
      out.text(stratum === Stratum.query ? ' INFO_QUERY' : ' INFO_REPLY');
      return false;
  }
  const identifier = view.u32(at);
  out.text('0x');
  out.hex32(identifier);
  return true;
}

/** Key and digest (RFC 5905, 7.3), told by their length. */
function authenticator(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  if (size === 0) return;
  if (size !== 4 && size !== 20 && size !== 24) {
    out.text('\n\t(');
    out.decimal(size);
    out.text(' more bytes after the header)');
    return;
  }
  context.returning = '';
  const key = view.u32(at);
  context.returning = 'ntp';
  out.text('\n\tKey id: ');
  out.decimal(key);
  if (size === 4) return;
  view.need(at + 4, size - 4);
  out.text('\n\tAuthentication: ');
  for (let i = 4; i < size; i += 4) out.hex32(view.u32(at + i));
}

/** Billionths of a second, cut off. */
function nanoseconds(fraction: number): number {
  return Math.trunc((fraction / fractionUnits) * 1_000_000_000);
}

/** Seconds of the NTP era with nine decimals, and the date in UTC. */
export function printNtpTime(context: PrintContext, at: number): void {
  const { out, view } = context;
  const seconds = view.u32(at);
  const fraction = view.u32(at + 4);
  out.decimal(seconds);
  out.char(0x2e);
  out.padded(nanoseconds(fraction), 9);
  if (seconds === 0) return;
  out.text(' (');
  out.text(new Date((seconds - epochOffset) * 1000).toISOString().replace('.000Z', 'Z'));
  out.char(0x29);
}

/** `to` - `from`, signed; `to` alone where the other is zero. */
function difference(context: PrintContext, from: number, to: number): void {
  const { out, view } = context;
  const beforeSeconds = view.u32(from);
  const beforeFraction = view.u32(from + 4);
  const seconds = view.u32(to);
  const fraction = view.u32(to + 4);
  if (beforeSeconds === 0 && beforeFraction === 0) {
    printNtpTime(context, to);
    return;
  }
  const back = seconds < beforeSeconds || (seconds === beforeSeconds && fraction <= beforeFraction);
  let wholes = back ? beforeSeconds - seconds : seconds - beforeSeconds;
  let parts = back ? beforeFraction - fraction : fraction - beforeFraction;
  if (parts < 0) {
    wholes--;
    parts += fractionUnits;
  }
  out.char(back ? 0x2d : 0x2b);
  out.decimal(wholes);
  out.char(0x2e);
  out.padded(nanoseconds(parts), 9);
}

/** Mode 6 (RFC 9327). */
function control(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < controlLength) {
    invalid(context, at, length);
    return;
  }
  const field = view.u8(at + 1);
  out.text((field & 0x80) !== 0 ? ', Response' : ', Request');
  out.text((field & 0x40) !== 0 ? ', Error' : ', OK');
  out.text((field & 0x20) !== 0 ? ', More' : ', Last');
  out.text(', OpCode=');
  out.decimal(field & 0x1f);
  out.text('\n');
  const sequence = view.u16(at + 2);
  out.text('\tSequence=');
  out.decimal(sequence);
  const status = view.u16(at + 4);
  out.text(status === 0 ? ', Status=' : ', Status=0x');
  out.hex(status);
  const association = view.u16(at + 6);
  out.text(', Assoc.=');
  out.decimal(association);
  const offset = view.u16(at + 8);
  out.text(', Offset=');
  out.decimal(offset);
  const count = view.u16(at + 10);
  out.text(', Count=');
  out.decimal(count);
  if (controlLength + count > length) {
    invalid(context, at, length);
  } else if (count !== 0) {
    context.returning = 'ntp';
    view.need(at + controlLength, count);
    out.text('\n\tTO-BE-DONE: data not interpreted');
  }
}
