import type { RightsAddon } from '../engine/native-rights';
import type { Identity } from './identity';
import type { RightsPlan } from './plan';

type Confiner = Pick<RightsAddon, 'becomeUser' | 'dropCapabilities' | 'enterSandbox'>;

/**
 * Gives up what is not needed once everything is open: root, capabilities, and by the sandbox whatever else capturing,
 * printing and writing to open files does not take. For good, and in every thread.
 * Returns what the user should hear of.
 * @throws CaptureError EBECOME_USER, EDROP_CAPABILITIES, ELANDLOCK, ESECCOMP
 */
export function confine(plan: RightsPlan, identity: Identity | undefined, addon: Confiner): string[] {
  if (identity) addon.becomeUser(identity.user, identity.group, identity.name);
  if (plan.user.value !== 'root') addon.dropCapabilities();
  if (!plan.sandbox.value) return [];
  const { seccomp } = addon.enterSandbox(plan.acceptsConnections);
  return seccomp ? [] : ['this kernel has no seccomp filters: the capture runs without them'];
}
