/** Berkeley's time synchronization protocol (4.4BSD SMM 12, "The Berkeley UNIX Time Synchronization Protocol"). */
import type { PrintContext } from '../context';

const Type = { adjust: 1, set: 5, setDate: 22, setDateRequest: 23, loop: 24 } as const;
const typeNames = [
  ...['TSP_ANY', 'TSP_ADJTIME', 'TSP_ACK', 'TSP_MASTERREQ', 'TSP_MASTERACK', 'TSP_SETTIME', 'TSP_MASTERUP'],
  ...['TSP_SLAVEUP', 'TSP_ELECTION', 'TSP_ACCEPT', 'TSP_REFUSE', 'TSP_CONFLICT', 'TSP_RESOLVE', 'TSP_QUIT'],
  ...['TSP_DATE', 'TSP_DATEREQ', 'TSP_DATEACK', 'TSP_TRACEON', 'TSP_TRACEOFF', 'TSP_MSITE', 'TSP_MSITEREQ'],
  ...['TSP_TEST', 'TSP_SETDATE', 'TSP_SETDATEREQ', 'TSP_LOOP'],
];
const nameAt = 12;
const nameLength = 256;
const second = 1_000_000;
const fractionDigits = 6;

export function printTimed(context: PrintContext, at: number, _length: number): void {
  const { out, view } = context;
  context.protocol = 'timed';
  const type = view.u8(at);
  const name = typeNames[type];
  if (name === undefined) {
    out.text('(tsp_type 0x');
    out.hex(type);
    out.char(0x29);
  } else {
    out.text(name);
  }
  const version = view.u8(at + 1);
  out.text(' vers ');
  out.decimal(version);
  const sequence = view.u16(at + 2);
  out.text(' seq ');
  out.decimal(sequence);
  switch (type) {
    case Type.loop: {
      const hops = view.u8(at + 4);
      out.text(' hopcnt ');
      out.decimal(hops);
      break;
    }
    case Type.set:
    case Type.adjust:
    case Type.setDate:
    case Type.setDateRequest: {
      const seconds = view.i32(at + 4);
      const microseconds = view.i32(at + 8);
      if (microseconds < 0) return;
      out.text(' time ');
      time(context, seconds, microseconds);
    }
  }
  out.text(' name ');
  for (let i = 0; i < nameLength; i++) {
    const byte = view.u8(at + nameAt + i);
    if (byte === 0) return;
    out.caret(byte);
  }
}

/** Negative times have a positive fraction. */
function time(context: PrintContext, seconds: number, microseconds: number): void {
  const { out } = context;
  let whole = seconds;
  let fraction = microseconds;
  if (seconds < 0 && microseconds !== 0) {
    whole++;
    if (whole === 0) out.char(0x2d);
    fraction = second - microseconds;
  }
  out.signed(whole);
  out.char(0x2e);
  const size = Math.abs(fraction);
  let digits = fractionDigits;
  if (fraction < 0) {
    out.char(0x2d);
    digits--;
  }
  if (size < 10 ** digits) out.padded(size, digits);
  else out.decimal(size);
}
