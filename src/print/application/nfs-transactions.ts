/** Which procedure a reply answers: calls are remembered by transaction, addresses and version of IP. */
import type { RpcCall } from '../../decode/rpc';
import type { PrintContext } from '../context';

/** Calls remembered; the oldest is forgotten. */
const capacity = 64;
const addressLength = 16;

const xids = new Uint32Array(capacity);
const families = new Uint8Array(capacity);
const procedures = new Uint32Array(capacity);
const versions = new Uint32Array(capacity);
const clients = new Uint8Array(capacity * addressLength);
const servers = new Uint8Array(capacity * addressLength);
let next = 0;
let lastFound = 0;

/** Remembers the call in `call`, which runs between the addresses of the innermost IP header. */
export function rememberCall(context: PrintContext, call: RpcCall): void {
  const { family, view } = context;
  if (family !== 4 && family !== 6) return;
  const slot = next;
  next = (next + 1) % capacity;
  xids[slot] = call.xid;
  families[slot] = family;
  procedures[slot] = call.procedure;
  versions[slot] = call.version;
  const count = family === 4 ? 4 : 16;
  for (let i = 0; i < count; i++) {
    clients[slot * addressLength + i] = view.bytes[context.sourceAt + i];
    servers[slot * addressLength + i] = view.bytes[context.destinationAt + i];
  }
}

/** Fills procedure and version of `call` from the call that a reply with its xid answers; false: none is known. */
export function findCall(context: PrintContext, call: RpcCall): boolean {
  for (let i = 0; i < capacity; i++) {
    const slot = (lastFound + i) % capacity;
    if (xids[slot] !== call.xid || families[slot] !== context.family || !answers(context, slot)) continue;
    lastFound = slot;
    call.procedure = procedures[slot];
    call.version = versions[slot];
    return true;
  }
  return false;
}

function answers(context: PrintContext, slot: number): boolean {
  const { bytes } = context.view;
  const count = context.family === 4 ? 4 : 16;
  for (let i = 0; i < count; i++) {
    if (bytes[context.sourceAt + i] !== servers[slot * addressLength + i]) return false;
    if (bytes[context.destinationAt + i] !== clients[slot * addressLength + i]) return false;
  }
  return true;
}
