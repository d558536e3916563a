/** OSI network layer protocols by NLPID (ISO/IEC TR 9577): IS-IS, ES-IS, CLNP. */
import type { PrintContext } from './context';
import { printIpv4 } from './ipv4';
import { printIpv6 } from './ipv6';
import { printIsis } from './isis';
import { names } from './names';

const Nlpid = { clnp: 0x81, esis: 0x82, isis: 0x83, ipv6: 0x8e, ipv4: 0xcc, nullNs: 0x00 } as const;

const nlpidNames = names({
  0x00: 'NULLNS',
  0x08: 'Q.933',
  0x80: 'SNAP',
  0x81: 'CLNP',
  0x82: 'ES-IS',
  0x83: 'IS-IS',
  0x8e: 'IPv6',
  0xb0: 'FRF.12',
  0xb1: 'FRF.15',
  0xb2: 'FRF.16',
  0xcc: 'IPv4',
  0xcf: 'PPP',
});

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
    case Nlpid.isis:
      printIsis(context, at, length);
      return;
    case Nlpid.ipv4:
      printIpv4(context, at + 1, length - 1);
      return;
    case Nlpid.ipv6:
      printIpv6(context, at + 1, length - 1);
      return;
    case Nlpid.nullNs:
      out.text(context.linkLevel ? '' : 'ISO NULLNS');
      out.text(', length: ');
      out.decimal(length);
      return;
    case Nlpid.clnp:
      out.text('CLNP, length ');
      out.decimal(length);
      return;
    case Nlpid.esis:
      out.text('ES-IS, length ');
      out.decimal(length);
      return;
  }
  if (!context.linkLevel) {
    out.text('OSI NLPID 0x');
    out.hex8(nlpid);
    out.text(' unknown, ');
  }
  out.text('length: ');
  out.decimal(length);
  context.dumpPart('\n\t', at, length);
}

/** Behind an ethertype there is a byte of padding (Cisco). */
export function printPaddedIso(context: PrintContext, at: number, length: number): void {
  context.protocol = 'isoclns';
  context.view.need(at, 1);
  printIso(context, at + 1, length - 1);
}
