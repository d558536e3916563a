/** Ports: how they are written beside addresses. */
import type { PrintContext } from '../context';
import { FixedText } from '../text/fixed-text';
import { namedAddress, namedPort } from '../text/named';

const between = FixedText.of(' > ');
const end = FixedText.of(': ');

/** `A.port > B.port: `, or the ports alone where TCP does not follow the IP header directly. */
export function printPorts(context: PrintContext, protocol: number, source: number, destination: number): void {
  const { out, family } = context;
  const direct = family !== 0 && context.networkProtocol === protocol;
  if (direct) {
    namedAddress(context, context.sourceAt);
    out.char(0x2e);
  }
  namedPort(context, protocol, source);
  out.fixed(between);
  if (direct) {
    namedAddress(context, context.destinationAt);
    out.char(0x2e);
  }
  namedPort(context, protocol, destination);
  out.fixed(end);
}
