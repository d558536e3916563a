/** The signature of a TCP segment (RFC 2385), which keeps BGP sessions: right or wrong where its secret is known (-M). */
import { createHash, type Hash } from 'node:crypto';
import { IpProtocol } from '../../decode/ip-protocol';
import { type TcpLayer, tcpHeaderLength, tcpSignatureLength } from '../../decode/tcp';
import type { PrintContext } from '../context';

const checksumAt = 16;
const checksumLength = 2;

/** The signature at `at` of a segment that ends at `end`. Options are not signed. */
export function printTcpSignature(context: PrintContext, at: number, segment: TcpLayer, end: number): void {
  const { out, view, options, family } = context;
  out.char(0x20);
  if (end > view.end) {
    unchecked(context, 'snaplen too short', at);
    return;
  }
  if (options.signatureSecret === undefined) {
    unchecked(context, 'shared secret not supplied with -M', at);
    return;
  }
  if (family === 0) {
    unchecked(context, 'IP version not 4 or 6', at);
    return;
  }
  const header = view.bytes.slice(segment.at, segment.at + tcpHeaderLength);
  header.fill(0, checksumAt, checksumAt + checksumLength);
  const md5 = newMd5();
  if (md5 === undefined) {
    unchecked(context, 'no MD5 in this Node', at);
    return;
  }
  const right = md5
    .update(pseudoHeader(context, end - segment.at))
    .update(header)
    .update(view.bytes.subarray(segment.at + segment.headerLength, end))
    .update(options.signatureSecret)
    .digest();
  if (right.equals(view.bytes.subarray(at, at + tcpSignatureLength))) out.text('valid');
  else context.invalid();
}

/** undefined: only what FIPS 140 allows is there. */
function newMd5(): Hash | undefined {
  try {
    return createHash('md5');
  } catch {
    return undefined;
  }
}

function unchecked({ out, view }: PrintContext, reason: string, at: number): void {
  out.text(reason);
  out.text(", can't check - ");
  for (let i = 0; i < tcpSignatureLength; i++) out.hex8(view.u8(at + i));
}

function pseudoHeader({ family, view, sourceAt, finalDestinationAt }: PrintContext, length: number): Uint8Array {
  const width = family === 4 ? 4 : 16;
  const bytes = new Uint8Array(2 * width + (family === 4 ? 4 : 8));
  bytes.set(view.bytes.subarray(sourceAt, sourceAt + width), 0);
  bytes.set(view.bytes.subarray(finalDestinationAt, finalDestinationAt + width), width);
  const rest = new DataView(bytes.buffer, 2 * width);
  if (family === 4) {
    rest.setUint8(1, IpProtocol.tcp);
    rest.setUint16(2, length);
  } else {
    rest.setUint32(0, length);
    rest.setUint8(7, IpProtocol.tcp);
  }
  return bytes;
}
