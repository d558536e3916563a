/** Exterior Gateway Protocol (RFC 904): the header, and at -v what it says. */
import type { PrintContext } from '../context';
import { namedIpv4 } from '../text/named';
import { count } from '../text/phrase';
import { printEgpUpdate } from './egp-update';

const headerLength = 16;
const knownVersion = 2;
const Type = { update: 1, poll: 2, acquire: 3, reach: 5, error: 8 } as const;
const acquireNames = ['request', 'confirm', 'refuse', 'cease', 'cease_ack'];
const lastConfirm = 1;
const acquireStates = [
  'unspecified',
  'active_mode',
  'passive_mode',
  'insufficient_resources',
  'administratively_prohibited',
  'going_down',
  'parameter_violation',
  'protocol_violation',
];
const lastMode = 2;
const reachNames = ['hello', 'i-h-u'];
const stateNames = ['indeterminate', 'up', 'down'];
const reasonNames = [
  'unspecified',
  'bad_EGP_header_format',
  'bad_EGP_data_field_format',
  'reachability_info_unavailable',
  'excessive_polling_rate',
  'no_response',
  'unsupported_version',
];
const unsolicited = 0x80;

export function printEgp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'egp';
  if (length < headerLength || !view.has(at, headerLength)) {
    context.truncated();
    return;
  }
  const version = view.u8(at);
  out.text('EGPv');
  out.decimal(version);
  if (context.verbose === 0) {
    out.text(', AS ');
    out.decimal(view.u16(at + 6));
    out.text(', seq ');
    out.decimal(view.u16(at + 8));
  }
  out.text(', length ');
  out.decimal(length);
  if (context.verbose === 0) return;
  if (version === knownVersion) message(context, at, length);
  else count(context.out, '[version ', version, ']');
}

function message(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  const type = view.u8(at + 1);
  const code = view.u8(at + 2);
  const status = view.u8(at + 3);
  switch (type) {
    case Type.acquire:
      acquire(context, code, status, at);
      return;
    case Type.reach:
      if (code >= reachNames.length) {
        count(context.out, '[reach code ', code, ']');
        return;
      }
      out.char(0x20);
      out.text(reachNames[code]);
      state(context, status);
      return;
    case Type.poll:
      out.text(' poll');
      state(context, status);
      out.text(' net:');
      namedIpv4(context, at + 12);
      return;
    case Type.update:
      out.text(' update');
      if ((status & unsolicited) !== 0) out.text(' unsolicited');
      state(context, status & ~unsolicited);
      printEgpUpdate(context, at, length);
      return;
    case Type.error:
      out.text(' error');
      state(context, status);
      reason(context, view.u16(at + 10));
      return;
    default:
      count(context.out, '[type ', type, ']');
  }
}

function state(context: PrintContext, status: number): void {
  const name = stateNames[status];
  if (name === undefined) {
    count(context.out, ' [status ', status, ']');
    return;
  }
  context.out.text(' state:');
  context.out.text(name);
}

function reason(context: PrintContext, code: number): void {
  const name = reasonNames[code];
  if (name === undefined) {
    count(context.out, ' [reason ', code, ']');
    return;
  }
  context.out.char(0x20);
  context.out.text(name);
}

/** A neighbour is asked for, confirmed, refused or given up. */
function acquire(context: PrintContext, code: number, status: number, at: number): void {
  const { out, view } = context;
  out.text(' acquire');
  const name = acquireNames[code];
  if (name === undefined) {
    count(context.out, '[code ', code, ']');
    return;
  }
  out.char(0x20);
  out.text(name);
  const confirms = code <= lastConfirm;
  const isMode = status === 0 || status <= lastMode === confirms;
  const text = isMode ? acquireStates[status] : undefined;
  if (text === undefined) {
    count(context.out, confirms ? ' [status ' : '[status ', status, ']');
  } else {
    out.char(0x20);
    out.text(text);
  }
  if (!confirms) return;
  out.text(' hello:');
  out.decimal(view.u16(at + 10));
  out.text(' poll:');
  out.decimal(view.u16(at + 12));
}
