/** Protocol Independent Multicast, version 2 (RFC 7761, 3973, 5015): the header of a message. */
import { addWords, foldChecksum, pseudoHeader6 } from '../../decode/checksum';
import { IpProtocol } from '../../decode/ip-protocol';
import { pimVersion } from '../../decode/pim';
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { printPimHello } from './pim-hello';
import { PimType, printPimMessage } from './pim-message';
import { printPimRegister } from './pim-register';

const typeNames = names(() => ({
  [PimType.hello]: 'Hello',
  [PimType.register]: 'Register',
  [PimType.registerStop]: 'Register Stop',
  [PimType.joinPrune]: 'Join / Prune',
  [PimType.bootstrap]: 'Bootstrap',
  [PimType.assert]: 'Assert',
  [PimType.graft]: 'Graft',
  [PimType.graftAck]: 'Graft Acknowledgement',
  [PimType.candidateRp]: 'Candidate RP Advertisement',
  [PimType.pruneRefresh]: 'Prune Refresh',
  [PimType.dfElection]: 'DF Election',
  11: 'ECMP Redirect',
}));
const headerLength = 4;
/** What the checksum of a Register covers: its own header, not the packet inside. */
const registerHeaderLength = 8;

export function printPim(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'pim';
  const first = view.u8(at);
  const version = first >>> 4;
  const type = first & 15;
  out.text('PIMv');
  out.decimal(version);
  const known = version === pimVersion;
  if (known && context.verbose === 0) {
    out.text(', ');
    out.text(typeNames.get(type) ?? 'Unknown Type');
  }
  out.text(', length ');
  out.decimal(length);
  if (!known || context.verbose === 0) return;
  out.text('\n\t');
  out.text(typeNames.get(type) ?? 'Unknown Type');
  context.protocol = 'pimv2';
  if (length < 2) {
    context.tooShort('[length ', length, 2);
    return;
  }
  const addressLength = view.u8(at + 1) & 15;
  if (addressLength !== 0) out.text(', RFC2117-encoding');
  if (length < headerLength) {
    context.tooShort('[length ', length, headerLength);
    return;
  }
  const held = view.u16(at + 2);
  out.text(', cksum 0x');
  out.hex16(held);
  out.text(held === 0 ? ' (unverified)' : checksumText(context, type, at, length));
  const body = at + headerLength;
  const left = length - headerLength;
  if (type === PimType.hello) printPimHello(context, body, left, addressLength);
  else if (type === PimType.register) printPimRegister(context, body, left);
  else printPimMessage(context, type, at, length, addressLength);
}

/** RFC 7761, 4.9: a Register may be summed as a whole, too. */
function checksumText(context: PrintContext, type: number, at: number, length: number): string {
  const text = checkedOver(context, at, type === PimType.register ? registerHeaderLength : length);
  if (type !== PimType.register || text !== ' (incorrect)') return text;
  return checkedOver(context, at, length);
}

function checkedOver(context: PrintContext, at: number, length: number): string {
  const { view } = context;
  if (!view.has(at, length)) return ' (unverified)';
  const pseudo =
    context.family === 6
      ? pseudoHeader6(view, context.sourceAt, context.finalDestinationAt, IpProtocol.pim, length)
      : 0;
  return foldChecksum(addWords(view, at, length, pseudo)) === 0 ? ' (correct)' : ' (incorrect)';
}
