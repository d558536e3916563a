/** ONC Remote Procedure Call version 2 (RFC 5531, 9): where calls and replies keep their fields. */
import type { ByteView } from './view';

export const RpcDirection = { call: 0, reply: 1 } as const;
export const RpcReply = { accepted: 0, denied: 1 } as const;
export const RpcAccept = {
  success: 0,
  programUnavailable: 1,
  programMismatch: 2,
  procedureUnavailable: 3,
  garbageArguments: 4,
  systemError: 5,
} as const;
export const RpcReject = { versionMismatch: 0, authentication: 1 } as const;

const credentialsAt = 24;
const verifierAt = 12;

/** The fixed part of a call, up to its procedure, in bytes. */
export const rpcCallSize = 24;

/** The fixed part of a call. */
export class RpcCall {
  xid = 0;
  version = 0;
  procedure = 0;

  decode(view: ByteView, at: number): void {
    this.xid = view.u32(at);
    this.version = view.u32(at + 16);
    this.procedure = view.u32(at + 20);
  }
}

/** Where the arguments of the call at `at` begin, or -1 where a credential claims more than the `length` bytes. */
export function rpcArguments(view: ByteView, at: number, length: number): number {
  const credentials = 8 + roundUp(view.u32(at + credentialsAt + 4));
  if (credentials > length) return -1;
  const verifierStart = at + credentialsAt + credentials;
  const verifier = 8 + roundUp(view.u32(verifierStart + 4));
  return credentials + verifier > length ? -1 : verifierStart + verifier;
}

/** Where an accepted reply keeps its status, or -1 where the verifier claims more than the `length` bytes. */
export function rpcAcceptStatus(view: ByteView, at: number, length: number): number {
  const size = view.u32(at + verifierAt + 4);
  return size >= length ? -1 : at + verifierAt + 8 + roundUp(size);
}

/** XDR pads everything to four bytes (RFC 4506, 3). */
export function roundUp(size: number): number {
  return size + 3 - ((size + 3) % 4);
}
