import type { DeviceOptions } from '../settings/pcap';
import type { Setting } from '../settings/setting';
import { type AfPacketSource, afPacketOptions, deviceName } from '../source/af-packet';
import { splitDevices } from '../source/devices';
import { udpOptions } from '../source/udp';
import { formatSource, parseSource } from '../source/uri';
import { checkPlan } from './check';
import { checkFlags } from './check-flags';
import { withChecksumModes } from './checksums';
import { type OptionSettings, resolveOptions } from './options';
import type { CapturePlan, PlannedAfPacket, PlannedSource } from './plan';

/** What was asked for, before it is known whether it fits together. */
export interface CaptureRequest extends Omit<CapturePlan, 'sources'> {
  /** Source URIs and where they came from. */
  sources: Setting<string>[];
  /** `-r` */
  savefiles: Setting<string>[];
  options: OptionSettings;
}

/**
 * The plan for a request. Opens nothing.
 * @throws SourceError for a source that cannot be understood, PlanError for what does not go together
 */
export function resolvePlan(request: CaptureRequest): CapturePlan {
  const { savefiles, sources, options, print, ...rest } = request;
  const planned = sources
    .flatMap((source) => splitDevices(source.value).map((value) => ({ ...source, value })))
    .map((source) => planSource(source, options));
  for (const savefile of savefiles) {
    const passes = request.output.loop?.value;
    planned.push({ backend: 'savefile', path: savefile.value, passes, name: savefile.value, origin: savefile });
  }
  const printed = request.output.print ? withChecksumModes(print, planned) : print;
  const plan: CapturePlan = { sources: planned, ...rest, print: printed };
  checkPlan(plan);
  checkFlags(plan, options.flags);
  return plan;
}

function planSource(origin: Setting<string>, settings: OptionSettings): PlannedSource {
  const source = parseSource(origin.value);
  const name = formatSource({ ...source, options: {} });
  if (source.backend === 'udp') {
    const { backend, addresses, ports, options } = source;
    const resolved = resolveOptions(backend, udpOptions, options, origin.value, settings);
    return { backend, addresses, ports, name, origin, options: resolved };
  }
  if (source.backend !== 'af_packet') {
    const { backend, address, port, options } = source;
    return { backend, address, port, name, origin, options };
  }
  const { backend, options } = source;
  const resolve = (outside?: DeviceOptions) =>
    resolveOptions(backend, afPacketOptions, options, origin.value, settings, outside);
  return { backend, interface: source.interface, name, origin, options: withOutside(source, settings, resolve) };
}

type AfPacketOptions = PlannedAfPacket['options'];

/** The options with what environment and file say; the mode there is that of the group, whoever has named the group. */
function withOutside(
  source: AfPacketSource,
  { outside }: OptionSettings,
  resolve: (outside?: DeviceOptions) => AfPacketOptions,
): AfPacketOptions {
  const inside = resolve();
  if (outside === undefined) return inside;
  const { value, origin } = inside.fanout_id;
  const chosen = origin === 'default' || value === 'auto' ? undefined : value;
  return resolve(outside.optionsOf(deviceName(source), chosen));
}
