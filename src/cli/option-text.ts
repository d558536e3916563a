import type { OptionSpec } from '../source/option';

/** How a source option is written in a URI: `fanout_mode=hash|lb`, `reuseport`, `vxlan|geneve`. */
export function optionTitle(name: string, spec: OptionSpec<unknown>): string {
  if (spec.bare !== undefined) return spec.type.syntax;
  const keys = [name, ...(spec.aliases ?? [])].join(', ');
  return `${keys}=${spec.type.syntax}`;
}
