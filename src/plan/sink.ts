import type { NativeForward } from '../engine/native';
import { type UdpSink, udpSinkOptions } from '../sink/udp';
import { formatSink, parseSink } from '../sink/uri';
import type { OptionTable } from '../source/option';
import { PlanError } from './error';
import type { ResolvedOptions } from './plan';
import { byDefault, type Setting } from './setting';

/** Where packets are sent on to. */
export interface PlannedForward {
  backend: 'udp';
  address: string;
  port: number;
  /** Canonical URI of the target, without options. */
  name: string;
  origin: Setting<string>;
  options: ResolvedOptions<typeof udpSinkOptions>;
}

/** The sink of a URI with all its options. @throws SinkError, PlanError */
export function planForward(origin: Setting<string>): PlannedForward {
  const sink = parseSink(origin.value);
  const name = formatSink({ ...sink, options: {} });
  const planned: PlannedForward = {
    backend: sink.backend,
    address: sink.address,
    port: sink.port,
    name,
    origin,
    options: resolve(udpSinkOptions, sink, origin.value),
  };
  checkForward(planned);
  return planned;
}

function resolve<Table extends OptionTable>(table: Table, { options }: UdpSink, uri: string): ResolvedOptions<Table> {
  const given: Readonly<Record<string, unknown>> = options;
  const entries = Object.entries(table).map(([name, spec]) => [
    name,
    given[name] === undefined ? byDefault(spec.default) : { value: given[name], origin: 'uri', text: uri },
  ]);
  return Object.fromEntries(entries);
}

function checkForward({ name, options }: PlannedForward): void {
  const { vni, encapsulation } = options;
  if (vni.origin === 'default' || !('bytes' in encapsulation.value)) return;
  throw new PlanError(
    'EPLAN_CONFLICT',
    `${name}: vni is written into a tunnel's header, and none is asked for`,
    'vxlan or geneve',
  );
}

/** The sink in the addon's terms. */
export function toNativeForward({ address, port, options }: PlannedForward): NativeForward {
  const { encapsulation } = options;
  return {
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
