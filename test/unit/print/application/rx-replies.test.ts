import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ethernet, ipv4, udp } from '../../../../src/frames/frames';
import { concat, hex } from '../fixtures/frames';
import { rxPacket } from '../fixtures/rx';
import { Lines } from '../lines';
import { oracleIsHere, oracleText, oracleTextOf, oracleTimeout } from '../oracle';

const word = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
const words = (...values: number[]): string => values.map(word).join('');
const volumeName = `${words(...Buffer.from('home'))}${word(0).repeat(61)}`;
const listedName = `${words(...Buffer.from('home'))}${word(0).repeat(28)}`;
const servers = (slots: number): string => `c0000205${word(0).repeat(slots - 1)}`;
const uuid = words(0x01020304, 5, 6, 1, 2, 3, 4, 5, 6, 7, 8);
const data = 1;
const abort = 4;

interface Reply {
  readonly title: string;
  readonly port: number;
  readonly operation: number;
  readonly kind: number;
  readonly body: string;
  readonly text: string;
}

const replies: readonly Reply[] = [
  {
    title: 'rights',
    port: 7000,
    operation: 131,
    kind: data,
    body: `${word(20)}${Buffer.from('1\n1\nuser 15\nother 1 ').toString('hex')}`,
    text: 'fs reply fetch-acl +{user rliw} -{other r} (52)',
  },
  {
    title: 'a file that was made',
    port: 7000,
    operation: 137,
    kind: data,
    body: words(1, 2, 3),
    text: 'fs reply create-file new fid 1/2/3 (40)',
  },
  {
    title: 'an error that has a name',
    port: 7000,
    operation: 132,
    kind: abort,
    body: word(-100),
    text: 'fs reply fetch-status error restarting fileserver (32)',
  },
  {
    title: 'an error that has none',
    port: 7000,
    operation: 132,
    kind: abort,
    body: word(-3),
    text: 'fs reply fetch-status error #-3 (32)',
  },
  {
    title: 'who a cache manager is',
    port: 7001,
    operation: 213,
    kind: data,
    body: uuid,
    text: 'cb reply initcb3 01020304000500060102030405060708 (72)',
  },
  {
    title: 'numbers of users',
    port: 7002,
    operation: 504,
    kind: data,
    body: words(2, 1, -2),
    text: 'pt reply name-to-id ids: 1 -2 (40)',
  },
  {
    title: 'a vote',
    port: 7003,
    operation: 10000,
    kind: abort,
    body: word(1_000_000_000),
    text: 'vldb ubik reply vote-beacon vote yes until 2001/09/09 01:46:40 (32)',
  },
  {
    title: 'where a volume is',
    port: 7003,
    operation: 503,
    kind: data,
    body: `${volumeName}${words(0, 1)}${servers(8)}${word(0).repeat(16)}${words(1, 2, 3)}`,
    text: 'vldb reply get-entry-by-id "home" numservers 1 servers 192.0.2.5 partitions a rwvol 1 rovol 2 backup 3 (404)',
  },
  {
    title: 'where a volume is, of more servers',
    port: 7003,
    operation: 519,
    kind: data,
    body: `${volumeName}${word(1)}${servers(13)}${word(27)}${word(0).repeat(25)}${words(1, 2, 3)}`,
    text: 'vldb reply get-entry-by-name-n "home" numservers 1 servers 192.0.2.5 partitions 27 rwvol 1 rovol 2 backup 3 (460)',
  },
  {
    title: 'where a volume is, by identifiers of servers',
    port: 7003,
    operation: 527,
    kind: data,
    body: `${volumeName}${word(1)}${uuid}${word(0).repeat(12 * 11 + 39)}${words(1, 2, 3)}`,
    text: 'vldb reply get-entry-by-name-u "home" numservers 1 servers afsuuid 01020304000500060102030405060708 partitions a rwvol 1 rovol 2 backup 3 (1032)',
  },
  {
    title: 'volumes of a partition',
    port: 7005,
    operation: 116,
    kind: data,
    body: `${word(1)}${listedName}${word(9)}${word(0).repeat(21)}`,
    text: 'vol reply list-volumes name "home" volid 9 type (248)',
  },
  {
    title: 'an error code',
    port: 7007,
    operation: 80,
    kind: abort,
    body: word(5),
    text: 'bos reply create-bnode errcode 5 (32)',
  },
  {
    title: 'a list that is longer than its packet',
    port: 7003,
    operation: 526,
    kind: data,
    body: word(0),
    text: 'vldb reply get-entry-by-id-u [|vldb] (32)',
  },
];

/** Calls that hold dates, which are shown in local time. */
const datedCalls: readonly Omit<Reply, 'kind'>[] = [
  {
    title: 'attributes with a date',
    port: 7000,
    operation: 135,
    body: words(1, 2, 3, 1, 1_000_000_000, 0, 0, 0, 0),
    text: 'fs call store-status fid 1/2/3 StoreStatus date 2001/09/09 01:46:40 (68)',
  },
  {
    title: 'promises that are broken',
    port: 7001,
    operation: 204,
    body: words(1, 1, 2, 3, 2, -1, -1, 2, 5, 1_000_000_000, 3),
    text: 'cb call callback fid 1/2/3; ver -1 expires 1969/12/31 23:59:59 ver 5 expires 2001/09/09 01:46:40 (76)',
  },
  {
    title: 'a beacon of Ubik',
    port: 7002,
    operation: 10000,
    body: words(1, 1_000_000_000, 1, 2, 3, 4),
    text: 'pt ubik call vote-beacon syncsite yes votestart 2001/09/09 01:46:40 dbversion 1.2 tid 3.4 (56)',
  },
  {
    title: 'a volume that is sent to several servers',
    port: 7005,
    operation: 128,
    body: words(1, 0, 2, 1, 2, 3, 4, 5, 6),
    text: 'vol call forward-multiple fromtrans 1 fromdate 1970/01/01 00:00:00 server 1:2:3, server 4:5:6 (68)',
  },
];

function frames(reply: Reply, call: number): readonly Uint8Array[] {
  const request = rxPacket(reply.port, call, data, 1, hex(word(reply.operation)));
  const header = hex(`${words(1, 2, call, 1, 5, reply.kind * 0x1000000 + 1)} 00000004`);
  const datagram = udp({ sourcePort: reply.port, destinationPort: 50000 }, concat(header, hex(reply.body)));
  return [request, ethernet({}, ipv4({ source: '192.0.2.2', destination: '192.0.2.1' }, datagram))];
}

const rows = replies.map((reply, i) => ({ ...reply, packets: frames(reply, 1000 + i) }));
const lineOf = ({ port, kind, text }: Reply): string =>
  `IP 192.0.2.2.${port} > 192.0.2.1.50000:  rx ${kind === data ? 'data' : 'abort'} ${text}`;

const calls = datedCalls.map((call, i) => ({
  ...call,
  packet: rxPacket(call.port, 2000 + i, data, 1, hex(word(call.operation) + call.body)),
  line: `IP 192.0.2.1.50000 > 192.0.2.2.${call.port}:  rx data ${call.text}`,
}));

describe('Rx', () => {
  beforeAll(() => {
    vi.stubEnv('TZ', 'UTC');
  });

  afterAll(() => {
    vi.unstubAllEnvs();
  });

  test.each(calls)('prints of a call with dates: $title', ({ packet, line }) => {
    expect(new Lines().print(packet)).toBe(line);
  });

  test.each(rows)('prints of a reply to a call that was seen: $title', (row) => {
    const lines = new Lines();
    lines.print(row.packets[0]);
    expect(lines.print(row.packets[1])).toBe(lineOf(row));
  });

  test('prints no more than its kind of a reply to a call that was not seen', () => {
    const [, reply] = frames(replies[0], 5000);
    expect(new Lines().print(reply)).toBe('IP 192.0.2.2.7000 > 192.0.2.1.50000:  rx data (52)');
  });

  test.skipIf(!oracleIsHere)('prints what tcpdump 4.99.3 prints', { timeout: oracleTimeout }, () => {
    for (const row of rows) {
      const lines = oracleTextOf(row.packets.map((frame) => ({ frame }))).split('\n');
      expect(lines[1]).toBe(lineOf(row));
    }
    for (const { packet, line } of calls) expect(oracleText({ frame: packet })).toBe(`${line}\n`);
  });
});
