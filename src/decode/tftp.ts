/** Trivial File Transfer Protocol (RFC 1350), option extension (RFC 2347). */

export const TftpOpcode = { read: 1, write: 2, data: 3, acknowledge: 4, error: 5, options: 6 } as const;
