/** Finds and loads fandump.node. The only place that names the file. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CaptureError } from './errors';
import { type Addon, addonVersion } from './native';

const addonFile = 'Release/fandump.node';

let loaded: Addon | undefined;

/**
 * The addon, loaded at the first call.
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
    addon = createRequire(__filename)(file) as Addon;
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
  return addon;
}

/** Both the bundle (dist/cli.cjs) and, in tests, the sources (src/engine) lie below the package's folder. */
function packageRoot(): string {
  return __dirname.endsWith('dist') ? join(__dirname, '..') : join(__dirname, '../..');
}
