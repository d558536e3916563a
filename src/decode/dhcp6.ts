/** DHCP for IPv6 (RFC 8415): numbers of messages and options, and where they have their fields. */

export const Dhcp6Message = { relayForward: 12, relayReply: 13 } as const;

/** Of a message between client and server: its type, then a transaction number of 24 bits. */
export const dhcp6HeaderLength = 4;

/** Of a message between relays (section 9). */
export const Dhcp6Relay = { hops: 1, link: 2, peer: 18, length: 34 } as const;

/** Hops that a message may have taken (section 7.6); as deep do options lie in each other. */
export const dhcp6MostHops = 8;

export const dhcp6OptionHeaderLength = 4;

export const Dhcp6Option = {
  identityNonTemporary: 3,
  identityTemporary: 4,
  address: 5,
  requested: 6,
  preference: 7,
  elapsed: 8,
  relayed: 9,
  unicast: 12,
  status: 13,
  nameServers: 23,
  searchList: 24,
  identityPrefix: 25,
  prefix: 26,
  refreshTime: 32,
  clientName: 39,
  timeServers: 31,
  maxSolicit: 82,
  maxInformation: 83,
} as const;
