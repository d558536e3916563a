import type { InterfaceInfo, NativeFailure } from '../engine/native';
import type { DeviceFacts, FanoutMember, KernelProbe, UdpListener } from '../engine/native-host';

import type { KernelFiles } from '../kernel/files';

/** Where a savefile would lie. */
export interface FolderFacts {
  /** Whether this process may make files there. */
  writable: boolean;
  /** Bytes that it may still use. */
  free: number;
  total: number;
}

/** What the doctor can ask. Nothing here changes the host. */
export interface Host extends KernelFiles {
  environment(name: string): string | undefined;
  /** Interfaces of this network namespace. */
  interfaces(): readonly InterfaceInfo[];
  device(name: string): DeviceFacts | undefined;
  kernel(): readonly KernelProbe[];
  /** What keeps a capture of this interface from its packet socket; undefined: nothing does. */
  packetSocket(interfaceName: string): NativeFailure | undefined;
  /** Bytes of receive buffer that a UDP socket gets which asks for so many; -1: no socket can be had. */
  receiveBuffer(asked: number): number;
  fanoutMembers(): readonly FanoutMember[] | undefined;
  udpListeners(port: number): readonly UdpListener[] | undefined;
  clock(): { synchronised: boolean; maxErrorMicroseconds: number };
  /** Processes that hold sockets of these inodes, as `name PID`; only those that this user may look into. */
  socketOwners(inodes: readonly number[]): string[];
  /** undefined: there is no such folder. */
  folder(path: string): FolderFacts | undefined;
  /**
   * Bytes per second that the folder's file system takes, flushed to the device; undefined where that cannot be
   * measured without leaving something behind.
   */
  writeSpeed(path: string): number | undefined;
}
