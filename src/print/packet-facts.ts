/**
 * What came with a packet beside its bytes, on a line of its own below the packet's: a tab, `captured: `, and the facts
 * that the source has. Where it has none there is no line, so that savefiles print as they do with tcpdump. Every
 * packet of an interface has a direction: alone it makes a line only when -e and -v are both given.
 */
import { PacketFlag, type PacketRecord } from '../decode/packet';
import type { PrintOptions } from './options';
import type { LineWriter } from './text/line-writer';
import { printTunnelFacts } from './tunnel-facts';

/** sll_pkttype of packet(7); lower values are kinds of reception. */
const outgoing = 4;
const unknownDirection = 255;

/** LINKTYPE_LINUX_SLL and LINKTYPE_LINUX_SLL2: the cooked headers show the direction in the packet's own line. */
const cookedLinkTypes: readonly number[] = [113, 276];

/** `captured: vxlan vni 42 10.0.0.1.51000 > 10.0.0.2.4789, in, worker 1, hardware time` */
export class PacketFacts {
  private hasAny = false;
  private readonly directionIsEnough: boolean;

  constructor(
    private readonly options: Pick<PrintOptions, 'workers' | 'linkLevel' | 'verbose'>,
    private readonly out: LineWriter,
  ) {
    this.directionIsEnough = options.linkLevel && options.verbose > 0;
  }

  print(record: PacketRecord): void {
    const { out } = this;
    this.hasAny = false;
    if (record.tunnel !== undefined) {
      this.next();
      printTunnelFacts(out, record, record.tunnel);
    }
    const { workers } = this.options;
    const hardwareTime = (record.flags & PacketFlag.hardwareTime) !== 0;
    const hasLine = this.hasAny || workers > 1 || hardwareTime || this.directionIsEnough;
    if (hasLine && record.direction !== unknownDirection && !cookedLinkTypes.includes(record.linkType)) {
      this.next();
      out.text(record.direction === outgoing ? 'out' : 'in');
    }
    if (workers > 1) {
      this.next();
      out.text('worker ');
      out.decimal(record.worker);
    }
    if (hardwareTime) {
      this.next();
      out.text('hardware time');
    }
    if ((record.flags & PacketFlag.sharedTime) !== 0) {
      this.next();
      out.text('time shared with datagrams received together');
    }
  }

  private next(): void {
    this.out.text(this.hasAny ? ', ' : '\n\tcaptured: ');
    this.hasAny = true;
  }
}
