/** Error objects of RSVP (RFC 2205, A.5; RFC 3209, 7.3; RFC 4124, 6.5). */
import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';
import { type NameTable, names } from '../text/names';
import { count, nameAndNumber } from '../text/phrase';
import { entry, type ObjectPrinter, type RsvpObjectEntry } from './rsvp-object-type';

const errorClass = 6;
const errorNames = names(() => ({
  24: 'Routing Problem',
  25: 'Notify Error',
  28: 'Diffserv TE Error',
  125: 'Diffserv TE Error (Old)',
}));
const routingErrors = names(() => ({
  1: 'Bad EXPLICIT_ROUTE object',
  2: 'Bad strict node',
  3: 'Bad loose node',
  4: 'Bad initial subobject',
  5: 'No route available toward destination',
  6: 'Unacceptable label value',
  7: 'RRO indicated routing loops',
  8: 'non-RSVP-capable router in the path',
  9: 'MPLS label allocation failure',
  10: 'Unsupported L3PID',
}));
const diffservErrors = names(() => ({
  1: 'Unexpected CT object',
  2: 'Unsupported CT',
  3: 'Invalid CT value',
  4: 'CT/setup priority do not form a configured TE-Class',
  5: 'CT/holding priority do not form a configured TE-Class',
  6: 'CT/setup priority and CT/holding priority do not form a configured TE-Class',
  7: 'Inconsistency between signaled PSC and signaled CT',
  8: 'Inconsistency between signaled PHBs and signaled CT',
}));
const routingCode = 24;
const diffservCodes: ReadonlySet<number> = new Set([28, 125]);

/** Flags, code and value behind the node's address at `at`. */
function error(context: PrintContext, indent: string, at: number): number {
  const { out, view } = context;
  const code = view.u8(at + 1);
  out.text(', Flags: [0x');
  out.hex8(view.u8(at));
  out.char(0x5d);
  out.text(indent);
  out.text('  Error Code: ');
  nameAndNumber(out, errorNames, code, 'unknown');
  return code;
}

function errorValue({ out, view }: PrintContext, table: NameTable, at: number): void {
  out.text(', Error Value: ');
  nameAndNumber(out, table, view.u16(at), 'unknown');
}

const error4: ObjectPrinter = (context, indent, at) => {
  context.out.text(indent);
  context.out.text('  Error Node Address: ');
  namedIpv4(context, at);
  const code = error(context, indent, at + 4);
  if (code === routingCode) errorValue(context, routingErrors, at + 6);
  else if (diffservCodes.has(code)) errorValue(context, diffservErrors, at + 6);
  else count(context.out, ', Unknown Error Value (', context.view.u16(at + 6), ')');
};

const error6: ObjectPrinter = (context, indent, at) => {
  context.out.text(indent);
  context.out.text('  Error Node Address: ');
  namedIpv6(context, at);
  if (error(context, indent, at + 16) === routingCode) errorValue(context, routingErrors, at + 18);
};

export const errorObjects: readonly RsvpObjectEntry[] = [
  entry(errorClass, 1, 'IPv4', 8, error4),
  entry(errorClass, 2, 'IPv6', 20, error6),
  entry(errorClass, 3, 'IPv4 plus opt. TLVs', 8, error4),
  entry(errorClass, 4, 'IPv6 plus opt. TLVs', 20, error6),
];
