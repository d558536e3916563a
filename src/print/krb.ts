/** Kerberos (RFC 4120): only which version it is. */
import type { PrintContext } from './context';

/** ASN.1 application tags of AS-REQ and AS-REP. */
const versionFiveTags = [0x6a, 0x6b];

export function printKerberos(context: PrintContext, at: number, _length: number): void {
  const { out, view } = context;
  context.protocol = 'kerberos';
  const first = view.u8(at);
  if (versionFiveTags.includes(first)) out.text(' v5');
  else if (first >= 1 && first <= 4) {
    out.text(' v');
    out.decimal(first);
  }
}
