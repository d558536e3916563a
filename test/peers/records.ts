/** Lines of two printers, grouped by packet and compared. */

export interface Difference {
  count: number;
  path: string;
  theirs: string;
  ours: string;
}

export interface Tally {
  files: number;
  protocols: Map<string, { compared: number; identical: number }>;
  /** By the shape of the line: digits and names taken out. */
  differences: Map<string, Difference>;
}

const recordStart = /^(?:[ -]?\d\d:\d\d:\d\d\.\d{6,9} |\d{4}-\d\d-\d\d |\d{6,}\.\d{6,9} | *\d+ {2}\S|\[Invalid header)/;

function records(text: string): string[][] {
  const lines = text.split('\n');
  lines.pop();
  const found: string[][] = [];
  for (const line of lines) {
    if (recordStart.test(line) || found.length === 0) found.push([line]);
    else found[found.length - 1].push(line);
  }
  return found;
}

/** The innermost protocol that a line names, roughly. */
export function protocolOf(line: string): string {
  const body = line.replace(/^[ -]?[\d:.-]+ (?:[\d:.]+ )?/, '');
  if (/Flags \[/.test(body)) return /length \d+: ([A-Z]\w+)/.exec(body)?.[1] ?? 'TCP';
  const transport = /^IP6? \S+ > \S+: +(?:HBH |frag \S+ )*([A-Za-z/0-9-]+)/.exec(body);
  const name = transport?.[1] ?? /^([A-Za-z0-9.]+)/.exec(body)?.[1] ?? 'other';
  if (/\.53 > |\.53: |\.5353/.test(body) && transport !== null) return 'DNS';
  return name.replace(/\d{2,}/g, 'N');
}

function shape(line: string): string {
  return line
    .replace(/0x[0-9a-f]+/g, 'X')
    .replace(/\d+/g, 'N')
    .replace(/[NX](?:[.:][0-9a-fNX]*)+/g, 'A')
    .slice(0, 70);
}

export function compareOutputs(tally: Tally, path: string, theirs: string, ours: string): void {
  const expected = records(theirs);
  const actual = records(ours);
  for (let i = 0; i < expected.length; i++) {
    const name = protocolOf(expected[i][0]);
    const count = tally.protocols.get(name) ?? { compared: 0, identical: 0 };
    tally.protocols.set(name, count);
    const record = actual[i] ?? [];
    const lines = Math.max(expected[i].length, record.length);
    let told = false;
    for (let j = 0; j < lines; j++) {
      count.compared++;
      if (expected[i][j] === record[j]) {
        count.identical++;
      } else if (!told) {
        told = true;
        note(tally, path, expected[i][j] ?? '(no line)', record[j] ?? '(no line)');
      }
    }
  }
}

function note(tally: Tally, path: string, theirs: string, ours: string): void {
  const key = `${protocolOf(theirs)} ${shape(theirs.replace(/^[\d:.]+ \S+ \S+ > \S+/, ''))}`;
  const known = tally.differences.get(key);
  if (known === undefined) tally.differences.set(key, { count: 1, path, theirs, ours });
  else known.count++;
}
