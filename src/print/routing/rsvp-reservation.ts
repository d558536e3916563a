/** Objects of RSVP that say what is reserved for whom: sessions, senders, filters, hops, styles (RFC 2205, 3209, 4875). */
import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';
import { names } from '../text/names';
import { count } from '../text/phrase';
import { entry, ObjectEnd, type ObjectPrinter, type RsvpObjectEntry } from './rsvp-object-type';

const Class = {
  session: 1,
  hop: 3,
  style: 8,
  filterSpec: 10,
  senderTemplate: 11,
  confirm: 15,
  subLsp: 50,
  notifyRequest: 195,
} as const;

type Family = 4 | 6;

function sizeOf(family: Family): number {
  return family === 4 ? 4 : 16;
}

function address(context: PrintContext, family: Family, at: number): void {
  if (family === 4) namedIpv4(context, at);
  else namedIpv6(context, at);
}

/** One address behind a title. */
function addressOf(family: Family, title: string): ObjectPrinter {
  return (context, indent, at) => {
    context.out.text(indent);
    context.out.text(title);
    address(context, family, at);
  };
}

function session(family: Family): ObjectPrinter {
  return (context, indent, at) => {
    const { out, view } = context;
    const next = at + sizeOf(family);
    out.text(indent);
    out.text(family === 4 ? '  IPv4 DestAddress: ' : '  IPv6 DestAddress: ');
    address(context, family, at);
    out.text(', Protocol ID: 0x');
    out.hex8(view.u8(next));
    out.text(indent);
    out.text('  Flags: [0x');
    out.hex8(view.u8(next + 1));
    count(out, '], DestPort ', view.u16(next + 2));
  };
}

/** The tunnel's number, and the address that makes it one of its ingress. */
function tunnelId(context: PrintContext, family: Family, at: number): void {
  const { out, view } = context;
  out.text(', Tunnel ID: 0x');
  out.hex16(view.u16(at));
  out.text(', Extended Tunnel ID: ');
  address(context, family, at + 2);
}

function tunnel(family: Family): ObjectPrinter {
  return (context, indent, at) => {
    const { out } = context;
    out.text(indent);
    out.text(family === 4 ? '  IPv4 Tunnel EndPoint: ' : '  IPv6 Tunnel EndPoint: ');
    address(context, family, at);
    tunnelId(context, family, at + sizeOf(family) + 2);
  };
}

const multipointTunnel4: ObjectPrinter = (context, indent, at) => {
  context.out.text(indent);
  context.out.text('  IPv4 P2MP LSP ID: ');
  namedIpv4(context, at);
  tunnelId(context, 4, at + 6);
};

const multipointTunnel6: ObjectPrinter = (context, indent, at) => {
  const { out, view } = context;
  out.text(indent);
  out.text('  IPv6 P2MP LSP ID: 0x');
  out.hex32(view.u32(at));
  tunnelId(context, 6, at + 6);
};

/** An address and a number of two bytes at the end of four. */
function source(family: Family): ObjectPrinter {
  return (context, indent, at) => {
    const { out, view } = context;
    out.text(indent);
    out.text('  Source Address: ');
    address(context, family, at);
    count(out, ', Source Port: ', view.u16(at + sizeOf(family) + 2));
  };
}

const sourceOfFlow: ObjectPrinter = (context, indent, at) => {
  const { out, view } = context;
  out.text(indent);
  out.text('  Source Address: ');
  namedIpv6(context, at);
  count(out, ', Flow Label: ', view.u24(at + 17));
};

function path(family: Family, title: string): ObjectPrinter {
  return (context, indent, at) => {
    const { out, view } = context;
    out.text(indent);
    out.text(title);
    address(context, family, at);
    out.text(', LSP-ID: 0x');
    out.hex16(view.u16(at + sizeOf(family) + 2));
  };
}

function multipointSender(family: Family): ObjectPrinter {
  return (context, indent, at) => {
    const { out, view } = context;
    const originatorAt = at + sizeOf(family) + 4;
    out.text(indent);
    out.text(family === 4 ? '  IPv4 Tunnel Sender Address: ' : '  IPv6 Tunnel Sender Address: ');
    address(context, family, at);
    out.text(', LSP ID: 0x');
    out.hex16(view.u16(originatorAt - 2));
    out.text(indent);
    out.text('  Sub-Group Originator ID: ');
    address(context, family, originatorAt);
    out.text(', Sub-Group ID: 0x');
    // Over IPv4 tcpdump takes the two bytes behind the address, over IPv6 the two at the end of four.
    out.hex16(view.u16(originatorAt + sizeOf(family) + (family === 4 ? 0 : 2)));
  };
}

function hop(family: Family): ObjectPrinter {
  return (context, indent, at, length) => {
    const { out, view } = context;
    out.text(indent);
    out.text('  Previous/Next Interface: ');
    address(context, family, at);
    out.text(', Logical Interface Handle: 0x');
    out.hex32(view.u32(at + sizeOf(family)));
    return family === 6 || length > 8 ? ObjectEnd.undecoded : ObjectEnd.whole;
  };
}

const styleNames = names(() => ({ 10: 'Fixed Filter', 17: 'Wildcard Filter', 18: 'Shared Explicit' }));

const style: ObjectPrinter = (context, indent, at) => {
  const { out, view } = context;
  out.text(indent);
  out.text('  Reservation Style: ');
  out.text(styleNames.get(view.u24(at + 1)) ?? 'Unknown');
  out.text(', Flags: [0x');
  out.hex8(view.u8(at));
  out.char(0x5d);
};

const pathTitle = '  Source Address: ';
const confirmTitles = { 4: '  IPv4 Receiver Address: ', 6: '  IPv6 Receiver Address: ' };
const notifyTitles = { 4: '  IPv4 Notify Node Address: ', 6: '  IPv6 Notify Node Address: ' };
const subLspTitle = '  Sub-LSP destination address: ';

export const reservationObjects: readonly RsvpObjectEntry[] = [
  entry(Class.session, 1, 'IPv4', 8, session(4)),
  entry(Class.session, 2, 'IPv6', 20, session(6)),
  entry(Class.session, 7, 'Tunnel IPv4', 12, tunnel(4)),
  entry(Class.session, 8, undefined, 36, tunnel(6)),
  entry(Class.session, 11, 'UNI IPv4', 12, tunnel(4)),
  entry(Class.session, 13, 'IPv4 P2MP LSP Tunnel', 12, multipointTunnel4),
  entry(Class.session, 14, 'IPv6 P2MP LSP Tunnel', 26, multipointTunnel6),
  entry(Class.hop, 1, 'IPv4', 8, hop(4)),
  entry(Class.hop, 2, 'IPv6', 20, hop(6)),
  entry(Class.hop, 3, 'IPv4 plus opt. TLVs', 8, hop(4)),
  entry(Class.hop, 4, 'IPv6 plus opt. TLVs', 20, hop(6)),
  entry(Class.style, 1, '1', 4, style),
  entry(Class.filterSpec, 1, 'IPv4', 8, source(4)),
  entry(Class.filterSpec, 2, 'IPv6', 20, source(6)),
  entry(Class.filterSpec, 3, 'IPv6 Flow-label', 20, sourceOfFlow),
  entry(Class.filterSpec, 7, 'Tunnel IPv4', 8, path(4, pathTitle)),
  entry(Class.filterSpec, 8, undefined, 20, path(6, pathTitle)),
  entry(Class.filterSpec, 12, 'IPv4 P2MP LSP Tunnel', 16, multipointSender(4)),
  entry(Class.filterSpec, 13, 'IPv6 P2MP LSP Tunnel', 40, multipointSender(6)),
  entry(Class.senderTemplate, 1, 'IPv4', 8, source(4)),
  entry(Class.senderTemplate, 2, 'IPv6', 20, source(6)),
  entry(Class.senderTemplate, 7, 'Tunnel IPv4', 8, path(4, '  IPv4 Tunnel Sender Address: ')),
  entry(Class.senderTemplate, 12, 'IPv4 P2MP LSP Tunnel', 16, multipointSender(4)),
  entry(Class.senderTemplate, 13, 'IPv6 P2MP LSP Tunnel', 40, multipointSender(6)),
  entry(Class.confirm, 1, 'IPv4', 4, addressOf(4, confirmTitles[4])),
  entry(Class.confirm, 2, 'IPv6', 16, addressOf(6, confirmTitles[6])),
  entry(Class.notifyRequest, 1, 'IPv4', 4, addressOf(4, notifyTitles[4])),
  entry(Class.notifyRequest, 2, 'IPv6', 16, addressOf(6, notifyTitles[6])),
  entry(Class.subLsp, 1, 'IPv4 sub-LSP', 4, addressOf(4, subLspTitle)),
  entry(Class.subLsp, 2, 'IPv6 sub-LSP', 16, addressOf(6, subLspTitle)),
];
