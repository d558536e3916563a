/** What is taken from packets before they are written, sent on or printed. */

import type { Setting } from '../settings/setting';
import { emptyName, PlanError } from './error';
import type { Output } from './plan';

export interface Privacy {
  /** Bytes kept behind the headers; absent: all. */
  slice?: Setting<number>;
  /** The file with the key of pseudonyms; absent: addresses stay. */
  anonymize?: Setting<string>;
}

/** Refuses what would keep what is to be taken away. @throws PlanError */
export function checkPrivacy({ privacy, invalid }: Output): void {
  // To the addon an empty name is none, and addresses would stay.
  if (privacy?.anonymize?.value === '') emptyName('--anonymize');
  const asked = privacy?.anonymize ?? privacy?.slice;
  if (asked === undefined || invalid === undefined) return;
  throw new PlanError(
    'EPLAN_CONFLICT',
    `${asked.text} cannot be applied to the datagrams of ${invalid.text}: nobody knows what they hold`,
    'drop one of them',
  );
}

/** One line each for --explain. */
export function explainPrivacy({ privacy }: Output): [name: string, value: Setting<string>][] {
  const rows: [string, Setting<string>][] = [];
  if (privacy?.slice !== undefined) {
    const { slice } = privacy;
    rows.push(['kept of packets', { ...slice, value: `their headers and ${slice.value} bytes` }]);
  }
  if (privacy?.anonymize !== undefined) {
    const { anonymize } = privacy;
    rows.push([
      'pseudonyms',
      { ...anonymize, value: `of IP and Ethernet addresses, by the key in ${anonymize.value}` },
    ]);
  }
  return rows;
}
