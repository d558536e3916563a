import { loadAddon } from '../engine/addon';
import type { Output } from '../plan/plan';
import { type FileRights, touchesFilesLater } from '../plan/savefile';
import { acceptsConnections } from '../plan/sink';
import { chooseIdentity, type Identity } from '../rights/identity';
import type { RightsPlan } from '../rights/plan';
import { byDefault, byFlag } from '../settings/setting';
import type { Arguments } from './arguments';

/** What the command line says about rights. */
export function rightsPlan({ flags }: Arguments, output: Output): RightsPlan {
  const user = flags.get('user')?.at(-1);
  return {
    user: user === undefined ? byDefault(undefined) : byFlag(user, `-Z ${user}`),
    sandbox: flags.has('noSandbox') ? byFlag(false, '--no-sandbox') : byDefault(true),
    touchesFiles: touchesFilesLater(output),
    acceptsConnections: acceptsConnections(output),
  };
}

/** What savefiles take while the capture runs, of a process that becomes `identity`. */
export function fileRights({ user }: RightsPlan, identity: Identity | undefined): FileRights {
  const keepsRights = user.value === 'root';
  return { owner: identity?.ownsFiles ? identity : undefined, user: identity, keepsRights };
}

/** What to do where a command of -z fails since root has become somebody who has no right to the files. */
export function commandHint({ user }: RightsPlan, identity: Identity | undefined): string | undefined {
  if (user.value !== undefined || identity === undefined || identity.ownsFiles) return undefined;
  return `it runs as ${identity.name}: -Z USER runs it as USER, whose files they then are`;
}

/** Whom this process becomes. @throws CaptureError EUSER */
export function identityOf(plan: RightsPlan): Identity | undefined {
  const user = process.geteuid?.() ?? 0;
  return chooseIdentity(plan, { user, environment: process.env }, loadAddon());
}
