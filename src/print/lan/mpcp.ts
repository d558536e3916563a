/** Multi-Point Control Protocol of Ethernet passive optical networks (IEEE 802.3, clause 64), and PAUSE (annex 31B). */
import type { PrintContext } from '../context';
import { type FlagName, flagNames, nameOr, names } from '../text/names';
import { count } from '../text/phrase';

const headerLength = 6;
const Opcode = { pause: 1, gate: 2, report: 3, registerRequest: 4, register: 5, registerAck: 6 } as const;
const opcodeNames = names(() => ({
  [Opcode.pause]: 'Pause',
  [Opcode.gate]: 'Gate',
  [Opcode.report]: 'Report',
  [Opcode.registerRequest]: 'Register Request',
  [Opcode.register]: 'Register',
  [Opcode.registerAck]: 'Register ACK',
}));

const grantsMask = 0x07;
const grantLength = 6;
const gateFlags: readonly FlagName[] = [
  [0x08, 'Discovery'],
  [0x10, 'Force Grant #1'],
  [0x20, 'Force Grant #2'],
  [0x40, 'Force Grant #3'],
  [0x80, 'Force Grant #4'],
];
const queueFlags: readonly FlagName[] = [
  [0x01, 'Q0'],
  [0x02, 'Q1'],
  [0x04, 'Q2'],
  [0x08, 'Q3'],
  [0x10, 'Q4'],
  [0x20, 'Q5'],
  [0x40, 'Q6'],
  [0x80, 'Q7'],
];
/** The next three are numbers, which tcpdump reads as bits: 3 is 1, 2 and 3. */
const registerRequestFlags: readonly FlagName[] = [
  [1, 'Register'],
  [3, 'De-Register'],
];
const registerFlags: readonly FlagName[] = [
  [1, 'Re-Register'],
  [2, 'De-Register'],
  [3, 'ACK'],
  [4, 'NACK'],
];
const registerAckFlags: readonly FlagName[] = [[1, 'ACK']];

export function printMpcp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'mpcp';
  view.need(at, headerLength);
  const opcode = view.u16(at);
  out.text('MPCP, Opcode ');
  nameOr(out, opcodeNames, opcode, 'Unknown (', ')');
  if (opcode !== Opcode.pause) {
    out.text(', Timestamp ');
    out.decimal(view.u32(at + 2));
    out.text(' ticks');
  }
  out.text(', length ');
  out.decimal(length);
  if (context.verbose === 0) return;
  const from = at + headerLength;
  switch (opcode) {
    case Opcode.pause:
      return;
    case Opcode.gate:
      gate(context, from);
      return;
    case Opcode.report:
      report(context, from);
      return;
    case Opcode.registerRequest:
      view.need(from, 2);
      flags(context, '\n\tFlags [ ', registerRequestFlags, view.u8(from));
      count(context.out, ', Pending-Grants ', view.u8(from + 1));
      return;
    case Opcode.register:
      view.need(from, 6);
      count(context.out, '\n\tAssigned-Port ', view.u16(from));
      flags(context, ', Flags [ ', registerFlags, view.u8(from + 2));
      count(context.out, '\n\tSync-Time ', view.u16(from + 3));
      count(context.out, ' ticks, Echoed-Pending-Grants ', view.u8(from + 5));
      return;
    case Opcode.registerAck:
      view.need(from, 5);
      count(context.out, '\n\tEchoed-Assigned-Port ', view.u16(from + 1));
      flags(context, ', Flags [ ', registerAckFlags, view.u8(from));
      count(context.out, '\n\tEchoed-Sync-Time ', view.u16(from + 3), ' ticks');
      return;
    default:
      context.dumpPart('\n\t', at, length);
  }
}

function flags(
  context: PrintContext,
  title: string,
  table: readonly FlagName[],
  value: number,
  none = 'Reserved',
): void {
  const { out } = context;
  out.text(title);
  flagNames(out, table, value, none);
  out.text(' ]');
}

function gate(context: PrintContext, at: number): void {
  const { view } = context;
  const first = view.u8(at);
  const grants = first & grantsMask;
  count(context.out, '\n\tGrant Numbers ', grants);
  flags(context, ', Flags [ ', gateFlags, first & ~grantsMask, '?');
  let from = at + 1;
  for (let i = 1; i <= grants; i++, from += grantLength) {
    view.need(from, grantLength);
    count(context.out, '\n\tGrant #', i);
    count(context.out, ', Start-Time ', view.u32(from), ' ticks');
    count(context.out, ', duration ', view.u16(from + 4), ' ticks');
  }
  count(context.out, '\n\tSync-Time ', view.u16(from), ' ticks');
}

/** As in tcpdump, the last set is left out, and each is called by the number of them. */
function report(context: PrintContext, at: number): void {
  const { view } = context;
  const sets = view.u8(at);
  count(context.out, '\n\tTotal Queue-Sets ', sets);
  let from = at + 1;
  for (let set = 1; set < sets; set++) {
    const bitmap = view.u8(from);
    count(context.out, '\n\t  Queue-Set #', sets);
    flags(context, ', Report-Bitmap [ ', queueFlags, bitmap, 'Unknown');
    from++;
    for (let queue = 1, bits = bitmap; bits !== 0; queue++, bits >>>= 1) {
      if ((bits & 1) === 0) continue;
      const duration = view.u16(from);
      count(context.out, '\n\t    Q', queue);
      count(context.out, ' Report, Duration ', duration, ' ticks');
      from += 2;
    }
  }
}
