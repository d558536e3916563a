/** Routing Information Protocol, versions 1 (RFC 1058) and 2 (RFC 2453); its entries at -v. */
import { RipCommand, ripEntryLength, ripHeaderLength } from '../../decode/rip';
import type { PrintContext } from '../context';
import { nameOr, names } from '../text/names';
import { printRipEntry1, printRipEntry2 } from './rip-entry';

const commandNames = names(() => ({
  [RipCommand.request]: 'Request',
  [RipCommand.response]: 'Response',
  3: 'Trace on',
  [RipCommand.traceOff]: 'Trace off',
  [RipCommand.poll]: 'Poll',
  [RipCommand.pollEntry]: 'Poll Entry',
}));
/** The version before 1 has a layout that nobody has written down. */
const firstVersion = 1;

export function printRip(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'rip';
  const captured = Math.min(length, view.available(at));
  if (captured < ripHeaderLength) {
    context.truncated();
    return;
  }
  const version = view.u8(at + 1);
  out.text(context.verbose > 0 ? '\n\tRIPv' : 'RIPv');
  out.decimal(version);
  if (version < firstVersion) {
    context.dumpPart('\n\t', at, length);
    return;
  }
  const command = view.u8(at);
  out.text(', ');
  nameOr(out, commandNames, command, 'unknown command (', ')');
  out.text(', length: ');
  out.decimal(length);
  if (context.verbose === 0) return;
  switch (command) {
    case RipCommand.request:
    case RipCommand.response:
      routes(context, version, at + ripHeaderLength, captured - ripHeaderLength, length);
      break;
    case RipCommand.traceOff:
    case RipCommand.poll:
    case RipCommand.pollEntry:
      break;
    default:
      if (context.verbose === 1) context.dumpPart('\n\t', at, length);
  }
  if (context.verbose > 1) context.dumpPart('\n\t', at, length);
}

/** `count` bytes of entries have been captured of a message of `length`. */
function routes(context: PrintContext, version: number, at: number, count: number, length: number): void {
  const { out } = context;
  if (version > 2) {
    out.text(', unknown version');
    return;
  }
  out.text(', routes: ');
  out.decimal(Math.floor(length / ripEntryLength));
  if (version === 2) out.text(' or less');
  const print = version === 1 ? printRipEntry1 : printRipEntry2;
  let from = at;
  let left = count;
  while (left > 0) {
    const size = print(context, from, left);
    if (size === 0) {
      context.truncated();
      return;
    }
    if (size > left) {
      context.tooShort(' [remaining entries length ', left, size);
      return;
    }
    from += size;
    left -= size;
  }
}
