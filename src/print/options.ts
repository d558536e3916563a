/** What the user asked the printer for; tcpdump(1)'s print options, one field each. */

/** -t: none, -tt: unix, -ttt: delta, -tttt: date, -ttttt: sinceFirst. */
export type TimeMode = 'default' | 'none' | 'unix' | 'delta' | 'date' | 'sinceFirst';

/** x/X: from the network header on; xx/XX: link header too; A/AA: text only. */
export type HexMode = 'none' | 'x' | 'xx' | 'X' | 'XX' | 'A' | 'AA';

/** -T: what TCP and UDP may be taken to hold; tcpdump(1)'s names. */
export const packetTypes = [
  'aodv',
  'carp',
  'cnfp',
  'domain',
  'lmp',
  'pgm',
  'pgm_zmtp1',
  'ptp',
  'radius',
  'resp',
  'rpc',
  'rtcp',
  'rtp',
  'snmp',
  'someip',
  'tftp',
  'vat',
  'vxlan',
  'wb',
  'zmtp1',
] as const;
export type PacketType = (typeof packetTypes)[number];

export interface PrintOptions {
  /** How often -n was given; 0: names are wanted. */
  numeric: number;
  /** -N: host names without their domain. */
  shortNames: boolean;
  /** -f: names only for IPv4 addresses of the interface's own network. */
  localNames: boolean;
  /** -e */
  linkLevel: boolean;
  time: TimeMode;
  /** --nano: nine digits of a second. */
  nanoseconds: boolean;
  /** How often -v was given; more than 3 is 3. */
  verbose: number;
  /** How often -q was given. */
  quiet: number;
  /** -S */
  absoluteSequence: boolean;
  /** -# */
  number: boolean;
  hex: HexMode;
  /** -K: checksums are not verified. */
  noChecksum: boolean;
  /** -b: AS numbers of more than 16 bits as two, with a dot. */
  asDot: boolean;
  /** -u: NFS handles as they are. */
  opaqueHandles: boolean;
  /** -H: a mesh header is looked for in 802.11 frames of QoS data. */
  mesh: boolean;
  /** -M: of TCP's MD5 signatures; undefined: they are not checked. */
  signatureSecret: string | undefined;
  /** -T; undefined: ports say what TCP and UDP hold. */
  packetType: PacketType | undefined;
  /** What the kernel says of a packet's transport checksum is believed and not verified again. */
  trustKernel: boolean;
  /** Beside -e or -v: the tunnel, worker and direction that came with the packet. */
  metadata: boolean;
  /** Workers of a source; where there are several, the metadata says which of them had the packet. */
  workers: number;
}

export const defaultPrintOptions: PrintOptions = {
  numeric: 2,
  shortNames: false,
  localNames: false,
  linkLevel: false,
  time: 'default',
  nanoseconds: false,
  verbose: 0,
  quiet: 0,
  absoluteSequence: false,
  number: false,
  hex: 'none',
  noChecksum: false,
  asDot: false,
  opaqueHandles: false,
  mesh: false,
  signatureSecret: undefined,
  packetType: undefined,
  trustKernel: false,
  metadata: false,
  workers: 1,
};
