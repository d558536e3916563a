/** ISAKMP's identification payload as IPsec uses it (RFC 2407 4.6.2). */
import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';
import { cutPayload, listed, type NameList, rawBytes } from './isakmp-text';

const headerLength = 8;
const Identity = {
  ipv4: 1,
  domainName: 2,
  userName: 3,
  ipv4Subnet: 4,
  ipv6: 5,
  ipv6Subnet: 6,
  ipv4Range: 7,
  ipv6Range: 8,
} as const;
const identityNames: NameList = [
  ...[undefined, 'IPv4', 'FQDN', 'user FQDN', 'IPv4net', 'IPv6', 'IPv6net', 'IPv4range', 'IPv6range'],
  ...['ASN1 DN', 'ASN1 GN', 'keyid'],
];
/** Bytes of the addresses that an identity of this type holds. */
const addressLengths = new Map<number, number>([
  [Identity.ipv4, 4],
  [Identity.ipv4Subnet, 8],
  [Identity.ipv6, 16],
  [Identity.ipv6Subnet, 32],
  [Identity.ipv4Range, 8],
  [Identity.ipv6Range, 32],
]);

export function printIdentity(context: PrintContext, at: number, size: number, type: number): number {
  const { out, view } = context;
  out.text('id:');
  if (!view.has(at, headerLength)) return cutPayload(context, type);
  const kind = view.u8(at + 4);
  out.text(' idtype=');
  listed(out, identityNames, kind);
  out.text(' protoid=');
  protocol(context, view.u8(at + 5));
  out.text(' port=');
  out.decimal(view.u16(at + 6));
  const length = size - headerLength;
  if (length > 0) identity(context, kind, at + headerLength, length);
  return at + size;
}

/** Zero is no protocol here. */
function protocol(context: PrintContext, value: number): void {
  const { names, out } = context;
  const name = value === 0 ? undefined : names?.ipProtocol(value);
  if (name !== undefined) out.literal(name);
  else out.decimal(value);
}

function identity(context: PrintContext, kind: number, at: number, length: number): void {
  const { out, view } = context;
  out.text(' len=');
  out.decimal(length);
  const needed = addressLengths.get(kind);
  if (needed !== undefined) {
    if (length < needed) {
      out.text(' [bad: < ');
      out.decimal(needed);
      out.char(0x5d);
      return;
    }
    out.char(0x20);
    addresses(context, kind, at);
    return;
  }
  const isText = kind === Identity.domainName || kind === Identity.userName;
  if (!isText && context.verbose <= 2) return;
  out.char(0x20);
  if (!isText) {
    rawBytes(context, at, length);
    return;
  }
  out.reserve(4 * length);
  for (let i = 0; i < length; i++) out.caret(view.u8(at + i));
}

function addresses(context: PrintContext, kind: number, at: number): void {
  const { out, view } = context;
  switch (kind) {
    case Identity.ipv4:
      namedIpv4(context, at);
      break;
    case Identity.ipv4Subnet:
      namedIpv4(context, at);
      out.char(0x2f);
      out.dotted(view.bytes, at + 4);
      break;
    case Identity.ipv4Range:
      namedIpv4(context, at);
      out.char(0x2d);
      namedIpv4(context, at + 4);
      break;
    case Identity.ipv6:
      namedIpv6(context, at);
      break;
    case Identity.ipv6Subnet:
      namedIpv6(context, at);
      out.text('/0x');
      rawBytes(context, at + 16, 16);
      break;
    case Identity.ipv6Range:
      namedIpv6(context, at);
      out.char(0x2d);
      namedIpv6(context, at + 16);
      break;
  }
}
