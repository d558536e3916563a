/** Spanning Tree Protocol bridge protocol data units (IEEE 802.1D-2004, 9.3). */
import type { ByteView } from './view';

export const BpduType = { configuration: 0x00, rapid: 0x02, topologyChange: 0x80 } as const;

/** Times are in units of 1/256 second. */
export const stpTimeUnit = 256;
const configurationLength = 35;

export class StpLayer {
  version = 0;
  type = 0;
  flags = 0;
  /** A bridge identifier is a priority of 16 bits and a MAC address. */
  rootAt = 0;
  rootPathCost = 0;
  bridgeAt = 0;
  portId = 0;
  messageAge = 0;
  maximumAge = 0;
  helloTime = 0;
  forwardDelay = 0;

  /** The protocol identifier, 0 for spanning tree, is not looked at. */
  decode(view: ByteView, at: number): void {
    view.need(at, 4);
    this.version = view.u8(at + 2);
    this.type = view.u8(at + 3);
    if (this.type === BpduType.topologyChange) return;
    view.need(at, configurationLength);
    this.flags = view.u8(at + 4);
    this.rootAt = at + 5;
    this.rootPathCost = view.u32(at + 13);
    this.bridgeAt = at + 17;
    this.portId = view.u16(at + 25);
    this.messageAge = view.u16(at + 27);
    this.maximumAge = view.u16(at + 29);
    this.helloTime = view.u16(at + 31);
    this.forwardDelay = view.u16(at + 33);
  }
}
