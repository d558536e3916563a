import type { CaptureSettings, DeviceOptions } from '../settings/pcap';
import type { Redef } from '../settings/redef';
import { byDefault, byFlag, type Setting } from '../settings/setting';
import type { OptionSpec, OptionTable } from '../source/option';
import type { BackendName } from '../source/uri';
import { ValueError } from '../source/value';
import { PlanError } from './error';
import type { ResolvedOptions } from './plan';

/** A flag that sets an option of whatever source is opened: `-B 4096`. */
export interface OptionFlag {
  /** As in the option table: `-B`. */
  flag: string;
  /** The value in the spelling of the option's type: `4096k`. */
  value: string;
  /** As the user typed it. */
  text: string;
}

/** The other places besides the URI where a source's options may be set. */
export interface OptionSettings {
  flags: readonly OptionFlag[];
  redefs: readonly Redef[];
  /** Environment and configuration file; absent: none. */
  outside?: CaptureSettings;
}

/**
 * Resolves each option of a backend: flag before URI before redef before what `outside` says (environment, file) before
 * default; of two redefs the last wins.
 */
export function resolveOptions<Table extends OptionTable>(
  backend: BackendName,
  table: Table,
  given: Readonly<Record<string, unknown>>,
  uri: string,
  settings: OptionSettings,
  outside: DeviceOptions = {},
): ResolvedOptions<Table> {
  const entries = Object.entries(table).map(([name, spec]) => {
    const setting =
      fromFlag(spec, settings.flags) ??
      fromUri(name, given, uri) ??
      fromRedef(backend, name, settings.redefs) ??
      outside[name] ??
      byDefault(spec.default);
    return [name, setting];
  });
  return Object.fromEntries(entries);
}

function fromFlag(spec: OptionSpec<unknown>, flags: readonly OptionFlag[]): Setting<unknown> | undefined {
  const given = flags.findLast(({ flag }) => flag === spec.flag);
  if (given === undefined) return undefined;
  try {
    return byFlag(spec.type.parse(given.value), given.text);
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new PlanError('EPLAN_VALUE', `${given.text}: ${error.message}`, error.hint);
  }
}

function fromUri(name: string, given: Readonly<Record<string, unknown>>, uri: string): Setting<unknown> | undefined {
  return given[name] === undefined ? undefined : { value: given[name], origin: 'uri', text: uri };
}

function fromRedef(backend: BackendName, name: string, redefs: readonly Redef[]): Setting<unknown> | undefined {
  const given = redefs.findLast((redef) => redef.backend === backend && redef.option === name);
  return given === undefined ? undefined : { value: given.value, origin: 'redef', text: given.text };
}
