/** Radiotap's fields (https://www.radiotap.org/fields/defined), each aligned to its own size. */
import type { PrintContext } from '../context';
import { printChannel, printModulation, printVeryHighThroughput } from './radiotap-rate';

export const RadiotapField = {
  timer: 0,
  flags: 1,
  rate: 2,
  channel: 3,
  hopping: 4,
  signal: 5,
  noise: 6,
  lockQuality: 7,
  attenuation: 8,
  decibelAttenuation: 9,
  power: 10,
  antenna: 11,
  decibelSignal: 12,
  decibelNoise: 13,
  receiveFlags: 14,
  extendedChannel: 18,
  modulation: 19,
  aggregate: 20,
  veryHighThroughput: 21,
  /** From here on bits say how the masks are chained. */
  namespace: 29,
} as const;

/** Alignment and size of the fields that are known, by bit. */
const layouts = new Map<number, readonly [alignment: number, size: number]>([
  [RadiotapField.timer, [8, 8]],
  [RadiotapField.flags, [1, 1]],
  [RadiotapField.rate, [1, 1]],
  [RadiotapField.channel, [2, 4]],
  [RadiotapField.hopping, [1, 2]],
  [RadiotapField.signal, [1, 1]],
  [RadiotapField.noise, [1, 1]],
  [RadiotapField.lockQuality, [2, 2]],
  [RadiotapField.attenuation, [2, 2]],
  [RadiotapField.decibelAttenuation, [1, 1]],
  [RadiotapField.power, [1, 1]],
  [RadiotapField.antenna, [1, 1]],
  [RadiotapField.decibelSignal, [1, 1]],
  [RadiotapField.decibelNoise, [1, 1]],
  [RadiotapField.receiveFlags, [2, 2]],
  [RadiotapField.extendedChannel, [4, 8]],
  [RadiotapField.modulation, [1, 3]],
  [RadiotapField.aggregate, [4, 8]],
  [RadiotapField.veryHighThroughput, [2, 12]],
]);

const flagTexts = [
  [0x01, 'cfp '],
  [0x02, 'short preamble '],
  [0x04, 'wep '],
  [0x08, 'fragmented '],
  [0x40, 'bad-fcs '],
] as const;
/** Rates in this range are modulation indexes. */
const firstIndexRate = 0x80;
const lastIndexRate = 0x8f;

/** Where the next field is looked for; one header at a time. */
class RadiotapState {
  private header = 0;
  private at = 0;
  private end = 0;
  /** The frame's flags, once seen. */
  flags = 0;

  start(header: number, fields: number, end: number): void {
    this.header = header;
    this.at = fields;
    this.end = end;
    this.flags = 0;
  }

  /** The offset of `size` bytes at the next multiple of `alignment`, counted from the header; -1: not there. */
  take(alignment: number, size: number): number {
    const past = (this.at - this.header) % alignment;
    const from = past === 0 ? this.at : this.at + alignment - past;
    if (from + size > this.end) return -1;
    this.at = from + size;
    return from;
  }

  /** false: there are fewer bytes. */
  skip(count: number): boolean {
    return this.take(1, count) >= 0;
  }
}

export const radiotapState = new RadiotapState();

/** `mask`: the presence mask that the bit is part of. false: cut off, or of a size that is not known. */
export function printRadiotapField(context: PrintContext, bit: number, mask: number): boolean {
  const layout = layouts.get(bit);
  if (layout === undefined) {
    context.out.text('[bit ');
    context.out.decimal(bit);
    context.out.text('] ');
    return false;
  }
  const at = radiotapState.take(layout[0], layout[1]);
  if (at < 0) {
    context.truncated();
    return false;
  }
  field(context, bit, at, mask);
  return true;
}

function unit(context: PrintContext, value: number, text: string): void {
  context.out.signed(value);
  context.out.text(text);
}

function field(context: PrintContext, bit: number, at: number, mask: number): void {
  const { out, view } = context;
  const byte = view.u8(at);
  const signedByte = (byte << 24) >> 24;
  switch (bit) {
    case RadiotapField.timer:
      timer(context, at);
      return;
    case RadiotapField.flags:
      radiotapState.flags = byte;
      for (const [flag, text] of flagTexts) if ((byte & flag) !== 0) out.text(text);
      return;
    case RadiotapField.rate:
      rate(context, byte);
      return;
    case RadiotapField.channel:
      if ((mask & (1 << RadiotapField.extendedChannel)) !== 0) return;
      printChannel(context, view.u16LE(at), view.u16LE(at + 2), (mask & (1 << RadiotapField.modulation)) !== 0);
      return;
    case RadiotapField.hopping:
      out.text('fhset ');
      out.decimal(byte);
      out.text(' fhpat ');
      unit(context, view.u8(at + 1), ' ');
      return;
    case RadiotapField.signal:
      unit(context, signedByte, 'dBm signal ');
      return;
    case RadiotapField.noise:
      unit(context, signedByte, 'dBm noise ');
      return;
    case RadiotapField.lockQuality:
      unit(context, view.u16LE(at), ' sq ');
      return;
    case RadiotapField.attenuation:
      unit(context, -((view.u16LE(at) << 16) >> 16), ' tx power ');
      return;
    case RadiotapField.decibelAttenuation:
      unit(context, -signedByte, 'dB tx attenuation ');
      return;
    case RadiotapField.power:
      unit(context, signedByte, 'dBm tx power ');
      return;
    case RadiotapField.antenna:
      out.text('antenna ');
      unit(context, byte, ' ');
      return;
    case RadiotapField.decibelSignal:
      unit(context, byte, 'dB signal ');
      return;
    case RadiotapField.decibelNoise:
      unit(context, byte, 'dB noise ');
      return;
    case RadiotapField.extendedChannel:
      printChannel(context, view.u16LE(at + 4), view.u32LE(at), (mask & (1 << RadiotapField.modulation)) !== 0);
      return;
    case RadiotapField.modulation:
      printModulation(context, at);
      return;
    case RadiotapField.veryHighThroughput:
      printVeryHighThroughput(context, at);
  }
}

/** The low decimal digits of a time that a number cannot hold exactly. */
const lowDigits = 9;
const lowDigitsLimit = 1_000_000_000n;

function timer(context: PrintContext, at: number): void {
  const { out, view } = context;
  const value = view.u64LE(at);
  if (value < lowDigitsLimit) {
    out.decimal(Number(value));
  } else {
    out.decimal(Number(value / lowDigitsLimit));
    out.padded(Number(value % lowDigitsLimit), lowDigits);
  }
  out.text('us tsft ');
}

/** In units of 500 kb/s. */
function rate(context: PrintContext, value: number): void {
  const { out } = context;
  if (value >= firstIndexRate && value <= lastIndexRate) {
    out.text('MCS ');
    unit(context, value & 0x7f, ' ');
    return;
  }
  out.decimal(value >>> 1);
  out.text((value & 1) !== 0 ? '.5 Mb/s ' : '.0 Mb/s ');
}
