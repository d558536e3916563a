/** What the process says when it ends. */
export const exitCodes = {
  done: 0,
  /** Something failed while it ran. */
  failure: 1,
  /** The command line cannot be understood. */
  usage: 2,
} as const;
