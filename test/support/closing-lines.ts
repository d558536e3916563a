/** The counts of the closing lines, as fandump and tcpdump write them on standard error. */
export interface ClosingLines {
  captured: number;
  receivedByFilter: number;
  droppedByKernel: number;
}

/** Reads the last closing lines of a program's standard error; throws with all of it where one is missing. */
export function closingLines(stderr: string): ClosingLines {
  const count = (words: string): number => {
    const found = [...stderr.matchAll(new RegExp(`^(\\d+) packets? ${words}$`, 'gm'))].at(-1);
    if (!found) throw new Error(`no line "N packets ${words}" in:\n${stderr}`);
    return Number(found[1]);
  };
  return {
    captured: count('captured'),
    receivedByFilter: count('received by filter'),
    droppedByKernel: count('dropped by kernel'),
  };
}
