import { expect, test } from 'vitest';
import { printOptionsOf } from '../../../support/print-flags';
import { hex, ip4 } from '../fixtures/frames';
import { Lines } from '../lines';

test('a routing context of M3UA is shown itself, where tcpdump 4.99.3 shows the header of the parameter', () => {
  const message = '01 00 04 01 00000010 0006 0008 0a0b0c0d';
  const frame = ip4(132, hex(`0b5a 0b5a 00000001 00000000 0003 0020 00000001 0001 0002 00000003 ${message}`));
  const text = new Lines({ ...printOptionsOf(['-vv']), time: 'none' }).print(frame);
  expect(text).toContain('\n\t\tASP Active Message\n\t\t\tRouting Context: 0x0a0b0c0d');
});
