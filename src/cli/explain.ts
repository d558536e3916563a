import { loadAddon } from '../engine/addon';
import { fanoutGroup, joinsFanout } from '../plan/fanout';
import { filterParts } from '../plan/filter';
import { toNativeSource } from '../plan/native-plan';
import { type CapturePlan, type PlannedAfPacket, type PlannedSource, readsSavefile } from '../plan/plan';
import { explainPrivacy } from '../plan/privacy';
import { isStream } from '../plan/savefile';
import type { PlannedForward } from '../plan/sink';
import { byDefault, type Setting } from '../settings/setting';
import { sinks } from '../sink/uri';
import type { OptionSpec } from '../source/option';
import { printable } from '../source/quote';
import { backends } from '../source/uri';
import { disassemble } from './bpf-text';
import type { Painter } from './color';
import { explainPrint } from './explain-print';
import { autostopText, explainSavefile, explainStream } from './explain-savefile';
import { tunnelFilter } from './tunnel-filter';

const nameColumn = 26;
const valueColumn = 18;

/** --explain: each value of the plan, and where it came from. */
export function explain(plan: CapturePlan, painter: Painter): string {
  const lines = plan.sources.flatMap((source) => [
    ...explainSource(source, painter),
    ...explainSteering(source, plan, painter),
    ...explainTunnelFilter(source, plan),
  ]);
  lines.push(painter.heading('capture'));
  lines.push(row(painter, 'filter', { ...plan.filter, value: plan.filter.value || 'none: every packet' }));
  lines.push(row(painter, 'optimize filter', yesNo(plan.optimizeFilter)));
  const snaplen = readsSavefile(plan) ? byDefault('that of the file') : plan.snaplen;
  lines.push(row(painter, 'snapshot length', snaplen));
  lines.push(row(painter, 'packet count', { ...plan.count, value: plan.count.value || 'no limit' }));
  lines.push(row(painter, 'autostop', { ...plan.autostop, value: autostopText(plan.autostop.value) }));
  lines.push(row(painter, 'direction', plan.direction));
  lines.push(row(painter, 'CPUs of workers', { ...plan.cpus, value: plan.cpus.value.join(',') || 'any' }));
  lines.push(row(painter, 'immediate mode', yesNo(plan.immediate)));
  lines.push(row(painter, 'wait for interfaces', yesNo(plan.wait)));
  lines.push(row(painter, 'restore device settings', yesNo(plan.restore)));
  lines.push(painter.heading('output'), ...explainOutput(plan, painter));
  return lines.map((line) => `${line}\n`).join('');
}

function explainSource(source: PlannedSource, painter: Painter): string[] {
  const title = `source ${source.backend === 'savefile' ? source.path : source.name}`;
  const heading = `${painter.heading(printable(title))}  ${painter.faint(whence(source.origin))}`.trimEnd();
  if (source.backend === 'savefile') return [heading];
  const table: Readonly<Record<string, OptionSpec<unknown>>> = backends[source.backend].options;
  const options = source.backend === 'af_packet' ? withGroup(source) : source.options;
  const lines = Object.entries<Setting<unknown>>(options).map(([name, setting]) =>
    row(painter, name, { ...setting, value: table[name].type.format(setting.value) }),
  );
  if (source.backend === 'af_packet') lines.push(`  joins ${groupText(source)}`);
  return [heading, ...lines];
}

/** The options, with the group that is really joined in place of the one that would be. */
function withGroup(source: PlannedAfPacket): PlannedAfPacket['options'] {
  const { options } = source;
  if (!joinsFanout(source)) return options;
  return { ...options, fanout_id: { ...options.fanout_id, value: fanoutGroup(source) } };
}

function groupText(source: PlannedAfPacket): string {
  if (!joinsFanout(source)) return 'no fanout group';
  const group = fanoutGroup(source);
  return group === 'auto' ? 'a fanout group of its own' : `the fanout group ${group}`;
}

/** The program that shares packets out, as tcpdump -d shows one. */
function explainSteering(source: PlannedSource, plan: CapturePlan, painter: Painter): string[] {
  const native = toNativeSource(source, plan.cpus.value);
  if (native.kind === 'savefile' || native.kind === 'tcp' || native.steering === undefined) return [];
  const { steering } = native;
  if (steering.kind === 'pinned') return [`  shares by the pinned program ${printable(steering.path)}`];
  const program = disassemble(loadAddon().steeringProgram(native)).trimEnd().split('\n');
  return [painter.heading(`steering program, ${program.length} instructions`), ...program.map((line) => `  ${line}`)];
}

/** Where the filter of packets in tunnels runs, and what that means for gro=auto. */
function explainTunnelFilter(source: PlannedSource, plan: CapturePlan): string[] {
  if (source.backend === 'af_packet') return explainDecapFilter(source, plan);
  if (source.backend !== 'udp') return [];
  const filter = tunnelFilter(source, plan, loadAddon());
  if (filter === undefined) return [];
  if (filter.program === undefined) return [`  the filter runs in userspace: ${filter.reason}`];
  const { tests } = filterParts(plan.filter.value);
  const asked = tests.length === 0 ? '' : ', with what it asks of the tunnel';
  const size = `${filter.program.length} instructions, -d shows them`;
  return [`  the filter runs in the kernel${asked} (${size}), so that datagrams come one by one as with gro=off`];
}

/** Behind decap, everything runs in userspace but what the frames around are asked. */
function explainDecapFilter({ options }: PlannedAfPacket, plan: CapturePlan): string[] {
  if (options.decap.value.kind === 'none' || options.xdp.value === 'strip') return [];
  const outer = options.outer_filter.value === '' ? '' : ', and that of outer_filter in the kernel';
  return plan.filter.value === '' ? [] : [`  the filter runs in userspace, behind decap${outer}`];
}

function explainOutput(plan: CapturePlan, painter: Painter): string[] {
  const { output } = plan;
  const lines: string[] = [];
  if (output.save !== undefined) {
    lines.push(row(painter, 'savefile', output.save));
    lines.push(row(painter, 'nanoseconds', yesNo(output.nanoseconds)));
    lines.push(row(painter, 'flush each batch', yesNo(output.flushEachBatch)));
    lines.push(
      ...explainSavefile(output.save.value, output.savefile).map(([name, setting]) => row(painter, name, setting)),
    );
  }
  if (output.invalid !== undefined) lines.push(row(painter, 'invalid datagrams', output.invalid));
  if (output.forward !== undefined) lines.push(...explainForward(output.forward, painter));
  if (isStream(output)) lines.push(...explainStream(output.savefile).map(([name, value]) => row(painter, name, value)));
  if (output.replay !== undefined) {
    lines.push(row(painter, 'replay', { ...output.replay, value: `${output.replay.value} x the speed of the file` }));
  }
  if (output.loop !== undefined) {
    lines.push(row(painter, 'passes through the file', { ...output.loop, value: output.loop.value || 'no limit' }));
  }
  lines.push(...explainPrivacy(output).map(([name, setting]) => row(painter, name, setting)));
  if (output.statistics !== undefined) {
    const { interval, json } = output.statistics;
    const what = `${json ? 'JSON' : 'a line'} each ${interval.value}msec`;
    lines.push(row(painter, 'statistics', { ...interval, value: what }));
  }
  if (output.countBy !== undefined) {
    const { keys, rows } = output.countBy;
    lines.push(row(painter, 'counts packets by', { ...keys, value: keys.value.join(',') }));
    lines.push(row(painter, 'rows of the table', { ...rows, value: rows.value || 'all' }));
  }
  if (output.count) lines.push('  the number of packets, to standard output');
  if (output.print) {
    const isJson = output.format === 'json';
    lines.push(isJson ? '  a JSON object per packet, to standard output' : '  a line per packet, to standard output');
    if (isJson) return lines;
    lines.push(...explainPrint(plan).map(([name, setting]) => row(painter, name, setting)));
  }
  return lines;
}

function explainForward({ backend, name, origin, options }: PlannedForward, painter: Painter): string[] {
  const table: Readonly<Record<string, OptionSpec<unknown>>> = sinks[backend].options;
  return [
    row(painter, 'sends packets to', { ...origin, value: name }),
    ...Object.entries<Setting<unknown>>(options).map(([option, setting]) =>
      row(painter, option, { ...setting, value: table[option].type.format(setting.value) }),
    ),
  ];
}

function yesNo(setting: Setting<boolean>): Setting<string> {
  return { ...setting, value: setting.value ? 'yes' : 'no' };
}

function row(painter: Painter, name: string, setting: Setting<string | number>): string {
  const value = printable(String(setting.value)).padEnd(valueColumn);
  return `  ${name.padEnd(nameColumn)} ${value} ${painter.faint(whence(setting))}`;
}

function whence({ origin, text }: Setting<unknown>): string {
  return printable(text === '' ? origin : `${origin} ${text}`);
}
