import { linkSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';
import { captureRequest } from '../../../src/cli/request';
import type { NativeSource } from '../../../src/engine/native';
import { PlanError } from '../../../src/plan/error';
import { toNativePlan } from '../../../src/plan/native-plan';
import { resolvePlan } from '../../../src/plan/resolve';

function plan(...argv: string[]) {
  return resolvePlan(captureRequest(parseArguments(argv)));
}

function option(name: string, ...argv: string[]) {
  const [source] = plan(...argv).sources;
  if (source.backend === 'savefile') throw new Error('a savefile has no options');
  return (source.options as Record<string, unknown>)[name];
}

/** The addon's source for a command line. */
function native<Kind extends NativeSource['kind']>(kind: Kind, ...argv: string[]) {
  const [source] = toNativePlan(plan(...argv)).sources;
  expect(source.kind).toBe(kind);
  return source as Extract<NativeSource, { kind: Kind }>;
}

describe('where an option comes from', () => {
  const redef = 'AF_Packet::buffer_size=1048576';

  test('the default, when nobody sets it', () => {
    expect(option('buffer_size', '-i', 'eth0')).toEqual({ value: 134217728, origin: 'default', text: '' });
  });

  test('a redef goes before the default', () => {
    expect(option('buffer_size', '-i', 'eth0', redef)).toEqual({ value: 1048576, origin: 'redef', text: redef });
  });

  test('the URI goes before a redef', () => {
    const uri = 'eth0:buffer_size=2M';
    expect(option('buffer_size', '-i', uri, redef)).toEqual({ value: 2097152, origin: 'uri', text: uri });
  });

  test('a flag goes before the URI', () => {
    expect(option('buffer_size', '-B', '3072', '-i', 'eth0:buffer_size=2M', redef)).toEqual({
      value: 3145728,
      origin: 'flag',
      text: '-B 3072',
    });
  });

  test('of two redefs the last one counts', () => {
    expect(option('buffer_size', '-i', 'eth0', redef, 'AF_Packet::buffer_size=65536')).toMatchObject({ value: 65536 });
  });

  test('a redef of another backend changes nothing', () => {
    expect(option('udp_recv_buffer_size', '-i', 'udp::127.0.0.1:4789', redef)).toMatchObject({ origin: 'default' });
  });

  test('-p turns promiscuous mode off, -y sets the link type of either backend', () => {
    expect(option('promiscuous', '-p', '-i', 'eth0')).toMatchObject({ value: false, text: '-p' });
    expect(option('link_type', '-y', 'raw', '-i', 'eth0')).toMatchObject({ value: 101 });
    expect(option('dlt', '-y', 'RAW', '-i', 'udp::127.0.0.1:1')).toMatchObject({ value: 'raw' });
  });

  test('-p holds for the interfaces among the sources', () => {
    expect(() => plan('-p', '-i', 'eth0', '-i', 'udp::127.0.0.1:1')).not.toThrow();
  });

  test('-p and -B may stand beside -r, as in tcpdump', () => {
    expect(() => plan('-p', '-B', '64', '-r', 'f')).not.toThrow();
  });

  test('a plan is plain data', () => {
    const whole = plan('-i', 'eth0:fanout=lb', '-w', 'f', 'tcp');
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
  });
});

describe('things that do not go together', () => {
  test.each([
    [['-r', 'f', '-i', 'eth0'], '-r reads a file and -i the network: one at a time'],
    [
      ['-i', 'eth0:workers=2:enable_fanout=F'],
      'af_packet::eth0: workers share packets out by a fanout group, and enable_fanout=F forbids one',
    ],
    [['-r', 'f', '-Q', 'in'], '-Q in: only packets of an interface have a direction'],
    [['-i', 'udp::127.0.0.1:1', '-Q', 'out'], '-Q out: only packets of an interface have a direction'],
    [['-r', 'f', '--workers', '2'], '--workers 2 is about threads of live captures, and there is none'],
    [['-i', 'tcp::0.0.0.0:1', '--cpus', '0-1'], '--cpus 0-1 is about threads of live captures, and there is none'],
    [['-r', 'f', '-y', 'RAW'], '-y RAW: f has link types of its own'],
    [['-i', 'tcp::0.0.0.0:1', '-B', '64'], '-B 64: tcp::0.0.0.0:1 has no buffer of the kernel to set the size of'],
    [['-i', 'udp::127.0.0.1:1', '-p'], '-p: udp::127.0.0.1:1 has no promiscuous mode'],
    [['-i', 'eth0', '--restore'], '--restore puts back what channels and irq.N have changed, and neither is given'],
    [['-r', 'f', '-w', 'g', '--count'], '--count prints a number instead of writing packets: not with -w'],
    [['-r', 'f', '-w', '-', '--print'], '-w - and --print would mix packets and text on standard output'],
    [['-i', 'eth0:buffer_size=16k'], 'af_packet::eth0: buffer_size 16k is smaller than its block_size 32k'],
    [['-i', 'eth0:defrag'], 'af_packet::eth0: enable_defrag belongs to a fanout group, and none is joined'],
    [['-i', 'eth0:rollover'], 'af_packet::eth0: rollover belongs to a fanout group, and none is joined'],
    [['-i', 'eth0:fanout=rollover:rollover'], 'af_packet::eth0: the mode rollover takes no option rollover'],
    [
      ['-i', 'udp::127.0.0.1:1:auto:fanout=inner:workers=2'],
      'udp::127.0.0.1:1: fanout=inner has to know the tunnel, and auto finds it by its header',
    ],
    [
      ['-i', 'udp::127.0.0.1:1:vxlan+vxlan:inner_port=7:fanout=inner:workers=2'],
      'udp::127.0.0.1:1: fanout=inner finds tunnels in tunnels by their assigned ports',
    ],
    [
      ['-i', 'udp::127.0.0.1:1:vxlan+gue:dlt=raw:fanout=inner:workers=2'],
      'udp::127.0.0.1:1: fanout=inner goes by the headers of tunnels in tunnels, not by dlt',
    ],
    [
      ['-i', 'udp::0.0.0.0:1:group=239.1.1.1%eth0:workers=2'],
      'udp::0.0.0.0:1: the kernel gives datagrams to 239.1.1.1 to every worker, not to one of them',
    ],
    [
      ['-i', 'udp::[::]:1:group=[ff05::1],239.1.1.1', '--workers', 'auto'],
      'udp::[::]:1: the kernel gives datagrams to ff05::1 to every worker, not to one of them',
    ],
    [
      ['-i', 'udp::10.0.0.1,239.1.1.1:1:workers=2'],
      'udp::10.0.0.1,239.1.1.1:1: the kernel gives datagrams to 239.1.1.1 to every worker, not to one of them',
    ],
    [['-i', 'udp::0.0.0.0,127.0.0.1:1'], 'udp::0.0.0.0,127.0.0.1:1: 0.0.0.0 is every address, 127.0.0.1 too'],
    [['-i', 'udp::[::1],[::]:1'], 'udp::[::1],[::]:1: :: is every address, ::1 too'],
    [
      ['-i', 'udp::255.255.255.255:1', '--workers', '3'],
      'udp::255.255.255.255:1: the kernel gives datagrams to 255.255.255.255 to every worker, not to one of them',
    ],
    [
      ['-i', 'udp::0.0.0.0:1:group=239.1.1.1:fanout=inner:group_size=2'],
      'udp::0.0.0.0:1: the kernel gives datagrams to 239.1.1.1 to every member, not to one of them',
    ],
    [
      ['-i', 'udp::127.0.0.1:1:skip=128:recvmmsg_buffer_size=128'],
      'udp::127.0.0.1:1: skip=128 leaves nothing of a datagram of recvmmsg_buffer_size 128',
    ],
    [
      ['-i', 'eth0:fanout=inner:fanout_id=7:group_size=2:slot=2'],
      'af_packet::eth0: slot=2 of group_size=2: slots count from 0',
    ],
    [
      ['-i', 'udp::127.0.0.1:1:fanout=inner:group_size=2:workers=3'],
      'udp::127.0.0.1:1: 3 workers do not fit into group_size=2',
    ],
    [['-i', 'eth0:decap_port=4790'], 'af_packet::eth0: decap_port is the port of a tunnel, and none is looked into'],
  ])('%s', (argv, message) => {
    expect(() => plan(...argv)).toThrow(PlanError);
    expect(() => plan(...argv)).toThrow(expect.objectContaining({ message, hint: expect.stringMatching(/./) }));
  });

  test('a flag with a value that its option cannot have is refused under the name of the flag', () => {
    expect(() => plan('-i', 'eth0', '--workers', '0')).toThrow("--workers 0: '0' is not a whole number");
  });

  test.each([
    ['udp::0.0.0.0:1:group=239.1.1.1'],
    ['udp::0.0.0.0,127.0.0.1:1:reuseport'],
    ['udp::0.0.0.0,[::],127.0.0.1:1:workers=2'],
    ['udp::0.0.0.0,[::1]:1'],
    ['udp::0.0.0.0:1:group=239.1.1.1:reuseport'],
    ['udp::0.0.0.0:1:workers=2'],
    ['udp::0.0.0.0:1:skip=127:recvmmsg_buffer_size=128'],
    ['udp::0.0.0.0:1:fanout=inner:group_size=2:workers=2'],
    ['eth0:fanout=inner:fanout_id=7:group_size=2:slot=1'],
    ['eth0:fanout=inner:decap_port=4790'],
  ])('%s is taken', (source) => {
    expect(() => plan('-i', source)).not.toThrow();
  });

  test('threads are taken where one of the sources is live', () => {
    expect(() => plan('-i', 'tcp::0.0.0.0:1', '-i', 'eth0', '--workers', '2', '--cpus', '0')).not.toThrow();
  });
});

describe('what the addon is asked for', () => {
  test('an interface without options has the defaults, and joins no group', () => {
    expect(native('af_packet', '-i', 'eth0')).toEqual({
      kind: 'af_packet',
      interface: 'eth0',
      bufferSize: 134217728,
      blockSize: 32768,
      blockTimeoutMs: 10,
      hardwareTimestamps: false,
      promiscuous: true,
      ignoreOutgoing: false,
      linkType: -1,
      fanoutMode: -1,
      fanoutId: -1,
      fanoutDefrag: false,
      fanoutRollover: false,
      workers: 1,
      cpus: [],
    });
  });

  test.each([
    [['eth0:fanout=lb'], { fanoutMode: 1, fanoutId: 23 }],
    [['eth0:fanout_id=7'], { fanoutMode: 0, fanoutId: 7 }],
    [['eth0:fanout_id=auto'], { fanoutMode: 0, fanoutId: -1 }],
    [['eth0:enable_fanout'], { fanoutMode: 0, fanoutId: 23 }],
    [['eth0', 'AF_Packet::fanout_id=24'], { fanoutMode: 0, fanoutId: 24 }],
    [['eth0', 'AF_Packet::fanout_id=24', 'AF_Packet::enable_fanout=F'], { fanoutMode: -1 }],
    [['eth0:fanout=qm:defrag:rollover'], { fanoutMode: 5, fanoutDefrag: true, fanoutRollover: true }],
  ])('%s: %o', ([uri, ...words], expected) => {
    expect(native('af_packet', '-i', uri, ...words)).toMatchObject(expected);
  });

  test('a UDP source without options strips VXLAN and lets GENEVE name the link type', () => {
    expect(native('udp', '-i', 'udp::[::]:4789')).toEqual({
      kind: 'udp',
      endpoints: [{ address: '::', port: 4789 }],
      groups: [],
      encapsulation: 'vxlan',
      inside: [],
      insidePort: 0,
      strict: false,
      skip: 0,
      linkType: -1,
      reusePort: false,
      receiveBufferSize: 16777216,
      batchSize: 1024,
      datagramSize: 9248,
      gro: 'auto',
      implementation: 'recvmmsg',
      busyPollUs: 0,
      workers: 1,
      cpus: [],
    });
  });

  test.each([
    ['raw:dlt=raw', { encapsulation: 'skip', skip: 0, linkType: 101 }],
    ['skip=12:dlt=en10mb', { encapsulation: 'skip', skip: 12, linkType: 1 }],
    ['geneve+vxlan:dlt=ppp:reuseport', { encapsulation: 'geneve+vxlan', linkType: 9, reusePort: true }],
    ['vxlan+geneve+gue:inner_port=9', { encapsulation: 'vxlan', inside: ['geneve', 'gue'], insidePort: 9 }],
    ['vxlan-gpe:strict', { encapsulation: 'vxlan-gpe', inside: [], strict: true }],
  ])('udp with %s: %o', (options, expected) => {
    expect(native('udp', '-i', `udp::127.0.0.1:4789:${options}`)).toMatchObject(expected);
  });

  test('packets cross to JavaScript only when they are printed', () => {
    expect(toNativePlan(plan('-r', 'f', '-w', 'g')).batch).toBeUndefined();
    expect(toNativePlan(plan('-r', 'f', '--count')).batch).toBeUndefined();
    expect(toNativePlan(plan('-r', 'f')).batch).toMatchObject({ lossless: true });
  });

  test('printing beside a live savefile loses lines before it loses packets of the file', () => {
    expect(toNativePlan(plan('-i', 'eth0')).batch).toMatchObject({ lossless: true });
    expect(toNativePlan(plan('-i', 'eth0', '-w', 'g', '--print')).batch).toMatchObject({ lossless: false });
    expect(toNativePlan(plan('-r', 'f', '-w', 'g', '--print')).batch).toMatchObject({ lossless: true });
  });

  test('the savefile has microseconds unless --nano, and is flushed with -U', () => {
    expect(toNativePlan(plan('-r', 'f', '-w', 'g')).save).toMatchObject({
      path: 'g',
      nanoseconds: false,
      flushEachBatch: false,
    });
    expect(toNativePlan(plan('-r', 'f', '-w', 'g', '--nano', '-U')).save).toMatchObject({
      path: 'g',
      nanoseconds: true,
      flushEachBatch: true,
    });
  });

  test('CHECKSUM_OFF is -K', () => {
    expect(plan('-i', 'eth0', 'AF_Packet::checksum_validation_mode=CHECKSUM_OFF').print.noChecksum).toBe(true);
    expect(plan('-i', 'eth0').print.noChecksum).toBe(false);
  });

  test('CHECKSUM_KERNEL trusts what the kernel says of a checksum', () => {
    expect(plan('-i', 'eth0', 'AF_Packet::checksum_validation_mode=CHECKSUM_KERNEL').print.trustKernel).toBe(true);
    expect(plan('-i', 'eth0').print.trustKernel).toBe(false);
  });

  const off = 'eth1:checksum_validation_mode=off';
  const kernel = 'eth1:checksum_validation_mode=kernel';
  test.each([
    [['-i', 'eth0', '-i', off], 'af_packet::eth0 has checksum_validation_mode=on, and af_packet::eth1 has off'],
    [['-i', kernel, '-i', 'eth0'], 'af_packet::eth1 has checksum_validation_mode=kernel, and af_packet::eth0 has on'],
    [
      ['-i', 'udp::127.0.0.1:1', '-i', off],
      'af_packet::eth1 has checksum_validation_mode=off, and udp::127.0.0.1:1 has on',
    ],
  ])('sources that check checksums in different ways are refused: %o', (argv, message) => {
    expect(() => plan(...argv)).toThrow(`${message}: all lines are checked in one way`);
  });

  test.each([
    [['-i', kernel, '-i', 'udp::127.0.0.1:1']],
    [['-i', off, '-i', 'eth0', '-K']],
    [['-i', off, '-i', 'eth0', '-w', 'f']],
  ])('who checks is of no matter to %o', (argv) => {
    expect(() => plan(...argv)).not.toThrow();
  });
});

describe('reading and writing at once', () => {
  test('a savefile is never written over itself, whatever name it is called by', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fandump-plan-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [file, link] = ['in.pcap', 'link.pcap'].map((name) => join(folder, name));
    writeFileSync(file, '');
    linkSync(file, link);
    expect(() => plan('-r', file, '-w', link)).toThrow(/are the same file/);
    expect(() => plan('-r', file, '-w', join(folder, 'out.pcap'))).not.toThrow();
  });
});

describe('a savefile that cannot be looked at', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fandump-plan-'));
  const at = (name: string) => join(folder, name);
  writeFileSync(at('in.pcap'), '');
  symlinkSync('loop', at('loop'));
  afterAll(() => rmSync(folder, { recursive: true }));

  // EACCES is the same to stat(2), and root does not meet it.
  test.each([
    ['below a file (ENOTDIR)', 'in.pcap/x'],
    ['through links in a circle (ELOOP)', 'loop'],
    ['by a name that is too long (ENAMETOOLONG)', 'x'.repeat(256)],
  ])('%s is left to whoever opens it', (_title, name) => {
    expect(() => plan('-r', at('in.pcap'), '-w', at(name))).not.toThrow();
    expect(() => plan('-r', at(name), '-w', at('out.pcap'))).not.toThrow();
  });
});

describe('workers', () => {
  test('of an interface have a fanout group of their own, which nobody else is in', () => {
    expect(native('af_packet', '-i', 'eth0', '--workers', '3')).toMatchObject({
      workers: 3,
      fanoutMode: 0,
      fanoutId: -1,
    });
  });

  test.each([
    ['workers=2:fanout_id=7:fanout=lb', { fanoutMode: 1, fanoutId: 7 }],
    ['workers=2:fanout=lb', { fanoutMode: 1, fanoutId: 23 }],
    ['workers=2:enable_fanout', { fanoutMode: 0, fanoutId: 23 }],
    ['workers=2:fanout=lb:fanout_id=auto', { fanoutMode: 1, fanoutId: -1 }],
  ])('join the group that is asked for: %s', (options, expected) => {
    expect(native('af_packet', '-i', `eth0:${options}`)).toMatchObject(expected);
  });

  test('share a UDP port', () => {
    expect(native('udp', '-i', 'udp::127.0.0.1:4789:workers=2')).toMatchObject({ workers: 2, reusePort: true });
  });

  test('that share a port by the flow inside are the whole group, and get each datagram by itself', () => {
    const source = 'udp::127.0.0.1:4789:fanout=inner:workers=2';
    expect(native('udp', '-i', source)).toMatchObject({ gro: 'off', steering: { kind: 'inner', groupSize: 2 } });
    expect(native('udp', '-i', `${source}:group_size=4`)).toMatchObject({ steering: { groupSize: 4 } });
  });

  test('are as many as the CPUs they are pinned to when nobody says how many', () => {
    expect(native('af_packet', '-i', 'eth0', '--workers', 'auto', '--cpus', '2-4')).toMatchObject({
      workers: 3,
      cpus: [2, 3, 4],
    });
  });

  test('are pinned to the CPUs of their source rather than to those of all', () => {
    const { sources } = toNativePlan(plan('-i', 'eth0:pin=1,3', '-i', 'eth1', '--cpus', '5'));
    expect(sources.map(({ cpus }) => cpus)).toEqual([[1, 3], [5]]);
  });

  test('write a file each when its name says so', () => {
    expect(toNativePlan(plan('-i', 'eth0', '-w', 'out.%w.pcap')).save?.perWorker).toBe(true);
  });

  test('have one file of invalid datagrams together, whatever its name; --force is for it, too', () => {
    const argv = ['-i', 'udp::127.0.0.1:4789', '-w', 'out.%w.pcap', '--invalid', 'bad.%w.pcap'];
    expect(toNativePlan(plan(...argv)).invalid).toMatchObject({ perWorker: false, force: false });
    expect(toNativePlan(plan(...argv, '--force')).invalid).toMatchObject({ perWorker: false, force: true });
  });
});
