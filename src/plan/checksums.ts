import type { PrintOptions } from '../print/options';
import { PlanError } from './error';
import type { PlannedSource } from './plan';

/**
 * The print options with what the sources say about checksums: `off` is -K under Zeek's name. Lines are printed, and
 * written by workers, in one way for all sources, so that sources have to agree.
 * @throws PlanError
 */
export function withChecksumModes(print: PrintOptions, sources: readonly PlannedSource[]): PrintOptions {
  if (!print.noChecksum) refuseMixed(sources);
  const modes = sources.map(checksumMode);
  return { ...print, noChecksum: print.noChecksum || modes.includes('off'), trustKernel: modes.includes('kernel') };
}

function refuseMixed(sources: readonly PlannedSource[]): void {
  const first = sources.find((source) => checksumMode(source) !== undefined);
  if (first === undefined) return;
  const mode = checksumMode(first);
  // Of packets from elsewhere the kernel says nothing, so that to trust it is to check them here.
  const agrees = (other: string | undefined) => other === mode || (other === undefined && mode !== 'off');
  const other = sources.find((source) => !agrees(checksumMode(source)));
  if (other === undefined) return;
  throw new PlanError(
    'EPLAN_CONFLICT',
    `${first.name} has checksum_validation_mode=${mode}, and ${other.name} has ${checksumMode(other) ?? 'on'}: all lines are checked in one way`,
    'give both the same, or -K to check none',
  );
}

/** undefined: the source has no such option; only packet sockets are told what the kernel knows. */
function checksumMode(source: PlannedSource): string | undefined {
  return source.backend === 'af_packet' ? source.options.checksum_validation_mode.value : undefined;
}
