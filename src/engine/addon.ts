/** Finds and loads fandump.node. The only place that names the file. */
import { join } from 'node:path';
import { CaptureError } from './errors';
import { type Addon, addonVersion } from './native';

const sessionClass: keyof Addon = 'Session';
const addonFile = 'Release/fandump.node';

let loaded: Addon | undefined;

/**
 * The addon, loaded at the first call. What its functions throw are CaptureErrors.
 * @throws CaptureError ENOADDON when it is missing, does not load, or belongs to another version of this package.
 */
export function loadAddon(): Addon {
  loaded ??= load();
  return loaded;
}

function load(): Addon {
  // FANDUMP_ADDON_DIR lets tests run another build (with sanitizers, say) under the same program.
  const file = join(process.env.FANDUMP_ADDON_DIR ?? join(packageRoot(), 'build'), addonFile);
  let addon: Addon;
  try {
    addon = dlopen(file);
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0] ?? '';
    throw new CaptureError('ENOADDON', `the native part cannot be loaded: ${reason}`, 0, 'npm run build');
  }
  if (addon.version !== addonVersion) {
    throw new CaptureError(
      'ENOADDON',
      `the native part ${file} is version ${addon.version}, this program needs ${addonVersion}`,
      0,
      'npm run build',
    );
  }
  return throwingCaptureErrors(addon);
}

/** What require() does with an addon, without the modules of Node that it takes to make a require() here. */
function dlopen(file: string): Addon {
  const module = { exports: {} };
  process.dlopen(module, file);
  return module.exports as Addon;
}

/** The same functions, but that what they throw with code, errno and hint is a CaptureError. */
export function throwingCaptureErrors<Functions extends object>(addon: Functions): Functions {
  const entries = Object.entries(addon).map(([name, value]) => {
    // A class; whoever makes a session of it wraps what that throws.
    if (typeof value !== 'function' || name === sessionClass) return [name, value];
    return [name, (...args: unknown[]) => CaptureError.wrapping(() => value(...args))];
  });
  return Object.fromEntries(entries);
}

/** Both the bundle (dist/cli.cjs) and, in tests, the sources (src/engine) lie below the package's folder. */
function packageRoot(): string {
  return __dirname.endsWith('dist') ? join(__dirname, '..') : join(__dirname, '../..');
}
