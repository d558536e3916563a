import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Console } from '../../../src/cli/console';
import { main } from '../../../src/cli/main';
import type { PacketRecord } from '../../../src/decode/packet';
import { CaptureError } from '../../../src/engine/errors';
import type { NativePlan } from '../../../src/engine/native';
import type { CaptureHandlers } from '../../../src/engine/session';
import type { LineWriter } from '../../../src/print/text/line-writer';
import { sessionStats, sourceStats } from '../../support/session-stats';

/** What the capture of a test does while it runs, and what it was asked. */
const scene = vi.hoisted(() => ({
  plans: [] as NativePlan[],
  body: async (_handlers: CaptureHandlers, _stopped: Promise<void>): Promise<void> => {},
  openFailure: undefined as Error | undefined,
  writeErrno: 0,
  written: '',
  isClosed: false,
  linkTypes: new Map([
    [1, { name: 'EN10MB', description: 'Ethernet' }],
    [113, { name: 'LINUX_SLL', description: 'Linux cooked v1' }],
    [276, { name: 'LINUX_SLL2', description: 'Linux cooked v2' }],
  ]),
}));

const counters = sessionStats({
  captured: 2,
  sources: [sourceStats({ captured: 2, received: 2, kernelMatched: 3, kernelDropped: 1 })],
});

vi.mock('../../../src/engine/addon', () => ({
  loadAddon: () => ({
    linkTypeName: (type: number) => scene.linkTypes.get(type),
    interfaces: () => [{ name: 'eth7', index: 7, flags: 0x41, operState: 6, linkType: 1, addresses: [] }],
    openOutput: (descriptor: number) => descriptor,
    writeSome(_descriptor: number, bytes: Uint8Array, offset: number, length: number) {
      if (scene.writeErrno !== 0) return -scene.writeErrno;
      scene.written += Buffer.from(bytes.subarray(offset, offset + length)).toString();
      return length;
    },
    leaveDeadTerminals: () => {},
    findUser: () => ({ user: 65534, group: 65534 }),
    isMapped: () => true,
    becomeUser: () => {},
    dropCapabilities: () => {},
    enterSandbox: () => ({ seccomp: true, landlock: 7 }),
    sandboxRules: () => ({ calls: [], restricted: [], readable: [] }),
  }),
}));

vi.mock('../../../src/engine/session', () => ({
  CaptureSession: class {
    static open(plan: NativePlan) {
      scene.plans.push(plan);
      if (scene.openFailure !== undefined) throw scene.openFailure;
      return new this();
    }
    private markStopped = () => {};
    private readonly stopped = new Promise<void>((resolve) => {
      this.markStopped = resolve;
    });
    readonly sources = [{ name: 'eth0', linkType: 1, snaplen: 262144, fanout: undefined, receiveBuffer: 0 }];
    run = (handlers: CaptureHandlers) => scene.body(handlers, this.stopped);
    stop = () => this.markStopped();
    stats = () => counters;
    close = () => {
      scene.isClosed = true;
    };
  },
}));

vi.mock('../../../src/print/printer', () => ({
  PacketPrinter: class {
    constructor(
      _options: unknown,
      private readonly out: LineWriter,
    ) {}
    print() {
      this.out.text('a packet');
      this.out.endLine();
    }
  },
}));

class Recorder implements Console {
  stdout = '';
  stderr = '';
  out(text: string) {
    this.stdout += text;
  }
  err(text: string) {
    this.stderr += text;
  }
}

async function run(...argv: string[]) {
  const console = new Recorder();
  const exitCode = await main(['--color=never', ...argv], console);
  return { exitCode, stdout: console.stdout, stderr: console.stderr };
}

const record = {} as PacketRecord;
const twoPackets = async (handlers: CaptureHandlers) => {
  handlers.onPacket?.(record);
  handlers.onPacket?.(record);
  handlers.onBatchEnd?.();
};
const banner =
  'fandump: verbose output suppressed, use -v[v]... for full protocol decode\n' +
  'listening on eth0, link-type EN10MB (Ethernet), snapshot length 262144 bytes\n';
const closing = '2 packets captured\n3 packets received by filter\n1 packet dropped by kernel\n';

// With it come all decoders, which on a busy machine takes longer than a test may.
beforeAll(() => import('../../../src/cli/run'), 60_000);

beforeEach(() => {
  Object.assign(scene, {
    plans: [],
    body: twoPackets,
    openFailure: undefined,
    writeErrno: 0,
    written: '',
    isClosed: false,
  });
});

afterEach(() => {
  expect(process.listenerCount('SIGUSR1')).toBe(0);
});

describe('a live capture', () => {
  test('says what it listens on, prints, and closes with the counters', async () => {
    expect(await run('-i', 'eth0')).toEqual({ exitCode: 0, stdout: '', stderr: banner + closing });
    expect(scene.written).toBe('a packet\na packet\n');
    expect(scene.isClosed).toBe(true);
  });

  test('takes the first interface that is up when none is named', async () => {
    await run();
    expect(scene.plans[0].sources[0]).toMatchObject({ kind: 'af_packet', interface: 'eth7' });
  });

  test('prints no line and hands nothing to JavaScript with --count', async () => {
    scene.body = async (handlers) => expect(handlers.onPacket).toBeUndefined();
    const { exitCode, stdout } = await run('-i', 'eth0', '--count');
    expect({ exitCode, stdout, text: scene.written }).toEqual({ exitCode: 0, stdout: '2 packets\n', text: '' });
  });

  test('passes notices on as they come', async () => {
    scene.body = async (handlers) => {
      handlers.onNotice?.({ code: 'LINKDOWN', message: 'eth0 is down; waiting', hint: '' });
      handlers.onNotice?.({
        code: 'RCVBUF',
        message: 'the buffer is small',
        hint: 'sudo sysctl -w net.core.rmem_max=1',
      });
    };
    expect((await run('-i', 'eth0', '-v')).stderr).toContain(
      'fandump: eth0 is down; waiting\nfandump: the buffer is small; sudo sysctl -w net.core.rmem_max=1\n',
    );
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends cleanly on %s, with a newline behind what it printed',
    async (signal) => {
      scene.body = async (handlers, stopped) => {
        await twoPackets(handlers);
        setImmediate(() => process.emit(signal));
        await stopped;
      };
      const { exitCode, stderr } = await run('-i', 'eth0');
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: banner + closing });
      expect(scene.written).toBe('a packet\na packet\n\n');
    },
  );

  test('ends at once on a second SIGINT that is not an echo of the first, with what is there', async () => {
    const exit = vi.spyOn(process, 'exit').mockImplementation(() => {
      throw new Error('exited');
    });
    scene.body = async (handlers) => {
      handlers.onPacket?.(record);
      process.emit('SIGINT');
      process.emit('SIGINT');
      expect(exit).not.toHaveBeenCalled();
      await new Promise((resolve) => setTimeout(resolve, 250));
      expect(() => process.emit('SIGINT')).toThrow('exited');
    };
    const { stderr } = await run('-i', 'eth0');
    expect(exit).toHaveBeenCalledWith(1);
    expect(stderr.startsWith(banner + closing)).toBe(true);
    expect(scene.written).toContain('a packet\n\n');
    exit.mockRestore();
  });

  test('prints the counters on SIGUSR1 and goes on', async () => {
    scene.body = async () => {
      process.emit('SIGUSR1');
    };
    expect((await run('-i', 'eth0')).stderr).toContain(
      'fandump: 2 packets captured, 3 packets received by filter, 1 packet dropped by kernel\n',
    );
  });

  test('that fails half way says why behind its packets, and still closes with the counters', async () => {
    scene.body = async (handlers) => {
      await twoPackets(handlers);
      throw new CaptureError('EINTERFACE_GONE', 'The interface eth0 disappeared', 19);
    };
    expect(await run('-i', 'eth0')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `${banner}fandump: The interface eth0 disappeared\n${closing}`,
    });
    expect(scene.isClosed).toBe(true);
  });

  test('ends quietly when nobody reads its text any more', async () => {
    scene.writeErrno = 32;
    expect(await run('-i', 'eth0')).toEqual({ exitCode: 1, stdout: '', stderr: banner });
  });

  test('says so when its text finds no space', async () => {
    scene.writeErrno = 28;
    const { exitCode, stderr } = await run('-i', 'eth0');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('fandump: writing to standard output: no space left on the device\n');
  });

  test('that cannot be opened says why and what to do', async () => {
    scene.openFailure = new CaptureError('EPERM_PACKET_SOCKET', 'no right to capture', 1, 'sudo fandump');
    expect(await run('-i', 'eth0')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'fandump: no right to capture; sudo fandump\n',
    });
  });
});

describe('reading a file', () => {
  test('ends without counters', async () => {
    expect(await run('-r', 'f')).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: 'reading from file eth0, link-type EN10MB (Ethernet), snapshot length 262144\n',
    });
  });
});

describe('exit code 2', () => {
  test.each([
    [['-Y'], "fandump: unknown option '-Y'; fandump --help lists the options\n"],
    [['-c', '0'], 'fandump: invalid packet count 0; leave -c out to capture without end\n'],
    [['-i', 'udp::*:1'], expect.stringContaining("fandump: bad source 'udp::*:1', character 6: '*' is not an address")],
    [['AF_Packet::x=1'], expect.stringContaining("fandump: unknown Zeek constant 'AF_Packet::x'")],
    [['--fanout-test', '-r', 'f'], 'fandump: --fanout-test is about live sources, not a file; drop -r\n'],
    [['-r', 'f', '-i', 'eth0'], expect.stringContaining('fandump: -r reads a file and -i the network')],
  ])('is for %s, and nothing is opened', async (argv, stderr) => {
    expect(await run(...argv)).toEqual({ exitCode: 2, stdout: '', stderr });
    expect(scene.plans).toEqual([]);
  });

  test.each([
    [['-i', 'eth0', 'foo', 'bar'], "filter 'foo bar'"],
    [['-i', 'eth0', 'x'.repeat(70)], `filter '${'x'.repeat(60)}...'`],
    [['-i', 'eth0:decap=auto:outer_filter=foo'], "outer_filter 'foo'"],
    [['-i', 'eth0:decap=auto:outer_filter=foo', 'bar'], "filter 'bar' or outer_filter 'foo'"],
  ])("is for the filter of %s that libpcap does not understand, named before libpcap's words", async (argv, named) => {
    scene.openFailure = new CaptureError('EFILTER', "can't parse filter expression: syntax error");
    const { exitCode, stderr } = await run(...argv);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: `fandump: ${named}: can't parse filter expression: syntax error\n`,
    });
  });
});

test('--explain opens nothing', async () => {
  const { exitCode, stdout } = await run('--explain', '-i', 'eth0');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('source af_packet::eth0');
  expect(scene.plans).toEqual([]);
});

test('--explain says how lines look, and by which flag', async () => {
  const { stdout } = await run(
    '--explain',
    '-ttttnXvvbuH',
    '-TRTP',
    '-Msecret',
    '-i',
    'eth0:checksum_validation_mode=off',
  );
  for (const [name, value, whence] of [
    ['names', 'no', 'flag -n'],
    ['time', 'with date', 'flag -tttt'],
    ['bytes', 'in hex and characters', 'flag -X'],
    ['AS numbers in halves', 'yes', 'flag -b'],
    ['NFS handles as they are', 'yes', 'flag -u'],
    ['mesh headers', 'yes', 'flag -H'],
    ['TCP signatures checked', 'yes', 'flag -M'],
    ['what TCP and UDP hold', 'rtp', 'flag -T'],
    ['tunnel and direction', 'yes', 'flag -v'],
    ['details', 'more', 'flag -vv'],
    ['checksums', 'not checked', 'uri eth0:checksum_validation_mode=off'],
    ['line numbers', 'no', 'default'],
  ]) {
    expect(stdout).toMatch(new RegExp(`^ {2}${name} +${value} +${whence}$`, 'm'));
  }
  expect(stdout).not.toContain('secret');
});

test('-D lists interfaces on standard output', async () => {
  const stdout = [
    '1.eth7 [Up, Running, Connected]\n',
    '2.any (Pseudo-device that captures on all interfaces) [Up, Running]\n',
  ].join('');
  expect(await run('-D')).toEqual({ exitCode: 0, stdout, stderr: '' });
});

test('-L names the link type of the interface, and the cooked ones that it may have instead', async () => {
  expect((await run('-L', '-i', 'eth7')).stdout).toBe(
    [
      'Data link types for eth7 (use option -y to set):\n',
      '  EN10MB (Ethernet)\n  LINUX_SLL2 (Linux cooked v2)\n  LINUX_SLL (Linux cooked v1)\n',
    ].join(''),
  );
  expect((await run('-L', '-i', 'any')).stdout).toBe(
    [
      'Data link types for any (use option -y to set):\n',
      '  LINUX_SLL2 (Linux cooked v2)\n  LINUX_SLL (Linux cooked v1)\n',
    ].join(''),
  );
  expect(await run('-L', '-i', 'eth8')).toMatchObject({ exitCode: 1 });
});
