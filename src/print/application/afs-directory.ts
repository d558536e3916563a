/** Users and groups of AFS, authentication, and the overseer of a server's processes. */
import { all, type Field, forEach, list, opaque, signed, string, vector } from './afs-field';
import { authenticationNames, overseerNames, protectionNames } from './afs-names';
import type { AfsService } from './afs-service';

const longestUser = 64;
const longestInstance = 256;
const user = string('', longestUser);
const id = signed(' id');
const ids = list(' ids:', signed(''));
const numbers = list('', signed(''));
const userVectors = list('', vector('', longestUser));

export const protectionService: AfsService = {
  name: 'pt',
  operations: protectionNames,
  isReplicated: true,
  hasEmptyReplies: true,
  calls: new Map([
    [500, all(user, id, signed(' oldid'))],
    ...forEach(id, 501, 506, 508, 512, 514, 517, 518, 519, 530),
    [502, signed(' pos')],
    ...forEach(all(signed(' uid'), signed(' gid')), 503, 507, 515),
    [504, userVectors],
    [505, ids],
    [509, all(user, signed(' flag'), signed(' oid'))],
    [511, all(id, signed(' gflag'))],
    [513, all(id, user, signed(' oldid'), signed(' newid'))],
    [520, all(id, user)],
  ]),
  replies: new Map([
    [504, ids],
    [505, userVectors],
    ...forEach(numbers, 508, 514, 517, 518, 519),
    [510, all(signed(' maxuid'), signed(' maxgid'))],
  ]),
};

/** A name and an instance. */
const principal = all(string(' principal', longestUser), user);

export const authenticationService: AfsService = {
  name: 'kauth',
  operations: authenticationNames,
  isReplicated: true,
  calls: new Map<number, Field>([
    ...forEach(principal, 1, 2, 5, 6, 7, 8, 14, 15, 21, 22),
    ...forEach(all(signed(' kvno'), string(' domain', longestUser), opaque, principal), 3, 23),
    [4, all(principal, signed(' kvno'))],
    [12, string(' name', longestUser)],
  ]),
  replies: new Map(),
};

const instance = string('', longestInstance);

export const overseerService: AfsService = {
  name: 'bos',
  operations: overseerNames,
  calls: new Map([
    [80, all(string(' type', longestInstance), string(' instance', longestInstance))],
    ...forEach(instance, 81, 83, 85, 87, 88, 93, 96, 97, 104, 106, 108, 112, 114),
    ...forEach(all(instance, signed(' status')), 82, 98),
    [86, all(instance, signed(' num'))],
    ...forEach(signed(''), 84, 89, 90, 91, 92, 95),
    [105, all(instance, signed(' size'), signed(' flags'), signed(' date'))],
  ]),
  replies: new Map(),
};
