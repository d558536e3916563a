/** Routing Information Protocol, versions 1 (RFC 1058) and 2 (RFC 2453). */
import type { PrintContext } from './context';
import { nameOr, names } from './names';

const headerLength = 4;
const commandNames = names({
  1: 'Request',
  2: 'Response',
  3: 'Trace on',
  4: 'Trace off',
  5: 'Poll',
  6: 'Poll Entry',
});
/** The version before 1 has a layout that nobody has written down. */
const firstVersion = 1;

export function printRip(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'rip';
  if (length < headerLength) {
    context.truncated();
    return;
  }
  view.need(at, headerLength);
  const version = view.u8(at + 1);
  out.text(context.verbose > 0 ? '\n\tRIPv' : 'RIPv');
  out.decimal(version);
  if (version < firstVersion) {
    context.dumpPart('\n\t', at, length);
    return;
  }
  out.text(', ');
  nameOr(out, commandNames, view.u8(at), 'unknown command (', ')');
  out.text(', length: ');
  out.decimal(length);
}
