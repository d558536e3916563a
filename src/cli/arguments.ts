import { Command, CommanderError, Option } from 'commander';
import { type FlagName, type FlagSpec, flags } from './flags';
import { UsageError } from './usage-error';

/** The command line, taken apart and not yet understood. */
export interface Arguments {
  /**
   * For each flag that was given, its arguments in order; an empty string for each time one without was given. The flags
   * are in the order in which each was given last.
   */
  flags: Map<FlagName, string[]>;
  /** The words that are no flags: the filter, and Zeek redefs. */
  words: string[];
}

/**
 * Takes argv (without program and script) apart as getopt_long does: letters can be joined (-nnvi eth0), flags may stand
 * behind the expression, `--` ends them.
 * @throws UsageError for a flag that does not exist or lacks its argument
 */
export function parseArguments(argv: readonly string[]): Arguments {
  const program = new Command('fandump');
  program
    .helpOption(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .argument('[expression...]');
  const given = new Map<FlagName, string[]>();
  for (const [name, spec] of Object.entries(flags) as [FlagName, FlagSpec][]) {
    const option = new Option(optionSyntax(spec));
    program.addOption(option);
    program.on(`option:${option.name()}`, (value: unknown) => {
      const values = given.get(name) ?? [];
      values.push(spec.argument === undefined ? '' : String(value));
      given.delete(name);
      given.set(name, values);
    });
  }
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const reason = error.message.replace(/^error: /, '').replace(/\s+/g, ' ');
    throw new UsageError(reason, 'fandump --help lists the options');
  }
  return { flags: given, words: takeFurther(given, program.args) };
}

/** Returns the words that are left. */
function takeFurther(given: Map<FlagName, string[]>, words: string[]): string[] {
  let left = words;
  for (const [name, values] of given) {
    const { further }: FlagSpec = flags[name];
    if (further === undefined) continue;
    values.push(...left.filter((word) => further.test(word)));
    left = left.filter((word) => !further.test(word));
  }
  return left;
}

/** commander's way to write a flag: `-i, --interface <SOURCE>`. */
function optionSyntax({ short, long, argument }: FlagSpec): string {
  const names = [];
  if (short !== undefined) names.push(`-${short}`);
  if (long !== undefined) names.push(`--${long}`);
  return names.join(', ') + (argument === undefined ? '' : ` <${argument}>`);
}
