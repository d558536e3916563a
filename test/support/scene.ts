import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as plainTest } from 'vitest';
import { fandumpCommand, fandumpMissing, startFandump, testEnvironment } from './fandump';
import { NetworkNamespace, namespacesRefused } from './netns';
import { type Outcome, Program } from './program';
import { finishTcpdump, startTcpdump } from './tcpdump';
import { toolsMissing } from './tool-path';
import { type SendOptions, sendDatagrams, sendFrames, startSender } from './tools';

/** Where one test plays: a namespace, a folder for its files, and every program it started. All gone afterwards. */
export class Scene {
  readonly folder = mkdtempSync(join(tmpdir(), 'fandump-test-'));
  private readonly programs: Program[] = [];
  private readonly namespaces: NetworkNamespace[] = [];

  private constructor(readonly namespace: NetworkNamespace) {
    this.namespaces.push(namespace);
  }

  static async create(): Promise<Scene> {
    return new Scene(await NetworkNamespace.create());
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** A second network namespace beside the first. */
  async peer(): Promise<NetworkNamespace> {
    const peer = await this.namespace.createPeer();
    this.namespaces.push(peer);
    return peer;
  }

  /** A live fandump that listens already. */
  async fandump(args: string[], namespace = this.namespace): Promise<Program> {
    return this.keep(await startFandump(namespace, args));
  }

  /** tcpdump writing a savefile of this scene's folder, listening already. */
  async tcpdump(savefile: string, args: string[], namespace = this.namespace): Promise<{ finish(): Promise<Outcome> }> {
    const program = this.keep(await startTcpdump(namespace, ['-w', this.path(savefile), ...args]));
    return { finish: () => finishTcpdump(program, this.path(savefile)) };
  }

  /** fandump started without waiting for anything: for what refuses to start, or is not live. */
  start(args: string[], env: NodeJS.ProcessEnv = {}): Program {
    return this.keep(Program.start(fandumpCommand(args, this.namespace), { env: { ...testEnvironment, ...env } }));
  }

  /** The same without a single capability in the namespace. */
  startUnprivileged(args: string[]): Program {
    const { command, args: words } = fandumpCommand(args);
    const line = this.namespace.unprivilegedCommandLine(command, words);
    return this.keep(Program.start(line, { env: testEnvironment }));
  }

  /** A shell line inside the namespace; "$@" is fandump's command, to be put into a pipe. */
  shell(script: string, fandumpArgs: string[] = []): Program {
    const { command, args } = fandumpCommand(fandumpArgs);
    const line = this.namespace.commandLine('sh', ['-c', script, 'sh', command, ...args]);
    return this.keep(Program.start(line, { env: testEnvironment }));
  }

  sendFrames(networkInterface: string, frames: Uint8Array[], options: SendOptions = {}): number {
    return sendFrames(this.namespace, this.folder, networkInterface, frames, options);
  }

  /** Sends frames in the background. */
  startSender(networkInterface: string, frames: Uint8Array[], options: SendOptions = {}): Program {
    return this.keep(startSender(this.namespace, this.folder, networkInterface, frames, options));
  }

  sendDatagrams(
    to: string,
    port: number,
    payloads: Uint8Array[],
    options: SendOptions & { sourcePort?: number; sourcePorts?: number } = {},
  ): number {
    return sendDatagrams(this.namespace, this.folder, to, port, payloads, options);
  }

  keep(program: Program): Program {
    this.programs.push(program);
    return program;
  }

  async close(): Promise<void> {
    await Promise.all(this.programs.map((program) => program.kill()));
    await Promise.all(this.namespaces.reverse().map((namespace) => namespace.close()));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const missing = fandumpMissing() || toolsMissing() || namespacesRefused();

/** vitest's test with a fresh scene; skipped with the reason where there can be none. */
export const test = plainTest.extend<{ scene: Scene }>({
  scene: async ({ skip }, use) => {
    if (missing !== '') skip(missing);
    const scene = await Scene.create();
    try {
      await use(scene);
    } finally {
      await scene.close();
    }
  },
});
