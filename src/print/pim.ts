/** Protocol Independent Multicast (RFC 7761). */
import type { PrintContext } from './context';
import { nameOr, names } from './names';

const typeNames = names({
  0: 'Hello',
  1: 'Register',
  2: 'Register-Stop',
  3: 'Join / Prune',
  4: 'Bootstrap',
  5: 'Assert',
  6: 'Graft',
  7: 'Graft-ACK',
  8: 'Candidate RP Advertisement',
  9: 'Prune-Refresh',
  10: 'DF Election',
  11: 'ECMP Redirect',
});

export function printPim(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'pim';
  const first = view.u8(at);
  const version = first >>> 4;
  if (version !== 2) {
    out.text('[pim-version-');
    out.decimal(version);
    out.text('], length ');
    out.decimal(length);
    return;
  }
  out.text('PIMv2, ');
  nameOr(out, typeNames, first & 15, 'Unknown-Type');
  out.text(', length ');
  out.decimal(length);
}
