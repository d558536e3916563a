import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments';
import { captureRequest } from '../../../src/cli/request';
import { UsageError } from '../../../src/cli/usage-error';
import { PlanError } from '../../../src/plan/error';
import { toNativePlan } from '../../../src/plan/native-plan';
import { writesPackets } from '../../../src/plan/plan';
import { resolvePlan } from '../../../src/plan/resolve';
import { acceptsConnections } from '../../../src/plan/sink';

const plan = (...argv: string[]) => resolvePlan(captureRequest(parseArguments(['-i', 'eth0', ...argv])));

describe('-w with a sink', () => {
  test('sends packets on and writes no file', () => {
    const native = toNativePlan(plan('-w', 'udp::10.0.0.5:4789:vni=7:rate=1000'));
    expect(native.save).toBeUndefined();
    expect(native.batch).toBeUndefined();
    expect(native.forward).toEqual({
      kind: 'udp',
      address: '10.0.0.5',
      port: 4789,
      encapsulation: 'vxlan',
      skip: 0,
      vni: 7,
      sourcePorts: 16,
      rate: 1000,
      segment: true,
    });
  });

  test('text beside it does not hold it up', () => {
    const native = toNativePlan(plan('-w', 'udp::10.0.0.5:4789', '--print'));
    expect(native.batch?.lossless).toBe(false);
  });

  test('a path is a file all the same', () => {
    const planned = plan('-w', './udp::x');
    expect(planned.output.save?.value).toBe('./udp::x');
    expect(planned.output.forward).toBeUndefined();
    expect(writesPackets(planned)).toBe(true);
  });

  test('a VNI where no header has one is refused', () => {
    expect(() => plan('-w', 'udp::10.0.0.5:4789:raw:vni=7')).toThrow(PlanError);
  });

  test('--count beside it is refused', () => {
    expect(() => plan('-w', 'udp::10.0.0.5:4789', '--count')).toThrow(/--count/);
  });

  test('the last of several -w counts', () => {
    expect(plan('-w', 'udp::10.0.0.5:4789', '-w', 'f').output).toMatchObject({
      save: { value: 'f' },
      forward: undefined,
    });
  });
});

describe('sinks of other kinds', () => {
  test('an interface', () => {
    expect(toNativePlan(plan('-w', 'af_packet::eth1:rate=5:bypass')).forward).toEqual({
      kind: 'af_packet',
      interface: 'eth1',
      rate: 5,
      bypass: true,
    });
  });

  test('a stream that others read, with the time stamps that are asked for', () => {
    const stream = { kind: 'tcp', address: '::', port: 57012, nanoseconds: true };
    expect(toNativePlan(plan('-w', 'tcp::[::]:57012:readers=3:buffer=2M', '--nano')).forward).toEqual({
      ...stream,
      connects: false,
      bufferBytes: 2 * 1024 ** 2,
      readers: 3,
    });
    expect(toNativePlan(plan('-w', 'tcp+connect::[2001:db8::1]:57012', '--nano')).forward).toEqual({
      ...stream,
      address: '2001:db8::1',
      connects: true,
      bufferBytes: 64 * 1024 ** 2,
      readers: 1,
    });
  });

  test('a stream of pcapng where that is asked for, and of nothing else that is about savefiles', () => {
    const stream = ['-w', 'tcp::127.0.0.1:57012'];
    const native = (...argv: string[]) => toNativePlan(plan(...stream, ...argv)).forward;
    expect(native()).toMatchObject({ pcapng: undefined });
    expect(native('--pcap')).toMatchObject({ pcapng: undefined });
    expect(native('--pcapng')).toMatchObject({ pcapng: { interfacePerVni: false } });
    expect(native('--pcapng', '--interface-per-vni')).toMatchObject({
      pcapng: { application: expect.stringMatching(/^fandump /), interfacePerVni: true },
    });
    expect(() => native('--interface-per-vni')).toThrow(/needs pcapng/);
    expect(() => native('--direct')).toThrow('--direct is about savefiles, and none is written');
    expect(() => plan('-w', 'udp::127.0.0.1:4789', '--pcapng')).toThrow(/none is written/);
  });

  test('only a sink that listens takes connections later', () => {
    expect(acceptsConnections(plan('-w', 'tcp::127.0.0.1:57012').output)).toBe(true);
    expect(acceptsConnections(plan('-w', 'tcp+connect::127.0.0.1:57012').output)).toBe(false);
    expect(acceptsConnections(plan('-w', 'f').output)).toBe(false);
  });
});

describe('--replay, --speed and --loop', () => {
  const replay = (...argv: string[]) => resolvePlan(captureRequest(parseArguments(argv)));
  const sink = ['-w', 'af_packet::eth1'];

  test('say how fast and how often a file is sent on', () => {
    const native = (...argv: string[]) => toNativePlan(replay('-r', 'f', ...sink, ...argv));
    expect(native()).toMatchObject({ replaySpeed: undefined, sources: [{ passes: 1 }] });
    expect(native('--replay').replaySpeed).toBe(1);
    expect(native('--replay', '--speed', '0.5', '--loop', '0')).toMatchObject({
      replaySpeed: 0.5,
      sources: [{ kind: 'savefile', passes: 0 }],
    });
  });

  test.each([['0'], ['-1'], ['fast'], ['1e3'], ['99999999'], ['0.0001']])('--speed %s is refused', (factor) => {
    expect(() => replay('-r', 'f', ...sink, '--speed', factor)).toThrow(UsageError);
  });

  test('a number of passes that is none is refused', () => {
    expect(() => replay('-r', 'f', ...sink, '--loop', 'x')).toThrow(UsageError);
  });

  test.each([
    [['-i', 'eth0', ...sink, '--replay'], /sources are live/],
    [['-r', 'f', '--loop', '2'], /none are/],
    [['-r', 'f', '-w', 'g', '--speed', '2'], /none are/],
    [['-r', 'f', '-r', 'g', ...sink, '--loop', '2'], /several files/],
    [['-r', '-', ...sink, '--loop', '2'], /standard input/],
  ])('%j is refused', (argv, reason) => {
    expect(() => replay(...argv)).toThrow(PlanError);
    expect(() => replay(...argv)).toThrow(reason);
  });
});
