import { option } from './option';
import { integer } from './value';

/** PACKET_FANOUT_MAX of linux/if_packet.h before Linux 5.6: the members that any kernel's group may have. */
export const maxWorkers = 256;

/** The option by which a source shares its packets out among threads of this process. */
export const workersOption = option(integer(1, maxWorkers, 'auto'), {
  default: 1,
  help: 'receiver threads that share the packets out, each with a ring or socket of its own; auto: one for each CPU',
  flag: '--workers',
});
