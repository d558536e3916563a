import { accessSync, constants, readdirSync, readFileSync, readlinkSync, statfsSync } from 'node:fs';
import type { Addon } from '../engine/native';
import type { FolderFacts, Host } from './host';
import { measureWriteSpeed } from './write-speed';

/** The host that this process runs on. What several checks ask for is asked once. */
export function systemHost(addon: Addon): Host {
  return {
    read: readText,
    list: readNames,
    environment: (name) => process.env[name],
    interfaces: once(() => addon.interfaces()),
    device: onceEach((name: string) => addon.readDevice(name)),
    kernel: once(() => addon.probeKernel()),
    packetSocket: (interfaceName) => addon.tryPacketSocket(interfaceName),
    receiveBuffer: (asked) => addon.probeReceiveBuffer(asked),
    fanoutMembers: once(() => addon.readFanoutMembers()),
    udpListeners: (port) => addon.readUdpListeners(port),
    clock: once(() => addon.readClock()),
    socketOwners,
    folder: readFolder,
    writeSpeed: measureWriteSpeed,
  };
}

function once<Value>(ask: () => Value): () => Value {
  const again = onceEach(ask);
  return () => again('');
}

function onceEach<Value>(ask: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, { value: Value }>();
  return (key) => {
    const answer = known.get(key) ?? { value: ask(key) };
    known.set(key, answer);
    return answer.value;
  };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function readNames(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** Looks for the sockets among the descriptors of all processes, as lsof(8) does. */
function socketOwners(inodes: readonly number[]): string[] {
  const wanted = new Set(inodes.map((inode) => `socket:[${inode}]`));
  if (wanted.size === 0) return [];
  const processes = readNames('/proc').filter((name) => /^\d+$/.test(name));
  const holders = processes.filter((id) => {
    const folder = `/proc/${id}/fd`;
    return readNames(folder).some((descriptor) => wanted.has(readLink(`${folder}/${descriptor}`)));
  });
  return holders.map((id) => `${readText(`/proc/${id}/comm`)?.trimEnd() ?? 'process'} ${id}`);
}

/** '' where the process has ended or closed it meanwhile. */
function readLink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function readFolder(path: string): FolderFacts | undefined {
  try {
    const { bsize, bavail, blocks } = statfsSync(path);
    return { writable: isWritable(path), free: bsize * bavail, total: bsize * blocks };
  } catch {
    return undefined;
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
