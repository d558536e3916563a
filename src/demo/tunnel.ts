/** The sending end of a VXLAN tunnel (RFC 7348) over loopback. */
import { createSocket, type Socket } from 'node:dgram';
import { setTimeout as delay } from 'node:timers/promises';
import { vxlan } from '../frames/frames';
import { maxPort } from '../source/port';

export const demoVni = 42;
export const loopback = '127.0.0.1';
/** Between two frames, so that the lines are seen to come in live; milliseconds. */
const pause = 25;

/** The first port from `wanted` on that nobody holds on loopback. Rejects when there is none. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; port <= maxPort; port++) {
    const probe = createSocket('udp4');
    try {
      await bind(probe, port);
      return port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    } finally {
      probe.close();
    }
  }
  throw new Error(`no free UDP port from ${wanted} on`);
}

function bind(socket: Socket, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(port, loopback, resolve);
  });
}

/** Sends each frame behind a VXLAN header to the port, one after the other. */
export async function replay(frames: Uint8Array[], port: number): Promise<void> {
  const socket = createSocket('udp4');
  try {
    for (const frame of frames) {
      await send(socket, vxlan({ vni: demoVni }, frame), port);
      await delay(pause);
    }
  } finally {
    socket.close();
  }
}

function send(socket: Socket, datagram: Uint8Array, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.send(datagram, port, loopback, (error) => (error ? reject(error) : resolve()));
  });
}
