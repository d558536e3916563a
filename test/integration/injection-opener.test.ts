import { describe, expect } from 'vitest';
import { test } from '../support/opener-scene';
import { writePcap } from '../support/pcap-writer';
import { sampleFrames } from '../support/sample-frames';

describe('-w af_packet:: without any capability', () => {
  for (const policy of ['', 'root lo\n']) {
    test(`sends through the socket of the opener, ${policy === '' ? 'which has no policy' : 'whose policy binds it'}`, async ({
      scene,
    }) => {
      scene.giveCapability();
      if (policy !== '') scene.usePolicy(policy);
      writePcap(scene.path('in.pcap'), sampleFrames);
      const { code, stderr } = await scene.run(['-r', scene.path('in.pcap'), '-w', 'af_packet::lo', '--loop', '3']);
      expect(stderr).toContain(`${3 * sampleFrames.length} packets sent on`);
      expect(code).toBe(0);
    });
  }

  test('is refused where the policy names another interface', async ({ scene }) => {
    scene.giveCapability();
    scene.usePolicy('root lo\n');
    scene.root('ip link set va up && ip link set vb up');
    writePcap(scene.path('in.pcap'), sampleFrames);
    const { code, stderr } = await scene.run(['-r', scene.path('in.pcap'), '-w', 'af_packet::va']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/does not allow you to capture on va/);
  });
});
