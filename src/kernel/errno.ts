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
  /** EMFILE */
  tooManyFiles: 24,
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

/** What an errno value means: `permission denied`; undefined where nobody knows it. */
export function errnoText(number: number): string | undefined {
  // Node has them negative.
  return getSystemErrorMap().get(-number)?.[1];
}

/** Why a call of node:fs failed, in words. */
export function reasonOf(error: unknown): string {
  const { errno: number = 0 } = error as NodeJS.ErrnoException;
  return errnoText(-number) ?? String(error);
}
