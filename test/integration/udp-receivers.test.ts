import { describe, expect } from 'vitest';
import { ethernet } from '../../src/frames/frames';
import { closingLines } from '../support/closing-lines';
import { numberedFrames } from '../support/sample-frames';
import { hexOf, savedBytes } from '../support/savefile';
import { test } from '../support/scene';

describe.each(['recvmmsg', 'io_uring', 'auto'])('implementation=%s', (implementation) => {
  const source = `udp::127.0.0.1:4789:raw:implementation=${implementation}`;

  test('receives every datagram in order, sandboxed', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', source, '-w', scene.path('all.pcap')]);
    const frames = numberedFrames(3000);
    scene.sendDatagrams('127.0.0.1', 4789, frames);
    const { stderr } = await fandump.interrupt();
    expect(savedBytes(scene.path('all.pcap'))).toEqual(hexOf(frames));
    expect(closingLines(stderr).droppedByKernel).toBe(0);
    expect(stderr).not.toMatch(/io_uring cannot be had/);
  });

  test('applies a filter in the kernel', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', source, '--count', 'ip']);
    scene.sendDatagrams('127.0.0.1', 4789, [ethernet({ type: 0x88b5 }, new Uint8Array(50)), ...numberedFrames(5)]);
    expect(closingLines((await fandump.interrupt()).stderr).captured).toBe(5);
  });

  test('received and dropped add up where the buffer is too small', async ({ scene }) => {
    const fandump = await scene.fandump(['-i', `${source}:udp_recv_buffer_size=8192:gro=off`, '--count']);
    fandump.signal('SIGSTOP');
    const sent = scene.sendDatagrams('127.0.0.1', 4789, numberedFrames(1000));
    fandump.signal('SIGCONT');
    const counts = closingLines((await fandump.interrupt()).stderr);
    expect(counts.captured + counts.droppedByKernel).toBe(sent);
  });
});

test('a receive buffer smaller than asked for is told at the start, not with the first packet', async ({ scene }) => {
  const fandump = await scene.fandump(['-i', 'udp::127.0.0.1:4789:udp_recv_buffer_size=1G', '--count']);
  await fandump.says(/the kernel gave \d+ of \d+ bytes of receive buffer/);
  expect((await fandump.interrupt()).stderr).toMatch(/^0 packets captured$/m);
});
