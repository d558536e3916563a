/** One flag of the command line, declared once: for the parser, for --help and for the man page. */
export interface FlagSpec {
  /** The letter, without its dash. */
  readonly short?: string;
  /** The word, without its dashes. */
  readonly long?: string;
  /** What its argument is called; absent: it takes none. */
  readonly argument?: string;
  readonly section: FlagSection;
  /** What it does, in full sentences' words, without final stop. */
  readonly help: string;
}

export const flagSections = {
  input: 'Where packets come from',
  filter: 'Which packets',
  printing: 'What is printed',
  writing: 'Where packets go',
  about: 'About fandump',
} as const;
export type FlagSection = keyof typeof flagSections;

/** tcpdump's letters and words where tcpdump has them. */
export const flags = {
  interface: {
    short: 'i',
    long: 'interface',
    argument: 'SOURCE',
    section: 'input',
    help: 'capture from SOURCE: an interface, its number in -D, af_packet::INTERFACE[:OPTION...] or udp::ADDRESS:PORT[:OPTION...]; without -i and -r: the first interface that is up',
  },
  read: {
    short: 'r',
    argument: 'FILE',
    section: 'input',
    help: 'read packets from a pcap or pcapng file; - is standard input',
  },
  listInterfaces: { short: 'D', long: 'list-interfaces', section: 'input', help: 'list the interfaces and end' },
  listLinkTypes: {
    short: 'L',
    long: 'list-data-link-types',
    section: 'input',
    help: 'list the link types of the interface and end',
  },
  linkType: {
    short: 'y',
    long: 'linktype',
    argument: 'TYPE',
    section: 'input',
    help: 'take packets to be of this link type',
  },
  noPromiscuous: {
    short: 'p',
    long: 'no-promiscuous-mode',
    section: 'input',
    help: 'leave out frames that are addressed to other hosts',
  },
  bufferSize: {
    short: 'B',
    long: 'buffer-size',
    argument: 'KIB',
    section: 'input',
    help: 'size of the ring or receive buffer in KiB',
  },
  snaplen: {
    short: 's',
    long: 'snapshot-length',
    argument: 'BYTES',
    section: 'input',
    help: 'keep at most this much of a packet; 0 stands for 262144, which is the default',
  },
  workers: {
    long: 'workers',
    argument: 'N',
    section: 'input',
    help: 'share the packets of each source out among N receiver threads; auto: as many as there are CPUs',
  },
  cpus: {
    long: 'cpus',
    argument: 'LIST',
    section: 'input',
    help: 'pin the receiver threads to these CPUs in turn, as in 2-5,8',
  },
  immediate: {
    long: 'immediate-mode',
    section: 'input',
    help: 'hand each packet over at once and not with its block',
  },
  count: { short: 'c', argument: 'COUNT', section: 'filter', help: 'end after COUNT packets' },
  direction: {
    short: 'Q',
    long: 'direction',
    argument: 'in|out|inout',
    section: 'filter',
    help: 'keep only packets that this host receives, or sends',
  },
  filterFile: {
    short: 'F',
    argument: 'FILE',
    section: 'filter',
    help: 'take the filter from FILE; words on the command line are then ignored',
  },
  noOptimize: { short: 'O', long: 'no-optimize', section: 'filter', help: 'leave the filter program as compiled' },
  dumpFilter: {
    short: 'd',
    section: 'filter',
    help: 'print the compiled filter and end; -dd as a C array, -ddd as decimal numbers',
  },
  numeric: {
    short: 'n',
    section: 'printing',
    help: 'print numbers, not names, for addresses and ports; -nn is the same',
  },
  shortNames: { short: 'N', section: 'printing', help: 'print host names without their domain' },
  localNames: {
    short: 'f',
    section: 'printing',
    help: "print names only for IPv4 addresses of the interface's own network",
  },
  linkLevel: {
    short: 'e',
    section: 'printing',
    help: 'print the link-layer header, and below the line what came with the packet: its tunnel, direction, worker',
  },
  time: {
    short: 't',
    section: 'printing',
    help: 'no time; -tt seconds since 1970, -ttt since the line before, -tttt with date, -ttttt since the first line',
  },
  verbose: {
    short: 'v',
    section: 'printing',
    help: 'print more, and below the line what -e prints there; -vv and -vvv still more; with -w show the count as it grows',
  },
  quiet: { short: 'q', section: 'printing', help: 'print less' },
  absoluteSequence: {
    short: 'S',
    long: 'absolute-tcp-sequence-numbers',
    section: 'printing',
    help: 'print TCP sequence numbers as sent',
  },
  number: { short: '#', long: 'number', section: 'printing', help: 'number the lines' },
  json: {
    long: 'json',
    section: 'printing',
    help: 'print each packet as a JSON object on a line of its own, with its flow and community ID; -x and -xx add its bytes; with --doctor, what it found as one object',
  },
  hex: { short: 'x', section: 'printing', help: 'print the packet in hex without its link-layer header; -xx with it' },
  hexAscii: {
    short: 'X',
    section: 'printing',
    help: 'as -x with the characters beside; -XX with the link-layer header',
  },
  ascii: { short: 'A', section: 'printing', help: 'print the packet as characters' },
  noChecksum: { short: 'K', long: 'dont-verify-checksums', section: 'printing', help: 'do not check checksums' },
  lineBuffered: {
    short: 'l',
    section: 'printing',
    help: 'write lines out as packets arrive; they always are, the letter is accepted for scripts',
  },
  color: {
    long: 'color',
    argument: 'auto|always|never',
    section: 'printing',
    help: 'colour messages; auto: on a terminal, unless NO_COLOR is set',
  },
  write: {
    short: 'w',
    argument: 'FILE',
    section: 'writing',
    help: 'write packets to a pcap file; - is standard output',
  },
  print: { long: 'print', section: 'writing', help: 'print packets too while -w writes them' },
  onlyCount: { long: 'count', section: 'writing', help: 'print only how many packets there were' },
  packetBuffered: { short: 'U', long: 'packet-buffered', section: 'writing', help: 'write each batch out as it comes' },
  precision: {
    long: 'time-stamp-precision',
    argument: 'micro|nano',
    section: 'writing',
    help: 'precision of time stamps in lines and in the file of -w',
  },
  micro: { long: 'micro', section: 'writing', help: 'the same as --time-stamp-precision=micro, which is the default' },
  nano: { long: 'nano', section: 'writing', help: 'the same as --time-stamp-precision=nano' },
  explain: {
    long: 'explain',
    section: 'about',
    help: 'print what would be done, and where each value comes from, and end; opens nothing',
  },
  doctor: {
    long: 'doctor',
    section: 'about',
    help: 'examine the host for the source, print what is in order, what is not and the command that mends it, and end; the first word is the source unless -i names one; changes nothing; exit code 1 when something is wrong',
  },
  help: { short: 'h', long: 'help', section: 'about', help: 'print this help and end' },
  version: { long: 'version', section: 'about', help: 'print the version and end' },
} as const satisfies Record<string, FlagSpec>;

export type FlagName = keyof typeof flags;

/** How a flag is typed, for messages: `-i`, or `--nano` where there is no letter. */
export function flagText({ short, long }: FlagSpec): string {
  return short === undefined ? `--${long}` : `-${short}`;
}
