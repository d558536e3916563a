import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ethernet, icmp, icmpv6, ipv4, ipv6, type Layer, tcp, udp } from '../../../src/frames/frames';
import { sha1OfBlock } from '../../../src/json/sha1';
import { jsonOf } from '../../support/json-packet';
import { hex } from './samples';

/** Between these addresses, IPv6 where they have colons. */
function idBetween(source: string, destination: string, payload: Layer): string | undefined {
  const addresses = { source, destination };
  const packet = source.includes(':') ? ipv6(addresses, payload) : ipv4(addresses, payload);
  return jsonOf(ethernet({}, packet)).community_id;
}

const ports = (sourcePort: number, destinationPort: number) => ({ sourcePort, destinationPort });
const sctp: Layer = { ipProtocol: 132, build: () => hex('0007 0007 00000000 00000000') };
const rsvp: Layer = { ipProtocol: 46, build: () => hex('10010000') };

describe('the community ID', () => {
  /** The specification's own examples (its baseline folder). */
  test.each([
    ['128.232.110.120', '66.35.250.204', tcp(ports(34855, 80)), '1:LQU9qZlK+B5F3KDmev6m5PMibrg='],
    ['66.35.250.204', '128.232.110.120', tcp(ports(80, 34855)), '1:LQU9qZlK+B5F3KDmev6m5PMibrg='],
    ['192.168.1.52', '8.8.8.8', udp(ports(54585, 53)), '1:d/FP5EW3wiY1vCndhwleRRKHowQ='],
    [
      '2001:470:e5bf:dead:4957:2174:e82c:4887',
      '2607:f8b0:400c:c03::1a',
      tcp(ports(63943, 25)),
      '1:/qFaeAR+gFe1KYjMzVDsMv+wgU4=',
    ],
    ['192.168.170.8', '192.168.170.56', sctp, '1:MP2EtRCAUIZvTw6MxJHLV7N7JDs='],
    ['192.168.0.89', '192.168.0.1', icmp({ type: 8 }), '1:X0snYXpgwiv9TZtqg64sgzUn6Dk='],
    ['192.168.0.1', '192.168.0.89', icmp({ type: 0 }), '1:X0snYXpgwiv9TZtqg64sgzUn6Dk='],
    ['10.0.0.1', '10.0.0.2', icmp({ type: 11 }), '1:YHxtAirCG//0OzkcVAukqKQN9xM='],
    ['fe80::200:86ff:fe05:80da', 'fe80::260:97ff:fe07:69ea', icmpv6({ type: 135 }), '1:dGHyGvjMfljg6Bppwm3bg0LO8TY='],
    ['fe80::260:97ff:fe07:69ea', 'fe80::200:86ff:fe05:80da', icmpv6({ type: 135 }), '1:zavyT/cezQr1fmImYCwYnMXbgck='],
    [
      '3ffe:501:410:0:2c0:dfff:fe47:33e',
      '3ffe:507:0:1:200:86ff:fe05:80da',
      icmpv6({ type: 1, code: 4 }),
      '1:hLZd0XGWojozrvxqE0dWB1iM6R0=',
    ],
    ['10.1.12.1', '10.1.12.2', rsvp, '1:KHlLkgoJW7ifUTyTSgyVfkFHzKw='],
    ['10.1.12.2', '10.1.12.1', rsvp, '1:KHlLkgoJW7ifUTyTSgyVfkFHzKw='],
  ])('of %s to %s is that of the specification', (source, destination, payload, id) => {
    expect(idBetween(source, destination, payload)).toBe(id);
  });

  test('is missing for a packet that belongs to no flow', () => {
    expect(jsonOf(ethernet({}, 'no IP')).community_id).toBeUndefined();
    const fragment = ipv4({ fragmentOffset: 8, protocol: 17 }, 'rest');
    expect(jsonOf(ethernet({}, fragment)).community_id).toBeUndefined();
    expect(jsonOf(ethernet({}, ipv4({}, tcp({}))), { caplen: 14 + 20 + 3 }).community_id).toBeUndefined();
  });
});

describe('SHA-1 of one block', () => {
  test('is what OpenSSL makes of any message of up to 55 bytes', () => {
    const block = new DataView(new ArrayBuffer(64));
    const digest = new Int32Array(5);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 55 }), (message) => {
        message.forEach((byte, index) => {
          block.setUint8(index, byte);
        });
        sha1OfBlock(block, message.length, digest);
        const ours = Buffer.alloc(20);
        digest.forEach((word, index) => {
          ours.writeInt32BE(word, 4 * index);
        });
        expect(ours.toString('hex')).toBe(createHash('sha1').update(message).digest('hex'));
      }),
    );
  });
});
