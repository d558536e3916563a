import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test as plainTest } from 'vitest';
import { fandumpCommand, fandumpMissing, testEnvironment } from './fandump';
import { type Outcome, Program } from './program';
import { projectRoot } from './tool-path';

const namespaces = ['--user', '--map-root-user', '--net', '--mount'];
const holderScript = 'ip link set lo up && ip link add va type veth peer name vb && echo $$ && exec cat';

/**
 * Where an unprivileged user meets an opener with a file capability: in a user namespace the test is root and may give
 * the capability, and the user is the same one without root's rights (SECBIT_NOROOT of capabilities(7)), to whom
 * capabilities come from files alone.
 */
export class OpenerScene {
  readonly folder = mkdtempSync(join(tmpdir(), 'fandump-opener-'));
  readonly opener = this.path('build/Release/fandump-opener');
  private readonly programs: Program[] = [];

  private constructor(
    private readonly holder: ChildProcess,
    private readonly pid: number,
  ) {}

  static async create(): Promise<OpenerScene> {
    const holder = spawn('unshare', [...namespaces, 'sh', '-c', holderScript], { stdio: ['pipe', 'pipe', 'inherit'] });
    const [line] = await once(createInterface(holder.stdout), 'line');
    const scene = new OpenerScene(holder, Number(line));
    mkdirSync(scene.path('build/Release'), { recursive: true });
    for (const name of ['fandump.node', 'fandump-opener']) {
      copyFileSync(join(projectRoot, 'build/Release', name), scene.path(`build/Release/${name}`));
    }
    return scene;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Runs a shell line as the namespace's root. */
  root(line: string): string {
    const result = spawnSync('nsenter', [...this.entry(), 'sh', '-c', line], {
      env: testEnvironment,
      encoding: 'utf8',
    });
    if (result.status !== 0) throw new Error(`${line}: ${result.stderr}`);
    return result.stdout;
  }

  giveCapability(): void {
    this.root(`setcap cap_net_raw+ep ${this.opener}`);
  }

  /** /etc holds nothing but this policy and these groups from here on. */
  usePolicy(policy: string): void {
    this.root('mount -t tmpfs tmpfs /etc && mkdir /etc/fandump && echo root:x:0: > /etc/group');
    this.root(`printf '${policy}' > /etc/fandump/allow`);
  }

  /** fandump as the user without any capability; its opener is this scene's. `how`: shell text before the command. */
  start(args: string[], env: NodeJS.ProcessEnv = {}, how = 'exec'): Program {
    const { command, args: words } = fandumpCommand(args);
    const user = ['setpriv', '--securebits=+noroot,+noroot_locked', '--inh-caps=-all'];
    const shell = ['sh', '-c', `${how} "$@"`, 'sh', command, ...words];
    const all = [...this.entry(), ...user, 'env', ...assignments(env), ...shell];
    const program = Program.start(
      { command: 'nsenter', args: all },
      { env: { ...testEnvironment, FANDUMP_ADDON_DIR: this.path('build') } },
    );
    this.programs.push(program);
    return program;
  }

  run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    return this.start(args, env).ended();
  }

  async close(): Promise<void> {
    await Promise.all(this.programs.map((program) => program.kill()));
    const ended = once(this.holder, 'close');
    this.holder.kill('SIGKILL');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private entry(): string[] {
    return ['--target', String(this.pid), '--user', '--net', '--mount', '--preserve-credentials', '--'];
  }
}

function assignments(env: NodeJS.ProcessEnv): string[] {
  return Object.entries(env).map(([name, value]) => `${name}=${value}`);
}

/** Why such a scene cannot be had here, or ''. */
function sceneRefused(): string {
  const probe = spawnSync('unshare', [...namespaces, 'true'], { encoding: 'utf8' });
  if (probe.status !== 0) return `no user namespace: ${probe.stderr ?? probe.error}`.trim();
  for (const [tool, packageName] of [
    ['setcap', 'libcap2-bin'],
    ['setpriv', 'util-linux'],
  ]) {
    const found = spawnSync('sh', ['-c', `command -v ${tool}`], { env: testEnvironment });
    if (found.status !== 0) return `no ${tool}: apt-get install ${packageName}`;
  }
  return '';
}

const missing = fandumpMissing() || sceneRefused();

/** vitest's test with a fresh scene; skipped with the reason where there can be none. */
export const test = plainTest.extend<{ scene: OpenerScene }>({
  scene: async ({ skip }, use) => {
    if (missing !== '') skip(missing);
    const scene = await OpenerScene.create();
    try {
      await use(scene);
    } finally {
      await scene.close();
    }
  },
});
