/** Radiotap's channel, MCS and VHT fields: bands, bandwidths and the data rates of HT (IEEE 802.11-2016, 19.5). */
import type { PrintContext } from '../context';

const Channel = {
  turbo: 0x10,
  complementaryCode: 0x20,
  orthogonal: 0x40,
  band2: 0x80,
  band5: 0x100,
  dynamic: 0x400,
  frequencyShift: 0x800,
  half: 0x4000,
  quarter: 0x8000,
  ht20: 0x10000,
  ht40Above: 0x20000,
  ht40Below: 0x40000,
} as const;

const hopping = Channel.band2 | Channel.frequencyShift;
const typeA = Channel.band5 | Channel.orthogonal;
const typeB = Channel.band2 | Channel.complementaryCode;
const pureG = Channel.band2 | Channel.orthogonal;
const mixedG = Channel.band2 | Channel.dynamic;

function width(flags: number): string {
  if ((flags & Channel.half) !== 0) return '/10Mhz';
  return (flags & Channel.quarter) !== 0 ? '/5Mhz' : '';
}

/** `modulated`: an MCS field is there, so this is 802.11n whatever the flags say. */
export function printChannel(context: PrintContext, frequency: number, flags: number, modulated: boolean): void {
  const { out } = context;
  out.decimal(frequency);
  out.text(' MHz');
  if (modulated) out.text(' 11n');
  else types(context, flags);
  if ((flags & Channel.ht20) !== 0) out.text(' ht/20');
  else if ((flags & Channel.ht40Below) !== 0) out.text(' ht/40-');
  else if ((flags & Channel.ht40Above) !== 0) out.text(' ht/40+');
  out.char(0x20);
}

function types(context: PrintContext, flags: number): void {
  const { out } = context;
  if ((flags & hopping) === hopping) out.text(' FHSS');
  if ((flags & typeA) === typeA) {
    out.text(' 11a');
    out.text(width(flags));
  }
  if ((flags & pureG) === pureG || (flags & mixedG) === mixedG) {
    out.text(' 11g');
    out.text(width(flags));
  } else if ((flags & typeB) === typeB) {
    out.text(' 11b');
  }
  if ((flags & Channel.turbo) !== 0) out.text(' Turbo');
}

const Known = { bandwidth: 0x01, index: 0x02, guard: 0x04, format: 0x08, correction: 0x10, blockCode: 0x20 } as const;
const Modulation = {
  bandwidth: 0x03,
  wide: 1,
  shortGuard: 0x04,
  greenfield: 0x08,
  parity: 0x10,
  blockCodeShift: 5,
} as const;
const bandwidthNames = ['20 MHz', '40 MHz', '20 MHz (L)', '20 MHz (U)'];

/** Data bits a symbol carries, per stream, in 26ths; MCS 0 to 7 and again for two, three and four streams. */
const equalShares = [1, 2, 3, 4, 6, 8, 9, 10];
const equalIndexes = 32;
/** MCS 32 is 6 Mb/s, at 40 MHz only. */
const duplicateIndex = 32;
const duplicateTenths = 60;
/** MCS 33 to 76: streams of unequal modulation (IEEE 802.11-2016, tables 19-38 to 19-41). */
const unequalShares = [
  ...[
    6, 8, 10, 9, 12, 15, 8, 10, 10, 12, 14, 14, 16, 12, 15, 15, 18, 21, 21, 24, 10, 12, 14, 12, 14, 16, 18, 16, 18, 20,
  ],
  ...[20, 22, 15, 18, 21, 18, 21, 24, 27, 24, 27, 30, 30, 33],
];
/** Rate of one share in hundredths of Mb/s at 20 and 40 MHz with the long guard interval. */
const narrowShare = 650;
const wideShare = 1350;

/** Tenths of Mb/s; 0: no such rate. The short guard interval makes a symbol of 4 µs one of 3.6 µs. */
function throughput(index: number, wide: boolean, shortGuard: boolean): number {
  let hundredths = 0;
  if (index === duplicateIndex) {
    hundredths = wide ? 10 * duplicateTenths : 0;
  } else {
    const share =
      index < equalIndexes ? equalShares[index & 7] * ((index >>> 3) + 1) : (unequalShares[index - 33] ?? 0);
    hundredths = share * (wide ? wideShare : narrowShare);
  }
  return Math.round(shortGuard ? hundredths / 9 : hundredths / 10);
}

export function printModulation(context: PrintContext, at: number): void {
  const { out, view } = context;
  const known = view.u8(at);
  const flags = view.u8(at + 1);
  const shortGuard = (flags & Modulation.shortGuard) !== 0;
  if ((known & Known.index) !== 0) {
    const index = view.u8(at + 2);
    const tenths =
      (known & (Known.bandwidth | Known.guard)) === 0
        ? 0
        : throughput(index, (flags & Modulation.bandwidth) === Modulation.wide, shortGuard);
    if (tenths !== 0) {
      out.decimal(Math.trunc(tenths / 10));
      out.char(0x2e);
      out.decimal(tenths % 10);
      out.text(' Mb/s ');
    }
    out.text('MCS ');
    out.decimal(index);
    out.char(0x20);
  }
  if ((known & Known.bandwidth) !== 0) {
    out.text(bandwidthNames[flags & Modulation.bandwidth]);
    out.char(0x20);
  }
  if ((known & Known.guard) !== 0) out.text(shortGuard ? 'short GI ' : 'long GI ');
  if ((known & Known.format) !== 0) out.text((flags & Modulation.greenfield) !== 0 ? 'greenfield ' : 'mixed ');
  if ((known & Known.correction) !== 0) out.text((flags & Modulation.parity) !== 0 ? 'LDPC FEC ' : 'BCC FEC ');
  if ((known & Known.blockCode) !== 0) {
    out.text('RX-STBC');
    out.decimal((flags >>> Modulation.blockCodeShift) & 3);
    out.char(0x20);
  }
}

const Vht = { guardKnown: 0x0004, bandwidthKnown: 0x0040, shortGuard: 0x04, bandwidthMask: 0x1f, users: 4 } as const;
/** As tcpdump names them, which has UUU where LUU is meant. */
const vhtBandwidths = [
  ...['20 MHz', '40 MHz', '20 MHz (L)', '20 MHz (U)', '80 MHz', '80 MHz (L)', '80 MHz (U)', '80 MHz (LL)'],
  ...['80 MHz (LU)', '80 MHz (UL)', '80 MHz (UU)', '160 MHz', '160 MHz (L)', '160 MHz (U)', '160 MHz (LL)'],
  ...['160 MHz (LU)', '160 MHz (UL)', '160 MHz (UU)', '160 MHz (LLL)', '160 MHz (LLU)', '160 MHz (LUL)'],
  ...['160 MHz (UUU)', '160 MHz (ULL)', '160 MHz (ULU)', '160 MHz (UUL)', '160 MHz (UUU)'],
];

export function printVeryHighThroughput(context: PrintContext, at: number): void {
  const { out, view } = context;
  const known = view.u16LE(at);
  const coding = view.u8(at + 8);
  for (let user = 0; user < Vht.users; user++) {
    const streams = view.u8(at + 4 + user);
    if ((streams & 15) === 0) continue;
    out.text('User ');
    out.decimal(user);
    out.text(' MCS ');
    out.decimal(streams >>> 4);
    out.text((coding & (1 << user)) !== 0 ? ' LDPC FEC ' : ' BCC FEC ');
  }
  if ((known & Vht.bandwidthKnown) !== 0) {
    const bandwidth = view.u8(at + 3) & Vht.bandwidthMask;
    const name = vhtBandwidths[bandwidth];
    out.text(name ?? 'unknown (');
    if (name === undefined) {
      out.decimal(bandwidth);
      out.char(0x29);
    }
    out.char(0x20);
  }
  if ((known & Vht.guardKnown) !== 0) out.text((view.u8(at + 2) & Vht.shortGuard) !== 0 ? 'short GI ' : 'long GI ');
}
