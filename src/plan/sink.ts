import type { NativeForward, NativeStreamSink, NativeTunnelSink } from '../engine/native';
import { byDefault, type Setting } from '../settings/setting';
import { type AfPacketSink, afPacketSinkOptions } from '../sink/af-packet';
import { type TcpConnectSink, type TcpSink, tcpConnectSinkOptions, tcpSinkOptions } from '../sink/tcp';
import { type UdpSink, udpSinkOptions } from '../sink/udp';
import { formatSink, parseSink, type Sink } from '../sink/uri';
import type { OptionTable } from '../source/option';
import { conflict } from './error';
import type { CapturePlan, Output, ResolvedOptions } from './plan';
import { isPcapngStream, type SavefilePlan, writer } from './savefile';

interface Planned {
  /** Canonical URI of the target, without options. */
  name: string;
  origin: Setting<string>;
}

export type PlannedUdpSink = Planned & Omit<UdpSink, 'options'> & { options: ResolvedOptions<typeof udpSinkOptions> };
export type PlannedAfPacketSink = Planned &
  Omit<AfPacketSink, 'options'> & { options: ResolvedOptions<typeof afPacketSinkOptions> };
export type PlannedTcpSink = Planned & Omit<TcpSink, 'options'> & { options: ResolvedOptions<typeof tcpSinkOptions> };
export type PlannedTcpConnectSink = Planned &
  Omit<TcpConnectSink, 'options'> & { options: ResolvedOptions<typeof tcpConnectSinkOptions> };

/** Where packets are sent on to. */
export type PlannedForward = PlannedUdpSink | PlannedAfPacketSink | PlannedTcpSink | PlannedTcpConnectSink;

/** The sink of a URI with all its options. @throws SinkError, PlanError */
export function planForward(origin: Setting<string>): PlannedForward {
  const sink = parseSink(origin.value);
  const name = formatSink({ ...sink, options: {} });
  const planned = withOptions(sink, { name, origin });
  if (planned.backend === 'udp') checkTunnel(planned);
  return planned;
}

function withOptions(sink: Sink, planned: Planned): PlannedForward {
  const uri = planned.origin.value;
  switch (sink.backend) {
    case 'udp':
      return { ...sink, ...planned, options: resolve(udpSinkOptions, sink.options, uri) };
    case 'af_packet':
      return { ...sink, ...planned, options: resolve(afPacketSinkOptions, sink.options, uri) };
    case 'tcp':
      return { ...sink, ...planned, options: resolve(tcpSinkOptions, sink.options, uri) };
    case 'tcp+connect':
      return { ...sink, ...planned, options: resolve(tcpConnectSinkOptions, sink.options, uri) };
  }
}

function resolve<Table extends OptionTable>(
  table: Table,
  given: Readonly<Record<string, unknown>>,
  uri: string,
): ResolvedOptions<Table> {
  const entries = Object.entries(table).map(([name, spec]) => [
    name,
    given[name] === undefined ? byDefault(spec.default) : { value: given[name], origin: 'uri', text: uri },
  ]);
  return Object.fromEntries(entries);
}

function checkTunnel({ name, options }: PlannedUdpSink): void {
  const { vni, encapsulation } = options;
  if (vni.origin === 'default' || !('bytes' in encapsulation.value)) return;
  conflict(`${name}: vni is written into a tunnel's header, and none is asked for`, 'vxlan or geneve');
}

/** Refuses a time or a number of passes for packets that have none. @throws PlanError */
export function checkReplay({ sources, output }: CapturePlan): void {
  const { forward, replay, loop } = output;
  const given = loop ?? replay;
  if (given === undefined) return;
  if (forward === undefined) {
    conflict(`${given.text} is about packets that are sent on, and none are`, 'add -w af_packet::INTERFACE');
  }
  if (sources.some(({ backend }) => backend !== 'savefile')) {
    conflict(`${given.text} is about the packets of a file, and the sources are live`, 'read one with -r FILE');
  }
  if (loop === undefined) return;
  if (sources.length > 1) conflict(`${loop.text}: several files have one order of time, once`, 'mergecap them first');
  if (sources[0].name === '-')
    conflict(`${loop.text}: standard input can be read only once`, 'write it to a file first');
}

/** The sink in the addon's terms. */
export function toNativeForward(sink: PlannedForward, output: Output): NativeForward {
  switch (sink.backend) {
    case 'udp':
      return toNativeTunnelSink(sink);
    case 'af_packet': {
      const { rate, bypass } = sink.options;
      return { kind: 'af_packet', interface: sink.interface, rate: rate.value, bypass: bypass.value };
    }
    case 'tcp':
    case 'tcp+connect': {
      const { backend, address, port, options } = sink;
      const connects = backend === 'tcp+connect';
      const readers = 'readers' in options ? options.readers.value : 1;
      return {
        kind: 'tcp',
        address,
        port,
        connects,
        bufferBytes: options.buffer.value,
        readers,
        nanoseconds: output.nanoseconds.value,
        pcapng: toNativePcapng(output.savefile),
      };
    }
  }
}

function toNativePcapng(savefile: SavefilePlan): NativeStreamSink['pcapng'] {
  if (!isPcapngStream(savefile)) return undefined;
  return { application: writer, interfacePerVni: savefile.interfacePerVni.value };
}

function toNativeTunnelSink({ address, port, options }: PlannedUdpSink): NativeTunnelSink {
  const { encapsulation } = options;
  return {
    kind: 'udp',
    address,
    port,
    encapsulation: encapsulation.value.kind,
    skip: 'bytes' in encapsulation.value ? encapsulation.value.bytes : 0,
    vni: options.vni.value,
    sourcePorts: options.ports.value,
    rate: options.rate.value,
    segment: options.gso.value === 'auto',
  };
}

/** Whether somebody may connect after the capture has begun. */
export function acceptsConnections({ forward }: CapturePlan['output']): boolean {
  return forward?.backend === 'tcp';
}
