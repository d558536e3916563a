import { loadAddon } from '../engine/addon';
import type { Output } from '../plan/plan';
import { touchesFilesLater } from '../plan/savefile';
import { byDefault, byFlag } from '../plan/setting';
import { acceptsConnections } from '../plan/sink';
import { chooseIdentity, type Identity } from '../rights/identity';
import type { RightsPlan } from '../rights/plan';
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

/** Whom this process becomes. @throws CaptureError EUSER */
export function identityOf(plan: RightsPlan): Identity | undefined {
  const user = process.geteuid?.() ?? 0;
  return chooseIdentity(plan, { user, environment: process.env }, loadAddon());
}
