// Zeek's command line redefs: `Module::constant=literal`, as `zeek -i af_packet::eth0 AF_Packet::fanout_id=24` takes them.
import type { OptionSpec } from '../source/option';
import { printable, quote } from '../source/quote';
import { didYouMean } from '../source/suggest';
import { type BackendName, backends } from '../source/uri';
import { ValueError } from '../source/value';

/** A script constant set on the command line, resolved to the option that it stands for. */
export interface Redef {
  backend: BackendName;
  /** The option's name in the backend's table. */
  option: string;
  value: unknown;
  /** As the user wrote it. */
  text: string;
}

/** A redef that names no constant of ours, or gives it a value that it cannot have. */
export class RedefError extends Error {
  override readonly name = 'RedefError';

  constructor(
    readonly code: 'EREDEF_NAME' | 'EREDEF_VALUE',
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/** No filter expression begins like this: two colons between words, and a sign of equality. */
const redefPattern = /^([A-Za-z_]\w*(?:::[A-Za-z_]\w*)+)\s*=\s*(.*)$/s;

/** Whether a word among the trailing arguments is a redef and not part of the filter. */
export function isRedef(word: string): boolean {
  return redefPattern.test(word);
}

/**
 * Reads a word for which {@link isRedef} holds. Values are Zeek's literals: T and F, numbers, intervals with their
 * unit (`10msec`, `10 msec`), enumerators with or without their module (`AF_Packet::FANOUT_QM`).
 * @throws RedefError
 */
export function parseRedef(text: string): Redef {
  const match = redefPattern.exec(text) as RegExpExecArray;
  const constant = match[1];
  const { backend, option, spec } = findConstant(constant, text);
  try {
    return { backend, option, value: parseLiteral(spec, match[2].trim()), text };
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new RedefError('EREDEF_VALUE', `${constant}: ${error.message}`, printable(error.hint));
  }
}

function findConstant(constant: string, text: string) {
  for (const backend of Object.keys(backends) as BackendName[]) {
    const { options, unsupported } = backends[backend];
    for (const [option, spec] of Object.entries<OptionSpec<unknown>>(options)) {
      if (spec.zeek === constant) return { backend, option, spec };
    }
    const reason = (unsupported as Record<string, string>)[constant];
    if (reason !== undefined) {
      throw new RedefError('EREDEF_NAME', `${constant} cannot be set: ${reason}`, 'leave it out');
    }
  }
  const hint = didYouMean(constant, zeekConstants());
  throw new RedefError('EREDEF_NAME', `unknown Zeek constant ${quote(constant)} in ${quote(text)}`, hint);
}

function parseLiteral(spec: OptionSpec<unknown>, literal: string): unknown {
  const { defaultUnit } = spec.type;
  if (defaultUnit !== undefined && /^[\d.]+$/.test(literal)) {
    throw new ValueError(
      `${quote(literal)} has no unit, and Zeek's intervals need one`,
      `write ${literal}${defaultUnit}`,
    );
  }
  return spec.type.parse(literal);
}

/** The constants that can be set, in the order of the option tables. */
export function zeekConstants(): string[] {
  return Object.values(backends).flatMap(({ options }) =>
    Object.values<OptionSpec<unknown>>(options).flatMap(({ zeek }) => (zeek === undefined ? [] : [zeek])),
  );
}
