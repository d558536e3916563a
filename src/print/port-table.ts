/** Printers by TCP or UDP port. Most ports have none, and to see that takes one look at one byte. */
import type { ProtocolPrinter } from './context';

/** A printer chosen by port: where both ports have one, the lower `rank` wins. */
export interface PortPrinter {
  readonly rank: number;
  readonly print: ProtocolPrinter;
  /** true: only the destination port counts. */
  readonly destinationOnly?: boolean;
  /** true: only the source port counts. */
  readonly sourceOnly?: boolean;
}

/** Which printer has the payload between two ports; undefined: none. */
export interface PortChoice {
  choose(sourcePort: number, destinationPort: number): Pick<PortPrinter, 'print'> | undefined;
}

const ports = 1 << 16;

export class PortTable implements PortChoice {
  /** One bit per port. */
  private readonly listed = new Uint8Array(ports >> 3);

  constructor(private readonly printers: ReadonlyMap<number, PortPrinter>) {
    for (const port of printers.keys()) this.listed[port >> 3] |= 1 << (port & 7);
  }

  /** Whether there may be a printer for these ports, each 0..65535. */
  isListed(sourcePort: number, destinationPort: number): boolean {
    const { listed } = this;
    const source = listed[sourcePort >> 3] >> (sourcePort & 7);
    const destination = listed[destinationPort >> 3] >> (destinationPort & 7);
    return ((source | destination) & 1) !== 0;
  }

  /** One bit for each port that has a printer: bit `port & 7` of byte `port >> 3`. */
  bits(): Uint8Array {
    return this.listed.slice();
  }

  /** The printer of either port with the lower rank. */
  choose(sourcePort: number, destinationPort: number): PortPrinter | undefined {
    return this.isListed(sourcePort, destinationPort) ? this.lowerRank(sourcePort, destinationPort) : undefined;
  }

  private lowerRank(sourcePort: number, destinationPort: number): PortPrinter | undefined {
    const bySource = this.printers.get(sourcePort);
    const byDestination = this.printers.get(destinationPort);
    const source = bySource?.destinationOnly === true ? undefined : bySource;
    const destination = byDestination?.sourceOnly === true ? undefined : byDestination;
    if (source === undefined || destination === undefined) return source ?? destination;
    return source.rank < destination.rank ? source : destination;
  }
}
