/** Objects of LMP that have a fixed length (RFC 4204, 13; UNI 1.0, 9.4.2 for those of service discovery). */
import type { PrintContext } from '../context';
import { megabits } from '../text/float';
import { type FlagName, flagNames, names } from '../text/names';
import { count, nameAndNumber } from '../text/phrase';
import { pathEncodingNames } from './gmpls';
import { exactly, identifier, idLength, type LmpIdKind, type LmpObjectEntry } from './lmp-object-type';

const Class = {
  channelId: 1,
  nodeId: 2,
  linkId: 3,
  interfaceId: 4,
  messageId: 5,
  config: 6,
  hello: 7,
  verifyBegin: 8,
  verifyBeginAck: 9,
  verifyId: 10,
  teLink: 11,
  error: 20,
  service: 51,
} as const;

type FieldsPrinter = (context: PrintContext, at: number) => void;

function flags({ out }: PrintContext, title: string, table: readonly FlagName[], value: number, end = ''): void {
  out.text(title);
  flagNames(out, table, value);
  out.text(end);
}

function idOf(title: string, kind: LmpIdKind): FieldsPrinter {
  return (context, at) => {
    context.out.text(title);
    identifier(context, kind, at);
  };
}

/** Local and remote ones of the three kinds. */
function sixIds(objectClass: number): LmpObjectEntry[] {
  return [
    exactly(objectClass, 1, 'IPv4 Local', 4, idOf('\n\t    IPv4 Link ID: ', 'ipv4')),
    exactly(objectClass, 2, 'IPv4 Remote', 4, idOf('\n\t    IPv4 Link ID: ', 'ipv4')),
    exactly(objectClass, 3, 'IPv6 Local', 16, idOf('\n\t    IPv6 Link ID: ', 'ipv6')),
    exactly(objectClass, 4, 'IPv6 Remote', 16, idOf('\n\t    IPv6 Link ID: ', 'ipv6')),
    exactly(objectClass, 5, 'Unnumbered Local', 4, idOf('\n\t    Link ID: ', 'number')),
    exactly(objectClass, 6, 'Unnumbered Remote', 4, idOf('\n\t    Link ID: ', 'number')),
  ];
}

const config: FieldsPrinter = ({ out, view }, at) => {
  count(out, '\n\t    Hello Interval: ', view.u16(at));
  count(out, '\n\t    Hello Dead Interval: ', view.u16(at + 2));
};

const hello: FieldsPrinter = ({ out, view }, at) => {
  count(out, '\n\t    Tx Seq: ', view.u32(at));
  count(out, ', Rx Seq: ', view.u32(at + 4));
};

const teLinkFlags: readonly FlagName[] = [
  [0x01, 'Fault Management Supported'],
  [0x02, 'Link Verification Supported'],
];

function teLink(kind: LmpIdKind): FieldsPrinter {
  return (context, at) => {
    const { out, view } = context;
    flags(context, '\n\t    Flags: [', teLinkFlags, view.u8(at), ']');
    out.text('\n\t    Local Link-ID: ');
    identifier(context, kind, at + 4);
    out.text('\n\t    Remote Link-ID: ');
    identifier(context, kind, at + 4 + idLength(kind));
  };
}

const verifyFlags: readonly FlagName[] = [
  [0x1, 'Verify all links'],
  [0x2, 'Data link type'],
];
const payloadMechanism = 0x8000;

const verifyBegin: FieldsPrinter = (context, at) => {
  const { out, view } = context;
  const mechanism = view.u16(at + 10);
  flags(context, '\n\t    Flags: ', verifyFlags, view.u16(at));
  count(out, '\n\t    Verify Interval: ', view.u16(at + 2));
  count(out, '\n\t    Data links: ', view.u32(at + 4));
  out.text('\n\t    Encoding type: ');
  out.text(pathEncodingNames.get(view.u8(at + 8)) ?? 'Unknown');
  count(out, '\n\t    Verify Transport Mechanism: ', mechanism, ' (0x');
  out.hex(mechanism);
  out.char(0x29);
  if ((mechanism & payloadMechanism) !== 0) out.text(' (Payload test messages capable)');
  out.text('\n\t    Transmission Rate: ');
  megabits(out, view, at + 12);
  count(out, ' Mbps\n\t    Wavelength: ', view.u32(at + 16));
};

const verifyBeginAck: FieldsPrinter = ({ out, view }, at) => {
  count(out, '\n\t    Verify Dead Interval: ', view.u16(at));
  count(out, '\n\t    Verify Transport Response: ', view.u16(at + 2));
};

const verifyErrors: readonly FlagName[] = [
  [0x01, 'Link Verification Procedure Not supported'],
  [0x02, 'Unwilling to verify'],
  [0x04, 'Unsupported verification transport mechanism'],
  [0x08, 'Link-Id configuration error'],
  [0x10, 'Unknown object c-type'],
];
const summaryErrors: readonly FlagName[] = [
  [0x01, 'Unacceptable non-negotiable LINK-SUMMARY parameters'],
  [0x02, 'Renegotiate LINK-SUMMARY parameters'],
  [0x04, 'Invalid TE-LINK Object'],
  [0x08, 'Invalid DATA-LINK Object'],
  [0x10, 'Unknown TE-LINK Object c-type'],
  [0x20, 'Unknown DATA-LINK Object c-type'],
];

function errorOf(table: readonly FlagName[]): FieldsPrinter {
  return (context, at) => flags(context, '\n\t    Error Code: ', table, context.view.u32(at));
}

export const lmpObjects: readonly LmpObjectEntry[] = [
  exactly(Class.channelId, 1, 'Local', 4, idOf('\n\t    Control Channel ID: ', 'number')),
  exactly(Class.channelId, 2, 'Remote', 4, idOf('\n\t    Control Channel ID: ', 'number')),
  exactly(Class.nodeId, 1, 'Local', 4, idOf('\n\t    Node ID: ', 'ipv4')),
  exactly(Class.nodeId, 2, 'Remote', 4, idOf('\n\t    Node ID: ', 'ipv4')),
  ...sixIds(Class.linkId),
  ...sixIds(Class.interfaceId),
  exactly(Class.messageId, 1, '1', 4, idOf('\n\t    Message ID: ', 'number')),
  exactly(Class.messageId, 2, '2', 4, idOf('\n\t    Message ID Ack: ', 'number')),
  exactly(Class.config, 1, '1', 4, config),
  exactly(Class.hello, 1, '1', 8, hello),
  exactly(Class.verifyBegin, 1, '1', 20, verifyBegin),
  exactly(Class.verifyBeginAck, 1, '1', 4, verifyBeginAck),
  exactly(Class.verifyId, 1, '1', 4, ({ out, view }, at) => count(out, '\n\t    Verify ID: ', view.u32(at))),
  exactly(Class.teLink, 1, 'IPv4', 12, teLink('ipv4')),
  exactly(Class.teLink, 2, 'IPv6', 36, teLink('ipv6')),
  exactly(Class.teLink, 3, 'Unnumbered', 12, teLink('number')),
  exactly(Class.error, 1, '1', 4, errorOf(verifyErrors)),
  exactly(Class.error, 2, '2', 4, errorOf(summaryErrors)),
];

const signalingFlags: readonly FlagName[] = [
  [0x1, 'RSVP Supported'],
  [0x2, 'LDP Supported'],
];

const signaling: FieldsPrinter = (context, at) => {
  flags(context, '\n\t Flags: ', signalingFlags, context.view.u8(at));
  count(context.out, '\n\t  UNI Version: ', context.view.u8(at + 1));
};

const LinkType = { sdh: 5, sonet: 6 } as const;
const linkTypeNames = names(() => ({ 5: 'SDH ITU-T G.707', 6: 'SONET ANSI T1.105' }));
const signalNames = {
  [LinkType.sdh]: names(() => ({
    5: 'VC-3',
    6: 'VC-4',
    7: 'STM-0',
    8: 'STM-1',
    9: 'STM-4',
    10: 'STM-16',
    11: 'STM-64',
    12: 'STM-256',
  })),
  [LinkType.sonet]: names(() => ({
    5: 'STS-1 SPE',
    6: 'STS-3c SPE',
    7: 'STS-1',
    8: 'STM-3',
    9: 'STM-12',
    10: 'STM-48',
    11: 'STM-192',
    12: 'STM-768',
  })),
} as const;
const portTransparencyFlags: readonly FlagName[] = [
  [0x1, 'Path/VC Overhead Transparency Supported'],
  [0x2, 'Line/MS Overhead Transparency Supported'],
  [0x4, 'Section/RS Overhead Transparency Supported'],
];
const concatenationFlags: readonly FlagName[] = [[0x1, 'Contiguous Concatenation Types Supported']];

const clientPort: FieldsPrinter = (context, at) => {
  const { out, view } = context;
  const type = view.u8(at);
  out.text('\n\t Link Type: ');
  nameAndNumber(out, linkTypeNames, type);
  if (type === LinkType.sdh || type === LinkType.sonet) {
    out.text('\n\t Signal Type: ');
    nameAndNumber(out, signalNames[type], view.u8(at + 1));
  }
  flags(context, '\n\t Transparency: ', portTransparencyFlags, view.u8(at + 2));
  flags(context, '\n\t Contiguous Concatenation Types: ', concatenationFlags, view.u8(at + 3));
  count(out, '\n\t Minimum NCC: ', view.u16(at + 4));
  count(out, '\n\t Maximum NCC: ', view.u16(at + 6));
  count(out, '\n\t Minimum NVC:', view.u16(at + 8));
  count(out, '\n\t Maximum NVC:', view.u16(at + 10));
  out.text('\n\t    Local Interface ID: ');
  identifier(context, 'ipv4', at + 12);
};

const networkTransparencyFlags: readonly FlagName[] = [
  [0x1, 'Standard SOH/RSOH Transparency Supported'],
  [0x2, 'Standard LOH/MSOH Transparency Supported'],
];
const monitoringFlags: readonly FlagName[] = [[0x1, 'Transparent Tandem Connection Monitoring Supported']];

const network: FieldsPrinter = (context, at) => {
  flags(context, '\n\t Transparency Flags: ', networkTransparencyFlags, context.view.u32(at));
  flags(context, '\n\t TCM Monitoring Flags: ', monitoringFlags, context.view.u8(at + 7));
};

const diversityFlags: readonly FlagName[] = [
  [0x1, 'Node Diversity Supported'],
  [0x2, 'Link Diversity Supported'],
  [0x4, 'SRLG Diversity Supported'],
];

const diversity: FieldsPrinter = (context, at) =>
  flags(context, '\n\t Diversity: Flags: ', diversityFlags, context.view.u8(at + 3));

export const lmpServiceObjects: readonly LmpObjectEntry[] = [
  exactly(Class.service, 1, '1', 4, signaling),
  exactly(Class.service, 2, '2', 16, clientPort),
  exactly(Class.service, 3, '3', 8, network),
  exactly(Class.service, 4, '4', 4, diversity),
];
