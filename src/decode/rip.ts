/** Routing Information Protocol: versions 1 (RFC 1058) and 2 (RFC 2453, 4822), and RIPng for IPv6 (RFC 2080). */

export const ripHeaderLength = 4;
export const ripEntryLength = 20;
export const RipCommand = { request: 1, response: 2, traceOff: 4, poll: 5, pollEntry: 6 } as const;
/** Address families, and what stands in their place where the entry is authentication. */
export const RipFamily = { unspecified: 0, ipv4: 2, authentication: 0xffff } as const;
export const RipAuthentication = { trailer: 1, simple: 2, cryptographic: 3 } as const;
/** The metric of a RIPng entry that holds the next hop of those behind it (RFC 2080, 2.1.1). */
export const ripngNextHop = 0xff;
