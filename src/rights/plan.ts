import type { Setting } from '../settings/setting';

/** What the process gives up once everything is open. */
export interface RightsPlan {
  /** Whom root becomes; undefined: whoever called sudo, or nobody. */
  user: Setting<string | undefined>;
  /** Whether what is not needed any more is forbidden by the kernel. */
  sandbox: Setting<boolean>;
  /** Files are made, renamed or deleted, or programs run, while the capture runs: by a process that keeps what it takes. */
  touchesFiles: boolean;
  /** Others may connect while the capture runs. */
  acceptsConnections: boolean;
}
