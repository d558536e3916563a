import { defineConfig } from 'vitest/config';

const second = 1000;

/** One project per folder of test/; groups run one after the other. */
function project(name: string, group: number, timeout: number, parallel: boolean) {
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      // A crash of the addon then ends one file, not the run.
      pool: 'forks' as const,
      testTimeout: timeout,
      hookTimeout: timeout,
      fileParallelism: parallel,
      sequence: { groupOrder: group },
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      project('unit', 1, 10 * second, true),
      project('fuzz', 2, 60 * second, true),
      // Real sockets and small rings: another test beside them would change what is dropped.
      project('integration', 3, 60 * second, false),
    ],
  },
});
