/** Resource Reservation Protocol (RFC 2205, 2961, 3209): the kind of message. */
import type { PrintContext } from './context';
import { nameOr, names } from './names';

const headerLength = 8;
const supportedVersion = 1;
const typeNames = names({
  1: 'Path',
  2: 'Resv',
  3: 'PathErr',
  4: 'ResvErr',
  5: 'PathTear',
  6: 'ResvTear',
  7: 'ResvConf',
  12: 'Bundle',
  13: 'Acknowledgement',
  14: 'Hello (Old)',
  15: 'Refresh',
  20: 'Hello',
});

export function printRsvp(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'rsvp';
  view.need(at, headerLength);
  const version = view.u8(at) >>> 4;
  if (version !== supportedVersion) {
    out.text('ERROR: RSVP version ');
    out.decimal(version);
    out.text(' packet not supported');
    return;
  }
  out.text('RSVPv');
  out.decimal(version);
  out.char(0x20);
  nameOr(out, typeNames, view.u8(at + 1), 'unknown (', ')');
  out.text(' Message, length: ');
  out.decimal(length);
}
