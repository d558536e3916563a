/** RPL control messages (RFC 6550, 6). */
import type { PrintContext } from '../context';
import { namedIpv6 } from '../text/named';
import { nameOr, names } from '../text/names';

const secured = 0x80;
const Code = { solicitation: 0, information: 1, advertisement: 2, acknowledgement: 3 } as const;
const messageNames = [
  'DODAG Information Solicitation',
  'DODAG Information Object',
  'Destination Advertisement Object',
  'Destination Advertisement Object Ack',
];
const modeNames = ['nonstoring', 'storing', 'nonstoring-multicast', 'storing-multicast'];
const optionNames = names(() => ({
  0: 'pad0',
  1: 'padN',
  2: 'metrics',
  3: 'routinginfo',
  4: 'config',
  5: 'rpltarget',
  6: 'transitinfo',
  8: 'destprefix',
  9: 'rpltargetdesc',
}));
const informationLength = 24;
const shortHeaderLength = 4;
const identifierLength = 16;
const groundedFlag = 0x80;
const acknowledgeFlag = 0x80;

/** `at` and `length`: the ICMPv6 message. */
export function printRpl(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const code = view.u8(at + 1);
  if ((code & secured) !== 0) {
    out.text(', (SEC) [worktodo]');
    return;
  }
  out.text(', (CLR)');
  const name = messageNames[code];
  if (name === undefined) {
    out.text('RPL message, unknown code ');
    out.decimal(code);
    return;
  }
  out.text(name);
  if (context.verbose === 0) return;
  const body = at + 4;
  if (code === Code.information) information(context, body, length - 4);
  else if (code !== Code.solicitation) destination(context, body, length - 4, code);
}

/** DIO: the graph and the sender's place in it. */
function information(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < informationLength) {
    context.tooShort(' [length ', length, informationLength);
    return;
  }
  view.need(at, informationLength);
  out.text(' [dagid:');
  namedIpv6(context, at + 8);
  out.text(',seq:');
  out.decimal(view.u8(at + 5));
  out.text(',instance:');
  out.decimal(view.u8(at));
  out.text(',rank:');
  out.decimal(view.u16(at + 2));
  const field = view.u8(at + 4);
  out.text((field & groundedFlag) !== 0 ? ',grounded,mop:' : ',mop:');
  const mode = (field >>> 3) & 7;
  out.text(modeNames[mode] ?? 'mop');
  if (modeNames[mode] === undefined) out.decimal(mode);
  out.text(',prf:');
  out.decimal(field & 7);
  out.char(0x5d);
  if (context.verbose > 1) options(context, at + informationLength, length - informationLength);
}

/** DAO and its acknowledgement: the graph's identifier may be left out. */
function destination(context: PrintContext, at: number, length: number, code: number): void {
  const { out, view } = context;
  const acknowledges = code === Code.acknowledgement;
  context.need(at, acknowledges ? shortHeaderLength : shortHeaderLength + identifierLength);
  const flags = view.u8(at + 1);
  const identified = (flags & (acknowledges ? 0x80 : 0x40)) !== 0;
  const headerLength = shortHeaderLength + (identified ? identifierLength : 0);
  context.need(at, headerLength);
  if (length < headerLength) {
    out.text(acknowledges ? ' [|dao-length too short]' : ' [|length too short]');
    return;
  }
  out.text(' [dagid:');
  if (identified) namedIpv6(context, at + shortHeaderLength);
  else out.text('<elided>');
  out.text(',seq:');
  out.decimal(view.u8(at + (acknowledges ? 2 : 3)));
  out.text(',instance:');
  out.decimal(view.u8(at));
  if (acknowledges) {
    out.text(',status:');
    out.decimal(view.u8(at + 3));
  } else {
    if ((flags & acknowledgeFlag) !== 0) out.text(',acK');
    if (identified) out.text(',Dagid');
    out.char(0x2c);
    out.hex8(flags);
  }
  out.char(0x5d);
  if (context.verbose > 1) options(context, at + headerLength, length - headerLength);
}

function options(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const end = at + length;
  let from = at;
  while (from < end) {
    const kind = view.u8(from);
    if (kind === 0) {
      out.text(' opt:pad1');
      from++;
      continue;
    }
    if (end - from < 2) {
      context.truncated();
      return;
    }
    const size = view.u8(from + 1) + 2;
    out.text(' opt:');
    nameOr(out, optionNames, kind, 'subopt:');
    out.text(' len:');
    out.decimal(size);
    out.char(0x20);
    context.need(from, size);
    if (context.verbose > 2) context.dumpPart(' ', from + 2, size - 2);
    from += size;
  }
}
