import { loadAddon } from '../engine/addon';
import { rightsLines } from '../rights/explain';
import type { RightsPlan } from '../rights/plan';
import { printable } from '../source/quote';
import type { Painter } from './color';
import { identityOf } from './rights';

/** --explain: what the process gives up once everything is open, and what is left to it. */
export function explainRights(plan: RightsPlan, painter: Painter): string {
  const lines = rightsLines(plan, identityOf(plan), loadAddon().sandboxRules(plan.acceptsConnections));
  return `${[painter.heading('rights'), ...lines.map((line) => `  ${printable(line)}`)].join('\n')}\n`;
}
