/** What the printers of OSI protocols share: addresses, checksums, protocol identifiers. */
import { osiChecksum } from '../../decode/osi-checksum';
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { upperHex8 } from '../text/packet-text';
import { putNsap } from './nsap';

export const Nlpid = {
  nullNetwork: 0x00,
  q933: 0x08,
  clnp: 0x81,
  esis: 0x82,
  isis: 0x83,
  ipv6: 0x8e,
  ipv4: 0xcc,
  ppp: 0xcf,
} as const;

/** Network layer protocol identifiers (ISO/IEC TR 9577). */
export const nlpidNames = names(() => ({
  [Nlpid.nullNetwork]: 'NULL',
  [Nlpid.q933]: 'Q.933',
  0x09: 'LMI',
  0x80: 'SNAP',
  [Nlpid.clnp]: 'CLNP',
  [Nlpid.esis]: 'ES-IS',
  [Nlpid.isis]: 'IS-IS',
  0x84: 'CONS',
  0x85: 'IDRP',
  0x8a: 'X25 ES-IS',
  [Nlpid.ipv6]: 'IPv6',
  0xb1: 'FRF.15',
  0xc1: 'ISIS_SPB',
  [Nlpid.ipv4]: 'IPv4',
  [Nlpid.ppp]: 'PPP',
}));

/** CLNP, ES-IS or IS-IS: those that tell whether there is padding before them. */
export function isOsiProtocol(nlpid: number): boolean {
  return nlpid >= Nlpid.clnp && nlpid <= Nlpid.isis;
}

export const systemIdLength = 6;

/** A network service access point: `49.0001.1921.6800.1001.00`. */
export function nsap(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  view.need(at, length);
  putNsap(out, view.bytes, at, length);
}

/** A system's identifier of 6 bytes, 7 with a circuit of its, 8 with the number of a fragment: `1921.6800.1001.00-00`. */
export function systemId(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  view.need(at, length);
  for (let i = 0; i < Math.min(length, systemIdLength); i++) {
    out.hex8(view.u8(at + i));
    if (i === 1 || i === 3) out.char(0x2e);
  }
  if (length > systemIdLength) {
    out.char(0x2e);
    out.hex8(view.u8(at + systemIdLength));
  }
  if (length > systemIdLength + 1) {
    out.char(0x2d);
    out.hex8(view.u8(at + systemIdLength + 1));
  }
}

/** ` (correct)`, where checksum and bytes are there; `checksumAt` is an offset from `at`. */
export function verdict(context: PrintContext, checksum: number, at: number, checksumAt: number, length: number): void {
  const { out, view } = context;
  if (checksum === 0 || checksumAt > length || !view.has(at + checksumAt, 2) || length < 0 || !view.has(at, length)) {
    out.text(' (unverified)');
    return;
  }
  const right = osiChecksum(view.bytes, at, length, checksumAt);
  if (checksum === right) {
    out.text(' (correct)');
    return;
  }
  out.text(' (incorrect should be 0x');
  out.hex16(right);
  out.char(0x29);
}

/** `CLNP (0x81), IPv4 (0xcc)` */
export function protocolList(context: PrintContext, at: number, count: number): void {
  const { out, view } = context;
  for (let i = 0; i < count; i++) {
    const nlpid = view.u8(at + i);
    out.text(nlpidNames.get(nlpid) ?? 'unknown');
    out.text(' (0x');
    out.hex8(nlpid);
    out.text(i + 1 < count ? '), ' : ')');
  }
}

/** A header too short to be one: all that was captured from it on. */
export function shortHeader(context: PrintContext, lengthIndicator: number, at: number): void {
  const { out, view } = context;
  out.text(' length indicator ');
  out.decimal(lengthIndicator);
  out.text(' < min PDU size:');
  out.reserve(2 * view.available(at));
  for (let from = at; from < view.end; from++) upperHex8(context.out, view.u8(from));
}
