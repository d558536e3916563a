/** Simple Network Management Protocol: numbers of versions (RFC 3411, 5) and protocol data units (RFC 3416, 3). */

export const SnmpVersion = { one: 0, two: 1, three: 3 } as const;

export const SnmpPdu = {
  get: 0,
  getNext: 1,
  response: 2,
  set: 3,
  trap1: 4,
  bulk: 5,
  inform: 6,
  trap2: 7,
  report: 8,
} as const;

/** The security model of names and keys (RFC 3414), the only one that is taken apart. */
export const userBasedSecurityModel = 3;

/** Bits of msgFlags (RFC 3412, 6.4). */
export const SnmpFlag = { authenticated: 1, private: 2, reportable: 4 } as const;
