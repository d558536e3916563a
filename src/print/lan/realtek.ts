/** Realtek's protocols of switches (RTL8324 and RTL8306 data sheets): remote control, echo, loop detection, chip tags. */
import type { PrintContext } from '../context';
import { namedMac } from '../text/named';
import { names } from '../text/names';

const Protocol = { remoteControl: 0x01, echo: 0x02, loop: 0x03, loop2: 0x23, tag: 0x04 } as const;
/** In the upper half of the byte; the lower one belongs to the tag. */
const Tag = { rtl8306: 0x90, rtl8366rb: 0xa0 } as const;

const Opcode = { hello: 0, get: 1, set: 2 } as const;
const opcodeNames = names(() => ({ [Opcode.hello]: 'hello', [Opcode.get]: 'get', [Opcode.set]: 'set' }));
const replyFlag = 0x80;

export function printRealtek(context: PrintContext, at: number, _length: number): void {
  const { out, view } = context;
  context.protocol = 'rtl';
  if (context.linkSourceAt >= 0) {
    namedMac(context, context.linkSourceAt);
    out.text(' > ');
    namedMac(context, context.linkDestinationAt);
    out.text(', ');
  }
  const protocol = view.u8(at);
  switch (protocol) {
    case Protocol.remoteControl:
      remoteControl(context, at);
      return;
    case Protocol.echo:
      out.text('REP');
      return;
    case Protocol.loop:
    case Protocol.loop2:
      out.text('RLDP');
      return;
    case Protocol.tag:
      out.text('Realtek 8-byte DSA tag');
      return;
  }
  const family = protocol & 0xf0;
  if (family === Tag.rtl8306) out.text('Realtek RTL8306 4-byte DSA tag');
  else if (family === Tag.rtl8366rb) out.text('Realtek RTL8366RB 4-byte DSA tag');
  else {
    out.text('Realtek unknown type 0x');
    out.hex8(protocol);
  }
}

function remoteControl(context: PrintContext, at: number): void {
  const { out, view } = context;
  context.protocol = 'rrcp';
  const first = view.u8(at + 1);
  const opcode = first & ~replyFlag;
  const reply = (first & replyFlag) !== 0;
  const configures = opcode === Opcode.get || opcode === Opcode.set;
  out.text(reply ? 'RRCP reply: ' : 'RRCP query: ');
  const name = opcodeNames.get(opcode);
  if (name === undefined) {
    out.text('unknown opcode (0x');
    out.hex8(opcode);
    out.char(0x29);
  } else {
    out.text(name);
  }
  if (configures) {
    view.need(at + 4, 6);
    out.text(' addr=0x');
    out.hex16(view.u16LE(at + 4));
    out.text(', data=0x');
    out.hex32(view.u32LE(at + 6));
  }
  const key = view.u16(at + 2);
  out.text(', auth=0x');
  out.hex16(key);
  if (configures) {
    view.need(at + 10, 8);
    out.text(', cookie=0x');
    out.hex32(view.u32(at + 14));
    out.hex32(view.u32(at + 10));
    out.char(0x20);
  } else if (opcode === Opcode.hello && reply) {
    hello(context, at);
  }
}

function hello(context: PrintContext, at: number): void {
  const { out, view } = context;
  view.need(at + 4, 14);
  out.text(' downlink_port=');
  out.decimal(view.u8(at + 4));
  out.text(', uplink_port=');
  out.decimal(view.u8(at + 5));
  out.text(', uplink_mac=');
  namedMac(context, at + 6);
  out.text(', vendor_id=');
  out.hex32(view.u32(at + 14));
  out.text(' ,chip_id=');
  out.hex16(view.u16(at + 12));
  out.char(0x20);
}
