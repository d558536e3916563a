/** What the native targets begin with, one folder a target; the forms of input are described in their sources. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corporaCaptures } from '../peers/corpora';
import { writePcap } from '../support/pcap-writer';
import { sampleFrames } from '../support/sample-frames';
import { type PacketSeed, packetSeeds } from './packet-seeds';

/** Longer ones cost executions and lead nowhere new. */
const maxSeedBytes = 16 << 10;
const maxFrames = 2000;
const ethernet = 1;
const datagramOffset = 14 + 20 + 8;
const udp = 17;

/** Places in the tables of encap_fuzz.cc. */
const encapsulationCount = 12;
const encapAuto = 9;
const framesFlag = 1;
const strictFlag = 8;
const nestedFlag = 16;
const vxlan = 0;
/** Ethernet that came through no tunnel; see privacy_fuzz.cc. */
const privacyHeader = 4;
/** Of tunnels inside the outermost. */
const insideCount = 7;

export function writeNativeSeeds(folder: string): void {
  const packets = packetSeeds().filter(({ bytes }) => bytes.length <= maxSeedBytes);
  const stride = Math.ceil(packets.length / maxFrames);
  const some = packets.filter((_, index) => index % stride === 0);
  const frames = some.filter(({ linkType }) => linkType === ethernet).map(({ bytes }) => bytes);
  const payloads = frames.filter(isDatagram).map((frame) => frame.slice(datagramOffset));
  const seeds: Record<string, Uint8Array[]> = {
    savefile: corporaCaptures(maxSeedBytes),
    encap: [...some.map(outsideTunnel), ...payloads.flatMap(insideTunnels)],
    steering: [...frames.map((frame) => join8(0, frame)), ...payloads.map((bytes, i) => join8(1 + (i % 7), bytes))],
    'common-line': frames.flatMap((frame) => [join8(0, frame), join8(11, frame)]),
    'transport-checksum': frames.map((frame) => join8(0, frame)),
    privacy: frames.map((frame) => Buffer.concat([new Uint8Array(privacyHeader), frame])),
    tally: frames.filter(({ length }) => length < 256).map(tallyInput),
    'bpf-relocation': [Buffer.from('0305010000000c0180000108000505000000110401000000018100000d00', 'hex')],
    'tunnel-relocation': [Buffer.from('0305010000000c01800001080005050000001108040000000000000000000102030405', 'hex')],
    'steering-file': [Buffer.from('4\n40 0 0 12\n21 0 1 2048\n6 0 0 262144\n6 0 0 0\n')],
    'keeper-requests': keeperSeeds(),
    'opener-policy': [Buffer.from('\x04\x07eth0sensorssensors eth0 # tap\n* lo\n1001 *\nsensors:x:1001:me\n')],
    'opener-program': ['sensors eth0\n', '* *\n', '1000 eth0\n# none\n2000 *\n', 'sensors\n'].map(openerRun),
    'opener-reply': [
      Buffer.concat([Buffer.from([2, 0, 0, 0, 0]), Buffer.from('016f6466030000000000000000000000', 'hex')]),
    ],
  };
  for (const [target, inputs] of Object.entries(seeds)) {
    const place = join(folder, target);
    mkdirSync(place, { recursive: true });
    inputs.forEach((input, index) => {
      writeFileSync(join(place, String(index)), input);
    });
  }
  writePcap(join(folder, 'savefile', 'sample'), sampleFrames);
}

/** All parts of a key, Ethernet, in a tunnel. See tally_fuzz.cc. */
function tallyInput(frame: Uint8Array, index: number): Buffer {
  return Buffer.concat([Buffer.from([0x7f, 0, 7, 1 + (index % 6), frame.length]), frame]);
}

function isDatagram(frame: Uint8Array): boolean {
  return frame.length > datagramOffset && frame[12] === 8 && frame[13] === 0 && frame[14] === 0x45 && frame[23] === udp;
}

function join8(first: number, rest: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.of(first), rest]);
}

/** A frame whose tunnel, if it has any, is found. Places of the link types: see encap_fuzz.cc. */
function outsideTunnel({ bytes, linkType }: PacketSeed): Uint8Array {
  return encapInput(encapAuto, framesFlag, linkType === ethernet ? 0 : 1, bytes);
}

/** A datagram's payload as that of every encapsulation. */
function insideTunnels(payload: Uint8Array): Uint8Array[] {
  const single = Array.from({ length: encapsulationCount }, (_, kind) => encapInput(kind, strictFlag, 0, payload));
  const nested = Array.from({ length: insideCount }, (_, kind) => encapInput(vxlan, nestedFlag, 0, payload, [kind]));
  return [...single, ...nested];
}

function encapInput(
  encapsulation: number,
  flags: number,
  outer: number,
  packet: Uint8Array,
  inside: readonly number[] = [],
): Uint8Array {
  const tunnels = (flags & nestedFlag) === 0 ? [] : [inside.length, ...inside];
  const header = Uint8Array.of(encapsulation, flags, 2, 0, 0, ...tunnels, outer, packet.length >> 8, packet.length);
  return Buffer.concat([header, packet]);
}

/** A file of each path is made, named, run for and deleted. See keeper_requests_fuzz.cc. */
function keeperSeeds(): Buffer[] {
  const names = ['x', 'x-0102', '2026/x', '21%', '11/21/26'];
  const operations = [1, 2, 3, 5, 1, 4];
  const requests = (name: string) =>
    operations.map((operation) => {
      const header = Buffer.from('016b6466000000000000000000000000', 'hex');
      header.writeUInt32LE(operation, 4);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(header.length + name.length);
      return Buffer.concat([length, header, Buffer.from(name)]);
    });
  return names.flatMap((name, path) =>
    [0, 1, 7].map((flags) => Buffer.concat([Buffer.from([flags, path]), ...requests(name)])),
  );
}

/** Every system call succeeds, and eth0 is asked for under this policy. */
function openerRun(policy: string): Uint8Array {
  const results = Buffer.alloc(9);
  const request = Buffer.alloc(32);
  request.writeUInt32LE(0x66646f01, 0);
  request.writeUInt32LE(3, 4);
  request.writeBigInt64LE(-1n, 8);
  request.write('eth0', 16);
  const modeAndOwner = Uint8Array.of(0x81, 0xa4, 0, 0);
  return Buffer.concat([results, request, modeAndOwner, Buffer.from(policy)]);
}
