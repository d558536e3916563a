import type { Carrier } from './traffic';

/** A mode, by what it shares packets out, and the carriers in which it keeps a flow together and spreads flows. */
export interface TestedMode {
  name: string;
  sharesBy: string;
  keeps(carrier: Carrier): boolean;
}

const never = () => false;

/** The modes that need no file (packet(7)). */
export const testedModes: readonly TestedMode[] = [
  { name: 'inner', sharesBy: 'the flow inside tunnels', keeps: () => true },
  { name: 'hash', sharesBy: 'outer addresses and ports', keeps: (carrier) => carrier === 'plain' },
  { name: 'lb', sharesBy: 'turns, packet by packet', keeps: never },
  { name: 'rnd', sharesBy: 'chance, packet by packet', keeps: never },
  { name: 'cpu', sharesBy: 'the CPU that takes packets in', keeps: never },
  { name: 'qm', sharesBy: "the device's queue", keeps: never },
  { name: 'rollover', sharesBy: 'the first ring that has room', keeps: never },
];
