import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { demoVni, freePort, loopback, replay } from '../../../src/demo/tunnel';

const opened: Socket[] = [];

async function receiver(): Promise<{ socket: Socket; port: number }> {
  const socket = createSocket('udp4');
  opened.push(socket);
  socket.bind(0, loopback);
  await once(socket, 'listening');
  return { socket, port: (socket.address() as AddressInfo).port };
}

afterEach(() => {
  for (const socket of opened.splice(0)) socket.close();
});

describe('the sending end of the tunnel', () => {
  test('puts a VXLAN header with the VNI before each frame', async () => {
    const { socket, port } = await receiver();
    const received: Buffer[] = [];
    socket.on('message', (datagram: Buffer) => received.push(datagram));
    await replay([Uint8Array.of(1, 2, 3), Uint8Array.of(4)], port);
    const header = [0x08, 0, 0, 0, 0, 0, demoVni, 0];
    expect(received.map((datagram) => [...datagram])).toEqual([
      [...header, 1, 2, 3],
      [...header, 4],
    ]);
  });

  test('takes the port asked for when nobody holds it', async () => {
    const { socket, port } = await receiver();
    opened.splice(opened.indexOf(socket), 1);
    socket.close();
    await once(socket, 'close');
    expect(await freePort(port)).toBe(port);
  });

  test('takes a later port when somebody holds the one asked for', async () => {
    const { port } = await receiver();
    expect(await freePort(port)).toBeGreaterThan(port);
  });
});
