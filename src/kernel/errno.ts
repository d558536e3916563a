/** Reasons for which the kernel refuses (errno.h), as far as one is told from another. */
export const errno = {
  /** EPERM */
  notPermitted: 1,
  /** ENOMEM */
  outOfMemory: 12,
  /** EACCES */
  accessDenied: 13,
  /** ENOSYS */
  notThere: 38,
} as const;

/** Whether a right was missing. */
export function isRefusal(number: number): boolean {
  return number === errno.notPermitted || number === errno.accessDenied;
}
