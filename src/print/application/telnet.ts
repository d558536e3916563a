/** Telnet (RFC 854, 855): the negotiation; text is not shown. */
import type { PrintContext } from '../context';
import { names } from '../text/names';

const IAC = 0xff;
const SB = 0xfa;
const SE = 0xf0;
const firstVerb = 0xfb;
const commandNames = names(() => ({
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
}));
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
/** What a subnegotiation says first (RFC 855), then what it is about, by option. */
const plainCommands = ['IS', 'SEND', 'INFO'];
const authenticationCommands = ['IS', 'SEND', 'REPLY', 'NAME'];
const authenticationTypes = [
  ...['NULL', 'KERBEROS_V4', 'KERBEROS_V5', 'SPX', 'MINK', 'SRP', 'RSA', 'SSL', undefined, undefined],
  ...['LOKI', 'SSA', 'KEA_SJ', 'KEA_SJ_INTEG', 'DSS', 'NTLM'],
];
const encryptionCommands = [
  ...['IS', 'SUPPORT', 'REPLY', 'START', 'END', 'REQUEST-START', 'REQUEST-END', 'END_KEYID', 'DEC_KEYID'],
];
const encryptionTypes = [
  ...['NULL', 'DES_CFB64', 'DES_OFB64', 'DES3_CFB64', 'DES3_OFB64', undefined, 'CAST5_40_CFB64', 'CAST5_40_OFB64'],
  ...['CAST128_CFB64', 'CAST128_OFB64'],
];
const Option = { authentication: 37, encryption: 38 } as const;

export function printTelnet(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'telnet';
  const end = at + length;
  let from = at;
  while (from < end && view.u8(from) === IAC) {
    const next = commandEnd(context, from, end);
    if (next < 0) break;
    out.text(from === at ? ' [telnet ' : ', ');
    command(context, from, next);
    from = next;
  }
  if (from > at) out.char(0x5d);
}

/** Where the command that starts with IAC at `at` ends; -1: it is none, or the segment ends inside it. */
function commandEnd(context: PrintContext, at: number, end: number): number {
  const { view } = context;
  if (end - at < 2) return -1;
  const code = view.u8(at + 1);
  if (!commandNames.has(code)) return -1;
  if (code === IAC || (code < firstVerb && code !== SB)) return at + 2;
  if (end - at < 3) return -1;
  view.need(at + 2, 1);
  if (code !== SB) return at + 3;
  let stop = at + 3;
  while (end > stop + 1 && !(view.u8(stop) === IAC && view.u8(stop + 1) === SE)) stop++;
  return view.u8(stop) === IAC ? stop + 2 : -1;
}

/** `#` and hexadecimal as C writes it: nothing before a zero. */
function number(context: PrintContext, value: number): void {
  if (value !== 0) context.out.text('0x');
  context.out.hex(value);
}

function named(context: PrintContext, value: number, table: readonly (string | undefined)[]): void {
  const name = table[value];
  context.out.char(0x20);
  if (name === undefined) number(context, value);
  else context.out.text(name);
}

/** `end`: what {@link commandEnd} says. */
function command(context: PrintContext, at: number, end: number): void {
  const { out, view } = context;
  const code = view.u8(at + 1);
  if (code === IAC) {
    out.text('IAC IAC');
    return;
  }
  out.text(commandNames.get(code) ?? '');
  if (end === at + 2) return;
  const kind = view.u8(at + 2);
  named(context, kind, optionNames);
  if (code === SB) subnegotiation(context, kind, at + 3, end - 2);
}

function subnegotiation(context: PrintContext, kind: number, at: number, end: number): void {
  const { view } = context;
  let from = at;
  if (from < end) {
    const commands =
      kind === Option.authentication
        ? authenticationCommands
        : kind === Option.encryption
          ? encryptionCommands
          : plainCommands;
    named(context, view.u8(from++), commands);
    if (kind === Option.authentication && from < end) named(context, view.u8(from++), authenticationTypes);
    if (kind === Option.encryption && from < end) named(context, view.u8(from++), encryptionTypes);
  }
  context.out.reserve(5 * (end - from));
  for (; from < end; from++) {
    context.out.char(0x20);
    number(context, view.u8(from));
  }
  context.out.text(' SE');
}
