// Packets put on a wire again: packet(7).
import { afPacket, anyInterface } from '../source/af-packet';
import type { Backend } from '../source/backend';
import { type GivenOptions, option } from '../source/option';
import { integer, truth } from '../source/value';
import { maxRate } from './udp';

export const afPacketSinkOptions = {
  rate: option(integer(0, maxRate), {
    default: 0,
    help: 'packets per second at most; 0: as they come',
  }),
  bypass: option(truth(), {
    default: false,
    help: 'hand packets to the driver past the queueing discipline, where other captures of the interface do not see them',
  }),
};

export interface AfPacketSink {
  backend: 'af_packet';
  interface: string;
  options: GivenOptions<typeof afPacketSinkOptions>;
}

export const afPacketSink: Backend<{ interface: string }> = {
  name: 'af_packet',
  targetSyntax: 'INTERFACE',
  help: 'each packet is sent on the interface as it is; the link type must be that of the interface',
  options: afPacketSinkOptions,
  unsupported: {},

  parseTarget(sink, start) {
    const { target, end } = afPacket.parseTarget(sink, start);
    if (target.interface === anyInterface) {
      sink.fail(
        'ESOURCE_INTERFACE',
        start,
        `packets are sent on one interface, and 'any' is none`,
        'fandump -D lists them',
      );
    }
    if (target.alias === undefined) return { target, end };
    const at = start + target.interface.length + 1;
    return sink.fail('ESOURCE_OPTION', at, 'a number behind the interface is for sources', 'leave it out');
  },

  formatTarget: ({ interface: name }) => name,
};
