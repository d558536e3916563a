/** Files of sysfs and procfs, as far as they are only looked at. */
export interface KernelFiles {
  /** undefined: it cannot be read. */
  read(path: string): string | undefined;
  /** Names in a folder; none where there is none. */
  list(path: string): string[];
}
