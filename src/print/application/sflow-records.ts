/** Records in samples of sFlow version 5 (sflow.org, "sFlow Version 5", 2004, section 5). */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { nameAndNumber } from '../text/phrase';
import { decimal64 } from '../text/wide';

const recordHeaderLength = 8;
const typeMask = 0xfff;
const flowEnterpriseShift = 12;
/** tcpdump takes fewer bits here, so small numbers of enterprises read as 0. */
const counterEnterpriseShift = 20;

/** A number of 4 or 8 bytes and how it is shown; a negative width: so many bytes that are not shown. */
type Field = readonly [title: string, width: number, show?: (context: PrintContext, value: number) => void];

interface RecordType {
  readonly name: string;
  /** undefined: only its name is shown. */
  readonly fields?: readonly Field[];
}

const directionNames = ['unknown', 'full-duplex', 'half-duplex', 'in', 'out'];
const headerProtocolNames = names(() => ({ 1: 'Ethernet', 11: 'IPv4', 12: 'IPv6' }));

const flowTypes = new Map<number, RecordType>([
  [
    1,
    {
      name: 'Raw packet',
      fields: [
        ['\n\t      protocol ', 4, headerProtocol],
        [', length ', 4],
        [', stripped bytes ', 4],
        [', header_size ', 4],
      ],
    },
  ],
  [
    2,
    {
      name: 'Ethernet frame',
      fields: [
        ['\n\t      frame len ', 4],
        ['', -16],
        [', type ', 4],
      ],
    },
  ],
  [3, { name: 'IPv4 Data' }],
  [4, { name: 'IPv6 Data' }],
  [
    1001,
    {
      name: 'Extended Switch data',
      fields: [
        ['\n\t      src vlan ', 4],
        [', src pri ', 4],
        [', dst vlan ', 4],
        [', dst pri ', 4],
      ],
    },
  ],
  [1002, { name: 'Extended Router data' }],
  [1003, { name: 'Extended Gateway data' }],
  [1004, { name: 'Extended User data' }],
  [1005, { name: 'Extended URL data' }],
  [1006, { name: 'Extended MPLS data' }],
  [1007, { name: 'Extended NAT data' }],
  [1008, { name: 'Extended MPLS tunnel' }],
  [1009, { name: 'Extended MPLS VC' }],
  [1010, { name: 'Extended MPLS FEC' }],
  [1011, { name: 'Extended MPLS LVP FEC' }],
  [1012, { name: 'Extended VLAN Tunnel' }],
]);

const counterTypes = new Map<number, RecordType>([
  [
    1,
    {
      name: 'Generic counter',
      fields: [
        ['\n\t      ifindex ', 4],
        [', iftype ', 4],
        [', ifspeed ', 8],
        [', ifdirection ', 4, direction],
        ['\n\t      ifstatus ', 4, status],
        ['\n\t      In octets ', 8],
        [', unicast pkts ', 4],
        [', multicast pkts ', 4],
        [', broadcast pkts ', 4],
        [', discards ', 4],
        ['\n\t      In errors ', 4],
        [', unknown protos ', 4],
        ['\n\t      Out octets ', 8],
        [', unicast pkts ', 4],
        [', multicast pkts ', 4],
        [', broadcast pkts ', 4],
        [', discards ', 4],
        ['\n\t      Out errors ', 4],
        [', promisc mode ', 4],
      ],
    },
  ],
  [
    2,
    {
      name: 'Ethernet counter',
      fields: [
        ['\n\t      align errors ', 4],
        [', fcs errors ', 4],
        [', single collision ', 4],
        [', multiple collision ', 4],
        [', test error ', 4],
        ['\n\t      deferred ', 4],
        [', late collision ', 4],
        [', excessive collision ', 4],
        [', mac trans error ', 4],
        ['\n\t      carrier error ', 4],
        [', frames too long ', 4],
        [', mac receive errors ', 4],
        [', symbol errors ', 4],
      ],
    },
  ],
  [3, { name: 'Token ring counter' }],
  [
    4,
    {
      name: '100 BaseVG counter',
      fields: [
        ['\n\t      in high prio frames ', 4],
        [', in high prio octets ', 8],
        ['\n\t      in norm prio frames ', 4],
        [', in norm prio octets ', 8],
        ['\n\t      in ipm errors ', 4],
        [', oversized ', 4],
        [', in data errors ', 4],
        [', null addressed frames ', 4],
        ['\n\t      out high prio frames ', 4],
        [', out high prio octets ', 8],
        [', trans into frames ', 4],
        ['\n\t      in hc high prio octets ', 8],
        [', in hc norm prio octets ', 8],
        [', out hc high prio octets ', 8],
      ],
    },
  ],
  [
    5,
    {
      name: 'Vlan counter',
      fields: [
        ['\n\t      vlan_id ', 4],
        [', octets ', 8],
        [', unicast_pkt ', 4],
        [', multicast_pkt ', 4],
        [', broadcast_pkt ', 4],
        [', discards ', 4],
      ],
    },
  ],
  [
    1001,
    {
      name: 'Processor counter',
      fields: [
        ['\n\t      5sec ', 4],
        [', 1min ', 4],
        [', 5min ', 4],
        [', total_mem ', 8],
        [', total_mem ', 8],
      ],
    },
  ],
]);

/** Returns false where a length contradicts the sample; `length`: bytes of the sample from `at` on. */
export function printFlowRecords(context: PrintContext, at: number, length: number, count: number): boolean {
  return records(context, at, length, count, flowEnterpriseShift, ' ', flowTypes);
}

/** Returns false where a length contradicts the sample; `length`: bytes of the sample from `at` on. */
export function printCounterRecords(context: PrintContext, at: number, length: number, count: number): boolean {
  return records(context, at, length, count, counterEnterpriseShift, ', ', counterTypes);
}

function records(
  context: PrintContext,
  at: number,
  length: number,
  count: number,
  enterpriseShift: number,
  joiner: string,
  types: ReadonlyMap<number, RecordType>,
): boolean {
  const { out, view } = context;
  let from = at;
  let left = length;
  for (let rest = count; rest > 0; rest--) {
    if (left < recordHeaderLength) return false;
    const format = view.u32(from);
    const size = view.u32(from + 4);
    const enterprise = format >>> enterpriseShift;
    const type = format & typeMask;
    const known = enterprise === 0 ? types.get(type) : undefined;
    out.text('\n\t    enterprise ');
    out.decimal(enterprise);
    out.text(joiner);
    out.text(known?.name ?? 'Unknown');
    out.text(' (');
    out.decimal(type);
    out.text(') length ');
    out.decimal(size);
    from += recordHeaderLength;
    left -= recordHeaderLength;
    if (left < size) return false;
    if (known?.fields !== undefined) {
      if (!fields(context, known.fields, from, size)) return false;
    } else if (known === undefined && enterprise === 0 && context.verbose === 1) {
      context.dumpPart('\n\t\t', from, size);
    }
    from += size;
    left -= size;
  }
  return true;
}

function fields(context: PrintContext, table: readonly Field[], at: number, size: number): boolean {
  const { out, view } = context;
  let length = 0;
  for (const [, width] of table) length += Math.abs(width);
  if (size < length) return false;
  let from = at;
  for (const [title, width, show] of table) {
    if (width === 8) {
      view.need(from, width);
      out.text(title);
      decimal64(out, view, from);
    } else if (width > 0) {
      const value = view.u32(from);
      out.text(title);
      if (show === undefined) out.decimal(value);
      else show(context, value);
    }
    from += Math.abs(width);
  }
  return true;
}

function headerProtocol(context: PrintContext, value: number): void {
  nameAndNumber(context.out, headerProtocolNames, value);
}

function direction(context: PrintContext, value: number): void {
  const { out } = context;
  out.decimal(value);
  out.text(' (');
  out.text(directionNames[value] ?? 'Unknown');
  out.char(0x29);
}

function status(context: PrintContext, value: number): void {
  const { out } = context;
  out.decimal(value);
  out.text(', adminstatus: ');
  out.text((value & 1) !== 0 ? 'up' : 'down');
  out.text(', operstatus: ');
  out.text((value & 2) !== 0 ? 'up' : 'down');
}
