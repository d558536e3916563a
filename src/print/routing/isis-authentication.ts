/** How an IS-IS PDU is authenticated (RFC 5304, RFC 5310), and its optional checksum (RFC 3358). */

import { verdict } from '../network/osi';
import { names } from '../text/names';
import { packetHex, paddedText } from '../text/packet-text';
import { type IsisTlvPrinter, isisIndent, TlvEnd } from './isis-values';

const Authentication = { simple: 1, generic: 3, md5: 54 } as const;
const authenticationNames = names(() => ({
  [Authentication.simple]: 'simple text password',
  [Authentication.generic]: 'Generic Crypto key-id',
  [Authentication.md5]: 'HMAC-MD5 password',
  255: 'Routing Domain private password',
}));
const md5Length = 16;

/** Nobody has given us a key. */
export const printAuthentication: IsisTlvPrinter = (context, at, size) => {
  const { out, view } = context;
  if (size < 1) return TlvEnd.whole;
  const type = view.u8(at);
  const name = authenticationNames.get(type);
  const from = at + 1;
  const left = size - 1;
  out.text(isisIndent);
  if (name === undefined) {
    out.text('unknown Authentication type 0x');
    out.hex8(type);
  } else {
    out.text(name);
  }
  out.text(': ');
  switch (type) {
    case Authentication.simple:
      paddedText(context, from, left);
      return TlvEnd.whole;
    case Authentication.md5:
      packetHex(context, from, left);
      if (left !== md5Length) out.text(', (invalid subTLV) ');
      out.text(' (unchecked)');
      return TlvEnd.whole;
    case Authentication.generic: {
      if (left < 2) return TlvEnd.whole;
      const key = view.u16(from);
      out.decimal(key);
      out.text(', password: ');
      packetHex(context, from + 2, left - 2);
      return TlvEnd.whole;
    }
    default:
      context.dumpPart('\n\t\t  ', from, left);
      return TlvEnd.whole;
  }
};

export const printChecksum: IsisTlvPrinter = (context, at, size, pduAt, pduLength) => {
  const { out, view } = context;
  if (size < 2) return TlvEnd.whole;
  const checksum = view.u16(at);
  out.text('\n\t      checksum: 0x');
  out.hex16(checksum);
  out.char(0x20);
  verdict(context, checksum, pduAt, at - pduAt, pduLength);
  return TlvEnd.whole;
};
