import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test as plainTest } from 'vitest';
import { erm, ethernet, geneve, gue, ipv4, mpls, toBytes, tzsp, udp, vxlan, vxlanGpe } from '../../src/frames/frames';
import { fandumpCommand, fandumpMissing, testEnvironment } from '../support/fandump';
import { writePcap } from '../support/pcap-writer';
import { Program } from '../support/program';
import { hexOf, savedBytes } from '../support/savefile';
import { test as unprivilegedTest } from '../support/scene';
import { toolPath, toolsMissing } from '../support/tool-path';

/** A network namespace without a user namespace: in one of those the kernel loads no BPF program for anybody. */
class RootScene {
  readonly folder = mkdtempSync(join(tmpdir(), 'fandump-test-'));
  private readonly programs: Program[] = [];

  private constructor(
    private readonly holder: ChildProcess,
    private readonly pid: string,
  ) {}

  static async create(): Promise<RootScene> {
    const script = 'ip link set lo up && echo $$ && exec cat';
    const holder = spawn('unshare', ['--net', 'sh', '-c', script], { stdio: ['pipe', 'pipe', 'inherit'] });
    const [pid] = await once(createInterface(holder.stdout as NodeJS.ReadableStream), 'line');
    const scene = new RootScene(holder, String(pid));
    scene.run('sh', '-c', 'ip link add va type veth peer name vb && ip link set va up && ip link set vb up');
    return scene;
  }

  path = (name: string) => join(this.folder, name);

  private line(command: string, args: readonly string[]) {
    return { command: 'nsenter', args: ['--target', this.pid, '--net', '--', command, ...args] };
  }

  run(command: string, ...words: string[]): string {
    const { command: program, args } = this.line(command, words);
    const { status, stdout, stderr } = spawnSync(program, args);
    if (status !== 0) throw new Error(`${command}: ${stderr}`);
    return stdout.toString();
  }

  start(...args: string[]): Program {
    const { command, args: words } = fandumpCommand(args);
    const program = Program.start(this.line(command, words), { env: testEnvironment });
    this.programs.push(program);
    return program;
  }

  async fandump(...args: string[]): Promise<Program> {
    const program = this.start(...args);
    await program.says(/listening on/);
    return program;
  }

  send(frames: Uint8Array[]): void {
    writePcap(this.path('frames'), frames);
    this.run(toolPath('send-frames'), '--interface', 'va', '--file', this.path('frames'));
  }

  get hasProgram(): boolean {
    return /prog\/xdp/.test(this.run('ip', 'link', 'show', 'dev', 'vb'));
  }

  async close(): Promise<void> {
    await Promise.all(this.programs.map((program) => program.kill()));
    const ended = once(this.holder, 'close');
    this.holder.kill('SIGKILL');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function refused(): string {
  const missing = fandumpMissing() || toolsMissing();
  if (missing !== '') return missing;
  return process.geteuid?.() === 0 ? '' : 'only root may load XDP programs';
}

const test = plainTest.extend<{ scene: RootScene }>({
  scene: async ({ skip }, use) => {
    const reason = refused();
    if (reason !== '') skip(reason);
    const scene = await RootScene.create();
    try {
      await use(scene);
    } finally {
      await scene.close();
    }
  },
});

const inner = (flow: number) => ethernet({}, ipv4({ source: `10.0.0.${flow}` }, udp({ sourcePort: flow })));
const inUdp = (port: number, payload: Uint8Array) =>
  ethernet({}, ipv4({ options: new Uint8Array(8).fill(1) }, udp({ destinationPort: port }, payload)));

describe('xdp=strip', () => {
  test('takes tunnels off before the stack, counts, and drops nothing', async ({ scene }) => {
    const packets = [1, 2, 3, 4, 5, 6, 7].map(inner);
    const plain = inner(9);
    const runt = inUdp(7932, erm({}, new Uint8Array(3)));
    const capture = await scene.fandump('-i', 'vb:xdp=strip', '-w', scene.path('saved'), 'udp');
    scene.send([
      inUdp(4789, vxlan({ vni: 1 }, packets[0])),
      inUdp(6081, geneve({ vni: 1, options: [{ class: 1, type: 2, data: new Uint8Array(8) }] }, packets[1])),
      inUdp(7932, erm({}, packets[2])),
      toBytes(ethernet({}, mpls([100, 200], packets[3].slice(14)))),
      inUdp(37008, tzsp(packets[4])),
      inUdp(4790, vxlanGpe({ vni: 3 }, packets[5])),
      inUdp(6080, gue({}, packets[6].slice(14))),
      plain,
      runt,
    ]);
    const { stderr, code } = await capture.interrupt();
    expect(code).toBe(0);
    expect(savedBytes(scene.path('saved')).sort()).toEqual(hexOf([...packets, plain, runt]).sort());
    expect(stderr).toMatch(/vb: XDP takes tunnels off in the (driver|generic place)/);
    expect(stderr).toMatch(
      /vb: 7 frames taken out of tunnels by XDP, passed on as they were: .*1 frame with too little inside/,
    );
  });

  test('takes off VXLAN together with the GENEVE around it', async ({ scene }) => {
    const capture = await scene.fandump('-i', 'vb:xdp=strip:decap=geneve+vxlan', '-w', scene.path('saved'), 'udp');
    const inVxlan = inUdp(4789, vxlan({ vni: 2 }, inner(1)));
    scene.send([inUdp(6081, geneve({ vni: 1 }, inVxlan)), inVxlan]);
    await capture.interrupt();
    expect(savedBytes(scene.path('saved'))).toEqual(hexOf([inner(1), inVxlan]));
  });

  test('takes off tunnels in tunnels, and leaves what lacks one of them', async ({ scene }) => {
    const capture = await scene.fandump('-i', 'vb:xdp=strip:decap=geneve+vxlan+erm', '-w', scene.path('saved'), 'udp');
    const inVxlan = inUdp(4789, vxlan({ vni: 2 }, inUdp(7932, erm({}, inner(1)))));
    const without = inUdp(6081, geneve({ vni: 1 }, inUdp(4789, vxlan({ vni: 2 }, inner(2)))));
    scene.send([inUdp(6081, geneve({ vni: 1 }, inVxlan)), without]);
    await capture.interrupt();
    expect(savedBytes(scene.path('saved'))).toEqual(hexOf([inner(1), without]));
  });

  test('lets the kernel hash what is inside', async ({ scene }) => {
    const capture = await scene.fandump('-i', 'vb:xdp=strip:workers=2', '-w', scene.path('%w'), 'udp');
    scene.send(Array.from({ length: 100 }, (_, flow) => inUdp(7932, erm({}, inner(flow + 1)))));
    await capture.interrupt();
    const shares = ['0', '1'].map((name) => savedBytes(scene.path(name)).length);
    expect(shares[0] + shares[1]).toBe(100);
    expect(Math.min(...shares)).toBeGreaterThan(20);
  });

  test('is gone from the interface when its process ends, killed too', async ({ scene }) => {
    const first = await scene.fandump('-i', 'vb:xdp=strip', '--count');
    expect(scene.hasProgram).toBe(true);
    await first.kill();
    await expect.poll(() => scene.hasProgram).toBe(false);
  });

  test('is shared by captures, and stays until the last of them ends', async ({ scene }) => {
    const first = await scene.fandump('-i', 'vb:xdp=strip', '--count');
    const second = await scene.fandump('-i', 'vb:xdp=strip', '-w', scene.path('saved'), 'udp');
    await first.interrupt();
    expect(scene.hasProgram).toBe(true);
    scene.send([inUdp(7932, erm({}, inner(1)))]);
    const { stderr } = await second.interrupt();
    expect(stderr).toMatch(/by a program that another capture has attached/);
    expect(savedBytes(scene.path('saved'))).toEqual(hexOf([inner(1)]));
    await expect.poll(() => scene.hasProgram).toBe(false);
  });

  test('of other tunnels is refused while one is at work', async ({ scene }) => {
    await scene.fandump('-i', 'vb:xdp=strip', '--count');
    const { code, stderr } = await scene.start('-i', 'vb:xdp=strip:decap=erm', '--count').ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/vb has an XDP program already/);
  });

  unprivilegedTest('says which capabilities it lacks', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const { code, stderr } = await scene.start(['-i', 'vb:xdp=strip', '--count']).ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/CAP_NET_ADMIN and CAP_BPF/);
  });
});
