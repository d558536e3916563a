import { expect, test } from 'vitest';
import { queueInterrupts } from '../../../src/tuning/interrupts';
import type { SystemFiles } from '../../../src/tuning/system';

function files(lines: string[], msi: string[] = []): SystemFiles {
  return {
    read: () => ['           CPU0       CPU1', ...lines, 'NMI:   0   0   Non-maskable interrupts'].join('\n'),
    list: () => msi,
    write: () => {},
  };
}

const numbers = (system: SystemFiles, device = 'eth1', bus = '') =>
  Object.fromEntries([...queueInterrupts(system, device, bus)].map(([queue, { number }]) => [queue, number]));

test('queues that receive are found by their names', () => {
  const lines = [
    ' 30:  1  2  IR-PCI-MSI 100-edge  eth1',
    ' 31:  1  2  IR-PCI-MSI 101-edge  i40e-eth1-TxRx-0',
    ' 32:  1  2  IR-PCI-MSI 102-edge  eth1-TxRx-1',
    ' 33:  1  2  IR-PCI-MSI 103-edge  eth1-rx-2',
    ' 34:  1  2  IR-PCI-MSI 104-edge  eth1-tx-3',
    ' 35:  1  2  IR-PCI-MSI 105-edge  eth10-TxRx-4',
  ];
  expect(numbers(files(lines))).toEqual({ 0: 31, 1: 32, 2: 33 });
});

test("a driver that names its device's bus is found by that", () => {
  const lines = [
    ' 40:  1  2  IR-PCI-MSI 100-edge  mlx5_async0@pci:0000:03:00.0',
    ' 41:  1  2  IR-PCI-MSI 101-edge  mlx5_comp0@pci:0000:03:00.0',
    ' 42:  1  2  IR-PCI-MSI 102-edge  mlx5_comp1@pci:0000:03:00.0',
    ' 43:  1  2  IR-PCI-MSI 103-edge  mlx5_comp2@pci:0000:03:00.1',
  ];
  expect(numbers(files(lines), 'eth1', '0000:03:00.0')).toEqual({ 0: 41, 1: 42 });
});

test('message-signalled interrupts of the bus need no name of the device', () => {
  const lines = [
    ' 50:  1  2  PCI-MSIX 0-edge  virtio1-config',
    ' 51:  1  2  PCI-MSIX 1-edge  virtio1-input.0',
    ' 52:  1  2  PCI-MSIX 2-edge  virtio1-output.0',
    ' 53:  1  2  PCI-MSIX 3-edge  virtio1-input.1',
  ];
  expect(numbers(files(lines, ['50', '51', '52', '53']), 'eth1', '0000:00:04.0')).toEqual({ 0: 51, 1: 53 });
});
