/** OSI network layer protocols by NLPID (ISO/IEC TR 9577): IS-IS, ES-IS, CLNP, and what else has such an identifier. */

import type { PrintContext } from '../context';
import { printIsis } from '../routing/isis';
import { printPpp } from '../wan/ppp';
import { printQ933 } from '../wan/q933';
import { printClnp } from './clnp';
import { printEsis } from './esis';
import { printIpv4 } from './ipv4';
import { printIpv6 } from './ipv6';
import { Nlpid, nlpidNames } from './osi';

export function printIso(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'isoclns';
  const nlpid = view.u8(at);
  if (context.linkLevel) {
    out.text('OSI NLPID ');
    out.text(nlpidNames.get(nlpid) ?? 'Unknown');
    out.text(' (0x');
    out.hex8(nlpid);
    out.text('): ');
  }
  switch (nlpid) {
    case Nlpid.clnp:
      if (!printClnp(context, at, length)) context.dumpPart('\n\t', at, length);
      return;
    case Nlpid.esis:
      printEsis(context, at, length);
      return;
    case Nlpid.isis:
      if (!printIsis(context, at, length)) context.dumpPart('\n\t', at, length);
      return;
    case Nlpid.nullNetwork:
      lengthOnly(context, length);
      return;
    case Nlpid.q933:
      printQ933(context, at + 1, length - 1);
      return;
    case Nlpid.ipv4:
      printIpv4(context, at + 1, length - 1);
      return;
    case Nlpid.ipv6:
      printIpv6(context, at + 1, length - 1);
      return;
    case Nlpid.ppp:
      if (context.enter()) printPpp(context, at + 1, length - 1);
      return;
  }
  if (!context.linkLevel) {
    out.text('OSI NLPID 0x');
    out.hex8(nlpid);
    out.text(' unknown');
  }
  lengthOnly(context, length);
  if (length > 1) context.dumpPart('\n\t', at, length);
}

function lengthOnly(context: PrintContext, length: number): void {
  context.out.text(context.linkLevel ? 'length: ' : ', length: ');
  context.out.decimal(length);
}

/** Behind an ethertype there is a byte of padding (Cisco). */
export function printPaddedIso(context: PrintContext, at: number, length: number): void {
  context.protocol = 'isoclns';
  context.view.need(at, 1);
  printIso(context, at + 1, length - 1);
}
