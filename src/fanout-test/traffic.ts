// Flows to test a fanout group with, plain and in tunnels whose outer addresses and ports are the same for all of them.
import { erm, erspan, ethernet, geneve, gre, ipv4, mpls, type Payload, udp, vxlan } from '../frames/frames';

/** What the frames of the test carry the flows in. */
export const carriers = [
  'plain',
  'vxlan',
  'geneve',
  'erm',
  'erspan I',
  'erspan II',
  'erspan III',
  'gre',
  'mpls',
] as const;
export type Carrier = (typeof carriers)[number];

/** Each with packets in both directions. */
export const flowCount = 200;

/** A frame's last bytes tell what it is, through any tunnel. */
const mark = 0xfa9d;
const markLength = 6;

export interface Mark {
  carrier: number;
  flow: number;
}

/**
 * Every flow's packet there, then every flow's packet back; these begin with another flow, so that taking turns does not
 * look like keeping flows together.
 */
export function framesOf(carrier: Carrier): Uint8Array[] {
  const wrap = wrappers[carrier];
  const directions = [false, true];
  return directions.flatMap((back) =>
    Array.from({ length: flowCount }, (_, position) => {
      const flow = (position + Number(back)) % flowCount;
      return wrap(packet(flow, back, marked(carrier, flow)));
    }),
  );
}

/** undefined: the bytes are no frame of the test. */
export function readMark(view: DataView, end: number): Mark | undefined {
  const at = end - markLength;
  if (at < 0 || view.getUint16(at) !== mark) return undefined;
  return { carrier: view.getUint16(at + 2), flow: view.getUint16(at + 4) };
}

function marked(carrier: Carrier, flow: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(markLength));
  bytes.setUint16(0, mark);
  bytes.setUint16(2, carriers.indexOf(carrier));
  bytes.setUint16(4, flow);
  return new Uint8Array(bytes.buffer);
}

/** Documentation addresses (RFC 5737) and a client for each flow. */
const server = '198.51.100.9';
const servicePort = 53;
const firstClientPort = 20000;

function packet(flow: number, back: boolean, payload: Uint8Array): Payload {
  const client = `10.1.${flow >> 8}.${flow & 255}`;
  const port = firstClientPort + flow;
  return back
    ? ipv4({ source: server, destination: client }, udp({ sourcePort: servicePort, destinationPort: port }, payload))
    : ipv4({ source: client, destination: server }, udp({ sourcePort: port, destinationPort: servicePort }, payload));
}

const outer = { source: '192.0.2.1', destination: '192.0.2.2' };
const inUdp = (destinationPort: number, payload: Uint8Array) =>
  ethernet({}, ipv4(outer, udp({ sourcePort: 50000, destinationPort }, payload)));
const inIp = (payload: Parameters<typeof ipv4>[1]) => ethernet({}, ipv4(outer, payload));

const wrappers: Record<Carrier, (inner: Payload) => Uint8Array> = {
  plain: (inner) => ethernet({}, inner),
  vxlan: (inner) => inUdp(4789, vxlan({ vni: 7 }, ethernet({}, inner))),
  geneve: (inner) => inUdp(6081, geneve({ vni: 7, options: [{ class: 1, type: 2, data: new Uint8Array(8) }] }, inner)),
  erm: (inner) => inUdp(7932, erm({}, ethernet({}, inner))),
  'erspan I': (inner) => inIp(erspan(1, ethernet({}, inner))),
  'erspan II': (inner) => inIp(erspan(2, ethernet({}, inner))),
  'erspan III': (inner) => inIp(erspan(3, ethernet({}, inner))),
  gre: (inner) => inIp(gre({}, inner)),
  mpls: (inner) => ethernet({}, mpls([100, 200], inner)),
};
