/** Where a value came from; the earlier of two wins. */
export type Origin = 'flag' | 'uri' | 'redef' | 'environment' | 'file' | 'default';

/** A resolved value and its origin. */
export interface Setting<T> {
  value: T;
  origin: Origin;
  /** What the user wrote: `-s 96`, `AF_Packet::fanout_id=24`; empty for a default. */
  text: string;
}

/** A value that nobody set. */
export function byDefault<T>(value: T): Setting<T> {
  return { value, origin: 'default', text: '' };
}

/** A value given by a flag; `text` is the flag as typed. */
export function byFlag<T>(value: T, text: string): Setting<T> {
  return { value, origin: 'flag', text };
}
