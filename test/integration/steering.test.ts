import { writeFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import {
  erm,
  erspan,
  ethernet,
  geneve,
  gue,
  ipv4,
  mpls,
  type Payload,
  tcp,
  toBytes,
  udp,
  vxlan,
  vxlanGpe,
} from '../../src/frames/frames';
import { savedBytes } from '../support/savefile';
import { type Scene, test } from '../support/scene';

const flows = 1000;
const server = '198.51.100.9';

/** A packet of a flow, from its client or back to it. */
function packet(flow: number, back: boolean): Payload {
  const client = `10.1.${flow >> 8}.${flow & 255}`;
  const port = 20000 + flow;
  return back
    ? ipv4({ source: server, destination: client }, tcp({ sourcePort: 443, destinationPort: port }))
    : ipv4({ source: client, destination: server }, tcp({ sourcePort: port, destinationPort: 443 }));
}

/** Every frame of the feed has the same outer addresses and ports. */
const inUdp = (port: number, payload: Uint8Array) =>
  ethernet({}, ipv4({}, udp({ sourcePort: 50000, destinationPort: port }, payload)));

const encapsulations: Record<string, (packet: Payload) => Uint8Array> = {
  erm: (inner) => inUdp(7932, erm({}, ethernet({}, inner))),
  vxlan: (inner) => inUdp(4789, vxlan({ vni: 7 }, ethernet({}, inner))),
  geneve: (inner) => inUdp(6081, geneve({ vni: 7, options: [{ class: 1, type: 2, data: new Uint8Array(8) }] }, inner)),
  gue: (inner) => inUdp(6080, gue({}, inner)),
  'erspan II': (inner) => ethernet({}, ipv4({}, erspan(2, ethernet({}, inner)))),
  'erspan III': (inner) => ethernet({}, ipv4({}, erspan(3, ethernet({}, inner)))),
  mpls: (inner) => ethernet({}, mpls([100, 200], inner)),
};

/** Both directions of every flow; frames[i] is of flow i % flows. */
function feed(wrap: (packet: Payload) => Uint8Array): Uint8Array[] {
  const directions = [false, true];
  return directions.flatMap((back) => Array.from({ length: flows }, (_, flow) => wrap(packet(flow, back))));
}

/** Sends the feed to members of a group and returns how many flows each of them got; a flow on two members fails. */
async function share(
  scene: Scene,
  source: string,
  members: number,
  send: (frames: Uint8Array[]) => void,
  frames: Uint8Array[],
) {
  const paths = Array.from({ length: members }, (_, member) => scene.path(`member-${member}.pcap`));
  const programs = [];
  for (const path of paths) programs.push(await scene.fandump(['-i', source, '-w', path]));
  send(frames);
  await Promise.all(programs.map((program) => program.interrupt()));
  return paths.map((path) => savedBytes(path));
}

/** Flow numbers of saved frames, by their whole bytes. */
function flowsOf(saved: string[], frames: Uint8Array[]): Set<number> {
  const numbers = new Map(frames.map((frame, index) => [Buffer.from(frame).toString('hex'), index % flows]));
  return new Set(saved.map((bytes) => numbers.get(bytes) ?? -1));
}

function expectEven(shares: Set<number>[]): void {
  expect(shares.reduce((sum, share) => sum + share.size, 0)).toBe(flows);
  expect(new Set(shares.flatMap((share) => [...share])).size).toBe(flows);
  for (const share of shares) {
    expect(share.size).toBeGreaterThan((0.75 * flows) / shares.length);
    expect(share.size).toBeLessThan((1.25 * flows) / shares.length);
  }
}

describe('fanout=inner on an interface', () => {
  test.for(Object.entries(encapsulations))('shares out the flows inside %s', async ([, wrap], { scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const frames = feed(wrap);
    const source = 'af_packet::vb:fanout=inner:fanout_id=7';
    const saved = await share(scene, source, 4, (all) => scene.sendFrames('va', all), frames);
    expect(saved.flat()).toHaveLength(frames.length);
    expectEven(saved.map((bytes) => flowsOf(bytes, frames)));
  });

  test("the kernel's hash gives a mirror's whole feed to one member", async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const frames = feed(encapsulations.erm);
    const source = 'af_packet::vb:fanout=hash:fanout_id=7';
    const saved = await share(scene, source, 4, (all) => scene.sendFrames('va', all), frames);
    expect(saved.map((bytes) => bytes.length).sort((a, b) => a - b)).toEqual([0, 0, 0, frames.length]);
  });

  test('says in its first lines by what the group shares', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-i', 'vb:fanout=inner:fanout_id=7', '--count']);
    expect((await fandump.interrupt()).stderr).toMatch(/fanout group 7 \(inner\)/);
  });
});

describe('fanout=inner on a port', () => {
  const inFrame = (inner: Payload) => ethernet({}, inner);
  test.for<[string, (inner: Payload) => Uint8Array, (inner: Payload) => Uint8Array]>([
    ['erm', (inner) => erm({}, inFrame(inner)), inFrame],
    ['vxlan-gpe', (inner) => vxlanGpe({}, inner), toBytes],
    ['gue', (inner) => gue({}, inner), toBytes],
    ['vxlan+vxlan', (inner) => vxlan({}, inUdp(4789, vxlan({}, inFrame(inner)))), inFrame],
  ])('shares out the flows inside the datagrams of one sender: %s', async ([kind, wrap, bare], { scene }) => {
    const frames = feed(wrap);
    const inside = feed(bare);
    const source = `udp::127.0.0.1:7932:${kind}:fanout=inner:group_size=4`;
    const send = (all: Uint8Array[]) => scene.sendDatagrams('127.0.0.1', 7932, all);
    const saved = await share(scene, source, 4, send, frames);
    expect(saved.flat()).toHaveLength(frames.length);
    expectEven(saved.map((bytes) => flowsOf(bytes, inside)));
  });

  test('a member more than group_size is refused', async ({ scene }) => {
    const source = 'udp::127.0.0.1:7932:erm:fanout=inner:group_size=1';
    await scene.fandump(['-i', source, '--count']);
    const second = await scene.start(['-i', source, '--count']).ended();
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/2 sockets share the port.*group_size=2/);
  });

  test.for(['', ':slot=1'])('a member that counts on another group_size is refused%s', async (slot, { scene }) => {
    const source = 'udp::127.0.0.1:7932:erm:fanout=inner:group_size=';
    await scene.fandump(['-i', `${source}3`, '--count']);
    const second = await scene.start(['-i', `${source}2${slot}`, '--count']).ended();
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/another member of the group has group_size=3, and this one has group_size=2/);
  });
});

describe('a program of the user', () => {
  const byFirstByte = (index: number) => `3\n48 0 0 ${index}\n84 0 0 1\n22 0 0 0\n`;

  test('in the form of tcpdump -ddd shares packets out', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    // The last byte of the source address, behind the network header's first fifteen bytes.
    writeFileSync(scene.path('program'), byFirstByte(15));
    const frames = feed((inner) => ethernet({}, inner)).slice(0, flows);
    const source = `af_packet::vb:fanout=cbpf=${scene.path('program')}:fanout_id=7`;
    const saved = await share(scene, source, 2, (all) => scene.sendFrames('va', all), frames);
    expect(saved.map((bytes) => bytes.length)).toEqual([flows / 2, flows / 2]);
    expect([...flowsOf(saved[1], frames)].every((flow) => flow % 2 === 1)).toBe(true);
  });

  test('that is none is refused with its line', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    writeFileSync(scene.path('program'), '2\n48 0 0 0\n');
    const source = `af_packet::vb:fanout=cbpf=${scene.path('program')}`;
    const { code, stderr } = await scene.start(['-i', source, '--count']).ended();
    expect(code).toBe(1);
    expect(stderr).toMatch(/program, line 3/);
  });
});

describe('--explain', () => {
  test('shows the steering program', async ({ scene }) => {
    const { code, stdout } = await scene.start(['--explain', '-i', 'lo:fanout=inner:fanout_id=1']).ended();
    expect(code).toBe(0);
    const text = stdout.toString();
    expect(text).toMatch(/steering program, \d+ instructions/);
    expect(text).toMatch(/^ {2}\(000\) ld /m);
    expect(text).toMatch(/ret *$/m);
  });
});

describe('slots', () => {
  test.for([
    ['an interface', 'af_packet::vb:fanout=inner:fanout_id=7:group_size=3'],
    ['a port', 'udp::127.0.0.1:7932:erm:fanout=inner:group_size=3'],
  ])(
    'of %s: a member that starts again takes back its flows, and no other flow moves',
    async ([, source], { scene }) => {
      scene.namespace.addVeth('va', 'vb');
      const overUdp = source.startsWith('udp');
      const inner = feed((packet) => ethernet({}, packet));
      const frames = overUdp ? inner : feed(encapsulations.erm);
      const send = () =>
        overUdp
          ? scene.sendDatagrams(
              '127.0.0.1',
              7932,
              inner.map((frame) => erm({}, frame)),
            )
          : scene.sendFrames('va', frames);
      const start = (slot: number, name: string) =>
        scene.fandump(['-i', `${source}:slot=${slot}`, '-w', scene.path(name)]);
      const flowsIn = (name: string) => flowsOf(savedBytes(scene.path(name)), frames);

      const second = await start(1, 'second');
      const first = await start(0, 'first');
      let third = await start(2, 'third');
      send();
      await third.interrupt();
      await second.interrupt();
      const before = [flowsIn('second'), flowsIn('third')];
      expectEven([...before, new Set([...Array(flows).keys()].filter((flow) => !before.some((set) => set.has(flow))))]);

      third = await start(2, 'third again');
      const secondAgain = await start(1, 'second again');
      send();
      await Promise.all([first, third, secondAgain].map((program) => program.interrupt()));
      expect(flowsIn('third again')).toEqual(before[1]);
      expect(flowsIn('second again')).toEqual(before[0]);
    },
  );

  test('a slot that a living member holds is refused', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const source = 'vb:fanout=inner:fanout_id=7:group_size=2:slot=1';
    await scene.fandump(['-i', source, '--count']);
    const other = await scene.start(['-i', source, '--count']).ended();
    expect(other.code).toBe(1);
    expect(other.stderr).toMatch(/slot 1 is held/);
  });
});
