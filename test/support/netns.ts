import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { toolPath } from './tool-path';

// Not user 0, lest tcpdump try to become somebody else; capabilities stay all the same. See enter_namespace.cc.
const newUser = ['--user', '--map-user=1000', '--map-group=1000', '--keep-caps'];

/** A command line made to run inside a namespace: hand it to spawn. */
export interface CommandLine {
  command: string;
  args: string[];
}

export interface CommandOptions {
  input?: Uint8Array;
  env?: NodeJS.ProcessEnv;
}

/**
 * A network namespace in a user namespace of its own, so that no test needs root and none can touch the host.
 * A process holds it open; it ends with this process or with {@link close}, and every device goes with it.
 */
export class NetworkNamespace {
  private constructor(
    private readonly holder: ChildProcess,
    private readonly pid: number,
  ) {}

  /** Makes a namespace with loopback up. Throws when the system refuses. */
  static async create(): Promise<NetworkNamespace> {
    return NetworkNamespace.hold('unshare', [...newUser, '--net', '--mount']);
  }

  /** A second network namespace under the same user namespace: a peer for tunnels and veth ends. */
  async createPeer(): Promise<NetworkNamespace> {
    const { command, args } = this.commandLine('unshare', ['--net', '--mount']);
    return NetworkNamespace.hold(command, args);
  }

  private static async hold(command: string, args: string[]): Promise<NetworkNamespace> {
    // The holder waits on its standard input, so it ends even when this process is killed.
    const script = 'ip link set lo up && echo $$ && exec cat';
    const holder = spawn(command, [...args, 'sh', '-c', script], { stdio: ['pipe', 'pipe', 'pipe'] });
    const failure = text(holder.stderr);
    const spawnFailure = once(holder, 'error').then(([error]) => Promise.reject(error as Error));
    const firstLine = once(createInterface(holder.stdout), 'line').then(([line]) => String(line));
    const ended = once(holder, 'close').then(() => '');
    const line = await Promise.race([firstLine, ended, spawnFailure]);
    if (line === '') throw new Error(`no namespace: ${(await failure).trim()}`);
    return new NetworkNamespace(holder, Number(line));
  }

  /** How to run a command inside, with every capability there. Working directory and files stay those of this process. */
  commandLine(command: string, args: string[]): CommandLine {
    return { command: toolPath('enter-namespace'), args: [String(this.pid), 'user,net', command, ...args] };
  }

  /** The same with what the caller may do on this host, as locking much memory; for root only. */
  hostCommandLine(command: string, args: string[]): CommandLine {
    return { command: toolPath('enter-namespace'), args: [String(this.pid), 'net', command, ...args] };
  }

  /** The same without any capability: as an unprivileged user would run it. */
  unprivilegedCommandLine(command: string, args: string[]): CommandLine {
    const entry = ['--target', String(this.pid), '--user', '--net', '--preserve-credentials'];
    return { command: 'nsenter', args: [...entry, '--', command, ...args] };
  }

  /** Runs a command inside to its end; its exit code is the caller's to judge. */
  run(command: string, args: string[], options: CommandOptions = {}): SpawnSyncReturns<Buffer> {
    const line = this.commandLine(command, args);
    const result = spawnSync(line.command, line.args, { ...options, maxBuffer: 1 << 28 });
    if (result.error) throw result.error;
    return result;
  }

  /** Runs a command inside that has to succeed; its standard output. */
  sh(commandLine: string): string {
    const result = this.run('sh', ['-c', commandLine]);
    if (result.status !== 0) throw new Error(`${commandLine}: ${result.stderr.toString().trim()}`);
    return result.stdout.toString();
  }

  /** A pair of connected Ethernet devices, both here and up, silent: no IPv6 chatter, no offloads. */
  addVeth(name: string, peer: string): void {
    this.sh(`ip link add name ${name} type veth peer name ${peer}`);
    this.quietUp(name);
    this.quietUp(peer);
  }

  /** The same with its far end in another namespace. */
  addVethTo(name: string, other: NetworkNamespace, peer: string): void {
    this.sh(`ip link add name ${name} type veth peer name ${peer} netns ${other.pid}`);
    this.quietUp(name);
    other.quietUp(peer);
  }

  /** Brings a device up without the kernel sending anything of its own through it. */
  quietUp(name: string): void {
    this.sh(`echo 1 > /proc/sys/net/ipv6/conf/${name}/disable_ipv6 2>/dev/null; ip link set ${name} up`);
  }

  /** A tmpfs of so many bytes, seen by this process under the path returned. */
  mountTmpfs(bytes: number): string {
    const mount = ['mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', '/mnt'];
    const result = spawnSync(toolPath('enter-namespace'), [String(this.pid), 'user,mnt', ...mount]);
    if (result.status !== 0) throw new Error(`tmpfs: ${result.stderr.toString().trim()}`);
    return `/proc/${this.pid}/root/mnt`;
  }

  /** Ends the holder; devices and addresses of the namespace go with it. */
  async close(): Promise<void> {
    if (this.holder.exitCode !== null || this.holder.signalCode !== null) return;
    const ended = once(this.holder, 'close');
    this.holder.kill('SIGKILL');
    await ended;
  }
}

/** Why namespaces cannot be had here, or '' where they can: the reason that a skipped test gives. */
export function namespacesRefused(): string {
  const probe = spawnSync('unshare', [...newUser, '--net', '--mount', 'ip', 'link', 'set', 'lo', 'up']);
  if (probe.error) return `unshare: ${probe.error.message}`;
  return probe.status === 0 ? '' : probe.stderr.toString().trim();
}

async function text(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
