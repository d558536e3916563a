/** The downstream mapping of LSP ping (RFC 4379, 3.3): the next router, and what it would be sent. */
import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';
import { names } from '../text/names';
import { count, nameAndNumber } from '../text/phrase';
import { shortTlv, TlvEnd } from './lsp-ping';

const fixedLength = 4;
/** Multipath type, depth limit and length. */
const multipathLength = 4;
const AddressType = { ipv4: 1, unnumberedIpv4: 2, ipv6: 3, unnumberedIpv6: 4 } as const;
const addressTypeNames = names(() => ({ 1: 'IPv4', 2: 'Unnumbered IPv4', 3: 'IPv6', 4: 'IPv6' }));
/** Of the neighbour's address and of the interface's address or index. */
const addressesLength = new Map<number, number>([
  [AddressType.ipv4, 8],
  [AddressType.unnumberedIpv4, 8],
  [AddressType.ipv6, 32],
  [AddressType.unnumberedIpv6, 20],
]);

export function downstreamMapping(context: PrintContext, at: number, length: number): TlvEnd {
  const { out, view } = context;
  if (length < fixedLength) return shortTlv(context);
  const type = view.u8(at + 2);
  count(out, '\n\t    MTU: ', view.u16(at), ', Address-Type: ');
  nameAndNumber(out, addressTypeNames, type, 'unknown');
  const size = addressesLength.get(type);
  if (size === undefined) return TlvEnd.undecoded;
  if (length < fixedLength + size) return shortTlv(context);
  addresses(context, type, at + fixedLength);
  return length < fixedLength + size + multipathLength ? shortTlv(context) : TlvEnd.undecoded;
}

function addresses(context: PrintContext, type: number, at: number): void {
  const { out, view } = context;
  const isIpv4 = type === AddressType.ipv4 || type === AddressType.unnumberedIpv4;
  const address = isIpv4 ? namedIpv4 : namedIpv6;
  const interfaceAt = at + (isIpv4 ? 4 : 16);
  out.text('\n\t    Downstream IP: ');
  address(context, at);
  if (type === AddressType.ipv4 || type === AddressType.ipv6) {
    out.text('\n\t    Downstream Interface IP: ');
    address(context, interfaceAt);
    return;
  }
  out.text('\n\t    Downstream Interface Index: 0x');
  out.hex32(view.u32(interfaceAt));
}
