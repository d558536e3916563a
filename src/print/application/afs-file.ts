/** The file server of AFS, and what it tells the cache managers. */

import { names } from '../text/names';
import { accessList } from './afs-acl';
import {
  all,
  date,
  type Field,
  fileId,
  forEach,
  list,
  signed,
  storeStatus,
  string,
  unsigned,
  unsigned64,
  uuid,
} from './afs-field';
import { callbackNames, fileNames } from './afs-names';
import type { AfsService } from './afs-service';

const longestName = 256;
const name = string('', longestName);
const fileIds = list('', fileId, ',');
const errorNames = names(() => ({
  101: 'salvage volume',
  102: 'no such vnode',
  103: 'no such volume',
  104: 'volume exist',
  105: 'no service',
  106: 'volume offline',
  107: 'voline online',
  108: 'diskfull',
  109: 'diskquota exceeded',
  110: 'volume busy',
  111: 'volume moved',
  112: 'AFS IO error',
  [-100]: 'restarting fileserver',
}));

const error: Field = (context, at) => {
  const { out, view } = context;
  const code = view.i32(at);
  out.text(' error ');
  const known = errorNames.get(code);
  if (known !== undefined) {
    out.text(known);
  } else {
    out.char(0x23);
    out.signed(code);
  }
  return at + 4;
};

function titled(title: string, ...fields: readonly Field[]): Field {
  const rest = all(...fields);
  return (context, at) => {
    context.out.text(title);
    return rest(context, at);
  };
}

export const fileService: AfsService = {
  name: 'fs',
  operations: fileNames,
  calls: new Map([
    [130, all(fileId, unsigned(' offset'), unsigned(' length'))],
    ...forEach(fileId, 131, 132, 143, 144, 145, 156, 157, 158),
    [133, all(fileId, storeStatus, unsigned(' offset'), unsigned(' length'), unsigned(' flen'))],
    [134, all(fileId, accessList)],
    [135, all(fileId, storeStatus)],
    ...forEach(all(fileId, name), 136, 142),
    ...forEach(all(fileId, name, storeStatus), 137, 141),
    [138, all(titled(' old', fileId, name), titled(' new', fileId, name))],
    [139, all(fileId, name, string(' link to', longestName))],
    [140, all(fileId, name, titled(' link to', fileId))],
    [148, name],
    ...forEach(unsigned(' volid'), 149, 150),
    [154, string(' volname', longestName)],
    ...forEach(fileIds, 155, 65536),
    [65537, all(fileId, unsigned64(' offset'), unsigned64(' length'))],
    [65538, all(fileId, storeStatus, unsigned64(' offset'), unsigned64(' length'), unsigned64(' flen'))],
    [65541, unsigned(' addr')],
  ]),
  replies: new Map([
    [131, accessList],
    ...forEach(titled(' new', fileId), 137, 141),
    [151, string(' root volume', longestName)],
    [153, date('')],
  ]),
  aborts: error,
};

const expiry = all(signed(' ver'), date(' expires'));

/** How long each of them may be kept: tcpdump does not show of which kind the promise is. */
const expiries: Field = (context, at) => {
  const { out, view } = context;
  const count = view.u32(at);
  let next = at + 4;
  if (count !== 0) out.char(0x3b);
  for (let i = 0; i < count; i++) {
    next = expiry(context, next);
    view.need(next, 4);
    next += 4;
  }
  return next;
};

export const callbackService: AfsService = {
  name: 'cb',
  operations: callbackNames,
  calls: new Map([
    [204, all(fileIds, expiries)],
    [214, uuid(' afsuuid')],
  ]),
  replies: new Map([[213, uuid('')]]),
};
