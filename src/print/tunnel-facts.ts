/** The tunnel that a packet came through: `vxlan vni 42 10.0.0.1.51000 > 10.0.0.2.4789`. */
import { type EncapsulationName, type PacketRecord, type TunnelFacts, TunnelFlag } from '../decode/packet';
import { ByteView, TRUNCATED } from '../decode/view';
import { printGeneveOptions } from './network/geneve-options';
import { address } from './text/address';
import type { LineWriter } from './text/line-writer';

const outer = new ByteView();
const addressLengths = { 4: 4, 6: 16 } as const;

/** Outermost header first; datagrams without a header of their own are just UDP. */
const headers: Record<EncapsulationName, readonly string[]> = {
  none: ['udp'],
  vxlan: ['vxlan'],
  geneve: ['geneve'],
  'geneve+vxlan': ['geneve', 'vxlan'],
  skip: ['udp'],
  erm: ['erm'],
  tzsp: ['tzsp'],
  erspan: ['erspan'],
  gre: ['gre'],
  mpls: ['mpls'],
  'vxlan-gpe': ['vxlan-gpe'],
  gue: ['gue'],
};

const hasVni: ReadonlySet<EncapsulationName> = new Set(['vxlan', 'vxlan-gpe', 'geneve']);

const flagWords: readonly (readonly [number, string])[] = [
  [TunnelFlag.control, ' control'],
  [TunnelFlag.critical, ' critical'],
];

/** Outer addresses are always numbers: they belong to the mirror, not to the traffic. */
export function printTunnelFacts(out: LineWriter, record: PacketRecord, tunnel: TunnelFacts): void {
  const [first, second] = headers[tunnel.encapsulation];
  header(out, first, tunnel.vni);
  for (const [flag, word] of flagWords) {
    if ((tunnel.flags & flag) !== 0) out.text(word);
  }
  if ((tunnel.flags & TunnelFlag.policy) !== 0) {
    out.text(' policy ');
    out.decimal(tunnel.policy);
  }
  if (second !== undefined) {
    out.char(0x20);
    header(out, second, tunnel.innerVni);
  }
  const innermost = tunnel.inside.findLastIndex((inside) => hasVni.has(inside));
  for (const [i, inside] of tunnel.inside.entries()) {
    out.char(0x20);
    header(out, headers[inside][0], i === innermost ? tunnel.innerVni : -1);
  }
  const { family } = tunnel;
  if (family !== 0) {
    out.char(0x20);
    endpoint(out, record, family, tunnel.sourceOffset, tunnel.sourcePort);
    out.text(' > ');
    endpoint(out, record, family, tunnel.destinationOffset, tunnel.destinationPort);
  }
  if (tunnel.optionsLength > 0) options(out, record, tunnel);
}

function header(out: LineWriter, name: string, vni: number): void {
  out.text(name);
  if (vni < 0) return;
  out.text(' vni ');
  out.decimal(vni);
}

/** `port`: 0 where there is none. */
function endpoint(out: LineWriter, record: PacketRecord, family: 4 | 6, at: number, port: number): void {
  outer.attach(record.bytes, record.view, at, at + addressLengths[family]);
  address(out, outer, family, at);
  if (port === 0) return;
  out.char(0x2e);
  out.decimal(port);
}

function options(out: LineWriter, record: PacketRecord, tunnel: TunnelFacts): void {
  const at = tunnel.optionsOffset;
  outer.attach(record.bytes, record.view, at, at + tunnel.optionsLength);
  out.text(', options {');
  try {
    printGeneveOptions(out, outer, at);
  } catch (error) {
    if (error !== TRUNCATED) throw error;
    out.text(' (invalid)');
  }
  out.char(0x7d);
}
