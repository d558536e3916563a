/** Network Time Protocol (RFC 5905, 7822): version, mode and length; the fields at -v. */
import { ipv4 } from './address';
import type { PrintContext } from './context';
import { names } from './names';

const modeNames = [
  ...['unspecified', 'symmetric active', 'symmetric passive', 'Client'],
  ...['Server', 'Broadcast', 'Control Message', 'Reserved'],
];
const leapNames = names({ 0x00: '', 0x40: '+1s', 0x80: '-1s', 0xc0: 'clock unsynchronized' });
const stratumNames = names({ 0: 'unspecified', 1: 'primary reference' });
const Mode = { client: 3, control: 6, private: 7 } as const;
const shortest = 12;
/** Seconds from 1900 to 1970. */
const epochOffset = 2_208_988_800;

export function printNtp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'ntp';
  const first = view.u8(at);
  const version = (first >>> 3) & 7;
  const mode = first & 7;
  out.text('NTPv');
  out.decimal(version);
  out.text(', ');
  out.text(modeNames[mode]);
  if (context.verbose === 0) {
    out.text(', length ');
    out.decimal(length);
    return;
  }
  out.text(', length ');
  out.decimal(length);
  if (mode === Mode.control || mode === Mode.private) control(context, at, length, first);
  else time(context, at, length, first);
}

function leap(context: PrintContext, first: number): void {
  const { out } = context;
  out.text('\n\tLeap indicator: ');
  out.text(leapNames.get(first & 0xc0) as string);
  out.text(' (');
  out.decimal(first & 0xc0);
  out.char(0x29);
}

function time(context: PrintContext, at: number, length: number, first: number): void {
  const { out, view } = context;
  leap(context, first);
  const stratum = view.u8(at + 1);
  out.text(', Stratum ');
  out.decimal(stratum);
  out.text(' (');
  out.text(stratumNames.get(stratum) ?? (stratum >= 2 ? 'secondary reference' : 'reserved'));
  out.text('), poll ');
  const poll = view.u8(at + 2);
  out.decimal(poll);
  out.text(' (');
  exponent(context, (poll << 24) >> 24);
  out.text('), precision ');
  out.signed((view.u8(at + 3) << 24) >> 24);
  out.text('\n\tRoot Delay: ');
  fixed(context, view.u16(at + 4), view.u16(at + 6));
  out.text(', Root dispersion: ');
  fixed(context, view.u16(at + 8), view.u16(at + 10));
  out.text(', Reference-ID: ');
  reference(context, at, stratum);
  const stamps = [16, 24, 32, 40];
  const titles = [
    '\n\t  Reference Timestamp:  ',
    '\n\t  Originator Timestamp: ',
    '\n\t  Receive Timestamp:    ',
    '\n\t  Transmit Timestamp:   ',
  ];
  for (let i = 0; i < 4; i++) {
    out.text(titles[i]);
    view.need(at + stamps[i], 8);
    stamp(context, view.u32(at + stamps[i]), view.u32(at + stamps[i] + 4));
  }
  out.text('\n\t    Originator - Receive Timestamp:  ');
  difference(context, at + 24, at + 32);
  out.text('\n\t    Originator - Transmit Timestamp: ');
  difference(context, at + 24, at + 40);
  if (length - 48 === 16) key(context, at, 0);
  else if (length - 48 === 20) key(context, at, 16);
  else if (length - 48 === 24) key(context, at, 20);
}

/** Authenticator (RFC 5905, 7.3). */
function key(context: PrintContext, at: number, digest: number): void {
  const { out, view } = context;
  out.text('\n\tKey id: ');
  out.decimal(view.u32(at + 48));
  if (digest === 0) return;
  out.text('\n\tAuthentication: ');
  for (let i = 0; i < digest; i += 4) out.hex32(view.u32(at + 52 + i));
}

/** 2^n seconds. */
function exponent(context: PrintContext, value: number): void {
  const { out } = context;
  if (value < 0) {
    out.text('1/');
    out.decimal(2 ** -value);
  } else {
    out.decimal(2 ** value);
  }
  out.char(0x73);
}

/** 16.16 bits of seconds, six decimals. */
function fixed(context: PrintContext, whole: number, part: number): void {
  const { out } = context;
  out.decimal(whole);
  out.char(0x2e);
  out.padded(Math.trunc((part / 65536) * 1_000_000), 6);
}

function reference(context: PrintContext, at: number, stratum: number): void {
  const { out, view } = context;
  const id = view.u32(at + 12);
  if (stratum === 0 || id === 0) {
    out.text('(unspec)');
    return;
  }
  if (stratum > 1 && ((view.u8(at) >>> 3) & 7) === 4) {
    out.text('0x');
    out.hex32(id);
    return;
  }
  if (stratum > 1) {
    ipv4(out, view, at + 12);
    return;
  }
  for (let i = 0; i < 4 && view.u8(at + 12 + i) !== 0; i++) out.caret(view.u8(at + 12 + i));
}

/** Seconds of the NTP era with nine decimals, and the date in UTC. */
function stamp(context: PrintContext, seconds: number, fraction: number): void {
  const { out } = context;
  out.decimal(seconds);
  out.char(0x2e);
  out.padded(Math.trunc((fraction / 4294967296) * 1_000_000_000), 9);
  if (seconds === 0) return;
  out.text(' (');
  out.text(new Date((seconds - epochOffset) * 1000).toISOString().replace('.000Z', 'Z'));
  out.char(0x29);
}

/** `to` - `from`, signed. */
function difference(context: PrintContext, from: number, to: number): void {
  const { out, view } = context;
  const before = BigInt(view.u32(from)) * 4294967296n + BigInt(view.u32(from + 4));
  const after = BigInt(view.u32(to)) * 4294967296n + BigInt(view.u32(to + 4));
  if (before === 0n) {
    stamp(context, view.u32(to), view.u32(to + 4));
    return;
  }
  const delta = after - before;
  if (delta === 0n) {
    out.text('0.000000000');
    return;
  }
  const size = delta < 0n ? -delta : delta;
  out.char(delta < 0n ? 0x2d : 0x2b);
  out.decimal(Number(size >> 32n));
  out.char(0x2e);
  out.padded(Math.trunc((Number(size & 0xffffffffn) / 4294967296) * 1_000_000_000), 9);
}

function control(context: PrintContext, at: number, length: number, first: number): void {
  const { out, view } = context;
  leap(context, first);
  const field = view.u8(at + 1);
  out.text(', ');
  out.text((field & 0x80) !== 0 ? 'Response' : 'Request');
  out.text(', ');
  out.text((field & 0x40) !== 0 ? 'Error' : 'OK');
  out.text(', ');
  out.text((field & 0x20) !== 0 ? 'More' : 'Last');
  out.text(', OpCode=');
  out.decimal(field & 0x1f);
  out.text('\n\tSequence=');
  out.hex(view.u16(at + 2));
  out.text(', Status=0x');
  out.hex(view.u16(at + 4));
  out.text(', Assoc.=');
  out.hex(view.u16(at + 6));
  out.text(', Offset=');
  out.decimal(view.u16(at + 8));
  out.text(', Count=');
  out.decimal(view.u16(at + 10));
  if (shortest + view.u16(at + 10) > length) context.invalid();
}
