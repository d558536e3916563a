/** What the addon tells the doctor of the host; a part of its page in native.ts. No function here changes anything. */

import type { NativeFailure } from './native';

/** A network device as ethtool(8) shows it; what the device does not tell is undefined. */
export interface DeviceFacts {
  /** Bytes of a frame behind its link-layer header. */
  mtu: number;
  /** Name of the driver, and address of the device on its bus ("0000:03:00.0"); '' where it has none. */
  driver: string;
  bus: string;
  /** Mb/s; 0: unknown. */
  speed: number;
  /** Frames for which device or driver had no room, since the device is there (rx_missed_errors, rx_fifo_errors). */
  lost: number;
  /** Offloads under the kernel's names ("rx-gro"): those in force, and those that can be switched. */
  features: { active: string[]; changeable: string[] } | undefined;
  /** Descriptors of the receive ring, and how many it could have. */
  rings: { receive: number; receiveMax: number } | undefined;
  /** Queues that only receive, and queues that receive and send. */
  channels: { receive: number; receiveMax: number; combined: number; combinedMax: number } | undefined;
  receiveHash:
    | {
        /** Key of the Toeplitz hash; empty: the device does not show it. */
        key: Uint8Array;
        /** Queues that packets are spread over; 0: the device has no table. */
        queues: number;
        /** Both directions of a flow are made alike before they are hashed. */
        symmetricInput: boolean;
        /** Whether ports of UDP over IPv4 are hashed beside its addresses. */
        udpPorts?: boolean;
      }
    | undefined;
  timestamps:
    | {
        /** The device can stamp every frame it receives. */
        receivesAll: boolean;
        /** N of /dev/ptpN; -1: the device has no clock. */
        clock: number;
      }
    | undefined;
}

/** A feature of the kernel that was tried; errno 0: it works. The names stand in native/host/kernel_probes.h. */
export interface KernelProbe {
  name: string;
  errno: number;
}

/** A packet socket that is in a fanout group. */
export interface FanoutMember {
  group: number;
  /** PACKET_FANOUT_* */
  mode: number;
  interfaceIndex: number;
  inode: number;
}

/** A UDP socket that listens on a port. */
export interface UdpListener {
  /** "0.0.0.0" and "::" are any address. */
  address: string;
  uid: number;
  inode: number;
  /** Datagrams that it could not take. */
  drops: number;
}

export interface HostAddon {
  /** undefined: there is no such interface. */
  readDevice(name: string): DeviceFacts | undefined;
  probeKernel(): KernelProbe[];
  /** Opens a packet socket as a capture of the interface would, and closes it; what keeps it from that, or undefined. */
  tryPacketSocket(interfaceName: string): NativeFailure | undefined;
  /** Bytes of receive buffer that a UDP socket gets which asks for so many; -1: no socket can be had. */
  probeReceiveBuffer(asked: number): number;
  /** undefined: the kernel cannot be asked. */
  readFanoutMembers(): FanoutMember[] | undefined;
  /** Sockets bound to a port, of both address families; undefined: the kernel cannot be asked. */
  readUdpListeners(port: number): UdpListener[] | undefined;
  /** Whether something keeps the system's clock right, and the bound on its error that the kernel knows. */
  readClock(): { synchronised: boolean; maxErrorMicroseconds: number };
}
