/**
 * Relative sequence numbers: the first packet of a conversation that carries an acknowledgement (and every
 * SYN with one) sets the base of both sides and is shown as it is; later ones are shown as differences.
 */
import { TcpFlag, type TcpLayer } from '../../decode/tcp';
import type { PrintContext } from '../context';
import type { FlowTable } from '../flow-table';

class RelativeNumbers {
  /** What to print for the segment looked at last: 32 bits, unsigned. */
  sequence = 0;
  acknowledgement = 0;
  /** Bases to subtract from what this segment says of the other side (SACK blocks). */
  otherBase = 0;

  look(context: PrintContext, layer: TcpLayer): void {
    if (context.absoluteSequence || (layer.flags & TcpFlag.ack) === 0) {
      this.sequence = layer.sequence | 0;
      this.acknowledgement = layer.acknowledgement | 0;
      this.otherBase = 0;
      return;
    }
    const flows = context.family === 6 ? context.flows6 : context.flows4;
    const swapped = this.fillKey(context, layer, flows.key);
    this.lookUp(flows, swapped, (layer.flags & TcpFlag.syn) !== 0, layer.sequence, layer.acknowledgement);
  }

  /**
   * The same for the conversation whose key is filled in; `swapped`: the sender is its higher side; `isSyn`: the segment
   * opens it. Only for segments that carry an acknowledgement.
   */
  lookUp(flows: FlowTable, swapped: boolean, isSyn: boolean, sequence: number, acknowledgement: number): void {
    if (isSyn || !flows.find()) {
      const other = (acknowledgement - 1) >>> 0;
      this.store(flows, swapped, sequence, other);
      this.sequence = sequence | 0;
      this.acknowledgement = acknowledgement | 0;
      this.otherBase = other;
      return;
    }
    const own = swapped ? flows.higherBase : flows.lowerBase;
    this.otherBase = swapped ? flows.lowerBase : flows.higherBase;
    this.sequence = (sequence - own) | 0;
    this.acknowledgement = (acknowledgement - this.otherBase) | 0;
  }

  private store(flows: FlowTable, swapped: boolean, own: number, other: number): void {
    if (swapped) flows.store(other, own);
    else flows.store(own, other);
  }

  /** Writes ports and addresses, the lower side first; true where source and destination changed places. */
  private fillKey(context: PrintContext, layer: TcpLayer, key: Uint32Array): boolean {
    const { view } = context;
    const words = (key.length - 1) >> 1;
    let swapped = layer.sourcePort > layer.destinationPort;
    if (layer.sourcePort === layer.destinationPort) {
      for (let i = 0; i < words; i++) {
        const source = view.u32(context.sourceAt + 4 * i);
        const destination = view.u32(context.destinationAt + 4 * i);
        if (source === destination) continue;
        swapped = source > destination;
        break;
      }
    }
    const first = swapped ? context.destinationAt : context.sourceAt;
    const second = swapped ? context.sourceAt : context.destinationAt;
    key[0] = swapped
      ? (layer.destinationPort << 16) | layer.sourcePort
      : (layer.sourcePort << 16) | layer.destinationPort;
    for (let i = 0; i < words; i++) {
      key[1 + i] = view.u32(first + 4 * i);
      key[1 + words + i] = view.u32(second + 4 * i);
    }
    return swapped;
  }
}

export const relativeNumbers = new RelativeNumbers();
