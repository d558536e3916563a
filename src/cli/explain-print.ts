import type { CapturePlan } from '../plan/plan';
import type { HexMode, TimeMode } from '../print/options';
import { byDefault, byFlag, type Setting } from '../settings/setting';

const times: Readonly<Record<TimeMode, Setting<string>>> = {
  default: byDefault('of the day'),
  none: byFlag('none', '-t'),
  unix: byFlag('seconds since 1970', '-tt'),
  delta: byFlag('since the line before', '-ttt'),
  date: byFlag('with date', '-tttt'),
  sinceFirst: byFlag('since the first line', '-ttttt'),
};

/** How the lines of packets look, as --explain shows it. */
export function explainPrint({ sources, output, print }: CapturePlan): [name: string, value: Setting<string>][] {
  const { nanoseconds } = output;
  return [
    ['names', print.numeric === 0 ? byDefault('yes') : byFlag('no', '-n')],
    ['names without domain', asked(print.shortNames, '-N')],
    ['names of own network only', asked(print.localNames, '-f')],
    ['link-layer header', asked(print.linkLevel, '-e')],
    ['tunnel and direction', asked(print.metadata, print.linkLevel ? '-e' : '-v')],
    ['time', times[print.time]],
    ['nanoseconds', { ...nanoseconds, value: nanoseconds.value ? 'yes' : 'no' }],
    ['details', print.verbose === 0 ? byDefault('few') : byFlag('more', `-${'v'.repeat(print.verbose)}`)],
    ['short lines', asked(print.quiet > 0, '-q')],
    ['sequence numbers', print.absoluteSequence ? byFlag('as sent', '-S') : byDefault('counted from 1')],
    ['line numbers', asked(print.number, '-#')],
    ['AS numbers in halves', asked(print.asDot, '-b')],
    ['NFS handles as they are', asked(print.opaqueHandles, '-u')],
    ['mesh headers', asked(print.mesh, '-H')],
    ['TCP signatures checked', asked(print.signatureSecret !== undefined, '-M')],
    ['what TCP and UDP hold', print.packetType ? byFlag(print.packetType, '-T') : byDefault('as their ports say')],
    ['bytes', bytesOf(print.hex)],
    ['checksums', checksums(sources, print.noChecksum)],
  ];
}

function asked(yes: boolean, flag: string): Setting<string> {
  return yes ? byFlag('yes', flag) : byDefault('no');
}

function bytesOf(mode: HexMode): Setting<string> {
  if (mode === 'none') return byDefault('none');
  const flag = `-${mode}`;
  if (mode.startsWith('A')) return byFlag('as characters', flag);
  return byFlag(mode.startsWith('x') ? 'in hex' : 'in hex and characters', flag);
}

/** -K goes before what the sources say, which then is the same for all that say something. */
function checksums(sources: CapturePlan['sources'], none: boolean): Setting<string> {
  const [mode = byDefault('on' as const)] = sources.flatMap((source) =>
    source.backend === 'af_packet' ? [source.options.checksum_validation_mode] : [],
  );
  if (none && mode.value !== 'off') return byFlag('not checked', '-K');
  return { ...mode, value: { on: 'checked', off: 'not checked', kernel: 'checked by the kernel' }[mode.value] };
}
