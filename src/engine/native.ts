/**
 * Every function and class of the addon, typed; what goes in and what comes out is on the other pages, native-*.ts.
 * Nobody else loads the .node file. Arguments are already validated when they get here; errors thrown by the addon carry
 * `code`, `errno` (0 where no system call failed) and `hint` beside the message; loadAddon makes CaptureErrors of those
 * of its functions.
 */
import type { HostAddon } from './native-host';
import type { NativePlan, NativeSource } from './native-plan';
import type { RightsAddon } from './native-rights';
import type { SettingsAddon } from './native-settings';
import type { OpenedSource, SessionStats, TallyReport } from './native-stats';
import type { TestAddon } from './native-test';

export type * from './native-plan';
export type * from './native-stats';

/** Something that a capture does not end for. */
export interface NativeNotice {
  /** Stable, for programs. */
  code: string;
  /** One line without a final stop. */
  message: string;
  /** Something that can be pasted or done, or ''. */
  hint: string;
}

export interface NativeFailure extends NativeNotice {
  errno: number;
}

export interface NativeSession {
  /**
   * Opens sinks and sources, compiles the filter. Throws; nothing stays open then.
   * The callback is called on the JavaScript thread, coalesced, when a batch, a notice or the end is there to be taken.
   */
  open(wake: () => void): OpenedSource[];
  start(): void;
  /** Whether the capture by itself keeps the process alive: true from open() to close(), but after unref(). */
  ref(): void;
  unref(): void;
  /** Asks the workers to hand over what the kernel has taken in, then end. Idempotent. */
  stop(): void;
  /** What sinks to files hold in memory is written with the next packets, or pause. */
  flush(): void;
  stats(): SessionStats;
  /** Of a plan with countBy: so many rows at most; 0: all. */
  tally(rows: number): TallyReport;
  /** The batch slots; valid until close(), which empties the buffers. */
  slots(): ArrayBuffer[];
  /** Next filled slot (its index), or -1. The slot is the reader's until release(). */
  take(): number;
  /** Bytes used in a taken slot. */
  used(slot: number): number;
  release(slot: number): void;
  /** Notices since the last call. */
  notices(): NativeNotice[];
  /**
   * Of a plan whose keeper runs commands: the descriptor of a pipe, the caller's from here on; -1: none, or not for the
   * first time. For each command that fails it tells, with a zero behind: `x` and the exit code, `s` and the signal, or
   * `e` and the errno with which it did not start; a blank; the file. It ends when all commands have.
   */
  commandReports(): number;
  /** Once the capture has ended: no file follows, and commands that wait still run. */
  endCommands(): void;
  /** true once every worker has ended and every sink is finished. */
  ended(): boolean;
  /** What ended the capture early, if anything; valid once ended. */
  failure(): NativeFailure | undefined;
  /** Joins the threads and frees everything. Idempotent. */
  close(): void;
}

export type NativeFilter = Pick<NativePlan, 'filter' | 'tunnelTests'>;

/** One instruction of classic BPF. */
export interface BpfInstruction {
  code: number;
  jt: number;
  jf: number;
  k: number;
}

export interface InterfaceInfo {
  name: string;
  index: number;
  /** IFF_* flags as the kernel gives them. */
  flags: number;
  /** ARPHRD_* */
  hardwareType: number;
  /** LINKTYPE_ that an af_packet source on it has. */
  linkType: number;
  addresses: string[];
  /** IF_OPER_*: 6 is up. */
  operState: number;
}

/** Raises with the version of the functions below; compared when the addon is loaded. */
export const addonVersion = 10;

export interface Addon extends HostAddon, RightsAddon, SettingsAddon, TestAddon {
  readonly version: number;
  Session: new (plan: NativePlan) => NativeSession;
  /** libpcap's compiler. Throws with code EFILTER and libpcap's own words. live: tags may lie in metadata (af_packet). */
  compileFilter(
    expression: string,
    linkType: number,
    snaplen: number,
    optimize: boolean,
    live: boolean,
  ): BpfInstruction[];
  /**
   * The steering program of a source whose `steering` is set, for the members there will be; none for a pinned one.
   * Throws with code ESTEERING_FILE.
   */
  steeringProgram(source: NativeSource): BpfInstruction[];
  /**
   * The program with which the kernel applies a filter to the packets inside a udp source's datagrams; empty, with the
   * reason, where the filter has to run in userspace. Throws with code EFILTER.
   */
  tunnelFilter(
    source: NativeSource,
    filter: NativeFilter,
    optimize: boolean,
  ): { program: BpfInstruction[]; reason: string };
  /**
   * libpcap's programs of a filter with tests of tunnels, by the answers that these give: bit i of the index is that of
   * test i. Throws with code EFILTER.
   */
  programsByAnswers(filter: NativeFilter, linkType: number, snaplen: number, optimize: boolean): BpfInstruction[][];
  /** Interfaces of this network namespace in the kernel's order. */
  interfaces(): InterfaceInfo[];
  /** undefined: no interface has that index. In the sandbox, too. */
  interfaceName(index: number): string | undefined;
  /** libpcap's name and description of a LINKTYPE_ value, or undefined. */
  linkTypeName(linkType: number): { name: string; description: string } | undefined;
  /** LINKTYPE_ value of a libpcap name ("EN10MB", case ignored), or -1. */
  linkTypeValue(name: string): number;
  /**
   * The descriptor to write to in place of this one: for a pipe or terminal one of its own, which does not block, where
   * the kernel gives it.
   */
  openOutput(fd: number): number;
  /**
   * Writes, and waits so many milliseconds at a time for a reader who takes nothing. How many bytes were written, fewer
   * than `length` where he still took no more; or an errno as a negative number.
   */
  writeSome(fd: number, bytes: Uint8Array, offset: number, length: number, milliseconds: number): number;
  /** Closes those of the descriptors 0 to 2 that are a terminal which has hung up: with them Node would abort as it ends. */
  leaveDeadTerminals(): void;
  /**
   * Mends a savefile that broke off: every packet that can be read stays, and the end that its compression wants is put
   * back. Throws ESAVEFILE_OPEN, _FORMAT, _DAMAGED, _TRUNCATED, _EXISTS, _BUSY, _WRITE.
   */
  repairSavefile(path: string): { packets: number; torn: boolean; removedBytes: number };
  /** libpcap's version line. */
  libpcapVersion(): string;
}
