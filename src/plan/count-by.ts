import type { CountKey } from '../engine/native';
import type { Setting } from '../settings/setting';
import { quote } from '../source/quote';
import { closest } from '../source/suggest';
import { conflict, PlanError } from './error';
import type { CapturePlan } from './plan';
import { whyWithoutTunnels } from './tunnel-tests';

/** Counting packets by what they say, instead of printing them. */
export interface CountBy {
  keys: Setting<CountKey[]>;
  /** Most frequent keys that are shown; 0: all. */
  rows: Setting<number>;
}

export const defaultRows = 20;
export const mostRows = 1_000_000;

const known: readonly CountKey[] = ['vni', 'proto', 'src', 'dst', 'port', 'flow', 'tunnel'];
const ofTunnels: readonly CountKey[] = ['vni', 'tunnel'];

/** Names with commas between them, none twice. @throws PlanError */
export function parseCountKeys(list: string): CountKey[] {
  const keys = list.split(',').map((word) => {
    const key = known.find((candidate) => candidate === word.trim().toLowerCase());
    if (key !== undefined) return key;
    const nearest = closest(word, known);
    const hint = nearest === undefined ? `count by ${known.join(', ')}` : `did you mean '${nearest}'?`;
    throw new PlanError('EPLAN_VALUE', `--count-by: ${quote(word)} is nothing to count by`, hint);
  });
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice === undefined) return keys;
  throw new PlanError(
    'EPLAN_VALUE',
    `--count-by: '${twice}' is named twice`,
    `--count-by ${[...new Set(keys)].join(',')}`,
  );
}

/** @throws PlanError */
export function checkCountBy({ output, sources }: CapturePlan): void {
  const { countBy, count, print, save } = output;
  if (countBy === undefined) return;
  if (count) conflict('--count prints a number, --count-by a table that ends with it', 'drop --count');
  if (print) conflict('--count-by prints a table instead of packets: not with --print', 'drop one of them');
  if (save?.value === '-') conflict('-w - and --count-by would mix packets and a table on standard output', '-w FILE');
  const key = countBy.keys.value.find((each) => ofTunnels.includes(each));
  if (key === undefined) return;
  for (const source of sources) {
    const reason = whyWithoutTunnels(source);
    if (reason === undefined) continue;
    conflict(
      `--count-by ${key} is about the tunnel of packets, and ${reason}`,
      'use -i udp::0.0.0.0:4789, or decap=auto',
    );
  }
}
