import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ethernet, ipv4, udp } from '../src/frames/frames';
import { fandumpCommand, testEnvironment } from '../test/support/fandump';
import { NetworkNamespace } from '../test/support/netns';
import { writePcap } from '../test/support/pcap-writer';
import { Program } from '../test/support/program';
import { toolPath } from '../test/support/tool-path';
import { type Figure, interleaved } from './figure';
import { senderProcessor } from './receiver';
import { type Row, speedRow } from './table';

const rounds = 5;
const packets = 1_000_000;
const flows = 100;
const destination = '192.0.2.2';
/** The far end of the link has another address and drops what comes. */
const nobody = '02:00:00:00:00:99';
/** Room for whole frames in a tunnel. */
const mtu = 9000;
/** Bytes of UDP's payload in frames of 72 bytes, and of 64, 594 and 1518 bytes with their check sequence. */
const small = 30;
const mixed = [18, 548, 1472];
/** How often each of the mixed sizes comes among twelve packets: the usual simple mix of the Internet. */
const shares = [7, 4, 1];

const targets = { equal: 4, mixed: 4, wire: 1 };

/**
 * Packets of a file sent on in VXLAN, and put on a wire again, beside loops that make a call for each of them. They
 * leave by a link whose far end drops them, so that only sending is measured.
 */
export const forward: Figure = {
  name: 'forward',
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fandump-bench-'));
    const namespace = await NetworkNamespace.create();
    try {
      namespace.addVeth('out', 'nowhere');
      namespace.sh(`ip link set out mtu ${mtu} && ip link set nowhere mtu ${mtu}`);
      namespace.sh(`ip addr add 192.0.2.1/24 dev out && ip neigh add ${destination} lladdr ${nobody} dev out`);
      const bench = new Bench(namespace, folder);
      const equal = bench.write('equal.pcap', [small]);
      const mix = bench.write(
        'mix.pcap',
        mixed.flatMap((size, index) => new Array<number>(shares[index]).fill(size)),
      );
      return [
        await bench.tunnel('-w udp::, VXLAN, 72 B, packets sent', equal, targets.equal),
        await bench.tunnel('-w udp::, VXLAN, 64 to 1518 B mixed, packets sent', mix, targets.mixed),
        await bench.wire('-w af_packet::, 72 B, packets sent', equal, targets.wire),
      ];
    } finally {
      await namespace.close();
      rmSync(folder, { recursive: true });
    }
  },
};

class Bench {
  constructor(
    private readonly namespace: NetworkNamespace,
    private readonly folder: string,
  ) {}

  /** A file of packets whose payloads have these sizes, in no order that flows or sizes would share. */
  write(name: string, sizes: readonly number[]): string {
    const file = join(this.folder, name);
    const frames = sizes.map((size) => Array.from({ length: flows }, (_, flow) => frameOf(flow, size)));
    const at = numbers();
    writePcap(
      file,
      Array.from({ length: packets }, () => frames[at(sizes.length)][at(flows)]),
    );
    return file;
  }

  async tunnel(what: string, file: string, target: number): Promise<Row> {
    const bare = `${toolPath('bare-sendto')} --to ${destination} --file ${file} --count ${packets}`;
    return this.compare(what, file, `udp::${destination}:4789:vxlan:vni=1`, bare, 'sendto', target);
  }

  async wire(what: string, file: string, target: number): Promise<Row> {
    const bare = `${toolPath('bare-send')} --interface out --file ${file} --count ${packets}`;
    return this.compare(what, file, 'af_packet::out', bare, 'send', target);
  }

  private async compare(what: string, file: string, sink: string, bare: string, call: string, target: number) {
    const [ours, theirs] = await interleaved(rounds, [
      () => this.forwarded(file, sink),
      async () => this.sentBare(bare),
    ]);
    return speedRow(what, ours, theirs, call, target);
  }

  /** Packets per second, from the first packet on. */
  private async forwarded(file: string, sink: string): Promise<number> {
    const line = fandumpCommand(['-r', file, '-w', sink]);
    const { command, args } = this.namespace.commandLine(line.command, line.args);
    const pinned = { command: 'taskset', args: ['--cpu-list', senderProcessor, command, ...args] };
    const program = Program.start(pinned, { env: testEnvironment });
    try {
      await program.says(/reading from/);
      const start = performance.now();
      const { stderr } = await program.ended();
      const seconds = (performance.now() - start) / 1000;
      return Number(/^(\d+) packets sent on$/m.exec(stderr)?.[1]) / seconds;
    } finally {
      await program.kill();
    }
  }

  private sentBare(command: string): number {
    const said = this.namespace.sh(`exec taskset --cpu-list ${senderProcessor} ${command}`);
    const [, sent, seconds] = /sent=(\d+) seconds=([\d.]+)/.exec(said) ?? [];
    return Number(sent) / Number(seconds);
  }
}

function frameOf(flow: number, payloadLength: number): Uint8Array {
  return ethernet(
    {},
    ipv4({ source: `10.1.0.${flow}` }, udp({ sourcePort: 20000 + flow }, new Uint8Array(payloadLength))),
  );
}

/** Numbers below a limit, the same in each run: xorshift32 (Marsaglia 2003). */
function numbers(): (limit: number) => number {
  let state = 2463534242;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}
