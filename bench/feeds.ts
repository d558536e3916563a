import { erm, ethernet, ipv4, tcp, udp, vxlan } from '../src/frames/frames';
import { writePcap } from '../test/support/pcap-writer';

/** Inner flows of every feed. */
const flows = 1000;

const inUdp = (destinationPort: number, payload: Uint8Array) =>
  ethernet({}, ipv4({}, udp({ destinationPort }, payload)));

/** Mirrors' feeds: all their frames have the same addresses and ports outside. */
const feeds = {
  ERM: (frame: Uint8Array) => inUdp(7932, erm({}, frame)),
  VXLAN: (frame: Uint8Array) => inUdp(4789, vxlan({ vni: 1 }, frame)),
};

export type FeedName = keyof typeof feeds;
export const feedNames = Object.keys(feeds) as FeedName[];

/** Writes a frame of each flow. */
export function writeFeed(path: string, name: FeedName): void {
  writePcap(
    path,
    Array.from({ length: flows }, (_, flow) => feeds[name](innerFrame(flow))),
  );
}

function innerFrame(flow: number): Uint8Array {
  const source = `10.1.${flow >> 8}.${flow & 255}`;
  return ethernet({}, ipv4({ source }, tcp({ sourcePort: 20000 + flow, destinationPort: 443 })));
}
