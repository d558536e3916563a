/** ISAKMP's security association, proposal and transform payloads (RFC 2408 3.4 to 3.6, RFC 2407 4.6.1). */
import type { PrintContext } from '../context';
import { type AttributeMap, attributes, ipsecAttributes, noAttributes, oakleyAttributes } from './isakmp-attribute';
import { printPayloads } from './isakmp-payload';
import { cutPayload, failed, listed, type NameList, payloadHeaderLength, protocolName, rawBytes } from './isakmp-text';

export const proposalType = 2;
export const transformType = 3;
const associationLength = 12;
export const proposalLength = 8;
export const transformLength = 8;
const ipsecDomain = 1;

const Situation = { identity: 1, secrecy: 2, integrity: 4 } as const;
const situationNames = [
  [Situation.identity, 'identity'],
  [Situation.secrecy, 'secrecy'],
] as const;

/** RFC 2407 4.4.4; of the encryption transforms of IKEv2 too. */
export const espNames: NameList = [
  ...[undefined, '1des-iv64', '1des', '3des', 'rc5', 'idea', 'cast', 'blowfish', '3idea', '1des-iv32', 'rc4'],
  ...['null', 'aes'],
];

interface TransformNames {
  readonly names: NameList;
  readonly attributes: AttributeMap;
}

/** By protocol of the proposal. */
const transforms: readonly (TransformNames | undefined)[] = [
  undefined,
  { names: [undefined, 'ike'], attributes: oakleyAttributes },
  {
    names: [undefined, '(reserved)', 'md5', 'sha', '1des', 'sha2-256', 'sha2-384', 'sha2-512'],
    attributes: ipsecAttributes,
  },
  { names: espNames, attributes: ipsecAttributes },
  { names: [undefined, 'oui', 'deflate', 'lzs'], attributes: ipsecAttributes },
];

export function printAssociation(
  context: PrintContext,
  at: number,
  _size: number,
  type: number,
  depth: number,
  protocol: number,
): number {
  const { out, view } = context;
  out.text('sa:');
  if (!view.has(at, associationLength)) return cutPayload(context, type);
  const domain = view.u32(at + 4);
  const situation = view.u32(at + 8);
  if (domain !== ipsecDomain) {
    out.text(' doi=');
    out.decimal(domain);
    out.text(' situation=');
    out.decimal(situation);
    return at + associationLength;
  }
  out.text(' doi=ipsec situation=');
  situationFlags(context, situation);
  let next = at + associationLength;
  if (situation !== Situation.identity) {
    // As in tcpdump, this is the domain once more, and the labelled domain identifier is skipped.
    out.text(' ident=');
    out.decimal(domain);
    next += 4;
  }
  if (!view.has(next, payloadHeaderLength)) return cutPayload(context, type);
  return inside(context, proposalType, next, depth, protocol);
}

/** The payloads that another one holds: their types may lead to one that holds others again. */
function inside(context: PrintContext, first: number, at: number, depth: number, protocol: number): number {
  if (!context.enter()) return failed;
  const end = printPayloads(context, first, at, depth, protocol);
  context.layers--;
  return end;
}

function situationFlags(context: PrintContext, situation: number): void {
  const { out } = context;
  let joiner = '';
  for (const [bit, name] of situationNames) {
    if ((situation & bit) === 0) continue;
    out.text(joiner);
    out.text(name);
    joiner = '+';
  }
  if ((situation & Situation.integrity) === 0) return;
  out.text(joiner);
  out.text('integrity');
}

export function printProposal(context: PrintContext, at: number, _size: number, type: number, depth: number): number {
  const { out, view } = context;
  out.text('p:');
  if (!view.has(at, proposalLength)) return cutPayload(context, type);
  const protocol = view.u8(at + 5);
  const spiLength = view.u8(at + 6);
  out.text(' #');
  out.decimal(view.u8(at + 4));
  out.text(' protoid=');
  protocolName(out, protocol);
  out.text(' transform=');
  out.decimal(view.u8(at + 7));
  if (spiLength > 0) {
    out.text(' spi=');
    if (!rawBytes(context, at + proposalLength, spiLength)) return cutPayload(context, type);
  }
  const next = at + proposalLength + spiLength;
  if (!view.has(next, payloadHeaderLength)) return cutPayload(context, type);
  return inside(context, transformType, next, depth, protocol);
}

export function printTransform(
  context: PrintContext,
  at: number,
  size: number,
  type: number,
  _depth: number,
  protocol: number,
): number {
  const { out, view } = context;
  out.text('t:');
  if (!view.has(at, transformLength)) return cutPayload(context, type);
  out.text(' #');
  out.decimal(view.u8(at + 4));
  out.text(' id=');
  const known = transforms[protocol];
  const identifier = view.u8(at + 5);
  if (known !== undefined) listed(out, known.names, identifier);
  else out.decimal(identifier);
  out.char(0x20);
  return attributes(context, at + transformLength, at + size, known?.attributes ?? noAttributes);
}
