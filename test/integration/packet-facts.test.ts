import { describe, expect } from 'vitest';
import { ethernet, geneve, ipv4, udp, vxlan } from '../../src/frames/frames';
import { type Scene, test } from '../support/scene';

const inner = ethernet({}, ipv4({ source: '10.0.0.1', destination: '10.0.0.2' }, udp({}, 'inside')));

/** What is printed of one datagram to a UDP source. */
async function printed(scene: Scene, options: string, payload: Uint8Array, args: string[]): Promise<string> {
  const fandump = await scene.fandump(['-i', `udp::127.0.0.1:4789:${options}`, '-nt', ...args]);
  scene.sendDatagrams('127.0.0.1', 4789, [payload], { sourcePort: 51000 });
  await fandump.prints(/\n/);
  return (await fandump.interrupt()).stdout.toString();
}

describe('the line below a packet from a tunnel', () => {
  test('has the VNI and the outer addresses at -e', async ({ scene }) => {
    const text = await printed(scene, 'vxlan', vxlan({ vni: 42 }, inner), ['-e']);
    expect(text.split('\n')[1]).toBe('\tcaptured: vxlan vni 42 127.0.0.1.51000 > 127.0.0.1.4789');
  });

  test('has the GENEVE options by name at -v', async ({ scene }) => {
    const options = [{ class: 0x0108, type: 3, data: Uint8Array.of(1, 2, 3, 4) }];
    const text = await printed(scene, 'geneve', geneve({ vni: 9, options }, inner), ['-v']);
    expect(text).toContain(
      '\n\tcaptured: geneve vni 9 127.0.0.1.51000 > 127.0.0.1.4789, options {gwlb-flow-cookie 0x01020304}\n',
    );
  });

  test('is not there otherwise', async ({ scene }) => {
    const text = await printed(scene, 'vxlan', vxlan({ vni: 42 }, inner), []);
    expect(text).not.toContain('captured');
  });
});

describe('the line below a packet of an interface', () => {
  test('has the direction when -e and -v ask for all there is', async ({ scene }) => {
    scene.namespace.addVeth('left', 'right');
    const fandump = await scene.fandump(['-i', 'left', '-ntev']);
    scene.sendFrames('right', [inner]);
    await fandump.prints(/\tcaptured: in\n/);
    scene.sendFrames('left', [inner]);
    await fandump.prints(/\tcaptured: out\n/);
  });

  test('has the worker where there are several', async ({ scene }) => {
    scene.namespace.addVeth('left', 'right');
    const fandump = await scene.fandump(['-i', 'af_packet::left:workers=2', '-nte']);
    scene.sendFrames('right', [inner]);
    await fandump.prints(/\tcaptured: in, worker [01]\n/);
  });
});
