/** Transparent Inter-Process Communication (draft-spec-tipc-07). */
import type { PrintContext } from '../context';
import { type NameTable, names } from '../text/names';
import { count } from '../text/phrase';

const User = {
  low: 0,
  medium: 1,
  high: 2,
  critical: 3,
  broadcast: 5,
  bundler: 6,
  link: 7,
  connection: 8,
  changeover: 10,
  nameDistributor: 11,
  fragmenter: 12,
  linkConfiguration: 13,
} as const;
const userNames = names(() => ({
  [User.low]: 'Low Importance Data payload',
  [User.medium]: 'Medium Importance Data payload',
  [User.high]: 'High Importance Data payload',
  [User.critical]: 'Critical Importance Data payload',
  [User.broadcast]: 'Broadcast Link Protocol internal',
  [User.bundler]: 'Message Bundler Protocol internal',
  [User.link]: 'Link State Protocol internal',
  [User.connection]: 'Connection Manager internal',
  [User.changeover]: 'Link Changeover Protocol internal',
  [User.nameDistributor]: 'Name Table Update Protocol internal',
  [User.fragmenter]: 'Message Fragmentation Protocol internal',
  [User.linkConfiguration]: 'Neighbor Detection Protocol internal',
}));
/** As tcpdump calls them. */
const messageNames = names(() => ({ 0: 'CONN_MSG', 1: 'MCAST_MSG', 2: 'NAMED_MSG', 3: 'DIRECT_MSG' }));
const linkMessageNames = names(() => ({ 0: 'Link request', 1: 'Link response' }));

/** Words of the header: by offset. */
const Word = { w1: 4, w2: 8, previousNode: 12, w4: 16, w5: 20, originNode: 24, destinationNode: 28, w8: 32, w9: 36 };
/** Headers of this many words or fewer name no nodes: both ports are of neighbours. */
const shortWords = 6;

export function printTipc(context: PrintContext, at: number, _length: number): void {
  context.protocol = 'tipc';
  switch ((context.view.u32(at) >>> 25) & 15) {
    case User.low:
    case User.medium:
    case User.high:
    case User.critical:
    case User.nameDistributor:
    case User.connection:
      payload(context, at);
      break;
    case User.linkConfiguration:
      linkConfiguration(context, at);
      break;
    case User.broadcast:
    case User.bundler:
    case User.link:
    case User.changeover:
    case User.fragmenter:
      internal(context, at);
      break;
  }
}

function version(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text('TIPC v');
  out.decimal(view.u8(at) >>> 5);
  out.text('.0 ');
}

/** Zone, cluster and node. */
function node(context: PrintContext, address: number): void {
  const { out } = context;
  out.decimal(address >>> 24);
  out.char(0x2e);
  out.decimal((address >>> 12) & 0xfff);
  out.char(0x2e);
  out.decimal(address & 0xfff);
}

function port(context: PrintContext, value: number): void {
  context.out.char(0x3a);
  context.out.decimal(value);
}

/** Lengths, user and kind. */
function message(context: PrintContext, at: number, table: NameTable): void {
  const { out, view } = context;
  const first = view.u32(at);
  count(context.out, ', headerlength ', 4 * ((first >>> 21) & 15));
  count(context.out, ' bytes, MessageSize ', first & 0x1ffff);
  out.text(' bytes, ');
  out.text(userNames.get((first >>> 25) & 15) as string);
  out.text(', messageType ');
  out.text(table.get(view.u8(at + Word.w1) >>> 5) ?? 'Unknown');
}

function payload(context: PrintContext, at: number): void {
  const { out, view } = context;
  const isShort = ((view.u32(at) >>> 21) & 15) <= shortWords;
  const previous = view.u32(at + Word.previousNode);
  const sourcePort = view.u32(at + Word.w4);
  const destinationPort = view.u32(at + Word.w5);
  if (isShort) {
    version(context, at);
    node(context, previous);
    port(context, sourcePort);
    count(context.out, ' > ', destinationPort);
    message(context, at, messageNames);
    return;
  }
  const origin = view.u32(at + Word.originNode);
  const destination = view.u32(at + Word.destinationNode);
  version(context, at);
  node(context, origin);
  port(context, sourcePort);
  out.text(' > ');
  node(context, destination);
  port(context, destinationPort);
  message(context, at, messageNames);
  if (context.verbose === 0) return;
  out.text('\n\tPrevious Node ');
  node(context, previous);
  count(context.out, ', Broadcast Ack ', view.u16(at + Word.w1 + 2));
  count(context.out, ', Link Ack ', view.u16(at + Word.w2));
  count(context.out, ', Link Sequence ', view.u16(at + Word.w2 + 2));
}

function linkConfiguration(context: PrintContext, at: number): void {
  const { out, view } = context;
  const domain = view.u32(at + Word.w2);
  const previous = view.u32(at + Word.previousNode);
  version(context, at);
  node(context, previous);
  out.text(' > ');
  node(context, domain);
  message(context, at, linkMessageNames);
  if (context.verbose === 0) return;
  const network = view.u32(at + Word.w4);
  const media = view.u32(at + Word.w5) & 0xff;
  count(context.out, '\n\tNodeSignature ', view.u16(at + Word.w1 + 2));
  count(context.out, ', network_id ', network);
  count(context.out, ', media_id ', media);
}

function internal(context: PrintContext, at: number): void {
  const { out, view } = context;
  const origin = view.u32(at + Word.originNode);
  const destination = view.u32(at + Word.destinationNode);
  version(context, at);
  node(context, origin);
  out.text(' > ');
  node(context, destination);
  message(context, at, messageNames);
  out.text(' (0x');
  out.hex32(view.u32(at + Word.w1));
  out.char(0x29);
  if (context.verbose === 0) return;
  const counts = view.u32(at + Word.w9);
  out.text('\n\tPrevious Node ');
  node(context, view.u32(at + Word.previousNode));
  count(context.out, ', Session No. ', view.u16(at + Word.w5));
  count(context.out, ', Broadcast Ack ', view.u16(at + Word.w1 + 2));
  count(context.out, ', Sequence Gap ', view.u16(at + Word.w1) & 0x1fff);
  count(context.out, ',  Broadcast Gap After ', view.u16(at + Word.w2));
  count(context.out, ', Broadcast Gap To ', view.u16(at + Word.w2 + 2));
  count(context.out, ', Last Sent Packet No. ', view.u16(at + Word.w4));
  count(context.out, ', Next sent Packet No. ', view.u16(at + Word.w4 + 2));
  count(context.out, ', Transport Sequence ', view.u32(at + Word.w8));
  count(context.out, ', msg_count ', counts >>> 16);
  count(context.out, ', Link Tolerance ', counts & 0xffff);
}
