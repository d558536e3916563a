/** What OpenBSD's packet filter has logged (pflog(4), https://www.tcpdump.org/linktypes/LINKTYPE_PFLOG.html). */

import type { PrintContext } from '../context';
import { nameOr, names } from '../text/names';
import { paddedText } from '../text/packet-text';
import { printBsdFamily } from './bsd-family';

/** The header without what single systems have appended. */
const fixedLength = 64;
/** The oldest header ends before the padding that follows the direction. */
const leastLength = 45;
const interfaceAt = 4;
const rulesetAt = 20;
const nameLength = 16;
const ruleAt = 36;
const subruleAt = 40;
const directionAt = 60;
const noSubrule = 0xffffffff;

const reasonNames = names(() => ({
  0: '0(match)',
  1: '1(bad-offset)',
  2: '2(fragment)',
  3: '3(short)',
  4: '4(normalize)',
  5: '5(memory)',
  6: '6(bad-timestamp)',
  7: '7(congestion)',
  8: '8(ip-option)',
  9: '9(proto-cksum)',
  10: '10(state-mismatch)',
  11: '11(state-insert)',
  12: '12(state-limit)',
  13: '13(src-limit)',
  14: '14(synproxy)',
}));
const actionNames = names(() => ({
  0: 'pass',
  1: 'block',
  2: 'scrub',
  4: 'nat',
  5: 'nonat',
  6: 'binat',
  7: 'nobinat',
  8: 'rdr',
  9: 'nordr',
  10: 'synproxy-drop',
}));
const directionNames = names(() => ({ 0: 'in/out', 1: 'in', 2: 'out' }));

export function printPflogLink(context: PrintContext, at: number, _caplen: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'pflog';
  const size = view.u8(at);
  context.headerLength = size;
  if (size < leastLength) {
    out.text('[pflog: invalid header length!]');
    return;
  }
  const headerLength = (size + 3) & ~3;
  context.headerLength = headerLength;
  if (!view.has(at, Math.max(headerLength, fixedLength))) {
    context.truncated();
    return;
  }
  if (context.linkLevel) header(context, at);
  const next = at + headerLength;
  const left = length - headerLength;
  if (printBsdFamily(context, view.u8(at + 1), next, left)) return;
  if (!context.linkLevel) header(context, at);
  context.dump(next, left);
}

/** `rule 3/0(match): block in on em0: `, with the anchor where the rule is in one. */
function header(context: PrintContext, at: number): void {
  const { out, view } = context;
  const subrule = view.u32(at + subruleAt);
  out.text('rule ');
  out.decimal(view.u32(at + ruleAt));
  if (subrule !== noSubrule) {
    out.char(0x2e);
    paddedText(context, at + rulesetAt, nameLength);
    out.char(0x2e);
    out.decimal(subrule);
  }
  out.char(0x2f);
  nameOr(out, reasonNames, view.u8(at + 3), 'unkn(', ')');
  out.text(': ');
  nameOr(out, actionNames, view.u8(at + 2), 'unkn(', ')');
  out.char(0x20);
  nameOr(out, directionNames, view.u8(at + directionAt), 'unkn(', ')');
  out.text(' on ');
  paddedText(context, at + interfaceAt, nameLength);
  out.text(': ');
}
