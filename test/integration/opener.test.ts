import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { test } from '../support/opener-scene';

const ping = 'ping -c 2 -i 0.01 -q 127.0.0.1';

describe('without any capability', () => {
  test('an opener that has one makes the socket, and packets are captured', async ({ scene }) => {
    scene.giveCapability();
    const fandump = scene.start(['-i', 'lo', '-nn', '-c', '4', 'icmp']);
    await fandump.says(/listening on/);
    scene.root(ping);
    const { code, stdout } = await fandump.ended();
    expect(code).toBe(0);
    expect(stdout.toString().match(/ICMP echo/g)).toHaveLength(4);
  });

  test('without one the same command is refused and told about --setcap', async ({ scene }) => {
    const { code, stderr } = await scene.run(['-i', 'lo', '-c', '4']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/CAP_NET_RAW.*--setcap/);
  });

  test('an opener that this user may not start is named with its group', async ({ scene }) => {
    scene.giveCapability();
    chmodSync(scene.opener, 0o040);
    const { code, stderr } = await scene.run(['-i', 'lo']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/only members of the group \S+ may start \S+fandump-opener; sudo usermod/);
  });

  test('an opener that may not gain its capability says why', async ({ scene }) => {
    scene.giveCapability();
    const { stderr } = await scene.start(['-i', 'lo'], {}, 'exec setpriv --no-new-privs').ended();
    expect(stderr).toMatch(/no_new_privs is set/);
  });

  test('--setcap --check tells what is in place by text and exit code', async ({ scene }) => {
    const before = await scene.run(['--setcap', '--check']);
    expect(before.code).toBe(1);
    expect(before.stdout.toString()).toMatch(/fandump-opener: no capability/);
    scene.giveCapability();
    const after = await scene.run(['--setcap', '--check']);
    expect(after.code, after.stdout.toString()).toBe(0);
    expect(after.stdout.toString()).toMatch(/fandump-opener: cap_net_raw=ep, .*mode 0\d{3}\n/);
  });
});

describe('the policy', () => {
  test('lets a group capture on its interface, filter and fanout group included', async ({ scene }) => {
    scene.giveCapability();
    scene.usePolicy('root lo\n');
    const fandump = scene.start(['-i', 'af_packet::lo:fanout=hash:fanout_id=7', '-nn', '-c', '2', 'icmp[0] == 8']);
    await fandump.says(/listening on/);
    expect(fandump.stderr).toMatch(/joined fanout group 7 \(hash\)/);
    scene.root(ping);
    const { code, stdout } = await fandump.ended();
    expect(code).toBe(0);
    expect(stdout.toString().match(/echo request/g)).toHaveLength(2);
  });

  test('lets --doctor look without joining the fanout group of a capture', async ({ scene }) => {
    scene.giveCapability();
    scene.usePolicy('root lo\n');
    const fandump = scene.start(['-i', 'af_packet::lo:fanout=lb:fanout_id=0', '-v']);
    await fandump.says(/listening on/);
    const { stdout } = await scene.run(['--doctor', 'lo']);
    expect(stdout.toString()).toMatch(/^ok +rights +packet sockets come from fandump-opener$/m);
    expect((await fandump.interrupt()).code).toBe(0);
  });

  test('lets it capture each packet of the loopback once, as without a policy', async ({ scene }) => {
    scene.giveCapability();
    scene.usePolicy('root lo\n');
    const fandump = scene.start(['-i', 'lo', '--count', 'icmp']);
    await fandump.says(/listening on/);
    scene.root(ping);
    expect((await fandump.interrupt()).stdout.toString()).toBe('4 packets\n');
  });

  test('lets it capture without link headers, too', async ({ scene }) => {
    scene.giveCapability();
    scene.usePolicy('root lo\n');
    const fandump = scene.start(['-i', 'lo', '-y', 'LINUX_SLL2', '--count', 'icmp']);
    await fandump.says(/listening on lo, link-type LINUX_SLL2/);
    scene.root(ping);
    expect((await fandump.interrupt()).stdout.toString()).toBe('4 packets\n');
  });

  test('that allows all interfaces allows them at once', async ({ scene }) => {
    scene.giveCapability();
    scene.usePolicy('root *\n');
    const fandump = scene.start(['-i', 'any', '--count', 'icmp']);
    await fandump.says(/listening on any/);
    scene.root(ping);
    expect((await fandump.interrupt()).stdout.toString()).toBe('4 packets\n');
  });

  test.for(['root lo\n', 'root any\n'])(
    'that names interfaces does not allow all at once: %j',
    async (policy, { scene }) => {
      scene.giveCapability();
      scene.usePolicy(policy);
      const { code, stderr } = await scene.run(['-i', 'any']);
      expect(code).toBe(1);
      expect(stderr).toMatch(/your group, then \*\n$/);
    },
  );

  test('refuses every other interface by name', async ({ scene }) => {
    scene.giveCapability();
    scene.usePolicy('root lo\n');
    const { code, stderr } = await scene.run(['-i', 'va']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/\/etc\/fandump\/allow does not allow you to capture on va/);
  });

  test('that is malformed refuses everything and names the line', async ({ scene }) => {
    scene.giveCapability();
    scene.usePolicy('* *\nroot\n');
    const { code, stderr } = await scene.run(['-i', 'lo']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/allow line 2 is not a group and an interface/);
  });
});

describe('a stolen environment', () => {
  const hostile = '#!/bin/sh\ntouch "$(dirname "$0")/was-run"\n';

  test('that leads PATH and working directory to another opener starts the right one', async ({ scene }) => {
    scene.giveCapability();
    mkdirSync(scene.path('evil'));
    for (const name of ['fandump-opener', 'fandump', 'setcap']) {
      writeFileSync(scene.path(`evil/${name}`), hostile, { mode: 0o755 });
    }
    const path = { PATH: `${scene.path('evil')}:${process.env.PATH}` };
    const fandump = scene.start(['-i', 'lo', '-c', '1', '-nn'], path, `cd ${scene.path('evil')} && exec`);
    await fandump.says(/listening on/);
    scene.root(ping);
    expect((await fandump.ended()).code).toBe(0);
    expect(existsSync(scene.path('evil/was-run'))).toBe(false);
  });

  test('does not reach the opener, which gets no argument either', async ({ scene }) => {
    const script = `#!/bin/sh\n{ echo "arguments: $#"; tr '\\0' '\\n' < /proc/$$/environ; } > ${scene.path('seen')}\n`;
    writeFileSync(scene.opener, script, { mode: 0o755 });
    await scene.run(['-i', 'lo'], { NODE_OPTIONS: '--no-warnings', LD_LIBRARY_PATH: '/nonexistent', SECRET: 'x' });
    expect(readFileSync(scene.path('seen'), 'utf8')).toBe('arguments: 0\n');
  });

  test('that loads code into node gives it no more than the policy gives the user', async ({ scene }) => {
    scene.giveCapability();
    scene.usePolicy('others lo\n');
    writeFileSync(scene.path('preload.js'), `require('fs').writeFileSync('${scene.path('loaded')}', '')`);
    const { code, stderr } = await scene.run(['-i', 'lo'], { NODE_OPTIONS: `--require ${scene.path('preload.js')}` });
    expect(existsSync(scene.path('loaded'))).toBe(true);
    expect(code).toBe(1);
    expect(stderr).toMatch(/does not allow you/);
  });

  test('with a false opener beside the addon gains nothing and is told so', async ({ scene }) => {
    writeFileSync(scene.opener, hostile, { mode: 0o755 });
    const { code, stderr } = await scene.run(['-i', 'lo']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/fandump-opener did not answer/);
  });
});

describe('closed standard descriptors', () => {
  test('do not hinder it', async ({ scene }) => {
    scene.giveCapability();
    const file = scene.path('closed.pcap');
    const fandump = scene.start(['-i', 'lo', '-c', '1', '-U', '-w', file], {}, 'exec <&- >&- 2>&-; exec');
    await expect.poll(() => existsSync(file), { timeout: 5000 }).toBe(true);
    scene.root(ping);
    expect((await fandump.ended()).code).toBe(0);
  });
});
