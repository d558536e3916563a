/** Attributes of transforms: ISAKMP data attributes (RFC 2408 3.3) of IKE (RFC 2409 A), IPsec (RFC 2407 4.5), IKEv2. */
import type { PrintContext } from '../context';
import { type NameList, rawBytes } from './isakmp-text';

/** What an attribute is called and, where they have names, its values. */
interface Attribute {
  readonly name: string;
  readonly values?: NameList;
}

/** By type. */
export type AttributeMap = readonly (Attribute | undefined)[];

/** Diffie-Hellman groups, by transform identifier too. */
export const groupNames: NameList = [
  ...[undefined, 'modp768', 'modp1024', 'EC2N 2^155', 'EC2N 2^185', 'modp1536'],
  ...['iana-grp06', 'iana-grp07', 'iana-grp08', 'iana-grp09', 'iana-grp10', 'iana-grp11', 'iana-grp12', 'iana-grp13'],
  ...['modp2048', 'modp3072', 'modp4096', 'modp6144', 'modp8192'],
];
/** As attributes, the groups end one earlier. */
const groupValues = groupNames.slice(0, -1);
const lifeValues: NameList = [undefined, 'sec', 'kb'];

export const ipsecAttributes: AttributeMap = [
  undefined,
  { name: 'lifetype', values: lifeValues },
  { name: 'life' },
  { name: 'group desc', values: groupValues },
  { name: 'enc mode', values: [undefined, 'tunnel', 'transport'] },
  { name: 'auth', values: [undefined, 'hmac-md5', 'hmac-sha1', '1des-mac', 'keyed'] },
  { name: 'keylen' },
  { name: 'rounds' },
  { name: 'dictsize' },
  { name: 'privalg' },
];

export const oakleyAttributes: AttributeMap = [
  undefined,
  { name: 'enc', values: [undefined, '1des', 'idea', 'blowfish', 'rc5', '3des', 'cast', 'aes'] },
  { name: 'hash', values: [undefined, 'md5', 'sha1', 'tiger', 'sha2-256', 'sha2-384', 'sha2-512'] },
  { name: 'auth', values: [undefined, 'preshared', 'dss', 'rsa sig', 'rsa enc', 'rsa enc revised'] },
  { name: 'group desc', values: groupValues },
  { name: 'group type', values: [undefined, 'MODP', 'ECP', 'EC2N'] },
  { name: 'group prime' },
  { name: 'group gen1' },
  { name: 'group gen2' },
  { name: 'group curve A' },
  { name: 'group curve B' },
  { name: 'lifetype', values: lifeValues },
  { name: 'lifeduration' },
  { name: 'prf' },
  { name: 'keylen' },
  { name: 'field' },
  { name: 'order' },
];

const keyLengthType = 14;
export const encryptionAttributes: AttributeMap = Object.assign(new Array(keyLengthType).fill(undefined), {
  [keyLengthType]: { name: 'keylen' },
});

export const noAttributes: AttributeMap = [];

const headerLength = 4;
const shortForm = 0x80;

/** Those of the payload that ends at `end`; returns where they end. */
export function attributes(context: PrintContext, at: number, end: number, map: AttributeMap): number {
  let next = at;
  while (next < context.view.end && next < end) next = attribute(context, next, end, map);
  return next;
}

function attribute(context: PrintContext, at: number, end: number, map: AttributeMap): number {
  const { out, view } = context;
  const isShort = (view.u8(at) & shortForm) !== 0;
  const length = isShort ? 0 : view.u16(at + 2);
  const next = at + headerLength + length;
  if (end < next) {
    out.text('[|attr]');
    return end + 1;
  }
  const type = view.u16(at) & 0x7fff;
  const known = map[type];
  out.text('(type=');
  if (known !== undefined) {
    out.text(known.name);
  } else {
    out.char(0x23);
    out.decimal(type);
  }
  if (isShort) {
    out.text(' value=');
    shortValue(context, at + 2, known);
  } else {
    out.text(' len=');
    out.decimal(length);
    out.text(' value=');
    rawBytes(context, at + headerLength, length);
  }
  out.char(0x29);
  return next;
}

function shortValue(context: PrintContext, at: number, known: Attribute | undefined): void {
  const { out, view } = context;
  const value = view.u16(at);
  const name = known?.values?.[value];
  if (name !== undefined) out.text(name);
  else out.hex16(value);
}
