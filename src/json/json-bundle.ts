/** The printer of JSON in a bundle of its own, as the command has it: who prints text should not pay for it. */
type Json = typeof import('./printer');

/** Of bin/fandump.js, which hands it to each bundle. */
declare class Bundle {
  /** Opens the bundle's files. */
  constructor(name: string);
  load(): Json;
}

let bundle: Bundle | undefined;
let json: Json | undefined;

/** Opens the bundle: once rights are given up, it may be a file that nobody here can open. */
export function holdJson(): Bundle {
  bundle ??= new Bundle('json');
  return bundle;
}

/** The printer. The first call reads the bundle. */
export function loadJson(): Json {
  json ??= holdJson().load();
  return json;
}
