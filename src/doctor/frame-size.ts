// Do the longest packets fit: into a ring block, through the device into a datagram buffer, and the tunnel into the MTU?
// VXLAN: RFC 7348, section 4.3. GENEVE: RFC 8926, section 4.
import type { CapturePlan, PlannedAfPacket, PlannedUdp } from '../plan/plan';
import { formatSize } from '../source/units';
import { type Check, type Finding, note, ok, wrong } from './check';
import { type Device, devicesOf } from './devices';
import { commandLine } from './shell';

/** Ethernet header and two VLAN tags. */
const linkHeader = 22;
/** What merging and segmentation offloads make at most (GSO_LEGACY_MAX_SIZE in the kernel's netdevice.h). */
const offloadedFrame = 65536;
const growing = ['rx-gro', 'rx-gro-hw', 'rx-lro', 'tx-tcp-segmentation', 'tx-generic-segmentation'];
/** A block's descriptor and the packet's header, generously (linux/if_packet.h: 48 and 48 bytes, and alignment). */
const blockOverhead = 256;
const enoughBlock = 128 * 1024;

const ipv4Header = 20;
const ipv6Header = 40;
const udpHeader = 8;
/** What stands between UDP and the inner packet's own header, without options. */
const tunnelHeaders: Readonly<Record<string, number>> = {
  vxlan: 8,
  'vxlan-gpe': 8,
  gue: 4,
  geneve: 8,
  'geneve+vxlan': 44,
  erm: 12,
  erspan: 16,
  tzsp: 5,
};
const ethernetHeader = 14;
/** What hosts send whose packets are mirrored. */
const usualMtu = 1500;

export const frameSize: Check = {
  name: 'mtu',
  run(host, plan) {
    return devicesOf(host, plan).flatMap((device) =>
      device.sources.flatMap((source) =>
        source.backend === 'af_packet'
          ? [ringBlock(device, source, plan)]
          : [tunnel(device, source), datagramBuffer(device, source)],
      ),
    );
  },
};

function ringBlock({ name, facts }: Device, source: PlannedAfPacket, plan: CapturePlan): Finding {
  const isGrown = facts.features?.active.some((feature) => growing.includes(feature)) ?? false;
  const longest = Math.max(facts.mtu + linkHeader, isGrown ? offloadedFrame : 0);
  const kept = Math.min(longest, plan.snaplen.value);
  const block = source.options.block_size.value;
  const sizes = `${name}: frames may have ${longest} bytes, a ring block ${formatSize(block)}`;
  if (kept + blockOverhead <= block) return ok(sizes);
  const uri = `${source.name}:block_size=${formatSize(enoughBlock)}`;
  const cause = facts.mtu + linkHeader < longest ? ' (offloads make them so long)' : '';
  return wrong(`${sizes}${cause}`, 'the kernel cuts longer ones', commandLine('fandump', '-i', uri));
}

/** A mirrored packet of 1500 bytes has to get through with the headers of its tunnel. */
function tunnel({ name, facts }: Device, { addresses, options }: PlannedUdp): Finding {
  const outer = (addresses.some((address) => address.includes(':')) ? ipv6Header : ipv4Header) + udpHeader;
  const inner = options.dlt.value === 'raw' || options.dlt.value === 'ppp' ? 0 : ethernetHeader;
  const header = headerLength(options.encapsulation.value);
  const needed = usualMtu + outer + header + inner;
  const finding = `${name}: MTU ${facts.mtu}, a tunnelled packet of ${usualMtu} bytes needs ${needed}`;
  if (facts.mtu >= needed) return ok(finding);
  const why = 'it comes in fragments, of which one lost is all lost, or not at all';
  return note(finding, why, commandLine('sudo', 'ip', 'link', 'set', 'dev', name, 'mtu', needed));
}

/** Each tunnel inside another has Ethernet, IPv4 and UDP around it. */
function headerLength(encapsulation: PlannedUdp['options']['encapsulation']['value']): number {
  if ('bytes' in encapsulation) return encapsulation.bytes;
  const inside = (encapsulation.inside ?? []).map(
    (kind) => ethernetHeader + ipv4Header + udpHeader + tunnelHeaders[kind],
  );
  return inside.reduce((total, length) => total + length, tunnelHeaders[encapsulation.kind] ?? 0);
}

function datagramBuffer({ name, facts }: Device, { name: source, options }: PlannedUdp): Finding {
  const room = options.recvmmsg_buffer_size.value;
  const longest = facts.mtu - ipv4Header - udpHeader;
  const finding = `${name}: datagrams may have ${longest} bytes unfragmented, a buffer has ${room}`;
  if (longest <= room) return ok(finding);
  const uri = `${source}:recvmmsg_buffer_size=64k`;
  return note(finding, 'longer ones are cut and counted', commandLine('fandump', '-i', uri));
}
