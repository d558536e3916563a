import { fandumpCommand } from '../test/support/fandump';
import { withCapture } from './capture-file';
import { type Figure, interleaved } from './figure';
import { speedRow } from './table';
import { mixedTraffic } from './traffic';
import { wallSeconds } from './wall-time';

const rounds = 3;
const target = 25;
/** What tshark gets through in some ten seconds. */
const fewPackets = 100_000;

/** JSON of every packet of a savefile, beside tshark's; each reads a capture that takes it seconds. */
export const json: Figure = {
  name: 'json',
  measure: () =>
    withCapture(mixedTraffic, (many) =>
      withCapture({ ...mixedTraffic, packets: fewPackets }, async (few) => {
        const fandump = fandumpCommand(['--json', '-r', many]);
        const tshark = { command: 'tshark', args: ['-n', '-T', 'ek', '-r', few] };
        const [ours, theirs] = await interleaved(rounds, [() => wallSeconds(fandump), () => wallSeconds(tshark)]);
        return [
          speedRow(
            '--json -r, mixed packets',
            mixedTraffic.packets / ours,
            fewPackets / theirs,
            'tshark -T ek',
            target,
          ),
        ];
      }),
    ),
};
