import { describe, expect, test } from 'vitest';
import { splitDevices } from '../../../src/source/devices';
import { formatSource, parseSource } from '../../../src/source/uri';

describe('several devices in one source', () => {
  test.each([
    ['eth0', ['eth0']],
    ['eth0^eth1', ['eth0', 'eth1']],
    ['af_packet::eth0^eth1^eth2', ['af_packet::eth0', 'af_packet::eth1', 'af_packet::eth2']],
    ['eth0:1^eth1:2:fanout=hash', ['eth0:1:fanout=hash', 'eth1:2:fanout=hash']],
    [
      'eth0^eth1:fanout=lb:outer_filter=ip[0]^1=4',
      ['eth0:fanout=lb:outer_filter=ip[0]^1=4', 'eth1:fanout=lb:outer_filter=ip[0]^1=4'],
    ],
    ['eth0:outer_filter=ip[0]^1=4', ['eth0:outer_filter=ip[0]^1=4']],
    ['udp::127.0.0.1:4789', ['udp::127.0.0.1:4789']],
  ])('%s', (text, expected) => expect(splitDevices(text)).toEqual(expected));

  test.each(['eth0^', '^eth0', 'eth0^^eth1'])('%s lacks a device', (text) => {
    expect(() => splitDevices(text)).toThrow(/missing device beside \^/);
  });
});

describe('virtual devices', () => {
  test('have a number behind the interface', () => {
    expect(parseSource('eth0:1:fanout_id=5')).toMatchObject({ interface: 'eth0', alias: 1, options: { fanout_id: 5 } });
    expect(formatSource(parseSource('eth0:1:fanout_id=5'))).toBe('af_packet::eth0:1:fanout_id=5');
  });

  test('a number that is glued to something is none', () => {
    expect(() => parseSource('eth0:1x')).toThrow(/unknown af_packet option '1x'/);
  });
});

describe('mode strings', () => {
  test('switch defrag and rollover on', () => {
    expect(parseSource('eth0:fanout=hash+defrag+rollover').options).toEqual({
      fanout_mode: 'hash',
      enable_defrag: true,
      rollover: true,
    });
    expect(() => parseSource('eth0:fanout=hash+defrag:defrag=F')).toThrow(/enable_defrag is already set/);
    expect(() => parseSource('eth0:fanout=hash+defarg')).toThrow(/fanout_mode/);
  });
});

describe('queues and interrupts', () => {
  test('are numbers by kind, and CPUs by queue', () => {
    const source = parseSource('eth0:channels=rx=4,tx=2:irq.0=2:irq.1=3-4');
    expect(source.options).toEqual({ channels: { rx: 4, tx: 2 }, irq: { 0: [2], 1: [3, 4] } });
    expect(parseSource(formatSource(source))).toEqual(source);
    expect(parseSource('eth0:channels=8').options).toEqual({ channels: { combined: 8 } });
  });

  test.each([
    ['eth0:channels=rxx=4', /'rxx' is no kind of queue/],
    ['eth0:channels=rx=4,rx=2', /rx is given twice/],
    ['eth0:channels=0', /whole number/],
    ['eth0:irq.x=1', /names no queue/],
    ['eth0:irq.1=a', /no list of CPUs/],
  ])('%s is refused', (text, message) => expect(() => parseSource(text)).toThrow(message));
});
