import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fandumpCommand, testEnvironment } from '../test/support/fandump';
import { ethernet, ipv4, udp } from '../test/support/frames';
import { NetworkNamespace } from '../test/support/netns';
import { writePcap } from '../test/support/pcap-writer';
import { Program } from '../test/support/program';
import { toolPath } from '../test/support/tool-path';
import { type Figure, interleaved } from './figure';
import { senderProcessor } from './receiver';
import { type Row, speedRow } from './table';

const rounds = 5;
const target = 4;
const packets = 1_000_000;
const flows = 100;
const payloadLength = 30;
const destination = '192.0.2.2';
/** The far end of the link has another address and drops what comes. */
const nobody = '02:00:00:00:00:99';

/**
 * Packets of a file sent on in VXLAN, beside a loop that calls sendto for each of them. They leave by a link whose
 * far end drops them, so that only sending is measured.
 */
export const forward: Figure = {
  name: 'forward',
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fandump-bench-'));
    const namespace = await NetworkNamespace.create();
    try {
      namespace.addVeth('out', 'nowhere');
      namespace.sh(`ip addr add 192.0.2.1/24 dev out && ip neigh add ${destination} lladdr ${nobody} dev out`);
      const file = join(folder, 'packets.pcap');
      const frames = Array.from({ length: flows }, (_, flow) => frameOf(flow));
      writePcap(
        file,
        Array.from({ length: packets }, (_, number) => frames[(number * 37) % flows]),
      );
      const [ours, theirs] = await interleaved(rounds, [
        () => forwarded(namespace, file),
        async () => sentBare(namespace, file),
      ]);
      const rows: Row[] = [speedRow('-w udp::, VXLAN, 72 B, packets sent', ours, theirs, 'sendto', target)];
      return rows;
    } finally {
      await namespace.close();
      rmSync(folder, { recursive: true });
    }
  },
};

function frameOf(flow: number): Uint8Array {
  return ethernet(
    {},
    ipv4({ source: `10.1.0.${flow}` }, udp({ sourcePort: 20000 + flow }, new Uint8Array(payloadLength))),
  );
}

/** Packets per second, from the first packet on. */
async function forwarded(namespace: NetworkNamespace, file: string): Promise<number> {
  const line = fandumpCommand(['-r', file, '-w', `udp::${destination}:4789:vxlan:vni=1`]);
  const { command, args } = namespace.commandLine(line.command, line.args);
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

function sentBare(namespace: NetworkNamespace, file: string): number {
  const args = `--to ${destination} --file ${file} --count ${packets}`;
  const said = namespace.sh(`exec taskset --cpu-list ${senderProcessor} ${toolPath('bare-sendto')} ${args}`);
  const [, sent, seconds] = /sent=(\d+) seconds=([\d.]+)/.exec(said) ?? [];
  return Number(sent) / Number(seconds);
}
