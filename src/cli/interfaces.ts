import type { InterfaceInfo } from '../engine/native';
import { flagRunning, flagUp, isLoopback, isRunning, isUp, operDown, operUp } from '../kernel/interface-flags';
import { anyInterface } from '../source/af-packet';
import { linkTypes } from '../source/link-type';
import { printable } from '../source/quote';
import { UsageError } from './usage-error';

const any: InterfaceInfo = {
  name: anyInterface,
  index: 0,
  flags: flagUp | flagRunning,
  operState: 0,
  hardwareType: 0,
  linkType: linkTypes.LINUX_SLL2,
  addresses: [],
};
/** Behind the others of its kind, whatever their numbers are. */
const rankOfAny = 999_999_999;

/**
 * In the order in which tcpdump lists them: those that run and are up first, disconnected ones and the loopback behind
 * them, by the number at the end of the name, and else as the kernel has them.
 */
export function sortInterfaces(interfaces: readonly InterfaceInfo[]): InterfaceInfo[] {
  return [...interfaces].sort((a, b) => rank(a) - rank(b));
}

/** The interfaces as -D has them, {@link anyInterface} among them. */
export function listedInterfaces(interfaces: readonly InterfaceInfo[]): InterfaceInfo[] {
  return sortInterfaces([...interfaces, any]);
}

function rank(device: InterfaceInfo): number {
  // Binary digits of one number, so that the more important property outweighs all of the lesser ones.
  const unit = 1_000_000_000;
  const { flags, operState } = device;
  const isDisconnected = operState === operDown;
  const number = device === any ? rankOfAny : Number(/\d{1,9}$/.exec(device.name)?.[0] ?? 0);
  return (
    number +
    unit * (isLoopback(flags) ? 1 : 0) +
    unit * (isDisconnected ? 2 : 0) +
    unit * (isUp(flags) ? 0 : 4) +
    unit * (isRunning(flags) ? 0 : 8)
  );
}

/** The line of -D for an interface; `number` counts from 1. */
export function formatInterface(device: InterfaceInfo, number: number): string {
  const { flags, operState } = device;
  const words = [];
  if (isUp(flags)) words.push('Up');
  if (isRunning(flags)) words.push('Running');
  if (isLoopback(flags)) words.push('Loopback');
  if (words.length === 0) words.push('none');
  if (!isLoopback(flags)) {
    if (operState === operUp) words.push('Connected');
    else if (operState === operDown) words.push('Disconnected');
  }
  const what = device === any ? ' (Pseudo-device that captures on all interfaces)' : '';
  return `${number}.${printable(device.name)}${what} [${words.join(', ')}]\n`;
}

/** What to capture from when nothing is said: the first interface that is up. @throws UsageError if none is */
export function defaultInterface(interfaces: readonly InterfaceInfo[]): string {
  const first = sortInterfaces(interfaces).find(({ flags }) => isUp(flags));
  if (first === undefined) {
    throw new UsageError('no interface is up', 'sudo ip link set dev INTERFACE up, or name a source with -i');
  }
  return first.name;
}

/**
 * The interface that a number of -D stands for, or undefined where the word is no number or is a name.
 * @throws UsageError for a number that -D does not have
 */
export function interfaceByNumber(word: string, interfaces: readonly InterfaceInfo[]): string | undefined {
  if (!/^\d+$/.test(word) || interfaces.some(({ name }) => name === word)) return undefined;
  const device = listedInterfaces(interfaces)[Number(word) - 1];
  if (device === undefined) throw new UsageError(`no interface has the number ${word}`, 'fandump -D lists them');
  return device.name;
}
