import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { loadAddon } from '../engine/addon';
import { CaptureError } from '../engine/errors';
import type { FoundOpener } from '../engine/native-rights';
import { printable } from '../source/quote';
import { systemFiles } from '../tuning/system';
import type { Console } from './console';
import { exitCodes } from './exit-codes';

/** Whose members may start the opener. */
const captureGroup = 'fandump';
/** The interface that --check asks for: every network namespace has it. */
const loopback = 'lo';
const program = 'fandump-opener';

/** Programs of the line below, for a root whose PATH does not lead to them. */
const systemPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * --setcap: prints the line that installs the opener, and runs it for root.
 * @throws CaptureError EOPENER_MISSING when it is not built, ESETCAP when the line fails
 */
export function setCapability(console: Console): number {
  const { built, installed } = loadAddon().findOpeners();
  if (statSync(built, { throwIfNoEntry: false }) === undefined) {
    throw new CaptureError('EOPENER_MISSING', `${built} is not there`, 0, 'npm run build');
  }
  const line = installLine(built, installed);
  console.out(`${line}\n`);
  if (process.geteuid?.() !== 0) {
    console.err(`fandump: the line above installs the opener; sudo runs it: sudo ${thisCommand()} --setcap\n`);
    return exitCodes.done;
  }
  if (hasOneGroup(systemFiles.read('/proc/self/gid_map'))) {
    // groupadd(8) would change one of its two files and fail at the other, which belongs to another group.
    const why = 'root of this user namespace has no group but its own';
    throw new CaptureError('ESETCAP', `installing ${installed}: ${why}`, 0, 'run the line above as root of the host');
  }
  const { status, stderr } = spawnSync('/bin/sh', ['-c', line], { encoding: 'utf8', env: { PATH: systemPath } });
  if (status !== 0) {
    const reason = printable((stderr ?? '').trim().split('\n').at(-1) ?? '');
    const hint = /setcap.*not found/.test(reason) ? 'sudo apt-get install libcap2-bin' : '';
    throw new CaptureError('ESETCAP', `installing ${installed}: ${reason}`, 0, hint);
  }
  console.err(`fandump: installed; who may capture: sudo usermod -aG ${captureGroup} USER, then log in again\n`);
  return exitCodes.done;
}

/** Whether a gid_map (user_namespaces(7)) leaves a single group; undefined: it cannot be read. */
export function hasOneGroup(map: string | undefined): boolean {
  const lengths = (map ?? '')
    .trim()
    .split('\n')
    .map((range) => Number(range.trim().split(/\s+/)[2] ?? 0));
  return lengths.reduce((sum, length) => sum + length, 0) === 1;
}

/** Owner and mode before the capability: changing them takes it away. */
export function installLine(built: string, installed: string): string {
  const target = shellWord(installed);
  return [
    `groupadd --force --system ${captureGroup}`,
    `install -D -o root -g ${captureGroup} -m 0750 ${shellWord(built)} ${target}`,
    `setcap cap_net_raw+ep ${target}`,
  ].join(' && ');
}

/** --setcap --check: what is in place, and whether it works for this user; exit code 1 when it does not. */
export function checkCapability(console: Console): number {
  const addon = loadAddon();
  const { found } = addon.findOpeners();
  let works = false;
  for (const opener of found) {
    console.out(`${describe(opener)}\n`);
    const failure = opener.hasCapability ? addon.tryOpener(opener.path, loopback) : undefined;
    if (opener.hasCapability && failure === undefined) works = true;
    if (failure !== undefined) console.out(`  ${printable(`${failure.message}; ${failure.hint}`)}\n`);
  }
  if (!found.some(({ hasCapability }) => hasCapability)) {
    console.out(`no ${program} has the capability; sudo ${thisCommand()} --setcap\n`);
  } else if (works) {
    console.out('capturing works for this user without root\n');
  }
  return works ? exitCodes.done : exitCodes.failure;
}

/** `/usr/local/libexec/fandump-opener: cap_net_raw=ep, owner 0, group fandump, mode 0750` */
export function describe({ path, owner, group, mode, hasCapability, hasMore }: FoundOpener): string {
  const capability = hasCapability ? 'cap_net_raw=ep' : 'no capability';
  const more = hasMore ? ' and others, which it does not need' : '';
  const octal = mode.toString(8).padStart(4, '0');
  return printable(`${path}: ${capability}${more}, owner ${owner}, group ${group}, mode ${octal}`);
}

/** This program with its interpreter: sudo's PATH may lead to neither. */
function thisCommand(): string {
  return [process.execPath, process.argv[1] ?? 'fandump'].map(shellWord).join(' ');
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
