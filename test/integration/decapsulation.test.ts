import { describe, expect } from 'vitest';
import {
  erm,
  erspan,
  ethernet,
  geneve,
  gre,
  gue,
  ipv4,
  ipv6,
  mpls,
  tcp,
  tzsp,
  udp,
  vlan,
  vxlan,
  vxlanGpe,
} from '../../src/frames/frames';
import { closingLines } from '../support/closing-lines';
import { LinkType } from '../support/pcap-writer';
import { hexOf, readSavefile, savedBytes } from '../support/savefile';
import { type Scene, test } from '../support/scene';

const inner = [
  ethernet({}, ipv4({}, tcp({ flags: 'S' }))),
  ethernet({}, ipv4({}, udp({}, 'inside a tunnel'))),
  ethernet({}, ipv6({}, udp({}, 'inside a tunnel'))),
];
const inUdp = (destinationPort: number, payload: Uint8Array) =>
  ethernet({}, ipv4({}, udp({ destinationPort }, payload)));
const inIp = (payload: ReturnType<typeof gre>) => ethernet({}, ipv4({ options: Uint8Array.of(1, 1, 1, 1) }, payload));
const carrier = (frame: Uint8Array) => ipv4({}, udp({ destinationPort: 4789 }, vxlan({ vni: 5 }, frame)));

/** Captures frames on an interface with options and returns the closing lines. */
async function capture(scene: Scene, options: string, frames: Uint8Array[], args: string[] = []): Promise<string> {
  scene.namespace.addVeth('va', 'vb');
  const fandump = await scene.fandump(['-i', `vb:${options}`, '-w', scene.path('inner.pcap'), ...args]);
  scene.sendFrames('va', frames);
  const { code, stderr } = await fandump.interrupt();
  expect(code).toBe(0);
  return stderr;
}

const wrapped: [string, (frame: Uint8Array) => Uint8Array][] = [
  ['vxlan', (frame) => inUdp(4789, vxlan({ vni: 1 }, frame))],
  [
    'vxlan',
    (frame) => ethernet({}, vlan({ id: 5 }, ipv6({}, udp({ destinationPort: 4789 }, vxlan({ vni: 1 }, frame))))),
  ],
  [
    'geneve',
    (frame) => inUdp(6081, geneve({ vni: 1, options: [{ class: 1, type: 2, data: new Uint8Array(4) }] }, frame)),
  ],
  ['geneve+vxlan', (frame) => inUdp(6081, geneve({ vni: 1 }, carrier(frame)))],
  ['erm', (frame) => inUdp(7932, erm({}, frame))],
  ['tzsp', (frame) => inUdp(37008, tzsp(frame))],
  ['erspan', (frame) => inIp(erspan(1, frame))],
  ['erspan', (frame) => inIp(erspan(2, frame))],
  ['erspan', (frame) => inIp(erspan(3, frame))],
  ['gre', (frame) => inIp(gre({ key: 7 }, frame))],
  ['mpls', (frame) => ethernet({}, mpls([16, 17], frame))],
  ['skip=12', (frame) => inUdp(9999, erm({}, frame))],
  ['vxlan-gpe', (frame) => inUdp(4790, vxlanGpe({ vni: 1 }, frame))],
  ['gue', (frame) => inUdp(6080, gue({ protocol: 47 }, gre({ key: 7 }, frame)))],
  ['vxlan+erspan', (frame) => inUdp(4789, vxlan({ vni: 1 }, inIp(erspan(2, frame))))],
];
const onlyByName = ['geneve+vxlan', 'skip=12', 'vxlan+erspan'];

describe('decap', () => {
  test.for(wrapped)('%s leaves the frames that were inside', async ([name, wrap], { scene }) => {
    const stderr = await capture(scene, `decap=${name}:decap_other=drop`, inner.map(wrap));
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf(inner));
    expect(readSavefile(scene.path('inner.pcap')).linkType).toBe(LinkType.ethernet);
    expect(closingLines(stderr).captured).toBe(inner.length);
  });

  test('auto finds each tunnel by itself', async ({ scene }) => {
    const known = wrapped.filter(([name]) => !onlyByName.includes(name));
    await capture(
      scene,
      'decap=auto',
      known.map(([, wrap]) => wrap(inner[0])),
    );
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf(known.map(() => inner[0])));
  });

  test('mpls takes the labels out from before IP and leaves the Ethernet header', async ({ scene }) => {
    const packet = ipv4({}, tcp({ flags: 'S' }));
    await capture(scene, 'decap=mpls', [ethernet({}, mpls([16, 17], packet))]);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf([ethernet({}, packet)]));
  });

  test('-e shows a tunnel without ports or addresses as it is', async ({ scene }) => {
    scene.namespace.addVeth('va', 'vb');
    const fandump = await scene.fandump(['-nne', '-c', '2', '-i', 'vb:decap=auto']);
    scene.sendFrames('va', [inIp(erspan(2, inner[0])), ethernet({}, mpls([16], inner[0]))]);
    const { stdout } = await fandump.ended();
    expect(stdout.toString().match(/captured: .*/g)).toEqual([
      'captured: erspan 192.0.2.1 > 192.0.2.2, in',
      'captured: mpls, in',
    ]);
  });

  test('the tag in an ERM header is put back into the frame, with its priority', async ({ scene }) => {
    const packet = ipv4({}, tcp({ flags: 'S' }));
    const feed = [erm({ vlan: 42, queue: 2 }, ethernet({}, packet)), erm({ vlan: 7, queue: 5 }, ethernet({}, packet))];
    await capture(
      scene,
      'decap=erm',
      feed.map((payload) => inUdp(7932, payload)),
    );
    const tagged = [vlan({ id: 42, priority: 0 }, packet), vlan({ id: 7, priority: 5 }, packet)];
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf(tagged.map((layer) => ethernet({}, layer))));
  });

  test('so is the tag that an ERSPAN header keeps', async ({ scene }) => {
    const packet = ipv4({}, tcp({ flags: 'S' }));
    const tag = { vlan: 42, priority: 5 };
    await capture(scene, 'decap=erspan', [inIp(erspan(2, ethernet({}, packet), tag))]);
    const tagged = ethernet({}, vlan({ id: tag.vlan, priority: tag.priority }, packet));
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf([tagged]));
  });

  test('another port than the assigned one is told by decap_port', async ({ scene }) => {
    await capture(scene, 'decap=vxlan:decap_port=9999', [inUdp(9999, vxlan({}, inner[0]))]);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf([inner[0]]));
  });

  test('frames outside the tunnel pass, unless they are to be dropped', async ({ scene }) => {
    const plain = ethernet({}, ipv4({}, udp({ destinationPort: 53 }, 'plain')));
    const frames = [plain, inUdp(7932, erm({}, inner[0])), plain];
    await capture(scene, 'decap=erm', frames);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf([plain, inner[0], plain]));
  });

  test('dropped ones are counted', async ({ scene }) => {
    const plain = ethernet({}, ipv4({}, udp({ destinationPort: 53 }, 'plain')));
    const stderr = await capture(scene, 'decap=erm:decap_other=drop', [plain, inUdp(7932, erm({}, inner[0])), plain]);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf([inner[0]]));
    expect(stderr).toMatch(/^2 packets left out: not in the tunnel$/m);
  });

  test('the filter holds for what was inside, outer_filter for the frame', async ({ scene }) => {
    const feed = inner.map((frame) => inUdp(4789, vxlan({}, frame)));
    const other = ethernet({}, ipv4({ source: '203.0.113.5' }, udp({ destinationPort: 4789 }, vxlan({}, inner[0]))));
    const options = 'decap=vxlan:outer_filter=src host 192.0.2.1';
    const stderr = await capture(scene, options, [...feed, other], ['tcp']);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf([inner[0]]));
    expect(closingLines(stderr).receivedByFilter).toBe(inner.length);
  });

  test('invalid headers are counted by cause', async ({ scene }) => {
    const frames = [
      inUdp(4789, vxlan({ flags: 0 }, inner[0])),
      inUdp(4789, Uint8Array.of(8, 0)),
      inUdp(4789, vxlan({}, inner[0])),
    ];
    const stderr = await capture(scene, 'decap=vxlan', frames);
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf([inner[0]]));
    expect(stderr).toMatch(/^1 .*short/m);
    expect(stderr).toMatch(/^1 .*VXLAN/m);
  });
});

describe('encapsulations of the udp source', () => {
  const payloads: [string, (frame: Uint8Array) => Uint8Array][] = [
    ['erm', (frame) => erm({}, frame)],
    ['tzsp', (frame) => tzsp(frame)],
    [
      'erspan',
      (frame) =>
        new Uint8Array(
          erspan(2, frame).build({ source: new Uint8Array(4), destination: new Uint8Array(4), protocol: 47 }),
        ),
    ],
  ];

  test.for(payloads)('%s over UDP', async ([name, wrap], { scene }) => {
    const source = `udp::127.0.0.1:7932:${name}`;
    const fandump = await scene.fandump(['-i', source, '-w', scene.path('inner.pcap')]);
    scene.sendDatagrams('127.0.0.1', 7932, inner.map(wrap));
    await fandump.interrupt();
    expect(savedBytes(scene.path('inner.pcap'))).toEqual(hexOf(inner));
  });
});
