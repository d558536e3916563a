import type { ValueType } from './value';

/** One option of a backend, declared once: everything that reads, explains or documents it takes it from here. */
export interface OptionSpec<T> {
  readonly type: ValueType<T>;
  /** What holds when nobody sets it. */
  readonly default: T;
  /** One line of help, no final stop. */
  readonly help: string;
  /** Other keys with the same meaning in a URI. */
  readonly aliases?: readonly string[];
  /** Zeek's script constant. */
  readonly zeek?: string;
  /** The command line flag that sets it, as typed: `-B`. */
  readonly flag?: string;
  /** The value stands in the URI without `key=`: this pattern tells such an item. */
  readonly bare?: RegExp;
  /** Several items may set it, each another part of its value, which is an object. */
  readonly merges?: boolean;
  /** Words that may stand behind the value, as in `hash+defrag`, and the options that each of them switches on. */
  readonly suffixes?: Readonly<Record<string, string>>;
}

/** A backend's options by their URI key, which is also the name they have in plans. */
export type OptionTable = Readonly<Record<string, OptionSpec<unknown>>>;

export type OptionValue<Spec> = Spec extends OptionSpec<infer T> ? T : never;

/** A value for each option of a table. */
export type OptionValues<Table extends OptionTable> = { -readonly [Name in keyof Table]: OptionValue<Table[Name]> };

/** Values for the options that were set; the others are absent. */
export type GivenOptions<Table extends OptionTable> = Partial<OptionValues<Table>>;

/** A declaration whose value type comes from `type`; the default has to fit it. */
export function option<T>(
  type: ValueType<T>,
  spec: Omit<OptionSpec<T>, 'type' | 'default'> & { readonly default: NoInfer<T> },
): OptionSpec<T> {
  return { type, ...spec };
}

/** The name of the option that a URI key stands for; case is ignored. */
export function findOption(table: OptionTable, key: string): string | undefined {
  const wanted = key.toLowerCase();
  return Object.keys(table).find((name) => name === wanted || table[name].aliases?.includes(wanted));
}

/**
 * Every option that a text sets: the one it is for, and those of the suffixes behind it.
 * @throws ValueError
 */
export function parseWithSuffixes(name: string, spec: OptionSpec<unknown>, text: string): Record<string, unknown> {
  const switched: Record<string, unknown> = {};
  let rest = text;
  for (;;) {
    const suffix = Object.keys(spec.suffixes ?? {}).find((word) => rest.toLowerCase().endsWith(word));
    if (suffix === undefined) break;
    switched[(spec.suffixes as Record<string, string>)[suffix]] = true;
    rest = rest.slice(0, -suffix.length);
  }
  return { [name]: spec.type.parse(rest), ...switched };
}
