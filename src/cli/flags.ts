import { packetTypes } from '../print/options';

/** One flag of the command line, declared once: for the parser, for --help and for the man page. */
export interface FlagSpec {
  /** The letter, without its dash. */
  readonly short?: string;
  /** The word, without its dashes. */
  readonly long?: string;
  /** What its argument is called; absent: it takes none. */
  readonly argument?: string;
  /** Words that look so are further arguments of it, where it is given at all. */
  readonly further?: RegExp;
  readonly section: FlagSection;
  /** What it does, in full sentences' words, without final stop. */
  readonly help: string;
}

export const flagSections = {
  input: 'Where packets come from',
  filter: 'Which packets',
  printing: 'What is printed',
  writing: 'Where packets go',
  rights: 'Rights',
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
    help: 'capture from SOURCE: an interface, its number in -D, any for all interfaces, af_packet::INTERFACE[:OPTION...], udp::ADDRESS:PORT[:OPTION...], or tcp::ADDRESS:PORT or tcp+connect::ADDRESS:PORT for a savefile that comes by TCP; given again, from several; without -i and -r: the first interface that is up',
  },
  read: {
    short: 'r',
    argument: 'FILE',
    section: 'input',
    help: 'read packets from a pcap or pcapng file, compressed by gzip, zstd or lz4 or not; - is standard input; of several, in the order of time',
  },
  fileList: {
    short: 'V',
    argument: 'FILE',
    section: 'input',
    help: 'read the savefiles that FILE names, one on each line, as several -r; - is standard input',
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
    help: 'take packets to be of this link type; those of -r and tcp sources have their own',
  },
  noPromiscuous: {
    short: 'p',
    long: 'no-promiscuous-mode',
    section: 'input',
    help: 'leave out frames that are addressed to other hosts; changes nothing with -r',
  },
  bufferSize: {
    short: 'B',
    long: 'buffer-size',
    argument: 'KIB',
    section: 'input',
    help: 'size of the ring or receive buffer in KiB; changes nothing with -r',
  },
  snaplen: {
    short: 's',
    long: 'snapshot-length',
    argument: 'BYTES',
    section: 'input',
    help:
      'keep at most this much of a packet; 0 stands for 262144, which is the default; packets of -r stay as they are, ' +
      'but for --slice',
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
  restore: {
    long: 'restore',
    section: 'input',
    help: 'at the end, put back the queue counts and the CPUs of interrupts that channels and irq.N have changed, even when killed',
  },
  wait: {
    long: 'wait',
    section: 'input',
    help: 'wait for an interface that is not there or down, and where it is deleted, for one of its name to go on with; not in a fanout group',
  },
  immediate: {
    long: 'immediate-mode',
    section: 'input',
    help: 'hand each packet over at once and not with its block of the ring; other sources do so anyway',
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
  asDot: { short: 'b', section: 'printing', help: 'print AS numbers of BGP above 65535 in two halves, as 1.10' },
  opaqueHandles: { short: 'u', section: 'printing', help: 'print NFS handles as they are, in words of hex' },
  mesh: { short: 'H', section: 'printing', help: 'look for mesh headers, of a draft of 802.11s, in wireless frames' },
  signatureSecret: {
    short: 'M',
    argument: 'SECRET',
    section: 'printing',
    help: 'check MD5 signatures of TCP segments (RFC 2385) with SECRET, which others may see in the list of processes',
  },
  packetType: {
    short: 'T',
    argument: 'TYPE',
    section: 'printing',
    help: `take UDP datagrams and TCP segments to hold TYPE, whatever their ports: ${packetTypes.join(', ')}`,
  },
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
    argument: 'FILE|SINK',
    section: 'writing',
    help: 'write packets to a pcap file, or a pcapng file where its name ends in .pcapng or .ntar; - is standard output; %w in the name is the number of the worker, and each has a file; or send each on to udp::ADDRESS:PORT[:OPTION...], af_packet::INTERFACE[:OPTION...], tcp::ADDRESS:PORT[:OPTION...] or tcp+connect::ADDRESS:PORT[:OPTION...]',
  },
  replay: {
    long: 'replay',
    section: 'writing',
    help: 'send the packets of -r on with the gaps that their time stamps have, none of them early; else as fast as they are taken',
  },
  speed: {
    long: 'speed',
    argument: 'FACTOR',
    section: 'writing',
    help: 'as --replay, but FACTOR times as fast, 0.001 to 1000000; rate= of the sink is for packets per second',
  },
  loop: {
    long: 'loop',
    argument: 'COUNT',
    section: 'writing',
    help: 'read the file of -r and send its packets on COUNT times; 0: until interrupted',
  },
  slice: {
    long: 'slice',
    argument: 'headers[+BYTES]',
    section: 'writing',
    help: 'keep of each packet its headers up to the transport header, in tunnels too, and BYTES behind them',
  },
  anonymize: {
    long: 'anonymize',
    argument: 'KEYFILE',
    section: 'writing',
    help: "put pseudonyms in place of the addresses in headers, also in ARP, tunnels and what ICMP quotes: prefix-preserving ones for IP (Crypto-PAn), others for Ethernet; checksums are changed along; KEYFILE has 32 bytes, or 64 hexadecimal digits; addresses in payload stay: see --slice; tunnels are known by their assigned ports; not looked into are those on others, later fragments, GTP version 0 and GTP' (port 3386), L2TP version 3, LISP, NSH, 802.11 in GRE, 802.1ah, VN tags and FabricPath",
  },
  pcapng: { long: 'pcapng', section: 'writing', help: 'write pcapng, whatever the name of the file; and to tcp::' },
  pcap: { long: 'pcap', section: 'writing', help: 'write pcap, whatever the name of the file' },
  interfacePerVni: {
    long: 'interface-per-vni',
    section: 'writing',
    help: 'in pcapng, give the packets of each VNI an interface of their own',
  },
  rotateSize: {
    short: 'C',
    argument: 'SIZE',
    section: 'writing',
    help: 'begin another file before a packet when the file holds more than SIZE millions of bytes, or KiB, MiB, GiB with k, M, G behind it; names get numbers, and a file is called NAME.part until it is complete',
  },
  rotateSeconds: {
    short: 'G',
    argument: 'SECONDS',
    section: 'writing',
    help: 'begin another file after so many seconds, by the time of packets; names go through strftime(3)',
  },
  fileCount: {
    short: 'W',
    argument: 'COUNT',
    section: 'writing',
    help: 'with -C: a ring of COUNT files, of which the oldest gives way; with -G: end after COUNT files; with both: only the number of digits',
  },
  rotateOnClock: {
    long: 'rotate-on-clock',
    section: 'writing',
    help: 'begin files of -G at whole multiples of its seconds since midnight',
  },
  autostop: {
    long: 'autostop',
    argument: 'CONDITION',
    further: /^(duration|filesize|packets):/,
    section: 'writing',
    help: 'end after duration:SECONDS, filesize:SIZE in all files together (bytes, or with k, M, G), or packets:COUNT; several with commas or blanks between them, or given again',
  },
  fileCommand: {
    short: 'z',
    argument: 'COMMAND',
    section: 'writing',
    help: 'run COMMAND for each complete file, without a shell and at the lowest priority; {} in its words is the file, which else comes last',
  },
  commandJobs: {
    long: 'command-jobs',
    argument: 'COUNT',
    section: 'writing',
    help: 'run at most COUNT commands of -z at a time; 1 unless given',
  },
  compress: {
    long: 'compress',
    argument: 'zstd|gzip|lz4[:LEVEL]|none',
    section: 'writing',
    help: 'compress the files beside the receiving threads; unless given, as the name of -w ends (.zst, .gz or .lz4), and not at all by any other; LEVEL is 1 to 19 for zstd, or -1 to -50 for speed (-3 when none is given), 1 to 9 for gzip, 1 to 12 for lz4; sizes of -C are those before compression; what is on the disk can be read up to the last half megabyte, however the capture ended',
  },
  bufferMax: {
    long: 'buffer-max',
    argument: 'SIZE',
    section: 'writing',
    help: 'memory for packets that wait for the disk, 1M to 64G; unless given 64M, with -r 2M and 2M more for each thread that compresses',
  },
  onFull: {
    long: 'on-full',
    argument: 'stop|oldest|pause',
    section: 'writing',
    help: 'when the disk is full: end, delete the oldest complete file of this capture, or wait for room',
  },
  sync: {
    long: 'sync',
    argument: 'SECONDS',
    section: 'writing',
    help: 'have packets on the disk after so many seconds, so that a crash of the host loses no more',
  },
  direct: {
    long: 'direct',
    section: 'writing',
    help: 'write past the page cache (O_DIRECT), so that a large capture pushes nothing else out of memory; where the file system cannot, a line says so; the last bytes, less than 4096, follow 0.2 s after the last packet',
  },
  force: { long: 'force', section: 'writing', help: 'write over files that exist already' },
  repair: {
    long: 'repair',
    argument: 'FILE',
    section: 'about',
    help: 'mend a savefile that its writer left torn, for it was killed: every packet that can be read stays, and the file ends behind the last of them; words name further files; end; exit code 1 when one could not be mended',
  },
  invalid: {
    long: 'invalid',
    argument: 'FILE',
    section: 'writing',
    help: 'keep the datagrams of udp sources that no packet can be taken out of in FILE, whole and as IP packets; pcapng where its name ends in .pcapng or .ntar, with the cause beside each',
  },
  print: { long: 'print', section: 'writing', help: 'print packets too while -w writes them' },
  onlyCount: { long: 'count', section: 'writing', help: 'print only how many packets there were' },
  countBy: {
    long: 'count-by',
    argument: 'KEY,...',
    section: 'writing',
    help: 'instead of printing packets, count them by vni, proto, src, dst, port (the lower one), flow, tunnel, or several of these together, and print a table, most packets first; live on a terminal, else after each --stats; objects with --json; exact up to 65536 keys per worker',
  },
  top: {
    long: 'top',
    argument: 'COUNT',
    section: 'writing',
    help: 'rows of --count-by; 0: all; 20 unless given',
  },
  stats: {
    long: 'stats',
    argument: 'TIME',
    section: 'printing',
    help: 'say on standard error after each TIME, as 1s, what rates and losses it brought, by worker; as an object with --json',
  },
  statsJson: { long: 'stats-json', section: 'printing', help: 'the objects of --stats beside packets in text' },
  packetBuffered: { short: 'U', long: 'packet-buffered', section: 'writing', help: 'write each batch out as it comes' },
  precision: {
    long: 'time-stamp-precision',
    argument: 'micro|nano',
    section: 'writing',
    help: 'precision of time stamps in lines and in the file of -w',
  },
  micro: { long: 'micro', section: 'writing', help: 'the same as --time-stamp-precision=micro, which is the default' },
  nano: { long: 'nano', section: 'writing', help: 'the same as --time-stamp-precision=nano' },
  user: {
    short: 'Z',
    long: 'relinquish-privileges',
    argument: 'USER',
    section: 'rights',
    help: 'become USER once everything is open, when started by root; without -Z whoever called sudo, or else nobody; root keeps user and capabilities',
  },
  noSandbox: {
    long: 'no-sandbox',
    section: 'rights',
    help: 'do not forbid, once everything is open, the system calls and files that a capture does not need; --explain lists those it needs',
  },
  setcap: {
    long: 'setcap',
    section: 'rights',
    help: 'print the line that installs the opener, through which members of the group fandump capture without root, run it for root, and end',
  },
  check: {
    long: 'check',
    section: 'rights',
    help: 'with --setcap: print which opener is in place, and end; exit code 1 when this user cannot capture through it',
  },
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
  fanoutTest: {
    long: 'fanout-test',
    section: 'about',
    help: 'test whether the fanout group of the source, which is the first word or that of -i, keeps both directions of each flow it carries on one worker; without a source: every mode, with flows of its own, plain and in tunnels, in a namespace of its own; exit code 1 when a flow is split or all are on one worker, without a source: by inner, or plain flows by hash',
  },
  help: { short: 'h', long: 'help', section: 'about', help: 'print this help and end' },
  version: { long: 'version', section: 'about', help: 'print the version and end' },
} as const satisfies Record<string, FlagSpec>;

export type FlagName = keyof typeof flags;

/** How a flag is typed, for messages: `-i`, or `--nano` where there is no letter. */
export function flagText({ short, long }: FlagSpec): string {
  return short === undefined ? `--${long}` : `-${short}`;
}
