/** Operation and maintenance cells of ATM (ITU-T I.610). */
import type { PrintContext } from '../context';
import { type NameTable, names } from '../text/names';

/** The header without its check byte. */
const cellHeaderLength = 4;
const payloadLength = 48;
const checksumAt = 46;
const flowNames = names(() => ({ 3: 'OAM F4 (segment)', 4: 'OAM F4 (end)' }));
const payloadTypeNames = [
  'user data, uncongested, SDU 0',
  'user data, uncongested, SDU 1',
  'user data, congested, SDU 0',
  'user data, congested, SDU 1',
  'VCC OAM F5 flow segment',
  'VCC OAM F5 flow end-to-end',
  'Traffic Control and resource Mgmt',
  'Unknown',
];
const Cell = { fault: 1, performance: 2, activation: 8 } as const;
const cellNames = names(() => ({
  [Cell.fault]: 'Fault Management',
  [Cell.performance]: 'Performance Management',
  [Cell.activation]: 'activate/deactivate',
  15: 'System Management',
}));
const functionNames: ReadonlyMap<number, NameTable> = new Map([
  [Cell.fault, names(() => ({ 0: 'AIS', 1: 'RDI', 4: 'Continuity Check', 8: 'Loopback' }))],
  [
    Cell.performance,
    names(() => ({ 0: 'Forward Monitoring', 1: 'Backward Reporting', 2: 'Monitoring and Reporting' })),
  ],
  [Cell.activation, names(() => ({ 0: 'Performance Monitoring', 1: 'Continuity Check' }))],
]);
/** Cell type and function. */
const Kind = { alarmIndication: 0x10, remoteDefect: 0x11, loopback: 0x18 } as const;
const shortIdentifier = 12;
const longIdentifier = 16;
const loopbackLength = 45;

/** `checked`: a byte with the check of the header comes first. */
export function printAtmOam(context: PrintContext, at: number, length: number, checked: boolean): void {
  const { out, view } = context;
  context.protocol = 'oam';
  const headerAt = checked ? at + 1 : at;
  const header = view.u32(headerAt);
  const cellAt = headerAt + cellHeaderLength;
  const kind = view.u8(cellAt);
  const channel = (header >>> 4) & 0xffff;
  out.text(flowNames.get(channel) ?? 'OAM F5');
  out.text(', vpi ');
  out.decimal((header >>> 20) & 0xff);
  out.text(', vci ');
  out.decimal(channel);
  out.text(', payload [ ');
  out.text(payloadTypeNames[(header >>> 1) & 7]);
  out.text(' ], clp ');
  out.decimal(header & 1);
  out.text(', length ');
  out.decimal(length);
  if (context.verbose === 0) return;
  cellType(context, kind >>> 4, kind & 0x0f);
  contents(context, kind, cellAt + 1);
  const checksum = view.u16(cellAt + checksumAt) & 0x3ff;
  out.text('\n\tcksum 0x');
  out.hex(checksum >>> 8);
  out.hex8(checksum & 0xff);
  out.text(checksumOf(context, cellAt) === 0 ? ' (correct)' : ' (incorrect)');
}

function cellType(context: PrintContext, type: number, operation: number): void {
  const { out } = context;
  const known = functionNames.get(type);
  out.text('\n\tcell-type ');
  out.text(cellNames.get(type) ?? 'unknown');
  out.text(' (');
  out.decimal(type);
  out.text('), func-type ');
  out.text(known === undefined ? 'unknown' : (known.get(operation) ?? 'none'));
  out.text(' (');
  out.decimal(operation);
  out.char(0x29);
}

function contents(context: PrintContext, kind: number, at: number): void {
  const { out, view } = context;
  if (kind === Kind.loopback) {
    view.need(at, loopbackLength);
    out.text((view.u8(at) & 1) !== 0 ? '\n\tLoopback-Indicator Request' : '\n\tLoopback-Indicator Reply');
    out.text(', Correlation-Tag 0x');
    out.hex32(view.u32(at + 1));
    identifier(context, '\n\tLocation-ID ', at + 5, shortIdentifier);
    identifier(context, '\n\tSource-ID   ', at + 5 + shortIdentifier, shortIdentifier);
  } else if (kind === Kind.alarmIndication || kind === Kind.remoteDefect) {
    view.need(at, loopbackLength);
    out.text('\n\tFailure-type 0x');
    out.hex8(view.u8(at));
    identifier(context, '\n\tLocation-ID ', at + 1, longIdentifier);
  }
}

/** Two bytes from each odd one on, as tcpdump groups them. */
function identifier(context: PrintContext, title: string, at: number, size: number): void {
  const { out, view } = context;
  out.text(title);
  for (let i = 1; i < size; i += 2) {
    out.hex16(view.u16(at + i));
    out.char(0x20);
  }
}

/** CRC-10 over the cell with its checksum: 0 where it is right. */
function checksumOf(context: PrintContext, at: number): number {
  const { view } = context;
  view.need(at, payloadLength);
  let sum = 0;
  for (let i = 0; i < payloadLength; i++) {
    let high = sum & 0x3fc;
    for (let bit = 0; bit < 8; bit++) {
      high <<= 1;
      if ((high & 0x400) !== 0) high ^= 0x633;
    }
    sum = ((sum << 8) & 0x3ff) ^ high ^ view.bytes[at + i];
  }
  return sum;
}
