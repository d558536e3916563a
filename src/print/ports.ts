/** Ports: how they are written beside addresses, and which printer they choose. */
import { address } from './address';
import type { PortPrinter, PrintContext } from './context';

/** `A.port > B.port: `, or the ports alone where TCP does not follow the IP header directly. */
export function printPorts(context: PrintContext, protocol: number, source: number, destination: number): void {
  const { out, view, family } = context;
  const direct = family !== 0 && context.networkProtocol === protocol;
  if (direct) {
    address(out, view, family, context.sourceAt);
    out.char(0x2e);
  }
  out.decimal(source);
  out.text(' > ');
  if (direct) {
    address(out, view, family, context.destinationAt);
    out.char(0x2e);
  }
  out.decimal(destination);
  out.text(': ');
}

/** The printer of either port with the lower rank. */
export function choosePort(context: PrintContext, table: Map<number, PortPrinter>): PortPrinter | undefined {
  const bySource = table.get(context.sourcePort);
  const byDestination = table.get(context.destinationPort);
  const source = bySource?.destinationOnly === true ? undefined : bySource;
  const destination = byDestination?.sourceOnly === true ? undefined : byDestination;
  if (source === undefined || destination === undefined) return source ?? destination;
  return source.rank < destination.rank ? source : destination;
}
