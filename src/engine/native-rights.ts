/** What the addon knows of rights: the opener, users, the sandbox; a part of its page in native.ts. */
import type { NativeFailure } from './native';

/** Numbers of a user and its group. */
export interface NativeUser {
  user: number;
  group: number;
}

/** A fandump-opener that is there. */
export interface FoundOpener {
  path: string;
  /** Number of the user that it belongs to. */
  owner: number;
  /** Name of its group, or the number of one without a name. */
  group: string;
  /** Permission bits. */
  mode: number;
  /** cap_net_raw is among its file capabilities, permitted and effective. */
  hasCapability: boolean;
  /** Others too, which it does not need. */
  hasMore: boolean;
  /** This process may start it. */
  mayStart: boolean;
}

export interface SandboxRules {
  /** System calls that are allowed whatever their arguments. */
  calls: { purpose: string; names: string[] }[];
  /** System calls that are allowed with some arguments; what is left, in words. */
  restricted: { name: string; left: string }[];
  /** Files and folders that stay readable. */
  readable: string[];
}

export interface RightsAddon {
  /** Where the build leaves the opener, where --setcap installs it, and the ones that are there, in the order tried. */
  findOpeners(): { built: string; installed: string; found: FoundOpener[] };
  /** Asks an opener for a packet socket and closes it; undefined when it gave one. */
  tryOpener(path: string, networkInterface: string): NativeFailure | undefined;
  /** A user of passwd(5). */
  findUser(name: string): NativeUser | undefined;
  /** Whether both numbers exist in this process's user namespace. */
  isMapped(user: number, group: number): boolean;
  /** Becomes another user in every thread, for good; `name` is for messages. */
  becomeUser(user: number, group: number, name: string): void;
  /** Drops all capabilities in every thread, and lets no program gain any. */
  dropCapabilities(): void;
  /**
   * Confines every thread, for good; false or 0: this kernel does not have it. `accepting`: connections to sockets that
   * listen already can still be taken. Throws ELANDLOCK, ESECCOMP.
   */
  enterSandbox(accepting: boolean): { seccomp: boolean; landlock: number };
  /** What the sandbox leaves. */
  sandboxRules(accepting: boolean): SandboxRules;
}
