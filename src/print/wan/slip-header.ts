/** Van Jacobson's compressed TCP/IP header (RFC 1144), as BSD's SLIP leaves it before each packet: shown at -e. */
import type { PrintContext } from '../context';

const Direction = { in: 0, out: 1 } as const;
const typeMask = 0xf0;
const Type = { ip: 0x40, uncompressed: 0x70, compressed: 0x80 } as const;
/** The protocol field of the IP header, where an uncompressed packet has its connection number. */
const protocolAt = 9;
const ipLength = 20;
const tcpLength = 20;

/** What has changed in a compressed header. */
const Changed = {
  connection: 0x40,
  identification: 0x20,
  sequence: 8,
  acknowledgement: 4,
  window: 2,
  urgent: 1,
} as const;
const specialsMask = 0x0f;
/** Combinations that cannot occur stand for echoed typing and for a transfer in one direction. */
const echoed = Changed.sequence | Changed.window | Changed.urgent;
const oneWay = specialsMask;
const checksumLength = 2;

const connections = 256;
/** What headers refer to that came before. */
class SlipHistory {
  connection = connections - 1;
  /** Bytes of data in the last segment of each connection, by direction. */
  readonly lengths = [new Uint32Array(connections), new Uint32Array(connections)];
}

/** By the run whose packets they are. */
const histories = new WeakMap<PrintContext, SlipHistory>();

function historyOf(context: PrintContext): SlipHistory {
  const known = histories.get(context);
  if (known !== undefined) return known;
  const history = new SlipHistory();
  histories.set(context, history);
  return history;
}

/** `at`: direction and compressed header; `ipAt`: the packet as it was put together again, of `length` bytes. */
export function printSlipHeader(context: PrintContext, at: number, ipAt: number, length: number): void {
  const { out, view } = context;
  const direction = view.u8(at);
  const known = direction === Direction.in || direction === Direction.out;
  if (known) {
    out.text(direction === Direction.in ? 'I ' : 'O ');
  } else {
    out.text('Invalid direction ');
    out.decimal(direction);
    out.char(0x20);
  }
  const first = view.u8(at + 1);
  const type = first & typeMask;
  if (type === Type.ip) {
    out.text('ip ');
    out.decimal(length + ipAt - at);
    out.text(': ');
  } else if (type === Type.uncompressed) {
    const history = historyOf(context);
    history.connection = view.u8(at + 1 + protocolAt);
    out.text('utcp ');
    out.decimal(history.connection);
    out.text(': ');
    if (known) rememberLength(context, history, direction, ipAt, length);
  } else if (known) {
    if ((first & Type.compressed) !== 0) {
      compressed(context, direction, at + 1, ipAt, length);
    } else {
      out.text('slip-');
      out.decimal(first);
      out.char(0x21);
    }
    out.text(': ');
  }
}

function rememberLength(
  context: PrintContext,
  history: SlipHistory,
  direction: number,
  ipAt: number,
  length: number,
): void {
  const { view } = context;
  view.need(ipAt, ipLength);
  const tcpAt = ipAt + 4 * (view.u8(ipAt) & 0x0f);
  view.need(tcpAt, tcpLength);
  const headers = tcpAt - ipAt + 4 * (view.u8(tcpAt + 12) >>> 4);
  history.lengths[direction][history.connection] = length - headers;
}

function compressed(context: PrintContext, direction: number, at: number, ipAt: number, length: number): void {
  const { out, view } = context;
  const history = historyOf(context);
  const flags = view.u8(at);
  let from = at + 1;
  if ((flags & Changed.connection) !== 0) {
    history.connection = view.u8(from++);
    out.text('ctcp ');
    out.decimal(history.connection);
  } else {
    out.text('ctcp *');
  }
  from += checksumLength;
  const special = flags & specialsMask;
  if (special === echoed || special === oneWay) {
    out.text(special === echoed ? ' *SA+' : ' *S+');
    out.decimal(history.lengths[direction][history.connection]);
  } else {
    if ((flags & Changed.urgent) !== 0) from = change(context, ' U=', from);
    if ((flags & Changed.window) !== 0) from = windowChange(context, from);
    if ((flags & Changed.acknowledgement) !== 0) from = change(context, ' A+', from);
    if ((flags & Changed.sequence) !== 0) from = change(context, ' S+', from);
  }
  if ((flags & Changed.identification) !== 0) from = change(context, ' I+', from);
  rememberLength(context, history, direction, ipAt, length);
  out.char(0x20);
  out.decimal(history.lengths[direction][history.connection]);
  out.text(' (');
  out.decimal(from - at);
  out.char(0x29);
}

/** One byte, or a zero byte and two more. Returns where the next change is. */
function change(context: PrintContext, title: string, at: number): number {
  const { out, view } = context;
  const short = view.u8(at);
  out.text(title);
  out.decimal(short !== 0 ? short : view.u16(at + 1));
  return short !== 0 ? at + 1 : at + 3;
}

/** Windows shrink, too. */
function windowChange(context: PrintContext, at: number): number {
  const { out, view } = context;
  const short = view.u8(at);
  const value = short !== 0 ? short : (view.u16(at + 1) << 16) >> 16;
  out.text(value >= 0 ? ' W+' : ' W');
  out.signed(value);
  return short !== 0 ? at + 1 : at + 3;
}
