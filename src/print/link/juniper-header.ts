/** The header that Juniper's routers put before captured frames: direction, extensions, and a cookie of the PIC. */
import type { PrintContext } from '../context';
import { printIpv4 } from '../network/ipv4';
import { printIpv6 } from '../network/ipv6';
import { type FlagName, flagNames } from '../text/names';
import { printJuniperExtensions } from './juniper-extensions';

const magic = 0x4d4743;
const fixedLength = 4;
const Flag = { inbound: 0x01, noLinkLayer: 0x02, extensions: 0x80 } as const;
const flagTable: readonly FlagName[] = [
  [Flag.extensions, 'Ext'],
  [0x40, 'Filter'],
  [0x04, 'IIF'],
  [Flag.noLinkLayer, 'no-L2'],
  [Flag.inbound, 'In'],
];
/** Where the link layer was taken off, four bytes stand for it. */
const strippedLength = 4;

/** First bytes of cookies that say what has written them: link services, adaptive services. */
const CookieType = { none: 0, linkServices: 0x54, adaptiveServices: 0x47 } as const;
const linkServicesMore = 2;
const longestCookie = 8;
const multilinkMask = 0xc0;
const adaptiveProtocolMask = 0x70;
/** In the last byte of a cookie of ATM: set where a cell follows. */
export const cellMask = 0x70;
/** Control words before a cell: none, and those of JUNOS before 7.4 and since. */
const controlWords: ReadonlySet<number> = new Set([0, 0x08000000, 0x08380000]);

/** A physical interface card, by link type, and how long its cookies are. */
export interface Card {
  readonly name: string;
  readonly cookieLength: number;
  readonly kind?: 'mlppp' | 'mlfr' | 'mfr' | 'atm2';
}

/** What the header of this packet has told. */
export class JuniperHeader {
  /** Where the frame begins, and how long it is. */
  next = 0;
  length = 0;
  inbound = false;
  readonly cookie = new Uint8Array(longestCookie);
  cookieLength = 0;
  cookieType: number = CookieType.none;
  bundle = 0;
  protocol = 0;

  /** false: the packet is printed, or cannot be. */
  parse(context: PrintContext, at: number, length: number, card: Card | undefined): boolean {
    const { out, view } = context;
    this.cookie.fill(0);
    this.cookieLength = 0;
    this.cookieType = CookieType.none;
    this.bundle = 0;
    this.protocol = 0;
    const flags = view.u8(at + 3);
    if (view.u24(at) !== magic) {
      out.text('no magic-number found!');
      return false;
    }
    this.inbound = (flags & Flag.inbound) !== 0;
    if (context.linkLevel) out.text(this.inbound ? ' In ' : 'Out ');
    if (context.verbose > 1) {
      out.text('\n\tJuniper PCAP Flags [');
      flagNames(out, flagTable, flags);
      out.char(0x5d);
    }
    this.next = at + fixedLength;
    if ((flags & Flag.extensions) !== 0 && !this.extensions(context)) return false;
    if ((flags & Flag.noLinkLayer) !== 0) {
      stripped(context, at, this.next + strippedLength, length);
      return false;
    }
    this.length = length - (this.next - at);
    context.headerLength = this.next - at;
    if (card !== undefined && !this.takeCookie(context, at, card)) return false;
    if (context.linkLevel) {
      out.text('hlen ');
      out.decimal(this.next - at);
      out.text(', proto 0x');
      out.hex16(this.protocol);
      out.text(', ');
    }
    context.headerLength = this.next - at;
    return true;
  }

  private extensions(context: PrintContext): boolean {
    const { out, view } = context;
    const size = view.u16(this.next);
    const first = this.next + 2;
    if (context.verbose > 1) {
      out.text(', PCAP Extension(s) total length ');
      out.decimal(size);
    }
    view.need(first, size);
    if (!printJuniperExtensions(context, first, size)) return false;
    if (context.verbose > 1) out.text('\n\t-----original packet-----\n\t');
    this.next = first + size;
    return true;
  }

  private takeCookie(context: PrintContext, at: number, card: Card): boolean {
    const { out, view } = context;
    const first = view.u8(this.next);
    let size = card.cookieLength;
    if (first === CookieType.linkServices) {
      this.cookieType = first;
      size += linkServicesMore;
    } else if (first === CookieType.adaptiveServices) {
      this.cookieType = first;
      size = longestCookie;
    }
    // Links of a bundle of FRF.16 carry no cookies.
    if (card.kind === 'mfr' && (first & multilinkMask) === multilinkMask) size = 0;
    this.cookieLength = size;
    if (context.linkLevel) {
      out.text(card.name);
      out.text('-PIC, cookie-len ');
      out.decimal(size);
    }
    if (size > longestCookie) {
      context.invalid();
      context.headerLength = this.next - at + size;
      return false;
    }
    view.need(this.next, size);
    if (context.linkLevel && size > 0) out.text(', cookie 0x');
    for (let i = 0; i < size; i++) {
      this.cookie[i] = view.u8(this.next + i);
      if (context.linkLevel) out.hex8(this.cookie[i]);
    }
    if (context.linkLevel) out.text(': ');
    this.protocol = view.u16(this.next + size);
    this.next += size;
    this.length -= size;
    this.fieldsOf(context, card);
    return true;
  }

  /** What the cookie holds, by card. */
  private fieldsOf(context: PrintContext, card: Card): void {
    if (card.kind === undefined) return;
    if (card.kind === 'atm2') {
      this.controlWord(context);
      return;
    }
    const { cookie } = this;
    const isLinkServices = this.cookieType === CookieType.linkServices;
    const isAdaptive = this.cookieType === CookieType.adaptiveServices;
    if (isAdaptive) {
      this.bundle = (((cookie[6] << 8) | cookie[7]) >>> 3) & 0xfff;
      this.protocol = cookie[5] & adaptiveProtocolMask;
    } else {
      this.bundle = cookie[isLinkServices ? 1 : 0];
    }
    const hasProtocol = card.kind === 'mlfr' ? !isAdaptive : card.kind === 'mfr' && isLinkServices;
    if (!hasProtocol) return;
    if (isLinkServices) this.protocol = context.view.u16(this.next);
    this.next += 2;
    this.length -= 2;
  }

  private controlWord(context: PrintContext): void {
    const { out, view } = context;
    view.need(this.next, 4);
    if ((this.cookie[7] & cellMask) === 0) return;
    const word = view.u32(this.next);
    if (controlWords.has(word)) this.next += 4;
    if (!context.linkLevel) return;
    out.text('control-word 0x');
    out.hex32(word);
    out.char(0x20);
  }
}

/** A packet without its link layer: only IP can be recognized. */
function stripped(context: PrintContext, at: number, next: number, length: number): void {
  if (context.linkLevel) context.out.text('no-L2-hdr, ');
  context.headerLength = next - at;
  if (!guessIp(context, next, length - (next - at))) context.out.text('no IP-hdr found!');
}

/** false: the first byte is that of no IP header, and nothing was printed. */
export function guessIp(context: PrintContext, at: number, length: number): boolean {
  const first = context.view.u8(at);
  if (first >= 0x45 && first <= 0x4f) printIpv4(context, at, length);
  else if (first >>> 4 === 6) printIpv6(context, at, length);
  else return false;
  return true;
}
