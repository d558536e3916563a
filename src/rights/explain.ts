import type { SandboxRules } from '../engine/native-rights';
import type { Identity } from './identity';
import type { RightsPlan } from './plan';

/** What is given up, and what is left, a line each, for --explain. */
export function rightsLines(plan: RightsPlan, identity: Identity | undefined, rules: SandboxRules): string[] {
  return [...explainUser(plan, identity), ...explainKeeper(plan, identity), ...explainSandbox(plan, rules)];
}

function explainUser({ user }: RightsPlan, identity: Identity | undefined): string[] {
  if (user.value === 'root') return ['user and capabilities are kept'];
  const becomes = identity === undefined ? 'the user is kept' : `becomes user ${identity.name}`;
  return [`${becomes}; all capabilities are dropped, no_new_privs is set`];
}

function explainKeeper({ touchesFiles }: RightsPlan, identity: Identity | undefined): string[] {
  if (!touchesFiles) return [];
  const runner = identity === undefined ? '' : ` as ${identity.name}`;
  return [`fandump-keeper makes, names and deletes the files of -w, and runs the command of -z${runner}`];
}

function explainSandbox(
  { sandbox, acceptsConnections }: RightsPlan,
  { calls, restricted, readable }: SandboxRules,
): string[] {
  if (!sandbox.value) return ['sandbox: none'];
  return [
    'sandbox: every other system call fails with EPERM',
    ...calls.map(({ purpose, names }) => `  ${purpose}: ${names.join(' ')}`),
    ...restricted.map(({ name, left }) => `  ${name}: only those ${left}`),
    `  files that can be read: ${readable.join(' ')}`,
    `  TCP connections: to port 53 only; ${acceptsConnections ? "those to the sink's port" : 'none'} are accepted`,
  ];
}
