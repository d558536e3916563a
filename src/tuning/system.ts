import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { KernelFiles } from '../kernel/files';

/** The files of sysfs and procfs that settings are read from and written to. */
export interface SystemFiles extends KernelFiles {
  /** Throws what the system says. */
  write(path: string, text: string): void;
}

export const systemFiles: SystemFiles = {
  read(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
  },
  list(path) {
    try {
      return readdirSync(path);
    } catch {
      return [];
    }
  },
  write: (path, text) => writeFileSync(path, text),
};
