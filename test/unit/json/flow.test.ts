import { describe, expect, test } from 'vitest';
import { ethernet, geneve, icmp, ipv4, type Layer, tcp, udp } from '../../../src/frames/frames';
import type { PacketJson } from '../../../src/json/schema';
import { JsonLines, jsonOf, recordOf } from '../../support/json-packet';

const forth = { source: '192.0.2.9', destination: '192.0.2.1' };
const back = { source: '192.0.2.1', destination: '192.0.2.9' };
const request = { sourcePort: 40000, destinationPort: 7777 };
const reply = { sourcePort: 7777, destinationPort: 40000 };

function originator(packet: PacketJson): string {
  return `${packet['id.orig_h']}:${packet['id.orig_p']} > ${packet['id.resp_h']}:${packet['id.resp_p']}`;
}

function originators(...packets: Layer[]): string[] {
  const lines = new JsonLines();
  return packets.map((packet) => originator(lines.packet(ethernet({}, packet))));
}

const expected = '192.0.2.9:40000 > 192.0.2.1:7777';

describe('the flow', () => {
  test('has the sender of its first packet as originator, in both directions', () => {
    const [first, second] = originators(ipv4(forth, udp(request)), ipv4(back, udp(reply)));
    expect(first).toBe(expected);
    expect(second).toBe(expected);
  });

  test('that begins at the server in the middle of a connection is turned by the port', () => {
    const web = ipv4(back, tcp({ sourcePort: 443, destinationPort: 40000, flags: '.' }));
    expect(originators(web)).toEqual(['192.0.2.9:40000 > 192.0.2.1:443']);
    const answer = ipv4(back, tcp({ sourcePort: 443, destinationPort: 40000, flags: 'S.' }));
    expect(originators(answer)).toEqual(['192.0.2.9:40000 > 192.0.2.1:443']);
    const dns = ipv4(back, udp({ sourcePort: 53, destinationPort: 40000 }, ''));
    expect(originators(dns)).toEqual(['192.0.2.9:40000 > 192.0.2.1:53']);
  });

  test('is not turned where a SYN says who begins', () => {
    const scan = ipv4(back, tcp({ sourcePort: 443, destinationPort: 40000, flags: 'S' }));
    expect(originators(scan)).toEqual(['192.0.2.1:443 > 192.0.2.9:40000']);
  });

  test('of an echo has the types of request and reply as ports', () => {
    expect(originators(ipv4(forth, icmp({ type: 8 })), ipv4(back, icmp({ type: 0 })))).toEqual([
      '192.0.2.9:8 > 192.0.2.1:0',
      '192.0.2.9:8 > 192.0.2.1:0',
    ]);
  });

  test('is that of the innermost packet, not of the tunnel, and not of what an error quotes', () => {
    const inner = ethernet({}, ipv4(forth, udp(request)));
    const tunnel = ethernet({}, ipv4({}, udp({ destinationPort: 6081 }, geneve({}, inner))));
    expect(originator(jsonOf(tunnel))).toBe(expected);
    const quoted = ipv4(forth, udp(request)).build();
    expect(jsonOf(ethernet({}, ipv4(back, icmp({ type: 3, code: 3 }, quoted))))).toMatchObject({
      'id.orig_h': '192.0.2.1',
      'id.orig_p': 3,
      'id.resp_p': 3,
      proto: 'icmp',
    });
  });

  test('has the number of a protocol that Zeek has no word for', () => {
    const packet = jsonOf(ethernet({}, ipv4({ protocol: 47 }, 'xxxx')));
    expect(packet).toMatchObject({ proto: 'unknown_transport', ip_proto: 47, 'id.orig_p': 0, 'id.resp_p': 0 });
  });

  test('keeps its ID and originator among a hundred thousand others', () => {
    const lines = new JsonLines();
    const first = lines.packet(ethernet({}, ipv4(forth, udp(request))));
    const frame = ethernet({}, ipv4({ source: '10.0.0.1' }, udp({ destinationPort: 1 })));
    const view = new DataView(frame.buffer);
    const record = recordOf(frame);
    for (let i = 0; i < 150_000; i++) {
      view.setUint32(14 + 16, i);
      lines.line(record);
    }
    const last = lines.packet(ethernet({}, ipv4(back, udp(reply))));
    expect(originator(last)).toBe(expected);
    expect(last.community_id).toBe(first.community_id);
  });
});
