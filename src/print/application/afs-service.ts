/** A service of AFS: what its operations are called, what goes in and what comes out. */

import type { PrintContext } from '../context';
import { cut, type Field, signed } from './afs-field';
import { isUbik, ubik } from './afs-ubik';

/** Names of operations, in runs: the first operation's number, then the names. */
export type OperationNames = readonly (readonly [first: number, names: readonly string[]])[];

export interface AfsService {
  /** As it is called, and where it is cut. */
  readonly name: string;
  readonly operations: OperationNames;
  readonly calls: ReadonlyMap<number, Field>;
  readonly replies: ReadonlyMap<number, Field>;
  /** What an abort says, by operation or all alike; an error code unless there is more to tell. */
  readonly aborts?: ReadonlyMap<number, Field> | Field;
  /** true: a database that its servers agree on by Ubik. */
  readonly isReplicated?: boolean;
  /** true: replies without anything in them are printed too. */
  readonly hasEmptyReplies?: boolean;
}

const wordLength = 4;
const errorCode = signed(' errcode');

function operationName(context: PrintContext, operations: OperationNames, operation: number): void {
  const { out } = context;
  for (const [first, list] of operations) {
    const name = list[operation - first];
    if (name !== undefined) {
      out.text(name);
      return;
    }
  }
  out.text('op#');
  out.decimal(operation);
}

function fields(context: PrintContext, name: string, field: Field | undefined, at: number): void {
  if (field === undefined || field(context, at) !== cut) return;
  context.out.text(' [|');
  context.out.text(name);
  context.out.char(0x5d);
}

function title(context: PrintContext, service: AfsService, isDatabase: boolean): void {
  const { out } = context;
  out.char(0x20);
  out.text(service.name);
  if (isDatabase) out.text(' ubik');
}

/** `at`: where the number of the operation is. */
export function printRequest(context: PrintContext, service: AfsService, at: number): void {
  const { out, view } = context;
  const operation = view.u32(at);
  const isDatabase = service.isReplicated === true && isUbik(operation);
  const { name, operations, calls } = isDatabase ? ubik : service;
  title(context, service, isDatabase);
  out.text(' call ');
  operationName(context, operations, operation);
  fields(context, name, calls.get(operation), at + wordLength);
}

/** `isData`: not an abort. */
export function printReply(
  context: PrintContext,
  service: AfsService,
  at: number,
  operation: number,
  isData: boolean,
): void {
  const { out } = context;
  const isDatabase = service.isReplicated === true && isUbik(operation);
  const { name, operations, replies, aborts } = isDatabase ? ubik : service;
  title(context, service, isDatabase);
  out.text(' reply ');
  operationName(context, operations, operation);
  if (isData) fields(context, name, replies.get(operation), at);
  else fields(context, name, (typeof aborts === 'function' ? aborts : aborts?.get(operation)) ?? errorCode, at);
}
