import { CaptureError } from '../engine/errors';
import type { NativeUser, RightsAddon } from '../engine/native-rights';
import type { RightsPlan } from './plan';

/** Whom the process becomes. */
export interface Identity extends NativeUser {
  name: string;
  /** Files that the capture creates are theirs: a person's, or a user's that was named. */
  ownsFiles: boolean;
}

/** Who asks: numbers of the process, and what sudo(8) left in the environment. */
export interface Invoker {
  user: number;
  environment: Readonly<Record<string, string | undefined>>;
}

const root = 'root';
/** Linux's overflow number, which is nobody's wherever there is a nobody. */
const nobody = 65534;

/**
 * Whom root becomes: the user that was named, else whoever called sudo, else nobody. undefined: the process stays who
 * it is, since it is not root, shall stay root, or is root only of a user namespace that has nobody else.
 * @throws CaptureError EUSER when the named user does not exist, or not in this user namespace
 */
export function chooseIdentity(
  { user: wanted }: RightsPlan,
  invoker: Invoker,
  addon: Pick<RightsAddon, 'findUser' | 'isMapped'>,
): Identity | undefined {
  if (invoker.user !== 0) return undefined;
  if (wanted.value !== undefined) return wanted.value === root ? undefined : namedUser(wanted.value, addon);
  const identity = sudoUser(invoker) ?? { ...nobodyOf(addon), name: 'nobody', ownsFiles: false };
  return addon.isMapped(identity.user, identity.group) ? identity : undefined;
}

function namedUser(name: string, addon: Pick<RightsAddon, 'findUser' | 'isMapped'>): Identity {
  const found = addon.findUser(name);
  if (found === undefined) throw new CaptureError('EUSER', `-Z ${name}: there is no such user`, 0, 'getent passwd');
  if (!addon.isMapped(found.user, found.group)) {
    throw new CaptureError('EUSER', `-Z ${name}: this user namespace does not have that user`, 0, '-Z root');
  }
  return { ...found, name, ownsFiles: true };
}

function sudoUser({ environment }: Invoker): Identity | undefined {
  const user = numberOf(environment.SUDO_UID);
  const group = numberOf(environment.SUDO_GID);
  if (user === undefined || group === undefined || user === 0) return undefined;
  return { user, group, name: `${user} (who called sudo)`, ownsFiles: true };
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,10}$/.test(text) && Number(text) < 0xffffffff ? Number(text) : undefined;
}

function nobodyOf(addon: Pick<RightsAddon, 'findUser'>): NativeUser {
  return addon.findUser('nobody') ?? { user: nobody, group: nobody };
}
