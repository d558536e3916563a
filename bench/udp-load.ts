import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vxlan } from '../src/frames/frames';
import { NetworkNamespace } from '../test/support/netns';
import { writePcap } from '../test/support/pcap-writer';
import { numberedFrames } from '../test/support/sample-frames';
import { toolPath } from '../test/support/tool-path';
import { senderProcessor } from './receiver';

/** With the eight bytes of VXLAN and 28 of IP and UDP the usual 108-byte datagram. */
const innerLength = 72;

export interface UdpLoad {
  datagrams: number;
  datagramsPerSecond: number;
  /** Datagrams that the sender hands over at once, carried together as far as the receiving socket. */
  segments?: number;
}

/** Offers a load to port 4789 of the namespace's loopback address and waits until it is sent. */
export type OfferUdpLoad = (load: UdpLoad) => void;

/** Runs a measurement with a namespace and VXLAN datagrams to send in it. */
export async function withUdpLoad<Result>(
  measure: (namespace: NetworkNamespace, offer: OfferUdpLoad) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'fandump-bench-'));
  const namespace = await NetworkNamespace.create();
  try {
    const file = join(folder, 'payloads.pcap');
    writePcap(
      file,
      numberedFrames(100, innerLength).map((frame) => vxlan({ vni: 1 }, frame)),
    );
    return await measure(namespace, ({ datagrams, datagramsPerSecond, segments = 1 }) => {
      const args = `--to 127.0.0.1 --file ${file} --count ${datagrams} --rate ${datagramsPerSecond} --segments ${segments}`;
      namespace.sh(`exec taskset --cpu-list ${senderProcessor} ${toolPath('send-udp')} ${args}`);
    });
  } finally {
    await namespace.close();
    rmSync(folder, { recursive: true });
  }
}
