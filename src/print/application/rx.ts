/** Rx, the remote procedure calls of the Andrew File System (RX protocol specification, N. Zeldovich). */

import type { PrintContext } from '../context';
import { nameOr, names } from '../text/names';
import { count } from '../text/phrase';
import { afsServices } from './afs';
import { printReply, printRequest } from './afs-service';
import { rxAcknowledgement } from './rx-acknowledgement';
import { type AddressWords, RxCalls } from './rx-calls';

const headerLength = 28;
const Kind = { data: 1, acknowledgement: 2, abort: 4 } as const;
const kindNames = names(() => ({
  [Kind.data]: 'data',
  [Kind.acknowledgement]: 'ack',
  3: 'busy',
  [Kind.abort]: 'abort',
  5: 'ackall',
  6: 'challenge',
  7: 'response',
  8: 'debug',
  9: 'params',
  13: 'version',
}));
const clientInitiated = 1;
/** Bit, name, and the kind of packet that gives it this name; 0: any. */
const flagNames: readonly (readonly [bit: number, name: string, kind: number])[] = [
  [clientInitiated, '<client-init>', 0],
  [2, '<req-ack>', 0],
  [4, '<last-pckt>', 0],
  [8, '<more-pckts>', 0],
  [16, '<free-pckt>', 0],
  [32, '<slow-start>', Kind.acknowledgement],
  [32, '<jumbogram>', Kind.data],
];

const calls = new RxCalls();

export function printRx(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'rx';
  if (!view.has(at, headerLength)) {
    context.truncated();
  } else {
    out.text(' rx ');
    nameOr(out, kindNames, view.u8(at + 20), 'type ');
    if (context.verbose > 0) header(context, at);
    body(context, at, length);
  }
  out.text(' (');
  out.decimal(length);
  out.char(0x29);
}

function header(context: PrintContext, at: number): void {
  const { out, view } = context;
  if (context.verbose > 1) {
    out.text(' cid ');
    out.hex32(view.u32(at + 4));
    count(context.out, ' call# ', view.u32(at + 8));
  }
  count(context.out, ' seq ', view.u32(at + 12));
  count(context.out, ' ser ', view.u32(at + 16));
  if (context.verbose > 2) {
    count(context.out, ' secindex ', view.u8(at + 23));
    count(context.out, ' serviceid ', view.u16(at + 26));
  }
  if (context.verbose < 2) return;
  const kind = view.u8(at + 20);
  let joiner = ' ';
  for (const [bit, name, only] of flagNames) {
    if ((view.u8(at + 21) & bit) === 0 || (only !== 0 && only !== kind)) continue;
    out.text(joiner);
    out.text(name);
    joiner = ',';
  }
}

/** Only the first packet of a call or reply says what it is. */
function body(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  const kind = view.u8(at + 20);
  const isFirst = kind === Kind.data && view.u32(at + 12) === 1;
  if ((view.u8(at + 21) & clientInitiated) !== 0) {
    if (isFirst) request(context, at, length);
    else if (kind === Kind.acknowledgement) rxAcknowledgement(context, at, length);
  } else if (isFirst || kind === Kind.abort) {
    reply(context, at, length, kind === Kind.data);
  } else if (kind === Kind.acknowledgement) {
    rxAcknowledgement(context, at, length);
  }
}

function address(context: PrintContext, at: number): AddressWords {
  const { view } = context;
  if (context.family === 4) return [view.u32(at)];
  return [view.u32(at), view.u32(at + 4), view.u32(at + 8), view.u32(at + 12)];
}

function request(context: PrintContext, at: number, length: number): void {
  const { view } = context;
  const port = context.destinationPort;
  const body = at + headerLength;
  if (view.has(body, 4)) {
    const service = ((port << 16) | view.u16(at + 26)) >>> 0;
    const client = address(context, context.sourceAt);
    calls.add(view.u32(at + 8), client, address(context, context.destinationAt), service, view.u32(body));
  }
  const known = afsServices.get(port);
  if (known !== undefined && length > headerLength) printRequest(context, known, body);
}

function reply(context: PrintContext, at: number, length: number, isData: boolean): void {
  const { view } = context;
  const port = context.sourcePort;
  const service = ((port << 16) | view.u16(at + 26)) >>> 0;
  const client = address(context, context.destinationAt);
  const operation = calls.find(view.u32(at + 8), client, address(context, context.sourceAt), service);
  const known = afsServices.get(port);
  if (operation < 0 || known === undefined || length < headerLength) return;
  if (length === headerLength && known.hasEmptyReplies !== true) return;
  printReply(context, known, at + headerLength, operation, isData);
}
