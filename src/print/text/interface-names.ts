/** Interface names of this host by index: version 2 of the cooked header carries only the index. */

/** undefined: no interface has the index. */
export type InterfaceLookup = (index: number) => string | undefined;

export class InterfaceNames {
  private readonly known = new Map<number, string>();

  constructor(private readonly lookup: InterfaceLookup) {}

  /** The name, or `?` where this host has no such interface. Printable ASCII only. */
  nameOf(index: number): string {
    const known = this.known.get(index);
    if (known !== undefined) return known;
    const name = this.lookup(index)?.replace(/[^\x21-\x7e]/g, '?');
    // An interface without a name may come yet.
    if (name !== undefined) this.known.set(index, name);
    return name ?? '?';
  }
}
