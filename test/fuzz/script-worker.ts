/** One target in a process of its own. Usage: node --expose-gc script-worker.mjs TARGET SECONDS SEED CRASH-FOLDER */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drive, Finding } from './drive';
import { scriptTargets } from './targets';

const [name, seconds, seed, crashes] = process.argv.slice(2);
const progressMilliseconds = 1000;
let told = 0;

/** A line a second: whoever waits for it knows that nothing hangs, and where to look where it stays away. */
function progress(executions: number): void {
  const now = performance.now();
  if (now - told < progressMilliseconds) return;
  told = now;
  console.log(JSON.stringify({ executions }));
}

try {
  const tally = drive(scriptTargets[name](), { milliseconds: Number(seconds) * 1000, seed: Number(seed) }, progress);
  console.log(JSON.stringify(tally));
} catch (error) {
  if (!(error instanceof Finding)) throw error;
  mkdirSync(crashes, { recursive: true });
  const file = join(crashes, `${name}-${seed}`);
  writeFileSync(file, error.input);
  console.error(`${error.message}\ninput: ${file}`);
  process.exitCode = 1;
}
