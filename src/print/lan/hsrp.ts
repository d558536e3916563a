/** Cisco Hot Standby Router Protocol (RFC 2281). */
import { hsrpAddressAt, hsrpAuthenticationAt, hsrpAuthenticationLength } from '../../decode/hsrp';
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { nameOr, names } from '../text/names';
import { relativeTime } from '../text/relative-time';

const opcodeNames = names(() => ({ 0: 'hello', 1: 'coup', 2: 'resign' }));
const stateNames = names(() => ({ 0: 'initial', 1: 'learn', 2: 'listen', 4: 'speak', 8: 'standby', 16: 'active' }));

export function printHsrp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'hsrp';
  const version = view.u8(at);
  out.text('HSRPv');
  out.decimal(version);
  if (version !== 0) return;
  out.char(0x2d);
  nameOr(out, opcodeNames, view.u8(at + 1), 'unknown (', ')');
  out.char(0x20);
  out.decimal(length);
  out.text(': ');
  const state = view.u8(at + 2);
  out.text('state=');
  nameOr(out, stateNames, state, 'Unknown (', ')');
  out.char(0x20);
  const group = view.u8(at + 6);
  out.text('group=');
  out.decimal(group);
  out.char(0x20);
  const reserved = view.u8(at + 7);
  if (reserved !== 0) {
    out.text('[reserved=');
    out.decimal(reserved);
    out.text('!] ');
  }
  view.need(at + hsrpAddressAt, 4);
  out.text('addr=');
  namedIpv4(context, at + hsrpAddressAt);
  if (context.verbose > 0) timers(context, at);
}

function timers(context: PrintContext, at: number): void {
  const { out, view } = context;
  out.text(' hellotime=');
  relativeTime(out, view.u8(at + 3));
  out.text(' holdtime=');
  relativeTime(out, view.u8(at + 4));
  out.text(' priority=');
  out.decimal(view.u8(at + 5));
  out.text(' auth="');
  for (let i = 0; i < hsrpAuthenticationLength; i++) {
    const byte = view.u8(at + hsrpAuthenticationAt + i);
    if (byte === 0) break;
    out.caret(byte);
  }
  out.char(0x22);
}
