/** The header line of IPv4 (RFC 791) at -v: `(tos 0x0, ttl 64, … length 60)` and a new line. */
import { addWords, foldChecksum, rightChecksum } from '../../decode/checksum';
import { type Ipv4Layer, ipv4HeaderLength } from '../../decode/ipv4';
import type { PrintContext } from '../context';
import { FixedText } from '../text/fixed-text';
import { ipProtocolNames } from '../text/names';
import { putDecimal, putHex, putText } from '../text/put';
import { printIpv4Options } from './ipv4-options';

const tosText = FixedText.of('(tos 0x');
const ttlText = FixedText.of(', ttl ');
const idText = FixedText.of(', id ');
const offsetText = FixedText.of(', offset ');
const endText = FixedText.of(')\n    ');
/** Explicit congestion notification (RFC 3168), behind the type of service. */
const congestionNames = ['', ',ECT(1)', ',ECT(0)', ',CE'];
const congestionTexts = congestionNames.map(FixedText.of);
/** Characters before the options, and more. */
const longestText = 256;

const moreFragments = 1;
const dontFragment = 2;
const reserved = 4;

/** `+, DF` for the three flags, 0..7, as they stand in the header. */
function flagNames(flags: number): string {
  const names = [];
  if ((flags & moreFragments) !== 0) names.push('+');
  if ((flags & dontFragment) !== 0) names.push('DF');
  if ((flags & reserved) !== 0) names.push('rsvd');
  return names.join(', ') || 'none';
}

const flagTexts = Array.from({ length: 8 }, (_, flags) => FixedText.of(`, flags [${flagNames(flags)}`));

/** `TCP (6)` */
const protocolName = (protocol: number): string => `${ipProtocolNames.get(protocol) ?? 'unknown'} (${protocol})`;

const protocolTexts: (FixedText | undefined)[] = new Array(256).fill(undefined);

/** `], proto TCP (6), length `; made when a protocol is first seen. */
function protocolText(protocol: number): FixedText {
  return protocolTexts[protocol] ?? makeProtocolText(protocol);
}

function makeProtocolText(protocol: number): FixedText {
  const text = FixedText.of(`], proto ${protocolName(protocol)}, length `);
  protocolTexts[protocol] = text;
  return text;
}

/** false, and said so: an option is not captured whole. */
export function printIpv4Header(context: PrintContext, layer: Ipv4Layer): boolean {
  const { out } = context;
  out.reserve(longestText);
  const { data } = out;
  let to = putText(data, out.at, tosText);
  to = putHex(data, to, layer.tos);
  if ((layer.tos & 3) !== 0) to = putText(data, to, congestionTexts[layer.tos & 3]);
  if (layer.ttl >= 1) to = putDecimal(data, putText(data, to, ttlText), layer.ttl);
  to = putDecimal(data, putText(data, to, idText), layer.id);
  to = putDecimal(data, putText(data, to, offsetText), layer.fragmentOffset);
  to = putText(data, to, flagTexts[flagsOf(layer)]);
  to = putText(data, to, protocolText(layer.protocol));
  out.at = putDecimal(data, to, layer.totalLength);
  const optionBytes = layer.headerLength - ipv4HeaderLength;
  let whole = true;
  if (optionBytes > 0) {
    out.text(', options (');
    whole = printIpv4Options(context, layer.at + ipv4HeaderLength, optionBytes);
    out.char(0x29);
  }
  checksum(context, layer);
  out.fixed(endText);
  return whole;
}

function flagsOf(layer: Ipv4Layer): number {
  return (
    (layer.moreFragments ? moreFragments : 0) |
    (layer.dontFragment ? dontFragment : 0) |
    (layer.reservedFlag ? reserved : 0)
  );
}

function checksum(context: PrintContext, layer: Ipv4Layer): void {
  const { out, view } = context;
  if (!context.verifyChecksums || !view.has(layer.at, layer.headerLength)) return;
  const sum = foldChecksum(addWords(view, layer.at, layer.headerLength, 0));
  if (sum === 0) return;
  out.text(', bad cksum ');
  out.hex(layer.checksum);
  out.text(' (->');
  out.hex(rightChecksum(layer.checksum, sum));
  out.text(')!');
}
