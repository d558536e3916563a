import { describe, expect, test } from 'vitest';
import { SettingsError } from '../../../src/settings/error';
import { parsePcapFile } from '../../../src/settings/pcap-file';

const path = '/etc/pcap.conf';

function failure(text: string): SettingsError {
  try {
    parsePcapFile(text, path);
  } catch (error) {
    if (error instanceof SettingsError) return error;
    throw error;
  }
  throw new Error('the file was accepted');
}

describe('the configuration file', () => {
  test('names groups, modes, a length, queues and CPUs, each with its line', () => {
    const text = [
      '# groups',
      '',
      'fanout = hash+defrag+rollover',
      'def_group = 5',
      'group_eth0=11 # a comment',
      'group_eth0:1 = 12',
      'fanout@11 = QM',
      'CapLen=256',
      'rx_channels@eth0 = 4',
      'combined_channels@eth0=2',
      'channel_eth1=tx=3',
      'irq_eth0_2 = 1,4-5',
    ].join('\n');
    const settings = parsePcapFile(text, path);
    expect(settings.group).toEqual({ value: 5, origin: 'file', text: '/etc/pcap.conf, line 4: def_group = 5' });
    expect(settings.fanout?.value).toEqual({ fanout_mode: 'hash', enable_defrag: true, rollover: true });
    expect([...settings.deviceGroups].map(([device, { value }]) => [device, value])).toEqual([
      ['eth0', 11],
      ['eth0:1', 12],
    ]);
    expect(settings.groupFanouts.get(11)?.value).toEqual({ fanout_mode: 'qm' });
    expect(settings.caplen?.value).toBe(256);
    expect(settings.channels.get('eth0')).toEqual({
      value: { rx: 4, combined: 2 },
      origin: 'file',
      text: '/etc/pcap.conf, line 9: rx_channels@eth0 = 4; /etc/pcap.conf, line 10: combined_channels@eth0=2',
    });
    expect(settings.channels.get('eth1')?.value).toEqual({ tx: 3 });
    expect(settings.interrupts.get('eth0')?.get(2)?.value).toEqual([1, 4, 5]);
  });

  test('rollover alone is the mode of that name', () => {
    expect(parsePcapFile('group=1\nfanout=rollover', path).fanout?.value).toEqual({ fanout_mode: 'rollover' });
  });

  test.each([
    ['group', /line 1: 'group' is not key=value/],
    ['group=1\ngroup=2', /line 2: 'group=2': an earlier line sets it already/],
    ['group=-1', /line 1: '-1' is not a whole number from 0 to 65535/],
    ['group@3=1', /line 1: group takes no @3/],
    ['fanout=hash', /line 1: fanout is for the default group, and the file names none/],
    ['group=1\nfanout=hashfoo', /line 2: 'hashfoo' is not one of/],
    ['group=1\nfanout=cbpf', /line 2: 'cbpf' needs a steering program/],
    ['fanout@x=hash', /line 1: 'x' is not a whole number/],
    ['caplen=0', /line 1: '0' is not a whole number from 1/],
    ['rx_channels=4', /line 1: rx_channels names no device/],
    ['irq_eth0_1=1-', /line 1: '1-' is no list of CPUs/],
    ['pfq_rx_slots=8', /PFQ kernel module/],
    ['> main = ip', /PFQ-lang/],
    ['fanuot@1=hash', /unknown key 'fanuot'/],
  ])('%j is an error with file, line and reason', (text, message) => {
    const error = failure(text);
    expect(error.message).toMatch(/^\/etc\/pcap\.conf, line \d+: /);
    expect(error.message).toMatch(message);
    expect(error.hint).not.toBe('');
  });

  test('a misspelt key is told the right one', () => {
    expect(failure('grup=1').hint).toBe("did you mean 'group'?");
  });

  test('control characters of a line reach no terminal', () => {
    expect(failure('a\x1b[2Jb').message).toContain('\\x1b');
  });
});
