/** The shim that Broadcom switches put before intercepted packets, sent from UDP port 49152. */
import type { PrintContext } from '../context';
import { printEthernet } from '../link/ethernet';
import { names } from '../text/names';
import { printIpv4 } from './ipv4';
import { printIpv6 } from './ipv6';

const shimLength = 4;
const Payload = { undecided: 4, ipv4: 5, ipv6: 6, ethernet: 7 } as const;
const payloadNames = names(() => ({
  [Payload.undecided]: 'undecided',
  [Payload.ipv4]: 'ipv4',
  [Payload.ipv6]: 'ipv6',
  [Payload.ethernet]: 'ethernet',
}));
const directionNames = ['unknown', 'unused', 'egress', 'ingress'];
const tagNames = names(() => ({ 1: 'single VLAN tag', 2: 'double VLAN tag', 3: 'untagged' }));
/** The intercept's number; its highest bit is shared with the field above. */
const interceptMask = 0x3fffff;

export function printBcmLi(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'bcm_li';
  if (length < shimLength) {
    context.tooShort(' (length ', length, shimLength);
    return;
  }
  const shim = view.u32(at);
  const payload = (shim >>> 25) & 15;
  if (context.verbose > 0) out.text('\n    ');
  out.text('BCM-LI-SHIM: direction ');
  out.text(directionNames[shim >>> 29] ?? 'unknown');
  out.text(', pkt-type ');
  out.text(payloadNames.get(payload) ?? 'unknown');
  out.text(', pkt-subtype ');
  out.text(tagNames.get((shim >>> 22) & 7) ?? 'unknown');
  out.text(', li-id ');
  out.decimal(shim & interceptMask);
  if (context.verbose === 0) {
    if (!view.has(at, length)) context.truncated();
    return;
  }
  out.text('\n    ');
  intercepted(context, payload, at + shimLength, length - shimLength);
}

function intercepted(context: PrintContext, payload: number, at: number, length: number): void {
  switch (payload) {
    case Payload.ipv4:
      printIpv4(context, at, length);
      return;
    case Payload.ipv6:
      printIpv6(context, at, length);
      return;
    case Payload.ethernet:
      printEthernet(context, at, length);
      return;
    case Payload.undecided:
      guessed(context, at, length);
      return;
    default:
      context.invalid();
  }
}

/** The switch has not said what it is: the version of IP does, if it is IP. */
function guessed(context: PrintContext, at: number, length: number): void {
  const version = context.view.u8(at) >>> 4;
  if (version === 4) printIpv4(context, at, length);
  else if (version === 6) printIpv6(context, at, length);
  else context.out.text('unknown payload');
}
