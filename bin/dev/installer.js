// Installing system packages, or saying exactly how to. Only apt-get is run from here: the other managers' lines are
// written for the user to paste.

const fs = require('node:fs');
const { spawnSync } = require('node:child_process');
const { run, step, StepFailure } = require('./step');

const aptInstall = ['apt-get', 'install', '-y', '--no-install-recommends'];

/** os-release(5) names that a manager belongs to, and the commands that root runs, one after the other. */
const managers = {
  apt: {
    program: 'apt-get',
    systems: ['debian', 'ubuntu'],
    commands: (names) => ['apt-get update', `${aptInstall.join(' ')} ${names}`],
  },
  dnf: {
    program: 'dnf',
    systems: ['fedora', 'rhel', 'centos'],
    commands: (names) => [`dnf install -y ${names}`],
  },
  apk: {
    program: 'apk',
    systems: ['alpine'],
    commands: (names) => [`apk add ${names}`],
  },
  pacman: {
    program: 'pacman',
    systems: ['arch'],
    commands: (names) => [`pacman -Syu --needed --noconfirm ${names}`],
  },
};

/** "apt", "dnf", "apk" or "pacman": by /etc/os-release, else by the program that is there; undefined for others. */
function packageManager(findProgram) {
  const systems = systemNames();
  const names = Object.keys(managers);
  return (
    names.find((name) => managers[name].systems.some((system) => systems.includes(system))) ??
    names.find((name) => findProgram(managers[name].program))
  );
}

/** ID and ID_LIKE of os-release(5). */
function systemNames() {
  try {
    const text = fs.readFileSync('/etc/os-release', 'utf8');
    return [...text.matchAll(/^ID(?:_LIKE)?=(.*)$/gm)].flatMap((match) => match[1].replace(/["']/g, '').split(' '));
  } catch {
    return [];
  }
}

/** Installs the packages that bring the missing needs, else throws StepFailure with the line to paste. */
function installPackages(missing, manager, findProgram) {
  const wanted = missing.map((need) => need.what).join(', ');
  if (!manager)
    throw new StepFailure(
      `setup: missing: ${wanted}. Install them with your system's package manager, then run this again.`,
    );
  const names = [...new Set(missing.flatMap((need) => need[manager].split(' ')))];
  const prefix = manager === 'apt' && findProgram('apt-get') ? rootPrefix(findProgram) : undefined;
  if (!prefix)
    throw new StepFailure(
      `setup: missing: ${wanted}. Paste this, then run this again:\n  ${pasteLine(manager, names, findProgram)}`,
    );
  const apt = (...args) => [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', ...args];
  step('system', `installing ${names.join(' ')} (apt-get)`, (log) => {
    try {
      run(log, apt('apt-get', 'update'));
      run(log, apt(...aptInstall, ...names));
    } catch (error) {
      throw new StepFailure(`${error.message}\nsetup: the same by hand:\n  ${pasteLine(manager, names, findProgram)}`);
    }
  });
  const still = missing.filter((need) => !need.found()).map((need) => need.what);
  if (still.length > 0)
    throw new StepFailure(`setup: still missing after installing ${names.join(' ')}: ${still.join(', ')}`);
}

/** What to put before a command so that root runs it; undefined where that is not possible without asking elsewhere. */
function rootPrefix(findProgram) {
  if (process.getuid() === 0) return [];
  if (!findProgram('sudo')) return undefined;
  if (spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0) return ['sudo', '-n'];
  if (!process.stdin.isTTY) return undefined;
  console.error('setup: system packages are missing; sudo asks for your password to install them');
  return spawnSync('sudo', ['-v'], { stdio: 'inherit' }).status === 0 ? ['sudo', '-n'] : undefined;
}

function pasteLine(manager, names, findProgram) {
  const commands = managers[manager].commands(names.join(' '));
  if (process.getuid() === 0) return commands.join(' && ');
  if (findProgram('sudo')) return commands.map((command) => `sudo ${command}`).join(' && ');
  return `su -c '${commands.join(' && ')}'`;
}

module.exports = { installPackages, packageManager };
