import { describe, expect, test } from 'vitest';
import { ethernet, ipv4, udp } from '../../../../src/frames/frames';
import { printOptionsOf } from '../../../support/print-flags';
import { concat, cut, hex, udp4 } from '../fixtures/frames';
import { Lines } from '../lines';
import { describeModes } from '../modes';

const lookup = '00000000 00000002 000186a3 00000003 00000003 00000000 00000000 00000000 00000000';
const handle = `00000020 ${'00'.repeat(32)}`;

describeModes('NFS', [
  {
    title: 'a name whose length cannot be padded',
    frame: udp4(800, 2049, hex(`00000001 ${lookup} ${handle} fffffffd`)),
    lines: {
      '': 'IP 192.0.2.1.800 > 192.0.2.2.2049: NFS request xid 1 80 lookup fh 0,0/0 [cannot pad to 32-bit boundaries] (invalid) [|nfs]',
    },
  },
  {
    title: 'a handle as it is',
    frame: udp4(800, 2049, hex(`00000001 ${lookup} 00000008 0000000a ff000001 00000001 61000000`)),
    lines: {
      '-u': 'IP 192.0.2.1.800 > 192.0.2.2.2049: NFS request xid 1 60 lookup fh[a:ff000001] "a"',
    },
  },
]);

describe('NFS replies', () => {
  test('do not say that attributes behind an error are cut', () => {
    const call = udp4(800, 2049, hex(`00000009 ${lookup} ${handle} 00000001 61000000`));
    const error = hex('00000009 00000001 00000000 00000000 00000000 00000000 00000002 00000001');
    const reply = udp({ sourcePort: 2049, destinationPort: 800 }, concat(error, new Uint8Array(84)));
    const frame = ethernet({}, ipv4({ source: '192.0.2.2', destination: '192.0.2.1' }, reply));
    const lines = new Lines({ ...printOptionsOf(['-vv']), time: 'none' });
    lines.print(call);
    expect(lines.print(cut(frame, 84), 1, frame.length)).toMatch(
      /lookup ERROR: No such file or directory post dattr:$/,
    );
  });
});
