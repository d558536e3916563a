/** Lightweight Access Point Protocol (RFC 5412): control and data between access points and their controller. */
import type { PrintContext } from '../context';
import { namedMac } from '../text/named';
import { type FlagName, flagNames, names } from '../text/names';

const controlPort = 12223;
const identityLength = 6;
const headerLength = 6;
const messageHeaderLength = 8;
const supportedVersion = 0;
const controlBit = 0x04;
const headerFlags: readonly FlagName[] = [
  [0x01, 'Last Fragment Bit'],
  [0x02, 'Fragment Bit'],
  [controlBit, 'Control Bit'],
];
const messageNames = names(() => ({
  1: 'Discovery req',
  2: 'Discovery resp',
  3: 'Join req',
  4: 'Join resp',
  5: 'Join ack',
  6: 'Join confirm',
  10: 'Configure req',
  11: 'Configure resp',
  12: 'Update req',
  13: 'Update resp',
  14: 'WTP event req',
  15: 'WTP event resp',
  16: 'Change state event req',
  17: 'Change state event resp',
  22: 'Echo req',
  23: 'Echo resp',
  24: 'Image data req',
  25: 'Image data resp',
  26: 'Channel status req',
  27: 'Channel status resp',
  30: 'Key update req',
  31: 'Key update resp',
  32: 'Primary discovery req',
  33: 'Primary discovery resp',
  34: 'Data transfer req',
  35: 'Data transfer resp',
  36: 'Clear config ind',
  37: 'Wlan config req',
  38: 'Wlan config resp',
  39: 'Mobile config req',
  40: 'Mobile config resp',
}));

/** What goes to the controller has the access point's address in front. */
export function printLwappControl(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'lwapp_control';
  const toController = context.destinationPort === controlPort;
  const headerAt = toController ? at + identityLength : at;
  if (!view.has(headerAt, headerLength)) {
    context.truncated();
    return;
  }
  if (!frame(context, headerAt, length) || context.verbose === 0) return;
  out.text(', Radio-id ');
  radioAndFlags(context, headerAt);
  out.text(', Frag-id ');
  out.decimal(view.u8(headerAt + 1));
  const said = view.u16(headerAt + 2);
  out.text(', length ');
  out.decimal(said);
  if (toController) {
    out.text('\n\tAP identity: ');
    namedMac(context, at);
  }
  messages(context, headerAt + headerLength, said);
}

export function printLwappData(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'lwapp_data';
  if (!view.has(at, headerLength)) {
    context.truncated();
    return;
  }
  if (!frame(context, at, length) || context.verbose === 0) return;
  out.text(', Radio-id  ');
  radioAndFlags(context, at);
  const said = view.u16(at + 2);
  if (said < headerLength) {
    out.text(', length ');
    out.decimal(said);
    out.text(' < transport header length');
    return;
  }
  out.text(', Frag-id  ');
  out.decimal(view.u8(at + 1));
  out.text(', length ');
  out.decimal(said);
  context.dumpPart('\n\t', at + headerLength, said - headerLength);
}

/** Version and kind; without -v the whole header. false: it is another version. */
function frame(context: PrintContext, at: number, length: number): boolean {
  const { out, view } = context;
  const first = view.u8(at);
  const version = first >>> 6;
  if (version !== supportedVersion) {
    out.text('LWAPP version ');
    out.decimal(version);
    out.text(' packet not supported');
    return false;
  }
  out.text((first & controlBit) !== 0 ? 'LWAPPv0, Control frame' : 'LWAPPv0, Data frame');
  if (context.verbose > 0) return true;
  out.text(', Flags [');
  flagNames(out, headerFlags, first);
  out.text('], length ');
  out.decimal(length);
  return true;
}

function radioAndFlags(context: PrintContext, at: number): void {
  const { out, view } = context;
  const first = view.u8(at);
  out.decimal((first >>> 3) & 7);
  out.text(', Flags [');
  flagNames(out, headerFlags, first);
  out.char(0x5d);
}

function messages(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  let from = at;
  let left = length;
  while (left > 0) {
    if (!view.has(from, messageHeaderLength)) {
      context.truncated();
      return;
    }
    const size = messageHeaderLength + view.u16(from + 2);
    if (left < messageHeaderLength || left < size) {
      out.text('\n\t  Msg goes past end of PDU');
      return;
    }
    const type = view.u8(from);
    out.text('\n\t  Msg type: ');
    out.text(messageNames.get(type) ?? 'Unknown');
    out.text(' (');
    out.decimal(type);
    out.text('), Seqnum: ');
    out.decimal(view.u8(from + 1));
    out.text(', Msg len: ');
    out.decimal(size - messageHeaderLength);
    out.text(', Session: 0x');
    out.hex32(view.u32(from + 4));
    if (!view.has(from, size - messageHeaderLength)) {
      context.truncated();
      return;
    }
    from += size;
    left -= size;
  }
}
