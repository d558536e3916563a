/** SOME/IP, Scalable service-Oriented MiddlewarE over IP (AUTOSAR PRS_SOMEIPProtocol, R19-11). */

import type { PrintContext } from '../context';
import { names } from '../text/names';
import { count } from '../text/phrase';

const headerLength = 16;
const eventFlag = 0x8000;
const messageNames = names(() => ({
  0: 'REQUEST',
  1: 'REQUEST_NO_RETURN',
  2: 'NOTIFICATION',
  0x20: 'TP_REQUEST',
  0x21: 'TP_REQUEST_NO_RETURN',
  0x22: 'TP_NOTIFICATION',
  0x80: 'RESPONSE',
  0x81: 'ERROR',
  0xa0: 'TP_RESPONSE',
  0xa1: 'TP_ERROR',
}));
const returnNames = [
  ...['E_OK', 'E_NOT_OK', 'E_UNKNOWN_SERVICE', 'E_UNKNOWN_METHOD', 'E_NOT_READY', 'E_NOT_REACHABLE', 'E_TIMEOUT'],
  ...['E_WRONG_PROTOCOL_VERSION', 'E_WRONG_INTERFACE_VERSION', 'E_MALFORMED_MESSAGE', 'E_WRONG_MESSAGE_TYPE'],
  ...['E_E2E_REPEATED', 'E_E2E_WRONG_SEQUENCE', 'E_E2E', 'E_E2E_NOT_AVAILABLE', 'E_E2E_NO_NEW_DATA'],
];

export function printSomeip(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'someip';
  out.text('SOMEIP');
  if (length < headerLength) {
    context.invalid();
    return;
  }
  view.need(at, 4);
  const method = view.u16(at + 2);
  count(context.out, ', service ', view.u16(at));
  count(context.out, (method & eventFlag) !== 0 ? ', event ' : ', method ', method & ~eventFlag);
  const said = view.u32(at + 4);
  count(context.out, ', len ', said);
  const request = view.u32(at + 8);
  count(context.out, ', client ', request >>> 16);
  count(context.out, ', session ', request & 0xffff);
  const protocolVersion = view.u8(at + 12);
  count(context.out, ', pver ', protocolVersion);
  const interfaceVersion = view.u8(at + 13);
  count(context.out, ', iver ', interfaceVersion);
  const type = view.u8(at + 14);
  out.text(', msgtype ');
  out.text(messageNames.get(type) ?? 'Unknown');
  const code = view.u8(at + 15);
  out.text(', retcode ');
  out.text(returnNames[code] ?? 'Unknown');
  out.char(0x0a);
}
