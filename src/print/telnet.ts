/** Telnet (RFC 854, 855): the negotiation; text is not shown. */
import type { PrintContext } from './context';
import { names } from './names';

const IAC = 0xff;
const SB = 0xfa;
const SE = 0xf0;
const firstVerb = 0xfb;
const commandNames = names({
  0xec: 'EOF',
  0xed: 'SUSP',
  0xee: 'ABORT',
  0xef: 'EOR',
  0xf0: 'SE',
  0xf1: 'NOP',
  0xf2: 'DMARK',
  0xf3: 'BRK',
  0xf4: 'IP',
  0xf5: 'AO',
  0xf6: 'AYT',
  0xf7: 'EC',
  0xf8: 'EL',
  0xf9: 'GA',
  0xfa: 'SB',
  0xfb: 'WILL',
  0xfc: 'WONT',
  0xfd: 'DO',
  0xfe: 'DONT',
  0xff: 'IAC',
});
const optionNames = [
  ...['BINARY', 'ECHO', 'RCP', 'SUPPRESS GO AHEAD', 'NAME', 'STATUS', 'TIMING MARK', 'RCTE', 'NAOL', 'NAOP', 'NAOCRD'],
  ...['NAOHTS', 'NAOHTD', 'NAOFFD', 'NAOVTS', 'NAOVTD', 'NAOLFD', 'EXTEND ASCII', 'LOGOUT', 'BYTE MACRO'],
  ...[
    'DATA ENTRY TERMINAL',
    'SUPDUP',
    'SUPDUP OUTPUT',
    'SEND LOCATION',
    'TERMINAL TYPE',
    'END OF RECORD',
    'TACACS UID',
  ],
  ...['OUTPUT MARKING', 'TTYLOC', '3270 REGIME', 'X.3 PAD', 'NAWS', 'TSPEED', 'LFLOW', 'LINEMODE', 'XDISPLOC'],
  ...['OLD-ENVIRON', 'AUTHENTICATION', 'ENCRYPT', 'NEW-ENVIRON'],
];
const subCommands = ['IS', 'SEND', 'INFO', 'NAME'];

export function printTelnet(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'telnet';
  const end = at + length;
  let first = true;
  let from = at;
  while (from < end) {
    if (view.u8(from) !== IAC || view.u8(from + 1) === IAC) {
      from += view.u8(from) === IAC ? 2 : 1;
      continue;
    }
    out.text(first ? ' [telnet ' : ', ');
    first = false;
    from = command(context, from, end);
  }
  if (!first) out.char(0x5d);
}

function option(context: PrintContext, value: number): void {
  const name = optionNames[value];
  if (name !== undefined) {
    context.out.text(name);
    return;
  }
  context.out.char(0x23);
  context.out.hex(value);
}

/** Returns what follows the command. */
function command(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  const code = view.u8(at + 1);
  const name = commandNames.get(code);
  if (code === SB) {
    out.text('SB ');
    return subnegotiation(context, at + 2, end);
  }
  if (name === undefined) {
    out.char(0x23);
    out.hex(code);
    return at + 2;
  }
  out.text(name);
  if (code < firstVerb) return at + 2;
  out.char(0x20);
  option(context, view.u8(at + 2));
  return at + 3;
}

function subnegotiation(context: PrintContext, at: number, end: number): number {
  const { out, view } = context;
  const kind = view.u8(at);
  option(context, kind);
  let from = at + 1;
  let stop = from;
  while (stop + 1 < end && !(view.u8(stop) === IAC && view.u8(stop + 1) === SE)) stop++;
  if (from < stop && kind < optionNames.length) {
    const what = view.u8(from);
    out.char(0x20);
    if (kind === 24 && what < 2) {
      out.text(subCommands[what]);
      from++;
    } else {
      out.text('0x');
      out.hex(what);
      from++;
    }
  }
  for (; from < stop; from++) {
    out.text(' 0x');
    out.hex(view.u8(from));
  }
  out.text(' SE');
  return stop + 2;
}
