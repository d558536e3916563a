import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SettingsError } from '../../../src/settings/error';
import { pcapSettings, readPcapSettings } from '../../../src/settings/pcap';
import { type Environment, PcapEnvironment } from '../../../src/settings/pcap-environment';
import { parsePcapFile } from '../../../src/settings/pcap-file';

function settings(environment: Environment, file = '') {
  return pcapSettings(new PcapEnvironment(environment), parsePcapFile(file, 'file'));
}

/** Values of a device's options. */
function values(device: string, environment: Environment, file = '', group?: number) {
  const options = settings(environment, file).optionsOf(device, group);
  return Object.fromEntries(Object.entries(options).map(([name, { value }]) => [name, value]));
}

describe('groups', () => {
  test('the environment goes before the file', () => {
    expect(values('eth0', { PCAP_GROUP: '7' }, 'group=5')).toEqual({ fanout_id: 7 });
    expect(values('eth0', {}, 'group=5')).toEqual({ fanout_id: 5 });
  });

  test("a device's own goes before the default one, wherever it stands", () => {
    expect(values('eth0', { PCAP_GROUP: '7' }, 'group_eth0=5')).toEqual({ fanout_id: 5 });
    expect(values('eth0', { PCAP_GROUP_eth0: '9' }, 'group_eth0=5')).toEqual({ fanout_id: 9 });
    expect(values('eth1', { PCAP_GROUP_eth0: '9' })).toEqual({});
  });

  test('virtual devices have groups of their own', () => {
    const file = 'group_eth0=1\ngroup_eth0:1=2';
    expect(values('eth0:1', {}, file)).toEqual({ fanout_id: 2 });
    expect(values('eth0', {}, file)).toEqual({ fanout_id: 1 });
    expect(values('eth0:2', {}, file)).toEqual({});
  });

  test("a variable's name has underscores for what it cannot hold", () => {
    expect(values('br-lan.7:1', { PCAP_GROUP_br_lan_7_1: '3' })).toEqual({ fanout_id: 3 });
    expect(values('my_dev', { PCAP_GROUP_my_dev: '4' })).toEqual({ fanout_id: 4 });
    expect(values('eth0:1', { 'PCAP_GROUP_eth0:1': '5' })).toEqual({ fanout_id: 5 });
  });

  test('each value says where it stands', () => {
    expect(settings({ PCAP_GROUP: '7' }).optionsOf('eth0').fanout_id).toEqual({
      value: 7,
      origin: 'environment',
      text: 'PCAP_GROUP=7',
    });
  });
});

describe('modes', () => {
  test('PCAP_FANOUT is for the default group, and goes before the file', () => {
    const environment = { PCAP_GROUP: '7', PCAP_FANOUT: 'lb+defrag' };
    expect(values('eth0', environment, 'fanout@7=cpu')).toEqual({
      fanout_id: 7,
      fanout_mode: 'lb',
      enable_defrag: true,
    });
    expect(values('eth0', environment, 'group_eth0=8\nfanout@8=cpu')).toEqual({ fanout_id: 8, fanout_mode: 'cpu' });
  });

  test('the mode is that of the group that a stronger setting has named', () => {
    expect(values('eth0', {}, 'group=5\nfanout=lb\nfanout@6=qm', 6)).toEqual({ fanout_id: 5, fanout_mode: 'qm' });
  });

  test("the file's own is for the group that the file names, whatever PCAP_GROUP says", () => {
    expect(values('eth0', { PCAP_GROUP: '7' }, 'group=5\nfanout=lb')).toEqual({ fanout_id: 7 });
    expect(values('eth0', { PCAP_GROUP_eth0: '5', PCAP_GROUP: '7' }, 'group=5\nfanout=lb')).toEqual({
      fanout_id: 5,
      fanout_mode: 'lb',
    });
  });

  test('of a file that names no group are refused though PCAP_GROUP names one', () => {
    expect(() => settings({ PCAP_GROUP: '7' }, 'fanout=lb')).toThrow(/line 1: fanout is for the default group/);
  });

  test('PCAP_FANOUT without a group is an error', () => {
    expect(() => settings({ PCAP_FANOUT: 'hash' })).toThrow(/PCAP_FANOUT: .*none is named/);
  });

  test('a wrong value names its variable', () => {
    expect(() => settings({ PCAP_GROUP: '70000' })).toThrow(/^PCAP_GROUP: '70000'/);
    expect(() => settings({ PCAP_GROUP_eth0: 'x' }).optionsOf('eth0')).toThrow(SettingsError);
    expect(settings({ PCAP_GROUP_eth0: 'x' }).optionsOf('eth1')).toEqual({});
  });
});

describe('queues and interrupts', () => {
  test('PCAP_CHANNEL and PCAP_IRQ name a device, by any of its names', () => {
    const environment = { PCAP_CHANNEL_eth0: 'rx=2,tx=1', PCAP_IRQ_eth0_3: '0-1' };
    expect(values('eth0:4', environment, 'irq_eth0_1=5\nirq_eth0_3=6')).toEqual({
      channels: { rx: 2, tx: 1 },
      irq: { 1: [5], 3: [0, 1] },
    });
    expect(values('eth1', environment)).toEqual({});
  });

  test.each(['PCAP_IRQ_eth0_x', 'PCAP_IRQ_eth0_1234567', 'PCAP_IRQ_eth0'])('%s names no queue of eth0', (name) => {
    const refusal = expect.objectContaining({
      message: `${name}: it names no queue`,
      hint: 'write PCAP_IRQ_eth0_0=CPUS',
    });
    expect(() => values('eth0', { [name]: '0' })).toThrow(refusal);
    expect(values('eth1', { [name]: '0' })).toEqual({});
    expect(values('eth0', { [name]: '' })).toEqual({});
  });

  test("PCAP_IRQ of a device whose name begins as another's is not the other's", () => {
    expect(values('eth0', { PCAP_IRQ_eth0_1_3: '0' })).toEqual({});
    expect(values('eth0.1', { PCAP_IRQ_eth0_1_3: '0' })).toEqual({ irq: { 3: [0] } });
  });
});

describe('the file', () => {
  test('is the one that PCAP_CONFIG names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fandump-unit-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'pcap.conf');
    writeFileSync(path, 'group=5\ncaplen=100\n');
    const read = readPcapSettings({ PCAP_CONFIG: path });
    expect(read.caplen?.value).toBe(100);
    expect(read.optionsOf('eth0').fanout_id).toEqual({ value: 5, origin: 'file', text: `${path}, line 1: group=5` });
    expect(() => readPcapSettings({ PCAP_CONFIG: join(folder, 'none') })).toThrow(
      /cannot be read: no such file or directory/,
    );
    writeFileSync(join(folder, '.pcap.conf'), 'group=6\n');
    expect(readPcapSettings({ HOME: folder }).optionsOf('eth0').fanout_id?.value).toBe(6);
    expect(readPcapSettings({ HOME: folder, PCAP_CONFIG: '' }).optionsOf('eth0')).toEqual({});
  });
});
