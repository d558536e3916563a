/** Arista's header of a tap aggregation switch ("Overview of Arista Timestamps"): when the switch received the frame. */

import type { PrintContext } from '../context';
import { utcDate } from '../text/calendar';
import { names } from '../text/names';

const timestampSubtype = 1;
const timescaleNames = ['TAI', 'UTC'];
const Format = { bits64: 1, bits48: 2 } as const;
const formatNames = names(() => ({ [Format.bits64]: '64-bit', [Format.bits48]: '48-bit' }));
const hardwareNames = ['R/R2', 'R3'];
const billion = 1_000_000_000;

/** Returns the bytes of the header up to the frame's own type; 0: what follows cannot be told. */
export function printArista(context: PrintContext, at: number): number {
  const { out, view } = context;
  context.protocol = 'arista';
  const subtype = view.u16(at);
  out.text('SubType ');
  out.text(subtype === timestampSubtype ? 'Timestamp' : 'Unknown');
  out.text(' (0x');
  out.hex16(subtype);
  out.text('), ');
  if (subtype !== timestampSubtype) return 0;
  const timescale = view.u8(at + 2);
  out.text('Timescale ');
  numbered(context, timescaleNames[timescale], timescale);
  out.text(', ');
  const formatAndHardware = view.u8(at + 3);
  const format = formatAndHardware >>> 4;
  const hardware = formatAndHardware & 0x0f;
  out.text('Format ');
  numbered(context, formatNames.get(format), format);
  out.text(', HwInfo ');
  numbered(context, hardwareNames[hardware], hardware);
  out.text(', Timestamp ');
  const length = timestamp(context, format, at + 4);
  if (length === 0) return 0;
  out.text(': ');
  return length;
}

function numbered(context: PrintContext, name: string | undefined, value: number): void {
  const { out } = context;
  out.text(name ?? 'Unknown');
  out.text(' (');
  out.decimal(value);
  out.char(0x29);
}

/** Seconds and nanoseconds, of which there may be more than a second's. */
function timestamp(context: PrintContext, format: number, at: number): number {
  const { out, view } = context;
  if (format === Format.bits64) {
    view.need(at, 8);
    const nanoseconds = view.u32(at + 4);
    utcDate(out, view.u32(at) + Math.floor(nanoseconds / billion));
    out.fraction9(nanoseconds % billion);
    return 12;
  }
  if (format !== Format.bits48) return 0;
  view.need(at, 6);
  const nanoseconds = view.u32(at + 2);
  out.decimal(view.u16(at) + Math.floor(nanoseconds / billion));
  out.fraction9(nanoseconds % billion);
  return 10;
}
