/** What a filter expression consists of, as far as it matters for finding where its primitives begin. */
export interface FilterToken {
  /** operator: `and`, `or`, `not` in either spelling. other: what belongs to arithmetic. */
  kind: 'word' | 'operator' | 'open' | 'close' | 'other';
  text: string;
  /** Where it lies in the expression. */
  start: number;
  end: number;
}

const operators = new Set(['and', 'or', 'not', '&&', '||', '!']);
/** `!=` is arithmetic, and so is a single `&` or `|`. */
const token = /&&|\|\||!=|[()!&|<>=]|[^\s()!&|<>=]+/g;

export function tokensOf(expression: string): FilterToken[] {
  return Array.from(expression.matchAll(token), ({ 0: text, index }) => ({
    kind: kindOf(text),
    text,
    start: index,
    end: index + text.length,
  }));
}

function kindOf(text: string): FilterToken['kind'] {
  if (operators.has(text)) return 'operator';
  if (text === '(') return 'open';
  if (text === ')') return 'close';
  return /^(!=|[&|<>=])$/.test(text) ? 'other' : 'word';
}
