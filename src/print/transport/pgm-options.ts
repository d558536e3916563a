/** Options of Pragmatic General Multicast (RFC 3208, 9; those of PGMCC as its draft had them). */
import type { PrintContext } from '../context';
import { upperHex8 } from '../text/packet-text';
import { count } from '../text/phrase';
import { pgmAddress, pgmAddressLength } from './pgm-message';

interface Option {
  /** Behind `OPT_`. */
  readonly name: string;
  /** The length it has to have; with an address at its end, what it has before that. */
  readonly length: number;
  readonly withAddress?: boolean;
  /** Stands alone, or before the first of its 32-bit numbers. */
  readonly text: string;
  /** Before each of the others. */
  readonly more?: readonly string[];
}

/** Type, length, flags. */
const headerLength = 4;
/** An address family and two reserved bytes. */
const familyLength = 4;
const lastOption = 0x80;
const typeMask = 0x7f;
const Type = { length: 0, nakList: 2, pathNla: 12, congestionReport: 16 } as const;

const options: ReadonlyMap<number, Option> = new Map<number, Option>([
  [1, { name: 'FRAGMENT', length: 16, text: ' FRAG seq ', more: [' off ', ' len '] }],
  [3, { name: 'JOIN', length: 8, text: ' JOIN ' }],
  [4, { name: 'NAK_BO_IVL', length: 12, text: ' BACKOFF ivl ', more: [' ivlseq '] }],
  [5, { name: 'NAK_BO_RNG', length: 12, text: ' BACKOFF max ', more: [' min '] }],
  [7, { name: 'REDIRECT', length: 8, withAddress: true, text: ' REDIRECT' }],
  [8, { name: 'PARITY_PRM', length: 8, text: ' PARITY MAXTGS ' }],
  [9, { name: 'PARITY_GRP', length: 8, text: ' PARITY GROUP ' }],
  [10, { name: 'CURR_TGSIZE', length: 8, text: ' PARITY ATGS ' }],
  [11, { name: 'NBR_UNREACH', length: 4, text: ' NBR_UNREACH' }],
  [13, { name: 'SYN', length: 4, text: ' SYN' }],
  [14, { name: 'FIN', length: 4, text: ' FIN' }],
  [15, { name: 'RST', length: 4, text: ' RST' }],
  [17, { name: 'CRQST', length: 4, text: ' CRQST' }],
  [18, { name: 'PGMCC_DATA', length: 12, withAddress: true, text: ' PGMCC DATA ' }],
  [19, { name: 'PGMCC_FEEDBACK', length: 12, withAddress: true, text: ' PGMCC FEEDBACK ' }],
]);

/**
 * The options from `at` on, the first of which tells how long all of them are. Returns where the data begins; -1: one
 * contradicts itself.
 */
export function printPgmOptions(context: PrintContext, at: number): number {
  const { out, view } = context;
  context.need(at, headerLength);
  const first = view.u8(at) & typeMask;
  if (first !== Type.length) {
    count(out, '[First option bad, should be PGM_OPT_LENGTH, is ', first, ']');
    return -1;
  }
  if (view.u8(at + 1) !== headerLength) {
    wrongLength(context, 'LENGTH', view.u8(at + 1), ' != ', headerLength);
    return -1;
  }
  const total = view.u16(at + 2);
  if (total < headerLength) {
    count(out, '[Bad total option length ', total, ' < 4]');
    return -1;
  }
  count(out, ' OPTS LEN ', total);
  return list(context, at + headerLength, at + total);
}

function list(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  let from = at;
  while (from < end) {
    if (end - from < headerLength) return noRoom(context);
    const type = view.u8(from);
    const size = view.u8(from + 1);
    if (size < headerLength) {
      count(out, '[Bad option, length ', size, ' < 4]');
      return from;
    }
    if (size > end - from) return noRoom(context);
    context.need(from, size);
    if (!option(context, type, from, size)) return -1;
    from += size;
    if ((type & lastOption) !== 0) break;
  }
  return from;
}

function noRoom(context: PrintContext): -1 {
  context.out.text('[Total option length leaves no room for final option]');
  return -1;
}

function wrongLength(
  context: PrintContext,
  name: string,
  is: number,
  relation: string,
  right: number,
  after = ']',
): false {
  const { out } = context;
  out.text('[Bad OPT_');
  out.text(name);
  count(out, ' option, length ', is, relation);
  count(out, '', right, after);
  return false;
}

function option(context: PrintContext, type: number, at: number, size: number): boolean {
  const { out, view } = context;
  const kind = type & typeMask;
  const known = options.get(kind);
  if (known !== undefined) return fits(context, known, at, size) && fields(context, known, at);
  switch (kind) {
    case Type.length:
      if (size !== headerLength) return wrongLength(context, 'LENGTH', size, ' != ', headerLength);
      count(out, ' OPTS LEN (extra?) ', view.u16(at + 2));
      return true;
    case Type.nakList:
      return nakList(context, at, size);
    case Type.pathNla:
      count(out, ' PATH_NLA [', size, ']');
      return true;
    case Type.congestionReport:
      out.text(' CR');
      return true;
    default:
      out.text(' OPT_');
      upperHex8(out, type);
      count(out, ' [', size, '] ');
      return true;
  }
}

function fits(context: PrintContext, { name, length, withAddress }: Option, at: number, size: number): boolean {
  if (withAddress !== true) return size === length || wrongLength(context, name, size, ' != ', length);
  if (size < length) return wrongLength(context, name, size, ' < ', length);
  const family = context.view.u16(at + length - familyLength);
  if (size === length + pgmAddressLength(context, family)) return true;
  return wrongLength(context, name, size, ' != ', length, ' + address size]');
}

function fields(context: PrintContext, { length, withAddress, text, more = [] }: Option, at: number): true {
  const { out, view } = context;
  const end = at + length - (withAddress === true ? familyLength : 0);
  out.text(text);
  if (end > at + headerLength) out.decimal(view.u32(at + headerLength));
  more.forEach((title, i) => {
    count(out, title, view.u32(at + headerLength + 4 * (i + 1)));
  });
  if (withAddress === true) {
    out.char(0x20);
    pgmAddress(context, at + length, pgmAddressLength(context, view.u16(end)));
  }
  return true;
}

function nakList(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  out.text(' NAK LIST');
  for (let from = at + headerLength; from + 4 <= at + size; from += 4) count(out, ' ', view.u32(from));
  if (size % 4 === 0) return true;
  out.text('[Option length not a multiple of 4]');
  return false;
}
