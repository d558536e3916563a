/**
 * What is remembered of each flow: who began it, and its community ID. Bounded twice: the table forgets flows that were
 * silent longest, and of the IDs only the newest are kept; one that was given up is computed again.
 */
import { IpProtocol } from '../decode/ip-protocol';
import { TcpFlag } from '../decode/tcp';
import type { ByteView } from '../decode/view';
import { FlowTable } from '../print/flow-table';
import { communityIdLength, isSwapped, writeCommunityId } from './community-id';
import type { Flow } from './flow';
import { isServerPort } from './server-ports';

/** A power of two, since flow numbers may wrap round. */
const keptIds = 1 << 17;
/** Words of a key besides the ports: protocol and both addresses. */
const keyWords4 = 3;
const keyWords6 = 9;

export class FlowMemory {
  /** Set by `find`: the sender of this packet is the originator. */
  isOriginator = true;
  /** Set by `find`: where the ID's 28 characters are. */
  readonly ids = new Uint8Array(keptIds * communityIdLength);
  idAt = 0;
  private readonly flows4 = new FlowTable(keyWords4);
  private readonly flows6 = new FlowTable(keyWords6);
  /** Which flow the kept ID belongs to. */
  private readonly owners = new Uint32Array(keptIds);
  private next = 1;

  /** Looks a known flow up, or begins to remember it. */
  find(flow: Flow, view: ByteView): void {
    const swapped = isSwapped(flow, view.bytes);
    const table = flow.family === 4 ? this.flows4 : this.flows6;
    this.fillKey(table.key, flow, view, swapped);
    let isNew = false;
    if (!table.find()) {
      isNew = true;
      table.store(this.next, originatorIsSource(flow) !== swapped ? 1 : 0);
      this.next = (this.next + 1) >>> 0 || 1;
    }
    const number = table.lowerBase;
    this.isOriginator = (table.higherBase === 1) !== swapped;
    const slot = number % keptIds;
    this.idAt = slot * communityIdLength;
    if (!isNew && this.owners[slot] === number) return;
    this.owners[slot] = number;
    writeCommunityId(flow, view.bytes, this.ids, this.idAt);
  }

  private fillKey(key: Uint32Array, flow: Flow, view: ByteView, swapped: boolean): void {
    const firstAt = swapped ? flow.destinationAt : flow.sourceAt;
    const secondAt = swapped ? flow.sourceAt : flow.destinationAt;
    const firstPort = swapped ? flow.destinationPort : flow.sourcePort;
    const secondPort = swapped ? flow.sourcePort : flow.destinationPort;
    key[0] = (firstPort << 16) | secondPort;
    key[1] = flow.protocol;
    const words = flow.family === 4 ? 1 : 4;
    for (let i = 0; i < words; i++) {
      key[2 + i] = view.u32(firstAt + 4 * i);
      key[2 + words + i] = view.u32(secondAt + 4 * i);
    }
  }
}

/**
 * Zeek's rule for the first packet of a conversation: its sender has begun it, unless TCP's SYN is missing or answered
 * and the ports say that this is the server.
 */
function originatorIsSource(flow: Flow): boolean {
  const { protocol, sourcePort, destinationPort, tcpFlags } = flow;
  if (!isServerPort(protocol, sourcePort)) return true;
  if (protocol !== IpProtocol.tcp) return isServerPort(protocol, destinationPort);
  const begins = (tcpFlags & (TcpFlag.syn | TcpFlag.ack)) === TcpFlag.syn;
  if (begins) return true;
  if (!isServerPort(protocol, destinationPort)) return false;
  return (tcpFlags & TcpFlag.syn) !== 0 || sourcePort >= destinationPort;
}
