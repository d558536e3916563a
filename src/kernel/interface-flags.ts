/** What the kernel says of the state of an interface: IFF_ and IF_OPER_ of linux/if.h. */
export const flagUp = 0x1;
const flagLoopback = 0x8;
export const flagRunning = 0x40;

/** States of the link; where the device cannot tell it is neither. */
export const operDown = 2;
export const operUp = 6;

export function isUp(flags: number): boolean {
  return (flags & flagUp) !== 0;
}

export function isLoopback(flags: number): boolean {
  return (flags & flagLoopback) !== 0;
}

export function isRunning(flags: number): boolean {
  return (flags & flagRunning) !== 0;
}
