/** Protocol Independent Multicast, version 2 (RFC 7761, 3973, 5015): the kind of message. */
import type { PrintContext } from './context';
import { names } from './names';

const typeNames = names({
  0: 'Hello',
  1: 'Register',
  2: 'Register Stop',
  3: 'Join / Prune',
  4: 'Bootstrap',
  5: 'Assert',
  6: 'Graft',
  7: 'Graft Acknowledgement',
  8: 'Candidate RP Advertisement',
  9: 'Prune Refresh',
  10: 'DF Election',
  11: 'ECMP Redirect',
});
const knownVersion = 2;

export function printPim(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'pim';
  const first = view.u8(at);
  const version = first >>> 4;
  out.text('PIMv');
  out.decimal(version);
  if (version === knownVersion) {
    out.text(', ');
    out.text(typeNames.get(first & 15) ?? 'Unknown Type');
  }
  out.text(', length ');
  out.decimal(length);
}
