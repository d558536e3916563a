/** What users, files and the environment say: sources, redefs, libpcap's configuration file, whole command lines. */
import { parseArguments } from '../../src/cli/arguments';
import type { Painter } from '../../src/cli/color';
import { flags } from '../../src/cli/flags';
import { errorLine, type Message } from '../../src/cli/message';
import { captureRequest } from '../../src/cli/request';
import { toNativePlan } from '../../src/plan/native-plan';
import { resolvePlan } from '../../src/plan/resolve';
import { parsePcapFile } from '../../src/settings/pcap-file';
import { isRedef, parseRedef, zeekConstants } from '../../src/settings/redef';
import { backends, formatSource, parseSource } from '../../src/source/uri';
import { mutateText } from './mutate-text';
import type { FuzzTarget } from './target';

const plain: Painter = { error: (text: string) => text, notice: (text: string) => text } as Painter;
const optionNames = Object.values(backends).flatMap(({ options }) => Object.keys(options));
const values = [
  'T',
  'F',
  'auto',
  'on',
  'off',
  '1',
  '65536',
  '64k',
  '2 MB',
  '10msec',
  '1 sec',
  'FANOUT_QM',
  'hash',
  'raw',
];

const sources = [
  'eth0',
  'af_packet::eth0:buffer_size=64m:block_size=64k:block_timeout=20msec',
  'af_packet::eth0:fanout=hash:fanout_id=7:workers=4',
  'af_packet::eth0:decap=vxlan:outer_filter=udp',
  'af_packet::eth0:decap=geneve+gue:decap_port=6082',
  'udp::0.0.0.0:4789',
  'udp::[2001:db8::1]:6081:geneve:dlt=raw',
  'udp::127.0.0.1:5000:skip=20:reuseport=T:workers=auto',
];
const redefs = zeekConstants().flatMap((constant) => [`${constant}=T`, `${constant}=64k`, `${constant} = 10 msec`]);
const files = [
  'group=5\nfanout=hash\n',
  'def_group=1\ngroup_eth0=2\nfanout@2=qm\ncaplen=128\nrx_channels@eth0=4\nirq_eth0_0=0-3\n# none\n',
];
const commandLines = [
  '-nne -i udp::0.0.0.0:4789',
  '-w dns.pcap -i udp::0.0.0.0:6081:geneve:dlt=raw udp port 53',
  '-r file.pcap -vvv -XX -c 10 --json tcp and not port 22',
  '-i af_packet::eth0 AF_Packet::fanout_id=24 --workers 4 --cpus 2-5,8 -s 96 -B 4096 -Q in',
  '-i udp::[::]:6081:geneve vni 42,50-60 and (tcp port 443 or tunnel src 10.0.0.1) or not inner vni 7',
  '-i af_packet::eth0:decap=auto tunnel dst net 2001:db8::/33 or tunnel src portrange 49152-65535 && ! vni 0x2a',
  '-i udp::127.0.0.1:4789 --count-by vni,proto,src,dst,port,flow,tunnel --top 5 --stats 1s --json',
  '-ttttt -# --nano -K -S -U --print -w - -y EN10MB -p --immediate-mode',
];
const flagWords = Object.values(flags).flatMap((flag) => [
  ...('short' in flag ? [`-${flag.short}`] : []),
  ...('long' in flag ? [`--${flag.long}`] : []),
]);
const filterWords = ['vni', 'inner', 'tunnel', 'src', 'dst', 'net', 'port', 'and', 'or', 'not', '(', ')', ','];
const words = [...optionNames, ...values, ...sources, ...redefs, ...flagWords, ...filterWords];
/** It reads whatever file it names. */
const readsFile = /^-[^-]*F|^-F/;

/** Runs `body`, in which only the errors that users are told of may happen, each in one line without control codes. */
function expectMessage(body: () => void): void {
  try {
    body();
  } catch (error) {
    // What is meant for users says what to do about it; a defect does not.
    if (!(error instanceof Error && 'hint' in error)) throw error;
    const line = errorLine(plain, error as Message);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    if (/[\x00-\x1f\x7f-\x9f]/.test(line.slice(0, -1))) throw new Error(`control character in ${JSON.stringify(line)}`);
  }
}

function textTarget(name: string, seeds: readonly string[], execute: (text: string) => void): FuzzTarget {
  const encoder = new TextEncoder();
  return {
    name,
    make: (random, into) => encoder.encodeInto(mutateText(random, random.pick(seeds), words), into).written,
    execute: (input) => expectMessage(() => execute(Buffer.from(input).toString('utf8'))),
  };
}

export function textTargets(): FuzzTarget[] {
  return [
    textTarget('uri', sources, (text) => {
      const source = parseSource(text);
      const again = parseSource(formatSource(source));
      if (formatSource(again) !== formatSource(source)) throw new Error(`${formatSource(source)} means something else`);
    }),
    textTarget('redef', redefs, (text) => {
      if (isRedef(text)) parseRedef(text);
    }),
    textTarget('config', files, (text) => {
      parsePcapFile(text, 'pcap.conf');
    }),
    textTarget('command-line', commandLines, (text) => {
      const argv = text.split(' ');
      if (argv.some((word) => readsFile.test(word))) return;
      toNativePlan(resolvePlan(captureRequest(parseArguments(argv))));
    }),
  ];
}
