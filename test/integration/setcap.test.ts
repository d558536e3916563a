import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test as plainTest } from 'vitest';
import { fandumpCommand, fandumpMissing, testEnvironment } from '../support/fandump';

const nobody = 65534;
const installed = '/usr/local/libexec/fandump-opener';

/** Shell lines before the test's own: what they write into these folders is gone with the mount namespace. */
const ownFolders = ['etc', 'usr/local'].map((name) => {
  const layer = `layers/${name.replace('/', '-')}`;
  const options = `lowerdir=/${name},upperdir=${layer}/up,workdir=${layer}/work`;
  return `mkdir -p ${layer}/up ${layer}/work && mount -t overlay overlay -o ${options} /${name}`;
});
const setUp = ['mkdir layers', 'mount -t tmpfs tmpfs layers', ...ownFolders, 'ip link set lo up'].join(' && ');

/** A shell line as root of the host, for whom files of the system are copies; fandump's command is "$@". */
function asRoot(folder: string, line: string) {
  const { command, args } = fandumpCommand([]);
  const words = ['--mount', '--net', 'sh', '-c', `${setUp} && ${line}`, 'sh', command, ...args];
  const { status, stdout, stderr } = spawnSync('unshare', words, {
    cwd: folder,
    encoding: 'utf8',
    env: testEnvironment,
  });
  return { status, stdout, stderr };
}

/** Shell text: the command behind it is run by nobody, who may be in the group of those who capture. */
function byNobody(inGroup: boolean): string {
  const groups = inGroup ? '--groups "$(getent group fandump | cut -d: -f3)"' : '--clear-groups';
  return `setpriv --reuid ${nobody} --regid ${nobody} ${groups} --inh-caps=-all`;
}

const test = plainTest.extend<{ folder: string }>({
  folder: async ({ skip }, use) => {
    const missing = fandumpMissing();
    if (missing !== '') skip(missing);
    if (process.geteuid?.() !== 0) skip('only root may give a file capabilities');
    const folder = mkdtempSync(join(tmpdir(), 'fandump-test-'));
    try {
      const { status, stderr } = asRoot(folder, 'true');
      if (status !== 0) skip(`no copies of the system's folders: ${stderr}`);
      rmSync(join(folder, 'layers'), { recursive: true });
      await use(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

/** Why nobody may not even start the command, or ''. */
function closedToNobody(): string {
  const { command, args } = fandumpCommand(['--version']);
  const { status } = spawnSync('sh', ['-c', `${byNobody(false)} "$@"`, 'sh', command, ...args]);
  return status === 0 ? '' : 'others may not look into the folder of Node or of the project';
}

describe('--setcap as root of the host', () => {
  test('installs the opener for a group of its own, once more too', ({ folder }) => {
    const look = `stat -c '%U %G %a' ${installed} && getcap ${installed}`;
    const { status, stdout, stderr } = asRoot(folder, `"$@" --setcap && "$@" --setcap && ${look}`);
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/^root fandump 750$/m);
    expect(stdout).toMatch(/cap_net_raw=ep$/m);
    expect(stderr).toMatch(/installed; who may capture: sudo usermod -aG fandump/);
  });

  test('lets members of the group capture, whoever they are', ({ folder, skip }) => {
    const reason = closedToNobody();
    if (reason !== '') skip(reason);
    const ping = '(sleep 1; ping -c 5 -i 0.2 -q 127.0.0.1) > /dev/null &';
    const line = `"$@" --setcap > /dev/null && { ${ping} ${byNobody(true)} "$@" -i lo -nn -c 2 icmp; }`;
    const { status, stdout, stderr } = asRoot(folder, line);
    expect(status, stderr).toBe(0);
    expect(stdout.match(/ICMP echo/g)).toHaveLength(2);
  });

  test('leaves others out, and --check tells them why', ({ folder, skip }) => {
    const reason = closedToNobody();
    if (reason !== '') skip(reason);
    const { status, stdout } = asRoot(folder, `"$@" --setcap > /dev/null && ${byNobody(false)} "$@" --setcap --check`);
    expect(status).toBe(1);
    expect(stdout).toMatch(/only members of the group fandump may start \/usr\/local\/libexec\/fandump-opener/);
  });
});
