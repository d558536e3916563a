import { mkdirSync, readdirSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { type Scene, test } from '../support/scene';

interface Report {
  sources: string[];
  wrong: number;
  findings: { check: string; level: string; finding: string; why: string; mend: string }[];
}

async function examine(scene: Scene, ...args: string[]): Promise<{ code: number | undefined; report: Report }> {
  const { code, stdout, stderr } = await scene.start(['--doctor', '--json', ...args]).ended();
  expect(stderr).toBe('');
  return { code, report: JSON.parse(stdout.toString()) as Report };
}

function linesOf({ findings }: Report, check: string): string[] {
  return findings.filter((one) => one.check === check).map(({ level, finding }) => `${level}: ${finding}`);
}

/** veth as a sensor wants it: nothing merged, nothing cut up late. */
function addQuietVeth(scene: Scene): void {
  scene.namespace.addVeth('v0', 'v1');
  scene.namespace.sh('ethtool -K v0 gro off tso off gso off tx off rxvlan off');
}

describe('--doctor', () => {
  test('finds a veth without offloads in order, exit code 0', async ({ scene }) => {
    addQuietVeth(scene);
    const { code, report } = await examine(scene, 'v0');
    expect(report.sources).toEqual(['af_packet::v0']);
    expect(linesOf(report, 'offloads')[0]).toBe('ok: v0: no offload changes packets');
    expect(linesOf(report, 'interface')).toEqual(['ok: v0 is up']);
    expect(linesOf(report, 'mtu')[0]).toMatch(/^ok: v0: frames may have 1522 bytes/);
    expect(report.findings.filter(({ level }) => level === 'wrong')).toEqual([]);
    expect(code).toBe(0);
  });

  test('finds GRO through ethtool netlink, exit code 1, and its command mends it', async ({ scene }) => {
    addQuietVeth(scene);
    scene.namespace.sh('ethtool -K v0 gro on');
    const { code, report } = await examine(scene, 'v0');
    expect(linesOf(report, 'offloads')[0]).toBe('wrong: v0: GRO in force');
    expect(code).toBe(1);
    for (const { level, mend } of report.findings) {
      if (level === 'wrong' && mend.startsWith('sudo ')) scene.namespace.sh(mend.replace(/^sudo /, ''));
    }
    expect((await examine(scene, 'v0')).code).toBe(0);
  });

  test('changes no setting of the device', async ({ scene }) => {
    scene.namespace.addVeth('v0', 'v1');
    const settings = () =>
      scene.namespace.sh('ethtool -k v0; ethtool -l v0; ip -d link show v0; sysctl -a 2>/dev/null | grep -c .');
    const before = settings();
    await examine(scene, 'v0');
    expect(settings()).toBe(before);
  });

  test('finds an interface that is down, and one that is missing', async ({ scene }) => {
    addQuietVeth(scene);
    scene.namespace.sh('ip link set v0 down');
    expect(linesOf((await examine(scene, 'v0')).report, 'interface')).toEqual(['wrong: v0 is down']);
    const { code, report } = await examine(scene, 'nosuch0');
    expect(linesOf(report, 'interface')).toEqual(['wrong: there is no interface nosuch0']);
    expect(code).toBe(1);
  });

  test('counts the members of a fanout group that is there', async ({ scene }) => {
    addQuietVeth(scene);
    await scene.fandump(['-i', 'af_packet::v0:fanout_id=41', '--count']);
    const { report } = await examine(scene, 'af_packet::v0:fanout_id=41');
    expect(linesOf(report, 'groups')[0]).toMatch(/^note: fanout group 41 of v0 has 1 member/);
    const other = await examine(scene, 'af_packet::v0:fanout=lb:fanout_id=41');
    expect(linesOf(other.report, 'groups')[0]).toMatch(/^wrong: .*shares by hash, not by lb/);
    expect(other.code).toBe(1);
  });

  test('finds who listens on a UDP port already', async ({ scene }) => {
    const source = 'udp::127.0.0.1:4789';
    expect(linesOf((await examine(scene, source)).report, 'groups')).toEqual([
      'ok: nobody else listens on UDP port 4789',
    ]);
    await scene.fandump(['-i', source, '--count']);
    const { code, report } = await examine(scene, source);
    expect(linesOf(report, 'groups')[0]).toMatch(/^wrong: UDP port 4789 has 1 receiver/);
    expect(code).toBe(1);
    const shared = await examine(scene, `${source}:reuseport`);
    expect(linesOf(shared.report, 'groups')[0]).toMatch(/^note: UDP port 4789 has 1 receiver/);
  });

  test('finds an MTU too small for a tunnel', async ({ scene }) => {
    addQuietVeth(scene);
    scene.namespace.sh('ip address add 198.51.100.1/24 dev v0');
    const source = 'udp::198.51.100.1:4789';
    expect(linesOf((await examine(scene, source)).report, 'mtu')[0]).toMatch(/^note: v0: MTU 1500, .* needs 1550$/);
    scene.namespace.sh('ip link set dev v0 mtu 1550');
    expect(linesOf((await examine(scene, source)).report, 'mtu')[0]).toMatch(/^ok: v0: MTU 1550/);
  });

  test('measures the place of the savefile and leaves nothing there', async ({ scene }) => {
    const folder = scene.path('place');
    mkdirSync(folder);
    const { report } = await examine(scene, '-i', 'udp::127.0.0.1:4789', '-w', `${folder}/a.pcap`);
    expect(linesOf(report, 'savefile')).toHaveLength(2);
    expect(readdirSync(folder)).toEqual([]);
    const missing = await examine(scene, '-i', 'udp::127.0.0.1:4789', '-w', `${folder}/none/a.pcap`);
    expect(linesOf(missing.report, 'savefile')[0]).toMatch(/^wrong: there is no folder /);
    expect(missing.code).toBe(1);
  });

  test('finds the missing right of an unprivileged user', async ({ scene }) => {
    const { code, stdout } = await scene.startUnprivileged(['--doctor', 'lo', '--color=never']).ended();
    expect(stdout.toString()).toMatch(/^wrong +rights +CAP_NET_RAW is missing; .*; mend: sudo /m);
    expect(code).toBe(1);
  });

  test('prints one plain line for each finding into a pipe', async ({ scene }) => {
    const { stdout } = await scene.start(['--doctor', 'lo']).ended();
    const lines = stdout.toString().trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^(ok {3}|note |wrong) {2}[a-z]+ +\S/);
    expect(stdout.includes(0x1b)).toBe(false);
  });
});
