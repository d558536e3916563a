/** ICMPv6 (RFC 4443), Neighbor Discovery (RFC 4861), Multicast Listener Discovery (RFC 2710, 3810), RPL (RFC 6550). */
export const Icmp6Type = {
  unreachable: 1,
  packetTooBig: 2,
  timeExceeded: 3,
  parameterProblem: 4,
  echoRequest: 128,
  echoReply: 129,
  listenerQuery: 130,
  listenerReport: 131,
  listenerDone: 132,
  routerSolicitation: 133,
  routerAdvertisement: 134,
  neighborSolicitation: 135,
  neighborAdvertisement: 136,
  redirect: 137,
  routerRenumbering: 138,
  nodeInformationQuery: 139,
  nodeInformationReply: 140,
  inverseSolicitation: 141,
  inverseAdvertisement: 142,
  listenerReport2: 143,
  agentDiscoveryRequest: 144,
  agentDiscoveryReply: 145,
  mobileSolicitation: 146,
  mobileAdvertisement: 147,
  rpl: 155,
} as const;

/** Neighbor Discovery options (RFC 4861, 4.6; 4191; 8106). */
export const NdOption = {
  sourceLinkAddress: 1,
  targetLinkAddress: 2,
  prefix: 3,
  redirected: 4,
  mtu: 5,
  advertisementInterval: 7,
  homeAgent: 8,
  routeInformation: 24,
  dnsServers: 25,
  dnsSearchList: 31,
} as const;

/** Where options start, after the fixed part of each Neighbor Discovery message. */
export const ndOptionsOffset: Readonly<Record<number, number>> = {
  [Icmp6Type.routerSolicitation]: 8,
  [Icmp6Type.routerAdvertisement]: 16,
  [Icmp6Type.neighborSolicitation]: 24,
  [Icmp6Type.neighborAdvertisement]: 24,
  [Icmp6Type.redirect]: 40,
};
