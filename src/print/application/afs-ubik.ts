/** Ubik, by which the servers of a database of AFS agree on what it holds. */
import { all, date, type Field, forEach, said, signed, unsigned, version } from './afs-field';
import { ubikNames } from './afs-names';
import type { AfsService } from './afs-service';

const Vote = { first: 10000, last: 10007, beacon: 10000 } as const;
const Disk = { first: 20000, last: 20013 } as const;

export function isUbik(operation: number): boolean {
  return (operation >= Vote.first && operation <= Vote.last) || (operation >= Disk.first && operation <= Disk.last);
}

const syncSite: Field = (context, at) => {
  const isSite = context.view.u32(at) !== 0;
  context.out.text(isSite ? ' syncsite yes' : ' syncsite no');
  return at + 4;
};
/** Read, write or wait; tcpdump does not show which. */
const lockType: Field = (context, at) => {
  context.view.need(at, 4);
  return at + 4;
};
const transaction = version(' tid');
const file = signed(' file');
const position = signed(' pos');
const length = signed(' length');
const database = version(' dbversion');

export const ubik: AfsService = {
  name: 'ubik',
  operations: ubikNames,
  calls: new Map([
    [Vote.beacon, all(syncSite, date(' votestart'), database, transaction)],
    [10003, unsigned(' site')],
    ...forEach(transaction, 20000, 20001, 20007, 20008, 20010),
    [20002, all(transaction, file, position, length, lockType)],
    [20003, all(transaction, file, position)],
    [20005, file],
    [20006, all(file, length, database)],
    [20009, all(transaction, file, length)],
    [20012, all(transaction, version(' oldversion'), version(' newversion'))],
  ]),
  replies: new Map([
    [Vote.beacon, said(' vote no')],
    [20004, database],
  ]),
  aborts: new Map([[Vote.beacon, date(' vote yes until')]]),
};
