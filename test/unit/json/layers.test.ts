import { describe, expect, test } from 'vitest';
import { ethernet, ipv4, ipv6, tcp, udp, vlan, vxlan } from '../../../src/frames/frames';
import { jsonOf } from '../../support/json-packet';
import { hex, jsonSamples } from './samples';

const names = (bytes: Uint8Array, linkType = 1): string[] =>
  jsonOf(bytes, { linkType }).layers.map(({ layer }) => layer);

describe('each protocol', () => {
  test.each(jsonSamples)('shows $title', ({ bytes, linkType, layer }) => {
    expect(jsonOf(bytes, { linkType: linkType ?? 1 }).layers.at(-1)).toEqual(layer);
  });
});

describe('layers', () => {
  test('follow each other from the link inwards, through tags and tunnels', () => {
    const inner = ethernet({}, ipv6({}, udp({}, 'x')));
    const outer = ethernet({}, vlan({ id: 1 }, ipv4({}, udp({ destinationPort: 4789 }, vxlan({ vni: 5 }, inner)))));
    expect(names(outer)).toEqual(['ethernet', 'vlan', 'ipv4', 'udp', 'vxlan', 'ethernet', 'ipv6', 'udp']);
  });

  test('are none for a link type that is not known', () => {
    expect(names(hex('00'), 147)).toEqual([]);
  });

  test('end where the captured bytes do, with the members that were whole', () => {
    const frame = ethernet({}, ipv4({}, tcp({ sequence: 77 })));
    const { layers } = jsonOf(frame, { caplen: 14 + 20 + 9 });
    expect(layers.map((layer) => layer.truncated ?? false)).toEqual([false, false, true]);
    expect(layers[2]).toEqual({
      layer: 'tcp',
      source_port: 40000,
      destination_port: 443,
      sequence: 77,
      truncated: true,
    });
  });

  test('that the wire has and the snapshot has not are named as truncated', () => {
    const { layers } = jsonOf(ethernet({}, ipv4({}, udp({}))), { caplen: 14 + 20 });
    expect(layers[2]).toEqual({ layer: 'udp', truncated: true });
  });

  test('do not read what an Ethernet frame is padded with', () => {
    const padded = new Uint8Array(60);
    padded.set(ethernet({}, ipv4({}, udp({ sourcePort: 53, destinationPort: 53 }, ''))));
    expect(names(padded)).toEqual(['ethernet', 'ipv4', 'udp']);
  });

  test('that contradict themselves say so and end there', () => {
    const frame = ethernet({}, ipv4({ totalLength: 7 }, udp({})));
    expect(jsonOf(frame).layers.at(-1)).toMatchObject({ layer: 'ipv4', malformed: true });
  });

  test('are cut off at a number that no real packet reaches', () => {
    const packet = jsonOf(hex(`020000000002 020000000001 ${'8100 0001'.repeat(100)} 88b5 00`));
    expect(packet.layers).toHaveLength(64);
    expect(packet.layers_omitted).toBe(true);
  });

  test('of an ICMP error that is quoted do not quote again', () => {
    const quoted = hex(
      '45000038000000004001000 0 0a0000010a000002 0301000000000000 4500001c00000000401100000a0000010a000002',
    );
    const frame = ethernet({}, ipv4({ protocol: 1 }, hex(`0301000000000000 ${Buffer.from(quoted).toString('hex')}`)));
    const { layers } = jsonOf(frame);
    expect(layers).toHaveLength(3);
    expect(layers[2]).toMatchObject({ quoted: [{ layer: 'ipv4' }, { layer: 'icmp', type: 3 }] });
  });
});

describe('DNS names', () => {
  const message = (name: string) =>
    jsonOf(
      ethernet({}, ipv4({}, udp({ destinationPort: 53 }, hex(`0001 0100 0001 0000 0000 0000 ${name} 0001 0001`)))),
    );
  const question = (name: string) => {
    const layer = message(name).layers[3];
    if (layer.layer !== 'dns' || layer.questions === undefined) throw new Error('no questions');
    return layer.questions[0];
  };

  test('show the root as a dot', () => expect(question('00').name).toBe('.'));
  test('keep a dot inside a label apart from those between labels', () => {
    expect(question('03 612e62 01 63 00').name).toBe('a\\.b.c');
  });
  test('are read as UTF-8', () => expect(question('02 c3a9 00').name).toBe('é'));
  test('with a pointer to themselves end the message as malformed', () => {
    expect(message('c00c').layers[3]).toMatchObject({ layer: 'dns', malformed: true, questions: [{ name: '.' }] });
  });
});
