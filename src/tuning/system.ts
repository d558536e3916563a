import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** The files of sysfs and procfs that settings are read from and written to. */
export interface SystemFiles {
  /** undefined: it cannot be read. */
  read(path: string): string | undefined;
  /** Names in a folder; none where there is none. */
  list(path: string): string[];
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
