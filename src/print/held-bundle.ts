/** Of bin/fandump.js, which hands it to each bundle. */
declare class Bundle<Exports> {
  /** Opens the bundle's files. */
  constructor(name: string);
  load(): Exports;
}

/** A bundle of the command that is opened early, and read when something of it is needed first. */
export class HeldBundle<Exports> {
  private bundle: Bundle<Exports> | undefined;
  private exports: Exports | undefined;

  /** `name` as in dist/NAME.cjs. */
  constructor(private readonly name: string) {}

  /** Opens it: once rights are given up, it may be a file that nobody here can open. */
  hold(): Bundle<Exports> {
    this.bundle ??= new Bundle(this.name);
    return this.bundle;
  }

  load(): Exports {
    this.exports ??= this.hold().load();
    return this.exports;
  }
}
