/** Names of Open Shortest Path First, version 2: advertisements, options, topologies. */
import { type FlagName, names } from '../text/names';

export const LsaType = {
  router: 1,
  network: 2,
  summary: 3,
  boundaryRouter: 4,
  external: 5,
  group: 6,
  notSoStubby: 7,
  opaqueLink: 9,
  opaqueArea: 10,
  opaqueDomain: 11,
} as const;

export const lsaNames = names(() => ({
  [LsaType.router]: 'Router',
  [LsaType.network]: 'Network',
  [LsaType.summary]: 'Summary',
  [LsaType.boundaryRouter]: 'ASBR Summary',
  [LsaType.external]: 'External',
  [LsaType.group]: 'Multicast Group',
  [LsaType.notSoStubby]: 'NSSA',
  [LsaType.opaqueLink]: 'Link Local Opaque',
  [LsaType.opaqueArea]: 'Area Local Opaque',
  [LsaType.opaqueDomain]: 'Domain Wide Opaque',
}));

export function isOpaque(type: number): boolean {
  return type >= LsaType.opaqueLink && type <= LsaType.opaqueDomain;
}

/** Opaque advertisements (RFC 5250), by the first byte of their identifier. */
export const OpaqueType = { trafficEngineering: 1, grace: 3, routerInformation: 4 } as const;

export const opaqueNames = names(() => ({
  [OpaqueType.trafficEngineering]: 'Traffic Engineering',
  [OpaqueType.grace]: 'Graceful restart',
  [OpaqueType.routerInformation]: 'Router Information',
}));

export const optionFlags: readonly FlagName[] = [
  [0x01, 'MultiTopology'],
  [0x02, 'External'],
  [0x04, 'Multicast'],
  [0x08, 'NSSA'],
  [0x10, 'LLS'],
  [0x20, 'Demand Circuit'],
  [0x40, 'Opaque'],
  [0x80, 'Up/Down'],
];

/** RFC 4915. */
export const topologyNames = names(() => ({ 0: 'default', 1: 'multicast', 2: 'management' }));
