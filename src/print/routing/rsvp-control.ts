/** Objects that keep RSVP itself going: hellos, identifiers, integrity, status (RFC 2747, 2961, 3209, 3473, 5063). */
import { type FlagName, flagNames, names } from '../text/names';
import { count } from '../text/phrase';
import { entry, ObjectEnd, type ObjectPrinter, type RsvpObjectEntry } from './rsvp-object-type';

const Class = {
  integrity: 4,
  timeValues: 5,
  hello: 22,
  messageId: 23,
  messageIdAck: 24,
  messageIdList: 25,
  classType: 66,
  oldClassType: 125,
  restartCapability: 131,
  capability: 134,
  adminStatus: 196,
  properties: 204,
  sessionAttribute: 207,
} as const;

const hello: ObjectPrinter = ({ out, view }, indent, at) => {
  out.text(indent);
  out.text('  Source Instance: 0x');
  out.hex32(view.u32(at));
  out.text(', Destination Instance: 0x');
  out.hex32(view.u32(at + 4));
};

const restart: ObjectPrinter = ({ out, view }, indent, at) => {
  out.text(indent);
  count(out, '  Restart  Time: ', view.u32(at), 'ms');
  count(out, ', Recovery Time: ', view.u32(at + 4), 'ms');
};

const capabilityFlags: readonly FlagName[] = [
  [0x4, 'RecoveryPath Transmit Enabled'],
  [0x2, 'RecoveryPath Desired'],
  [0x1, 'RecoveryPath Srefresh Capable'],
];

const capability: ObjectPrinter = ({ out, view }, indent, at) => {
  const field = view.u32(at);
  const reserved = field & ~7;
  if (reserved !== 0) {
    out.text(indent);
    out.text('  [reserved=0x');
    out.hex32(reserved);
    out.text(' must be zero]');
  }
  out.text(indent);
  out.text('  Flags: [');
  flagNames(out, capabilityFlags, field);
  out.char(0x5d);
};

const sessionFlags: readonly FlagName[] = [
  [0x01, 'Local Protection'],
  [0x02, 'Label Recording'],
  [0x04, 'SE Style'],
  [0x08, 'Bandwidth protection'],
  [0x10, 'Node protection'],
];

const sessionAttribute: ObjectPrinter = ({ out, view }, indent, at, length) => {
  const size = view.u8(at + 3);
  const flags = view.u8(at + 2);
  out.text(indent);
  if (length < 4 + size) {
    out.text('ERROR: object is too short');
    return ObjectEnd.stop;
  }
  out.text('  Session Name: ');
  for (let i = 0; i < size; i++) out.caret(view.u8(at + 4 + i));
  out.text(indent);
  count(out, '  Setup Priority: ', view.u8(at));
  count(out, ', Holding Priority: ', view.u8(at + 1), ', Flags: [');
  flagNames(out, sessionFlags, flags);
  out.text(flags === 0 ? '] (' : '] (0x');
  out.hex(flags);
  out.char(0x29);
  return ObjectEnd.whole;
};

const timeValues: ObjectPrinter = ({ out, view }, indent, at) => {
  out.text(indent);
  count(out, '  Refresh Period: ', view.u32(at), 'ms');
};

const classType: ObjectPrinter = ({ out, view }, indent, at) => {
  out.text(indent);
  count(out, '  CT: ', view.u32(at) & 7);
};

const messageIds: ObjectPrinter = ({ out, view }, indent, at, length) => {
  out.text(indent);
  out.text('  Flags [0x');
  out.hex8(view.u8(at));
  count(out, '], epoch: ', view.u24(at + 1));
  for (let from = at + 4; from + 4 <= at + length; from += 4) {
    out.text(indent);
    out.text('    Message-ID 0x');
    out.hex32(view.u32(from));
    count(out, ' (', view.u32(from), ')');
  }
};

const integrityFlags: readonly FlagName[] = [[0x80, 'Handshake']];

/** A digest of 16 bytes, as HMAC-MD5 makes it. Nobody tells the key, so it stays unchecked. */
const integrity: ObjectPrinter = ({ out, view }, indent, at) => {
  out.text(indent);
  out.text('  Key-ID 0x');
  out.hex16(view.u16(at + 2));
  out.hex32(view.u32(at + 4));
  out.text(', Sequence 0x');
  out.hex32(view.u32(at + 8));
  out.hex32(view.u32(at + 12));
  out.text(', Flags [');
  flagNames(out, integrityFlags, view.u8(at));
  out.char(0x5d);
  out.text(indent);
  out.text('  MD5-sum 0x');
  for (let i = 16; i < 32; i += 4) out.hex32(view.u32(at + i));
  out.text('  (unchecked)');
};

const adminFlags: readonly FlagName[] = [
  [0x80000000, 'Reflect'],
  [0x4, 'Testing'],
  [0x2, 'Admin-down'],
  [0x1, 'Delete-in-progress'],
];

const adminStatus: ObjectPrinter = ({ out, view }, indent, at) => {
  out.text(indent);
  out.text('  Flags [');
  flagNames(out, adminFlags, view.u32(at));
  out.char(0x5d);
};

const propertyNames = names(() => ({ 1: 'Cos', 2: 'Metric 1', 4: 'Metric 2', 8: 'CCC Status', 16: 'Path Type' }));
const propertyHeaderLength = 2;

/** Juniper's own; the padding at the end is counted at the beginning. */
const properties: ObjectPrinter = (context, indent, at, length) => {
  const { out, view } = context;
  const padding = view.u16(at + 2);
  const end = at + length;
  out.text(indent);
  count(out, '  TLV count: ', view.u16(at));
  count(out, ', padding bytes: ', padding);
  for (let from = at + 4; from + propertyHeaderLength + padding <= end; ) {
    const type = view.u8(from);
    const size = view.u8(from + 1);
    out.text(indent);
    out.text('    ');
    out.text(propertyNames.get(type) ?? 'unknown');
    out.text(' TLV (0x');
    out.hex8(type);
    count(out, '), length: ', size);
    if (from + size > end || size < propertyHeaderLength) {
      out.text(indent);
      out.text(size < propertyHeaderLength ? 'ERROR: property TLV is too short' : 'ERROR: object is too short');
      return ObjectEnd.stop;
    }
    context.dumpPart('\n\t\t', from + propertyHeaderLength, size - propertyHeaderLength);
    from += size;
  }
  return ObjectEnd.whole;
};

export const controlObjects: readonly RsvpObjectEntry[] = [
  entry(Class.integrity, 1, undefined, 32, integrity),
  entry(Class.timeValues, 1, '1', 4, timeValues),
  entry(Class.hello, 1, 'Hello Request', 8, hello),
  entry(Class.hello, 2, 'Hello Ack', 8, hello),
  entry(Class.messageId, 1, '1', 4, messageIds),
  entry(Class.messageId, 2, undefined, 4, messageIds),
  entry(Class.messageIdAck, 1, 'Message id ack', 4, messageIds),
  entry(Class.messageIdAck, 2, 'Message id nack', 4, messageIds),
  entry(Class.messageIdList, 1, '1', 4, messageIds),
  entry(Class.messageIdList, 2, undefined, 4, messageIds),
  entry(Class.classType, 1, '1', 4, classType),
  entry(Class.oldClassType, 1, '1', 4, classType),
  entry(Class.restartCapability, 1, 'IPv4', 8, restart),
  entry(Class.capability, 1, '1', 4, capability),
  entry(Class.adminStatus, 1, '1', 4, adminStatus),
  entry(Class.properties, 1, '1', 4, properties),
  entry(Class.sessionAttribute, 7, 'Tunnel IPv4', 4, sessionAttribute),
];
