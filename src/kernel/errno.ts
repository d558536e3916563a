import { getSystemErrorMap } from 'node:util';

/** Reasons for which the kernel refuses (errno.h), as far as one is told from another. */
export const errno = {
  /** EPERM */
  notPermitted: 1,
  /** EIO: of a terminal, that it has hung up */
  inputOutput: 5,
  /** ENOMEM */
  outOfMemory: 12,
  /** EACCES */
  accessDenied: 13,
  /** ENOSPC */
  noSpace: 28,
  /** EPIPE */
  brokenPipe: 32,
  /** ENOSYS */
  notThere: 38,
} as const;

/** Whether a right was missing. */
export function isRefusal(number: number): boolean {
  return number === errno.notPermitted || number === errno.accessDenied;
}

/** Why a call of node:fs failed, in words: `permission denied`. */
export function reasonOf(error: unknown): string {
  const { errno: number = 0 } = error as NodeJS.ErrnoException;
  return getSystemErrorMap().get(number)?.[1] ?? String(error);
}
