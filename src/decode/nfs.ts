/** Network File System version 2 (RFC 1094) and 3 (RFC 1813): procedures and the sizes of what they carry. */

/** Version 3's numbers. */
export const NfsProcedure = {
  null: 0,
  getattr: 1,
  setattr: 2,
  lookup: 3,
  access: 4,
  readlink: 5,
  read: 6,
  write: 7,
  create: 8,
  mkdir: 9,
  symlink: 10,
  mknod: 11,
  remove: 12,
  rmdir: 13,
  rename: 14,
  link: 15,
  readdir: 16,
  readdirplus: 17,
  fsstat: 18,
  fsinfo: 19,
  pathconf: 20,
  commit: 21,
  nothing: 25,
} as const;

export const nfsProcedureNames = [
  ...['null', 'getattr', 'setattr', 'lookup', 'access', 'readlink', 'read', 'write', 'create', 'mkdir', 'symlink'],
  ...['mknod', 'remove', 'rmdir', 'rename', 'link', 'readdir', 'readdirplus', 'fsstat', 'fsinfo', 'pathconf', 'commit'],
];

/** Version 2's numbers as those of version 3; ROOT and WRITECACHE do nothing. */
const version2 = [0, 1, 2, 25, 3, 5, 6, 25, 7, 8, 12, 14, 15, 10, 9, 13, 16, 18, 25, 25, 25, 25, 25, 25, 25, 25];

export const nfsVersion3 = 3;

/** The procedure in version 3's numbering. */
export function nfsProcedure(version: number, procedure: number): number {
  return version === nfsVersion3 ? procedure : (version2[procedure] ?? procedure);
}

/** Bytes of file attributes, of file system statistics, and of a version 2 handle. */
export const NfsSize = { attributes2: 68, attributes3: 84, statistics2: 20, statistics3: 52, handle2: 32 } as const;
