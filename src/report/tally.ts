import type { CountKey, TallyReport, TallyRow } from '../engine/native';

/** Packets by key, as an object on a line of its own. Names are those of --count-by. */
export interface TallyJson {
  by: readonly CountKey[];
  /** Whether the capture has ended. */
  final: boolean;
  rows: Record<string, string | number | null>[];
  /** What has no row here. */
  others: { keys: number; packets: number; bytes: number };
  packets: number;
  bytes: number;
  /** false: there were more keys than can be kept apart, and `uncertain` packets of a row may be of other keys. */
  exact: boolean;
}

const absent = '-';
const gap = '  ';
const cutMark = '..';
/** Columns do not become narrower than this for the sake of a terminal. */
const narrowest = 7;

/** The report as a table, most packets first; no line is longer than `width`. */
export function tallyLines(report: TallyReport, by: readonly CountKey[], width = Number.POSITIVE_INFINITY): string[] {
  const others = rest(report);
  const cells = [
    ['packets', 'bytes', ...by],
    ...report.rows.map((row) => [packetsText(row), String(row.bytes), ...row.texts.map((text) => text || absent)]),
    ...(others.keys > 0 ? [[String(others.packets), String(others.bytes), `(${others.keys} more)`]] : []),
    [String(report.packets), String(report.bytes), 'all'],
  ];
  const lines = formatTable(cells, width);
  if (!report.exact) {
    lines.push(
      '~ at most: there were more keys than are kept apart, and the rarest gave their place and count to others',
    );
  }
  return lines.map((line) => line.slice(0, width));
}

function packetsText({ packets, uncertain }: TallyRow): string {
  return uncertain > 0 ? `~${packets}` : String(packets);
}

function rest({ rows, keys, packets, bytes }: TallyReport): TallyJson['others'] {
  const shown = (pick: (row: TallyRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
  return {
    keys: keys - rows.length,
    packets: packets - shown((row) => row.packets),
    bytes: bytes - shown((row) => row.bytes),
  };
}

/** Numbers to the right, keys to the left. A key is cut where the table would be too wide. */
function formatTable(cells: readonly string[][], width: number): string[] {
  const numbers = 2;
  // There may be more rows than a call takes arguments.
  const widths = cells[0].map((_, column) =>
    cells.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0),
  );
  const total = () => widths.reduce((sum, each) => sum + each, 0) + gap.length * (widths.length - 1);
  while (total() > width) {
    const widest = Math.max(...widths.slice(numbers));
    if (widest <= narrowest) break;
    widths[widths.lastIndexOf(widest)]--;
  }
  return cells.map((row) =>
    row
      .map((cell, column) => (column < numbers ? cell.padStart(widths[column]) : cut(cell, widths[column])))
      .join(gap)
      .trimEnd(),
  );
}

function cut(text: string, width: number): string {
  return text.length > width ? text.slice(0, width - cutMark.length) + cutMark : text.padEnd(width);
}

export function tallyJson(report: TallyReport, by: readonly CountKey[], final: boolean): TallyJson {
  const rows = report.rows.map(({ texts, packets, bytes, uncertain }) => ({
    ...Object.fromEntries(by.map((key, index) => [key, jsonValue(key, texts[index])])),
    packets,
    bytes,
    ...(uncertain > 0 && { uncertain }),
  }));
  const { packets, bytes, exact } = report;
  return { by, final, rows, others: rest(report), packets, bytes, exact };
}

function jsonValue(key: CountKey, text: string): string | number | null {
  if (text === '') return null;
  return key === 'vni' ? Number(text) : text;
}
