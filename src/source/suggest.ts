/** The number of single-character insertions, deletions, replacements and swaps of neighbours between two words. */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = last[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      let best = Math.min(last[j] + 1, row[j - 1] + 1, replaced);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        best = Math.min(best, beforeLast[j - 2] + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[to.length];
}

/**
 * The candidate that a misspelt word most likely stands for, or undefined when none is near: at most one edit in
 * three characters of the word, or one word the beginning of the other. Case is ignored.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let nearest: string | undefined;
  let nearestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < nearestDistance) {
      nearest = candidate;
      nearestDistance = distance;
    }
  }
  return nearest ?? sharedBeginning(wanted, candidates);
}

/** Letters that two words have to share before one counts as the beginning of the other. */
const shortestBeginning = 4;

function sharedBeginning(wanted: string, candidates: Iterable<string>): string | undefined {
  if (wanted.length < shortestBeginning) return undefined;
  for (const candidate of candidates) {
    const word = candidate.toLowerCase().replace(/=$/, '');
    if (word.length >= shortestBeginning && (wanted.startsWith(word) || word.startsWith(wanted))) return candidate;
  }
  return undefined;
}

/** A hint that names the nearest candidate, else all of them. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const nearest = closest(word, candidates);
  return nearest === undefined ? `known: ${candidates.join(', ')}` : `did you mean '${nearest}'?`;
}
