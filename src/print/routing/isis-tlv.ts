/** Values in IS-IS PDUs (ISO/IEC 10589, RFC 1195 and IANA "IS-IS TLV Codepoints"): their names, and who prints which. */

import type { PrintContext } from '../context';
import { printAuthentication, printChecksum } from './isis-authentication';
import { printCapability } from './isis-capability';
import { printExtendedNeighbors, printTopologyNeighbors } from './isis-neighbor';
import { printPrefixes4, printPrefixes6, printTopologyPrefixes4, printTopologyPrefixes6 } from './isis-prefix';
import {
  printEndSystemNeighbors,
  printIpReachability,
  printNeighbors,
  printPrefixNeighbors,
} from './isis-reachability';
import { printPortCapability, printTopologyCapability } from './isis-spb';
import {
  type IsisTlvPrinter,
  printAdjacency,
  printAreas,
  printBufferSize,
  printDomainInformation,
  printHostname,
  printInstance,
  printInterfaces4,
  printInterfaces6,
  printLinkStateEntries,
  printNeighborStations,
  printPartitionSystems,
  printProtocols,
  printPurgeOriginator,
  printRestart,
  printRiskGroup,
  printRouterId,
  printSequence,
  printTopologies,
  printVendor,
  TlvEnd,
} from './isis-values';

interface Tlv {
  readonly name: string;
  /** undefined: its bytes are shown. */
  readonly print?: IsisTlvPrinter;
}

const tlvHeaderLength = 2;
const padding: IsisTlvPrinter = () => TlvEnd.whole;

const tlvs = new Map<number, Tlv>([
  [1, { name: 'Area address(es)', print: printAreas }],
  [2, { name: 'IS Reachability', print: printNeighbors }],
  [3, { name: 'ES Neighbor(s)', print: printEndSystemNeighbors }],
  [4, { name: 'Partition DIS', print: printPartitionSystems }],
  [5, { name: 'Prefix Neighbors', print: printPrefixNeighbors }],
  [6, { name: 'IS Neighbor(s)', print: printNeighborStations }],
  [7, { name: 'Instance Identifier', print: printInstance }],
  [8, { name: 'Padding', print: padding }],
  [9, { name: 'LSP entries', print: printLinkStateEntries }],
  [10, { name: 'Authentication', print: printAuthentication }],
  [12, { name: 'Checksum', print: printChecksum }],
  [13, { name: 'Purge Originator Identifier', print: printPurgeOriginator }],
  [14, { name: 'LSP Buffersize', print: printBufferSize }],
  [22, { name: 'Extended IS Reachability', print: printExtendedNeighbors }],
  [24, { name: 'IS Alias ID', print: printExtendedNeighbors }],
  [42, { name: 'DECnet Phase IV' }],
  [66, { name: 'Lucent Proprietary' }],
  [128, { name: 'IPv4 Internal Reachability', print: printIpReachability }],
  [129, { name: 'Protocols supported', print: printProtocols }],
  [130, { name: 'IPv4 External Reachability', print: printIpReachability }],
  [131, { name: 'Inter-Domain Information Type', print: printDomainInformation }],
  [132, { name: 'IPv4 Interface address(es)', print: printInterfaces4 }],
  [133, { name: 'IPv4 authentication (deprecated)' }],
  [134, { name: 'Traffic Engineering Router ID', print: printRouterId }],
  [135, { name: 'Extended IPv4 Reachability', print: printPrefixes4 }],
  [137, { name: 'Hostname', print: printHostname }],
  [138, { name: 'Shared Risk Link Group', print: printRiskGroup }],
  [143, { name: 'Multi-Topology-Aware Port Capability', print: printPortCapability }],
  [144, { name: 'Multi-Topology Capability', print: printTopologyCapability }],
  [176, { name: 'Nortel Proprietary' }],
  [177, { name: 'Nortel Proprietary' }],
  [211, { name: 'Restart Signaling', print: printRestart }],
  [222, { name: 'Multi Topology IS Reachability', print: printTopologyNeighbors }],
  [229, { name: 'Multi Topology', print: printTopologies }],
  [232, { name: 'IPv6 Interface address(es)', print: printInterfaces6 }],
  [235, { name: 'Multi-Topology IPv4 Reachability', print: printTopologyPrefixes4 }],
  [236, { name: 'IPv6 reachability', print: printPrefixes6 }],
  [237, { name: 'Multi-Topology IP6 Reachability', print: printTopologyPrefixes6 }],
  [240, { name: 'Point-to-point Adjacency State', print: printAdjacency }],
  [241, { name: 'Hello PDU Sequence Number', print: printSequence }],
  [242, { name: 'IS-IS Router Capability', print: printCapability }],
  [250, { name: 'Vendor Private', print: printVendor }],
]);

/** `pduAt`, `pduLength`: the whole PDU; `offset`: bytes of it before the first value. */
export function printIsisTlvs(context: PrintContext, pduAt: number, pduLength: number, offset: number): void {
  const { out, view } = context;
  const end = pduAt + pduLength;
  let from = pduAt + offset;
  while (from < end) {
    view.need(from, tlvHeaderLength);
    if (end - from < tlvHeaderLength) {
      context.truncated();
      return;
    }
    const type = view.u8(from);
    const size = view.u8(from + 1);
    const known = tlvs.get(type);
    from += tlvHeaderLength;
    out.text('\n\t    ');
    out.text(known?.name ?? 'unknown');
    out.text(' TLV #');
    out.decimal(type);
    out.text(', length: ');
    out.decimal(size);
    if (end - from < size) {
      context.truncated();
      return;
    }
    if (known?.print !== undefined) {
      const tlvEnd = known.print(context, from, size, pduAt, pduLength, type);
      if (tlvEnd === TlvEnd.cut) context.truncated();
      if (tlvEnd !== TlvEnd.whole) return;
    } else if (context.verbose === 1) {
      context.dumpPart('\n\t\t', from, size);
    }
    if (context.verbose > 1) context.dumpPart('\n\t      ', from, size);
    from += size;
  }
}
