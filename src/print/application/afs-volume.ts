/** Volumes of AFS: the volume server, and the database that knows where they are. */

import type { PrintContext } from '../context';
import {
  all,
  cut,
  date,
  type Field,
  forEach,
  list,
  said,
  server,
  signed,
  string,
  unsigned,
  uuid,
  vector,
} from './afs-field';
import { locationNames, volumeNames } from './afs-names';
import type { AfsService } from './afs-service';

const wordLength = 4;
const longestVolume = 65;
const longestName = 256;
const longestVector = 32;
const uuidWords = 11;
const lastLetter = 26;
const typeNames = [' type read-write', ' type read-only', ' type backup'];

const volumeName = string('', longestVolume);
const volumeVector = vector('', longestVolume);
const volumes = all(unsigned(' rwvol'), unsigned(' rovol'), unsigned(' backup'));

const volumeType: Field = (context, at) => {
  const name = typeNames[context.view.u32(at)];
  if (name !== undefined) context.out.text(name);
  return at + wordLength;
};
const volumeAndType = all(signed(' volid'), volumeType);

/** Passes over words that must be there. */
function skip(words: number): Field {
  return (context, at) => (context.view.has(at, words * wordLength) ? at + words * wordLength : cut);
}

/** One address of a server, of which `count` are in use. */
type ServerField = (context: PrintContext, at: number, isUsed: boolean) => number;

function addressOf(context: PrintContext, at: number, isUsed: boolean): number {
  const { out, view } = context;
  if (!view.has(at, wordLength)) return cut;
  if (isUsed) {
    out.char(0x20);
    out.dotted(view.bytes, at);
  }
  return at + wordLength;
}

const serverUuid = uuid(' afsuuid');

function uuidOf(context: PrintContext, at: number, isUsed: boolean): number {
  return isUsed ? serverUuid(context, at) : skip(uuidWords)(context, at);
}

/** Servers and their partitions: there is room for `slots` of them. */
function sites(slots: number, site: ServerField, betweenWords: number): Field {
  return (context, at) => {
    const { out, view } = context;
    out.text(' numservers');
    const count = view.u32(at);
    out.char(0x20);
    out.decimal(count);
    out.text(' servers');
    let next = at + wordLength;
    for (let i = 0; i < slots; i++) {
      next = site(context, next, i < count);
      if (next === cut) return cut;
    }
    next = skip(betweenWords)(context, next);
    if (next === cut) return cut;
    out.text(' partitions');
    for (let i = 0; i < slots; i++) {
      const partition = view.u32(next + i * wordLength);
      if (i >= count) continue;
      out.char(0x20);
      if (partition <= lastLetter) out.char(0x61 + partition);
      else out.decimal(partition);
    }
    return skip(slots)(context, next + slots * wordLength);
  };
}

const entry = all(volumeVector, skip(1), sites(8, addressOf, 0), volumes);
const entryN = all(volumeVector, sites(13, addressOf, 0), volumes);
const entryU = all(volumeVector, sites(13, uuidOf, 13), volumes);
const counted = all(signed(' count'), signed(' nextindex'));

export const locationService: AfsService = {
  name: 'vldb',
  operations: locationNames,
  isReplicated: true,
  hasEmptyReplies: true,
  calls: new Map([
    ...forEach(volumeVector, 501, 517),
    ...forEach(volumeAndType, 502, 503, 507, 508, 509, 518),
    ...forEach(volumeName, 504, 519, 524, 527),
    [505, signed(' bump')],
    ...forEach(all(volumeAndType, volumeVector), 506, 520),
    ...forEach(signed(' index'), 510, 521),
  ]),
  replies: new Map([
    [505, unsigned(' newvol')],
    ...forEach(entry, 503, 504),
    [510, all(counted, entry)],
    ...forEach(entryN, 518, 519),
    ...forEach(all(counted, entryN), 521, 529),
    ...forEach(entryU, 526, 527),
  ]),
};

const transaction = unsigned(' trans');
const transactionId = unsigned(' tid');
const partition = unsigned(' partition');
const flags = unsigned(' flags');
const volumeTypeNumber = unsigned(' type');
const name = string(' name', longestName);
const from = all(unsigned(' fromtrans'), date(' fromdate'));
/** What tcpdump does not show of a volume. */
const rest: Field = (_context, at) => at + 21 * wordLength;
const listed = list('', all(vector(' name', longestVector), unsigned(' volid'), said(' type'), rest), ',');

export const volumeService: AfsService = {
  name: 'vol',
  operations: volumeNames,
  calls: new Map([
    [100, all(partition, name, volumeTypeNumber, unsigned(' parent'))],
    ...forEach(transaction, 101, 104, 107),
    [102, all(unsigned(' totrans'), flags)],
    [103, all(from, server, signed(' desttrans'))],
    [105, all(transaction, unsigned(' purgevol'), unsigned(' newtype'), string(' newname', longestName))],
    [106, all(transaction, flags)],
    [108, all(unsigned(' vol'), partition, flags)],
    [109, from],
    [110, unsigned(' index')],
    [111, all(transactionId, unsigned(' newsite'))],
    ...forEach(said(' tid'), 112, 113),
    [114, all(name, volumeTypeNumber, unsigned(' pid'), unsigned(' cloneid'))],
    [116, all(partition, flags)],
    [117, all(transactionId, name, volumeTypeNumber, unsigned(' pid'), unsigned(' clone'), unsigned(' backup'))],
    [119, name],
    ...forEach(transactionId, 120, 126),
    ...forEach(all(unsigned(' partid'), unsigned(' volid')), 121, 122, 124, 125, 65536),
    [123, all(transactionId, date(' date'))],
    [128, all(from, list('', server, ','))],
    [65538, all(from, flags)],
  ]),
  replies: new Map([
    [100, all(unsigned(' volid'), transaction)],
    ...forEach(unsigned(''), 104, 107),
    [105, unsigned(' newvol')],
    [108, transaction],
    [110, all(unsigned(' volume'), partition)],
    [112, string('', longestName)],
    [
      113,
      all(
        ...[' volid', ' nextuniq', ' type', ' parentid', ' clone', ' backup', ' restore'].map(unsigned),
        ...[' maxquota', ' minquota', ' owner'].map(unsigned),
        ...[' create', ' access', ' update', ' expire', ' backup', ' copy'].map(date),
      ),
    ],
    ...forEach(listed, 116, 121),
  ]),
};
