/** Options of a group that a program shares packets out in; the same for every backend. */
import { option } from './option';
import { integer } from './value';

/** PACKET_FANOUT_MAX of the kernel (net/packet/internal.h). */
export const maxGroupSize = 256;

export const groupSizeOption = option(integer(0, maxGroupSize), {
  default: 0,
  help: 'how many members the group will have when separate processes form it; 0: as many as there are workers',
});

export const slotOption = option(integer(0, maxGroupSize - 1, 'none'), {
  default: 'none',
  help: 'with fanout=inner the place of this member among group_size; started again, it takes back the flows it had',
});
