import { defineConfig } from 'vitest/config';

const second = 1000;

/** They read bytes and write text, and share nothing: one process may load the printers once for all of its files. */
const pure = ['decode', 'frames', 'json', 'print'].map((folder) => `test/unit/${folder}/**/*.test.ts`);

function below(folder: string): string[] {
  return [`test/${folder}/**/*.test.ts`];
}

interface Project {
  name: string;
  include: string[];
  exclude?: string[];
  isolate?: boolean;
  /** Groups run one after the other. */
  group: number;
  /** In milliseconds, of each test. */
  timeout: number;
  fileParallelism?: boolean;
}

function project({ group, timeout, ...options }: Project) {
  return {
    test: {
      ...options,
      // A crash of the addon then ends one file, not the run.
      pool: 'forks' as const,
      testTimeout: timeout,
      hookTimeout: timeout,
      sequence: { groupOrder: group },
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      project({ name: 'unit', include: below('unit'), exclude: pure, group: 1, timeout: 10 * second }),
      project({ name: 'pure', include: pure, isolate: false, group: 1, timeout: 10 * second }),
      project({ name: 'fuzz', include: below('fuzz'), group: 2, timeout: 60 * second }),
      // Real sockets and small rings: another test beside them would change what is dropped.
      project({
        name: 'integration',
        include: below('integration'),
        group: 3,
        timeout: 60 * second,
        fileParallelism: false,
      }),
    ],
  },
});
