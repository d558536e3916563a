import { once } from 'node:events';
import { fandumpCommand, testEnvironment } from '../test/support/fandump';
import { NetworkNamespace } from '../test/support/netns';
import { Program } from '../test/support/program';
import { toolPath } from '../test/support/tool-path';
import { type Figure, interleaved } from './figure';
import { limitRow } from './table';

const rounds = 11;
const targetMilliseconds = 150;
const steadyLoad = ['--interface', 'va', '--count', '1000000', '--rate', '2000'];

/** From the command to the first printed packet of a device that is busy all the time. */
export const firstPacket: Figure = {
  name: 'first-packet',
  measure: async () => {
    const namespace = await NetworkNamespace.create();
    namespace.addVeth('va', 'vb');
    const sender = Program.start(namespace.commandLine(toolPath('send-frames'), steadyLoad));
    try {
      const [ours] = await interleaved(rounds, [() => untilFirstLine(namespace)]);
      return [limitRow('first live packet printed after', 'ms', ours, targetMilliseconds)];
    } finally {
      await sender.kill();
      await namespace.close();
    }
  },
};

async function untilFirstLine(namespace: NetworkNamespace): Promise<number> {
  const start = process.hrtime.bigint();
  const program = Program.start(fandumpCommand(['-nn', '-i', 'vb'], namespace), { env: testEnvironment });
  try {
    await once(program.output, 'data');
    return Number(process.hrtime.bigint() - start) / 1e6;
  } finally {
    await program.kill();
  }
}
