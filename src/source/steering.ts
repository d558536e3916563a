/** Options of a group that a program shares packets out in; the same for every backend. */
import { option } from './option';
import { integer } from './value';

/**
 * PACKET_FANOUT_MAX of net/packet/internal.h until Linux 5.6, 65536 since: the members that any kernel's group may have.
 */
export const maxGroupSize = 256;

export const groupSizeOption = (help: string) => option(integer(0, maxGroupSize), { default: 0, help });

export const slotOption = option(integer(0, maxGroupSize - 1, 'none'), {
  default: 'none',
  help: 'with fanout=inner the place of this member among group_size; started again, it takes back the flows it had',
});
