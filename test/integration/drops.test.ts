import { describe, expect } from 'vitest';
import { ethernet, ipv4, tcp } from '../../src/frames/frames';
import { closingLines } from '../support/closing-lines';
import { numberedFrames } from '../support/sample-frames';
import { hexOf, savedBytes } from '../support/savefile';
import { test } from '../support/scene';

// fandump is halted while the load arrives, so that how many are dropped hangs on the buffer alone, not on scheduling.
describe('packets that find no room', () => {
  test('captured and dropped add up to what was sent into a ring too small', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const source = 'af_packet::vb:block_size=4096:buffer_size=8192';
    const fandump = await scene.fandump(['-i', source, '-w', scene.path('some.pcap')]);
    fandump.signal('SIGSTOP');
    const sent = scene.sendFrames('va', numberedFrames(1000));
    fandump.signal('SIGCONT');
    const counts = closingLines((await fandump.interrupt()).stderr);
    expect(counts.droppedByKernel).toBeGreaterThan(500);
    expect(counts.captured + counts.droppedByKernel).toBe(sent);
    expect(counts.receivedByFilter).toBe(sent);
    expect(savedBytes(scene.path('some.pcap')).length).toBe(counts.captured);
  });

  test('what a small ring did keep is the beginning, in order', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const source = 'af_packet::vb:block_size=4096:buffer_size=8192';
    const fandump = await scene.fandump(['-i', source, '-w', scene.path('some.pcap')]);
    const frames = numberedFrames(1000);
    fandump.signal('SIGSTOP');
    scene.sendFrames('va', frames);
    fandump.signal('SIGCONT');
    await fandump.interrupt();
    const written = savedBytes(scene.path('some.pcap'));
    expect(written).toEqual(hexOf(frames.slice(0, written.length)));
  });

  test('packets that the filter refuses are not counted as dropped', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const source = 'af_packet::vb:block_size=4096:buffer_size=8192';
    const fandump = await scene.fandump(['-i', source, '--count', 'tcp']);
    fandump.signal('SIGSTOP');
    scene.sendFrames('va', numberedFrames(1000));
    fandump.signal('SIGCONT');
    const counts = closingLines((await fandump.interrupt()).stderr);
    expect(counts).toEqual({ captured: 0, receivedByFilter: 0, droppedByKernel: 0 });
  });

  test('captured and dropped add up to what was sent to a UDP socket with a small buffer', async ({ scene }) => {
    const source = 'udp::127.0.0.1:4789:raw:udp_recv_buffer_size=8192';
    const fandump = await scene.fandump(['-i', source, '-w', scene.path('some.pcap')]);
    fandump.signal('SIGSTOP');
    const sent = scene.sendDatagrams('127.0.0.1', 4789, numberedFrames(1000));
    fandump.signal('SIGCONT');
    const counts = closingLines((await fandump.interrupt()).stderr);
    expect(counts.droppedByKernel).toBeGreaterThan(500);
    expect(counts.captured + counts.droppedByKernel).toBe(sent);
    expect(savedBytes(scene.path('some.pcap')).length).toBe(counts.captured);
  });

  test('captured, dropped and refused datagrams add up where workers have a filter', async ({ scene }) => {
    const source = 'udp::127.0.0.1:4789:raw:udp_recv_buffer_size=8192:workers=2';
    const fandump = await scene.fandump(['-i', source, '-w', scene.path('some.pcap'), 'udp']);
    fandump.signal('SIGSTOP');
    const refused = Array.from({ length: 1000 }, () => ethernet({}, ipv4({}, tcp({}))));
    const wanted = scene.sendDatagrams('127.0.0.1', 4789, numberedFrames(1000), { sourcePorts: 30 });
    scene.sendDatagrams('127.0.0.1', 4789, refused, { sourcePorts: 30 });
    fandump.signal('SIGCONT');
    const { stderr } = await fandump.interrupt();
    const counts = closingLines(stderr);
    expect(counts.droppedByKernel).toBeGreaterThan(500);
    expect(counts.captured + counts.droppedByKernel).toBe(wanted);
    expect(stderr).toMatch(/^1000 datagrams refused by filter in the kernel$/m);
  });
});
