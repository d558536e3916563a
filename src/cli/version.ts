import { version } from '../../package.json';
import { loadAddon } from '../engine/addon';

/** The lines of --version. */
export function versionText(): string {
  return `fandump version ${version}\n${loadAddon().libpcapVersion()}\n`;
}
