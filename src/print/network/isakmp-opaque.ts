/** ISAKMP payloads of keys, certificates, digests and vendors (RFC 2408 3.7, 3.9 to 3.13, 3.16): their lengths. */
import type { PrintContext } from '../context';
import {
  cutPayload,
  listed,
  type NameList,
  payloadHeaderLength,
  payloadName,
  someData,
  wholeBody,
} from './isakmp-text';

const Type = { keyExchange: 4, certificate: 6, certificateRequest: 7 } as const;
const certificateHeaderLength = 6;
/** RFC 2408 3.9. */
const encodingNames: NameList = 'none pkcs7 pgp dns x509sign x509ke kerberos crl arl spki x509attr'.split(' ');

export function printOpaque(context: PrintContext, at: number, size: number, type: number): number {
  const { out, view } = context;
  const isCertificate = type === Type.certificate || type === Type.certificateRequest;
  payloadName(out, type);
  out.char(0x3a);
  if (isCertificate && !view.has(at, certificateHeaderLength)) return cutPayload(context, type);
  out.text(type === Type.keyExchange ? ' key len=' : ' len=');
  out.decimal(size - payloadHeaderLength);
  if (isCertificate) {
    out.text(' type=');
    listed(out, encodingNames, view.u8(at + payloadHeaderLength));
  }
  wholeBody(context, at, size);
  return at + size;
}

export function printNonce(context: PrintContext, at: number, size: number): number {
  const { out } = context;
  out.text('nonce: n len=');
  out.decimal(size - payloadHeaderLength);
  wholeBody(context, at, size);
  if (context.verbose === 2) {
    out.char(0x20);
    someData(context, at + payloadHeaderLength);
  }
  return at + size;
}
