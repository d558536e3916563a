/**
 * Names in place of numbers. What can be asked for is declared here, and src/names answers: a printer without names
 * (-n) loads nothing of it.
 */

/** One arc of an object identifier (X.660). */
export interface ObjectNode {
  /** Empty: it has none, though arcs below it do. */
  readonly name: string;
  readonly children: ReadonlyMap<number, ObjectNode>;
}

export interface ObjectNames {
  /** Above the first arc. */
  readonly root: ObjectNode;
  /** Beginnings (BER) in whose place a prefix is written. */
  readonly abbreviations: readonly { prefix: string; encoded: Uint8Array; node: ObjectNode }[];
}

/**
 * Every method answers at once; undefined: no name is known, or not yet, so the number is written.
 * Names are printable ASCII. `at` is the index of the first byte of an address, which lies inside `bytes`.
 */
export interface NameLookup {
  /** The host that has the IPv4 address at `at`. */
  ipv4(bytes: Uint8Array, at: number): Uint8Array | undefined;
  /** The host that has the IPv6 address at `at`. */
  ipv6(bytes: Uint8Array, at: number): Uint8Array | undefined;
  tcpPort(port: number): Uint8Array | undefined;
  udpPort(port: number): Uint8Array | undefined;
  /** The station that has the MAC address at `at`. */
  station(bytes: Uint8Array, at: number): Uint8Array | undefined;
  /** Who made the interface with the MAC address at `at`, as it is written behind an address: ` (oui Cisco)`. */
  vendor(bytes: Uint8Array, at: number): Uint8Array;
  /** The keyword of an IP protocol number, 0..255. */
  ipProtocol(protocol: number): Uint8Array | undefined;
  /** Objects of SNMP. */
  readonly objects: ObjectNames;
}
