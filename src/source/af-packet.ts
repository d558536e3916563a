// packet(7) with a TPACKET_V3 ring; options under the names of Zeek's AF_Packet module.
import type { Backend } from './backend';
import { encapsulation, frameKinds } from './encapsulation';
import { fanoutChoice, type PlainMode, plainModes, programModes } from './fanout-choice';
import { linkType } from './link-type';
import { type GivenOptions, option } from './option';
import { maxPort } from './port';
import { interruptCpus, queueCounts } from './queues';
import { quote } from './quote';
import { groupSizeOption, slotOption } from './steering';
import { milliseconds, size } from './units';
import { choice, expression, integer, truth } from './value';
import { pinOption, workersOption } from './workers';

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;
const gibibyte = 1024 * mebibyte;
/** The kernel wants ring blocks in whole pages (net/packet/af_packet.c). */
const pageSize = 4096;
/** tp_retire_blk_tov is kept in an unsigned short. */
const maxBlockTimeout = 65535;

/** PACKET_FANOUT_* by name; what fanout=inner joins is a group of mode cbpf. */
export const fanoutModes = { ...plainModes, ...programModes };

const checksumModes = ['on', 'off', 'kernel'] as const;

export const afPacketOptions = {
  buffer_size: option(size(pageSize, 4 * gibibyte), {
    default: 128 * mebibyte,
    help: 'size of the receive ring; -B counts in KiB',
    zeek: 'AF_Packet::buffer_size',
    flag: '-B',
  }),
  block_size: option(size(pageSize, gibibyte, pageSize), {
    default: 32 * kibibyte,
    help: 'size of one block of the ring, a multiple of the page size; frames longer than a block are cut',
    zeek: 'AF_Packet::block_size',
  }),
  block_timeout: option(milliseconds(0, maxBlockTimeout), {
    default: 10,
    help: 'time after which a block that is not full is handed over; 0 lets the kernel choose by link speed',
    zeek: 'AF_Packet::block_timeout',
  }),
  enable_hw_timestamping: option(truth(), {
    default: false,
    help: 'take time stamps from the network card',
    zeek: 'AF_Packet::enable_hw_timestamping',
  }),
  enable_fanout: option(truth(), {
    default: false,
    help: 'join a fanout group; giving fanout_mode or fanout_id asks for it too',
    zeek: 'AF_Packet::enable_fanout',
  }),
  fanout_mode: option(fanoutChoice(Object.keys(plainModes) as PlainMode[]), {
    default: 'hash',
    help: 'how the group shares packets out; inner: by the flow inside tunnels; cbpf, ebpf: by a program of yours',
    aliases: ['fanout'],
    zeek: 'AF_Packet::fanout_mode',
    suffixes: { '+defrag': 'enable_defrag', '+rollover': 'rollover' },
  }),
  fanout_id: option(integer(0, 65535, 'auto'), {
    default: 23,
    help: 'number of the group in this network namespace; auto: one that nobody uses, as workers have it where no group is asked for',
    zeek: 'AF_Packet::fanout_id',
  }),
  enable_defrag: option(truth(), {
    default: false,
    help: 'let the kernel put IP fragments together before the group shares them out',
    aliases: ['defrag'],
    zeek: 'AF_Packet::enable_defrag',
  }),
  rollover: option(truth(), {
    default: false,
    help: 'hand packets for a full ring to the next member of the group',
  }),
  workers: workersOption,
  pin: pinOption,
  fanout_tunnel: option(encapsulation(frameKinds), {
    default: { kind: 'auto' },
    help: 'tunnels that fanout=inner looks into; by default those of decap, or all that are known',
  }),
  group_size: groupSizeOption('with slot: how many slots the group has'),
  slot: slotOption,
  decap: option(encapsulation([...frameKinds, 'none'], { nests: true }), {
    default: { kind: 'none' },
    help: 'tunnel to take off the frames, as udp sources do; filter and savefile then have what was inside; tunnels in tunnels with + between them, from outside in, as vxlan+vxlan',
  }),
  decap_port: option(integer(0, maxPort), {
    default: 0,
    help: 'UDP port of the tunnel, for fanout=inner too; 0: the assigned one, with skip=N any',
  }),
  decap_other: option(choice(['pass', 'drop']), {
    default: 'pass',
    help: 'what happens to frames that are not in the tunnel',
  }),
  xdp: option(choice(['off', 'strip']), {
    default: 'off',
    help: 'strip: an XDP program takes the tunnels of decap, or all that are known, off before the network stack sees the frames; needs CAP_NET_ADMIN and CAP_BPF',
  }),
  outer_filter: option(expression(), {
    default: '',
    help: 'filter for the frames before decap, run by the kernel; no colons, in a URI at least',
  }),
  channels: option(queueCounts(), {
    default: {},
    help: 'set how many queues the device has before capturing, as ethtool -L does; --restore puts the counts back',
  }),
  irq: option(interruptCpus(), {
    default: {},
    help: "let these CPUs serve the interrupt of the device's queue N; --restore puts it back",
    bare: /^irq\.[^=]*=.*$/i,
    merges: true,
  }),
  link_type: option(linkType(), {
    default: 'auto',
    help: "link type of the packets; auto: read it from the device; LINUX_SLL2, LINUX_SLL: the kernel's words in place of link headers",
    zeek: 'AF_Packet::link_type',
    flag: '-y',
  }),
  checksum_validation_mode: option(choice(checksumModes, { prefix: 'CHECKSUM_' }), {
    default: 'on',
    help: 'who checks transport checksums: this program, nobody, or the kernel',
    zeek: 'AF_Packet::checksum_validation_mode',
  }),
  ignore_outgoing: option(truth(), {
    default: false,
    help: 'leave out packets that this host sends',
  }),
  promiscuous: option(truth(), {
    default: true,
    help: 'take in frames that are addressed to other hosts',
    flag: '-p',
  }),
};

export interface AfPacketSource {
  backend: 'af_packet';
  interface: string;
  /** N of a virtual device INTERFACE:N, whose group is set by that name; absent: the interface itself. */
  alias?: number;
  options: GivenOptions<typeof afPacketOptions>;
}

/** libpcap's pseudo-device for the packets of all interfaces, those to come too. */
export const anyInterface = 'any';

/** IFNAMSIZ of linux/if.h, less its terminating zero. */
const maxInterfaceName = 15;

/** An interface by the kernel's rules for names (dev_valid_name in net/core/dev.c), or {@link anyInterface}. */
export const afPacket: Backend<{ interface: string; alias?: number }> = {
  name: 'af_packet',
  targetSyntax: 'INTERFACE[:N]',
  help: 'packets of a network interface, or of all (any), through a ring shared with the kernel',
  options: afPacketOptions,
  unsupported: {},

  parseTarget(source, start) {
    const colon = source.text.indexOf(':', start);
    const end = colon < 0 ? source.text.length : colon;
    const name = source.text.slice(start, end);
    const hint = 'fandump -D lists the interfaces';
    if (name === '') source.fail('ESOURCE_INTERFACE', start, 'missing interface name', hint);
    const wrong = /[/\s]|^\.\.?$/.exec(name);
    if (wrong !== null) {
      source.fail('ESOURCE_INTERFACE', start + wrong.index, `${quote(name)} cannot be an interface name`, hint);
    }
    if (Buffer.byteLength(name) > maxInterfaceName) {
      const reason = `interface name ${quote(name)} is longer than ${maxInterfaceName} bytes`;
      source.fail('ESOURCE_INTERFACE', start, reason, hint);
    }
    const alias = /^:(\d{1,9})(?=:|$)/.exec(source.text.slice(end));
    if (alias === null) return { target: { interface: name }, end };
    return { target: { interface: name, alias: Number(alias[1]) }, end: end + alias[0].length };
  },

  formatTarget: deviceName,
};

/** The device's name in settings: of a virtual one with its number. */
export function deviceName({ interface: name, alias }: { interface: string; alias?: number }): string {
  return alias === undefined ? name : `${name}:${alias}`;
}
