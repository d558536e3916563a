/** Configuration options of the Link Control Protocol (RFC 1661, 6; 1570; 1990; 2153), one below the other at -v. */
import type { PrintContext } from '../context';
import { namedIpv4, namedMac } from '../text/named';
import { nameOr, names } from '../text/names';
import { organizationNames } from '../text/organization-names';
import { nameAndNumber } from '../text/phrase';
import { pppProtocolNames } from './ppp-protocol-names';

/** Prints the option at `at`, which must not exceed `most` bytes; returns its length, 0 where nothing more can be read. */
export type PppOptionPrinter = (context: PrintContext, at: number, most: number) => number;

const optionNames = [
  ...['Vend-Ext', 'MRU', 'ACCM', 'Auth-Prot', 'Qual-Prot', 'Magic-Num', 'deprecated(6)', 'PFC'],
  ...['ACFC', 'FCS-Alt', 'SDP', 'Num-Mode', 'deprecated(12)', 'Call-Back', 'deprecated(14)', 'deprecated(15)'],
  ...['deprecated(16)', 'MRRU', '12-Bit seq #', 'End-Disc', 'Proprietary', 'DCE-Id', 'MP+', 'Link-Disc'],
  ...['LCP-Auth-Opt', 'COBS', 'Prefix-elision', 'Multilink-header-Form', 'I18N', 'SDL-over-SONET/SDH', 'PPP-Muxing'],
];
const Option = {
  vendor: 0,
  receiveUnit: 1,
  characterMap: 2,
  authentication: 3,
  quality: 4,
  magicNumber: 5,
  protocolCompression: 7,
  addressCompression: 8,
  callBack: 13,
  reconstructedUnit: 17,
  endpoint: 19,
  linkDiscriminator: 23,
} as const;
/** Protocols of authentication that have no parameters of their own. */
const plainAuthentication = new Set([0xc023, 0xc027, 0xc123, 0xc227]);
const challenge = 0xc223;
const linkQuality = 0xc025;
const algorithmNames = names(() => ({ 5: 'MD5', 128: 'MS-CHAPv1', 129: 'MS-CHAPv2' }));
const callBackNames = ['UserAuth', 'DialString', 'LocalID', 'E.164', 'X.500', 'Unknown', 'CBCP'];
const endpointNames = [': Null', ': Local', ': IPv4 ', ': MAC ', ': Magic-Num-Block', ': PSNDN'];
const headerLength = 2;
/** Behind the organization's number. */
const vendorEnd = 5;

/** `  MRU Option (0x01), length 4`. */
export function optionTitle(context: PrintContext, name: string, kind: number, size: number): void {
  const { out } = context;
  out.text('\n\t  ');
  out.text(name);
  out.text(' Option (0x');
  out.hex8(kind);
  out.text('), length ');
  out.decimal(size);
}

/** An option without kind or length. */
export function cutOption(context: PrintContext, label: string): number {
  context.out.text(label);
  return 0;
}

/** ` (length bogus, should be = 6)`. */
export function bogusLength(context: PrintContext, comparison: string, value: number): void {
  const { out } = context;
  out.text(' (length bogus, should be ');
  out.text(comparison);
  out.decimal(value);
  out.char(0x29);
}

export function printLcpOption(context: PrintContext, at: number, most: number): number {
  const { out, view } = context;
  if (!view.has(at, headerLength)) return cutOption(context, '[|lcp]');
  const kind = view.u8(at);
  const size = view.u8(at + 1);
  if (size > most) return 0;
  const name = optionNames[kind];
  if (name === undefined) {
    out.text('\n\tunknown LCP option 0x');
    out.hex8(kind);
    return size < headerLength ? 0 : size;
  }
  optionTitle(context, name, kind, size);
  if (size < headerLength) {
    bogusLength(context, '>= ', headerLength);
    return 0;
  }
  if (!known.has(kind)) {
    if (context.verbose < 2) context.dumpPart('\n\t    ', at + headerLength, size - headerLength);
  } else if (!value(context, kind, at, size)) {
    return lastIfWrong.has(kind) ? 0 : size;
  }
  if (context.verbose > 1) context.dumpPart('\n\t    ', at + headerLength, size - headerLength);
  return size;
}

const known = new Set<number>(Object.values(Option));
/** Size of the options that have one, and the smallest of those that have not. */
const exactSizes = names(() => ({ 1: '4', 2: '6', 5: '6', 17: '4', 23: '4' }));
/** Behind one of these that has a wrong size nothing more is read. */
const lastIfWrong: ReadonlySet<number> = new Set([
  ...[Option.quality, Option.magicNumber, Option.callBack],
  ...[Option.reconstructedUnit, Option.endpoint, Option.linkDiscriminator],
]);
const leastSizes = names(() => ({ 0: '6', 3: '4', 4: '4', 13: '3', 19: '3' }));

/** false: its length is wrong, which has been said. */
function value(context: PrintContext, kind: number, at: number, size: number): boolean {
  const { out, view } = context;
  const exact = exactSizes.get(kind);
  const least = leastSizes.get(kind);
  if (exact !== undefined && size !== Number(exact)) {
    bogusLength(context, '= ', Number(exact));
    return false;
  }
  if (least !== undefined && size < Number(least)) {
    bogusLength(context, '>= ', Number(least));
    return false;
  }
  if (kind !== Option.callBack) {
    view.need(at, kind === Option.vendor ? vendorEnd : Number(exact ?? least ?? headerLength));
  }
  switch (kind) {
    case Option.vendor:
      vendor(context, view.u24(at + 2));
      return true;
    case Option.receiveUnit:
    case Option.reconstructedUnit:
      out.text(': ');
      out.decimal(view.u16(at + 2));
      return true;
    case Option.characterMap:
    case Option.magicNumber:
      out.text(': 0x');
      out.hex32(view.u32(at + 2));
      return true;
    case Option.authentication:
      authentication(context, at, size);
      return true;
    case Option.quality:
      out.text(view.u16(at + 2) === linkQuality ? ': LQR' : ': unknown');
      return true;
    case Option.callBack:
      callBack(context, at + 2);
      return true;
    case Option.endpoint:
      return endpoint(context, at, size);
    case Option.linkDiscriminator:
      out.text(': 0x');
      out.hex16(view.u16(at + 2));
      return true;
    default:
      return true;
  }
}

function vendor(context: PrintContext, organization: number): void {
  const { out } = context;
  out.text(': Vendor: ');
  nameAndNumber(out, organizationNames, organization);
}

function authentication(context: PrintContext, at: number, size: number): void {
  const { out, view } = context;
  const protocol = view.u16(at + 2);
  out.text(': ');
  out.text(pppProtocolNames.get(protocol) ?? 'Unknown Auth Proto (0x04x)');
  if (protocol === challenge) {
    const algorithm = view.u8(at + 4);
    out.text(', ');
    nameOr(out, algorithmNames, algorithm, 'Unknown Auth Alg ');
  } else if (!plainAuthentication.has(protocol)) {
    context.dumpPart('\n\t', at, size);
  }
}

function callBack(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text(': ');
  const operation = view.u8(at);
  out.text(': Callback Operation ');
  out.text(callBackNames[operation] ?? 'Unknown');
  out.text(' (');
  out.decimal(operation);
  out.char(0x29);
}

/** RFC 1990, 5.1.3. */
function endpoint(context: PrintContext, at: number, size: number): boolean {
  const { out, view } = context;
  const kind = view.u8(at + 2);
  const needed = kind === 2 ? 7 : kind === 3 ? 9 : size;
  if (size !== needed) {
    bogusLength(context, '= ', needed);
    return false;
  }
  if (kind === 2 || kind === 3) view.need(at, needed);
  const name = endpointNames[kind];
  if (name === undefined) {
    out.text(': Unknown class ');
    out.decimal(kind);
    return true;
  }
  out.text(name);
  if (kind === 2) namedIpv4(context, at + 3);
  else if (kind === 3) namedMac(context, at + 3);
  return true;
}
