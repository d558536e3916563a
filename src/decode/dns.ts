/** Domain Name System messages (RFC 1035), EDNS (RFC 6891), multicast DNS (RFC 6762). */
import type { ByteView } from './view';

export const dnsHeaderLength = 12;

export const DnsType = {
  a: 1,
  ns: 2,
  cname: 5,
  soa: 6,
  ptr: 12,
  mx: 15,
  txt: 16,
  aaaa: 28,
  srv: 33,
  dname: 39,
  opt: 41,
  a6: 38,
  spf: 99,
  unspecified: 104,
  tsig: 250,
  uri: 256,
} as const;

export const dnsClassInternet = 1;
/** mDNS: unicast reply wanted (in a question), replace what is cached (in a record). */
export const dnsTopBit = 0x8000;

export class DnsHeader {
  id = 0;
  /** The second and third 16 bits of the header as they stand: QR to RCODE. */
  flags = 0;
  isResponse = false;
  opcode = 0;
  responseCode = 0;
  questions = 0;
  answers = 0;
  authorities = 0;
  additional = 0;

  decode(view: ByteView, at: number): void {
    view.need(at, dnsHeaderLength);
    this.id = view.u16(at);
    this.flags = view.u16(at + 2);
    this.isResponse = (this.flags & 0x8000) !== 0;
    this.opcode = (this.flags >>> 11) & 15;
    this.responseCode = this.flags & 15;
    this.questions = view.u16(at + 4);
    this.answers = view.u16(at + 6);
    this.authorities = view.u16(at + 8);
    this.additional = view.u16(at + 10);
  }
}

/** Bits of {@link DnsHeader.flags}. */
export const DnsFlag = {
  authoritative: 0x0400,
  truncated: 0x0200,
  recursionDesired: 0x0100,
  recursionAvailable: 0x0080,
  authenticData: 0x0020,
  checkingDisabled: 0x0010,
} as const;

/** Where what follows a name starts. Names end in a zero byte or a pointer. {@link badName}: it is bad or cut. */
export function afterName(view: ByteView, at: number): number {
  let from = at;
  while (view.has(from, 1)) {
    const label = view.u8(from);
    if ((label & 0xc0) === 0xc0) return from + 2;
    if ((label & 0xc0) !== 0) return badName;
    if (label === 0) return from + 1;
    from += 1 + label;
  }
  return badName;
}

/** Returned for a name that is cut, or has a label of a reserved type. */
export const badName = -1;

/** Fixed part of a record after its name: type, class, time to live, length. */
const recordHeaderLength = 10;

/** The response code with the upper bits that an OPT record adds (RFC 6891, 6.1.3); `at`: the message. */
export function responseCode(view: ByteView, header: DnsHeader, at: number): number {
  if (header.additional === 0) return header.responseCode;
  const records = header.answers + header.authorities + header.additional;
  let from = at + dnsHeaderLength;
  for (let i = 0; i < header.questions + records; i++) {
    from = afterName(view, from);
    if (from < 0) break;
    if (i < header.questions) {
      from += 4;
      continue;
    }
    const isAdditional = i >= header.questions + header.answers + header.authorities;
    // The rest of an OPT record need not be captured.
    if (isAdditional && view.has(from, 5) && view.u16(from) === DnsType.opt) {
      return (view.u8(from + 4) << 4) | header.responseCode;
    }
    if (!view.has(from, recordHeaderLength)) break;
    from += recordHeaderLength + view.u16(from + 8);
  }
  return header.responseCode;
}
