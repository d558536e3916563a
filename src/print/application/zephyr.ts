/** Zephyr, MIT's notification service (Project Athena technical plan, E.4.1): who says what to whom. */
import type { PrintContext } from '../context';
import { names } from '../text/names';
import { ZephyrFields } from './zephyr-fields';

const Kind = { serverAck: 5 } as const;
const kindNames = names(() => ({
  0: 'unsafe',
  1: 'unacked',
  2: 'acked',
  3: 'hm-ack',
  4: 'hm-ctl',
  [Kind.serverAck]: 'serv-ack',
  6: 'serv-nak',
  7: 'client-ack',
  8: 'stat',
}));
/** Fields in their order; others follow these. */
const Field = {
  version: 0,
  kind: 2,
  class: 8,
  instance: 9,
  opcode: 10,
  sender: 11,
  recipient: 12,
  others: 17,
} as const;
const exposures = ['NONE', 'OPSTAFF', 'REALM-VISIBLE', 'REALM-ANNOUNCED', 'NET-VISIBLE', 'NET-ANNOUNCED'];
const subscriptions: ReadonlyMap<string, string> = new Map([
  ['SUBSCRIBE', ' sub'],
  ['SUBSCRIBE_NODEFS', ' unsub-nodefs'],
  ['UNSUBSCRIBE', ' unsub'],
]);
const clientWords: ReadonlyMap<string, string> = new Map([
  ['GIMME', ' ret'],
  ['GIMMEDEFS', ' gimme-defs'],
  ['CLEARSUB', ' clear-subs'],
]);
const realmWords: ReadonlyMap<string, string> = new Map([
  ['ADD_SUBSCRIBE', ' realm add-subs'],
  ['REQ_SUBSCRIBE', ' realm req-subs'],
  ['RLM_SUBSCRIBE', ' realm rlm-sub'],
  ['RLM_UNSUBSCRIBE', ' realm rlm-unsub'],
]);
const fields = new ZephyrFields();

export function printZephyr(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'zephyr';
  fields.start(at, length);
  if (!fields.read(view)) {
    context.invalid();
    return;
  }
  if (!fields.startsWith(view, Field.version, 'ZEPH')) return;
  while (fields.count < Field.others) {
    if (!fields.read(view)) {
      context.invalid();
      return;
    }
  }
  out.text(' zephyr');
  if (!fields.startsWith(view, Field.version, 'ZEPH0.2')) {
    out.text(' v');
    fields.print(context, Field.version, 'ZEPH'.length);
    return;
  }
  const kind = fields.hexNumber(view, Field.kind);
  out.char(0x20);
  const name = kindNames.get(kind);
  if (name !== undefined) out.text(name);
  else {
    out.text('type ');
    out.signed(kind);
  }
  if (kind === Kind.serverAck && fields.read(view) && !fields.is(view, Field.others, 'SENT')) {
    lower(context, '/', Field.others);
  }
  if (fields.lengthOf(Field.sender) > 0) {
    out.char(0x20);
    fields.print(context, Field.sender);
  }
  if (!known(context, kind)) message(context);
}

function lower(context: PrintContext, title: string, field: number): void {
  context.out.text(title);
  fields.printLower(context, field);
}

/** Messages of the service itself. false: it is of its users. */
function known(context: PrintContext, kind: number): boolean {
  const { out, view } = context;
  const isClass = (word: string) => fields.is(view, Field.class, word);
  const isInstance = (word: string) => fields.is(view, Field.instance, word);
  const isOpcode = (word: string) => fields.is(view, Field.opcode, word);
  if (isClass('USER_LOCATE')) {
    if (isOpcode('USER_HIDE')) {
      out.text(' hide');
    } else if (isOpcode('USER_UNHIDE')) {
      out.text(' unhide');
    } else {
      out.text(' locate ');
      fields.print(context, Field.instance);
    }
    return true;
  }
  if (isClass('ZEPHYR_ADMIN')) {
    lower(context, ' zephyr-admin ', Field.opcode);
    return true;
  }
  if (isClass('ZEPHYR_CTL')) {
    if (isInstance('CLIENT')) client(context, kind);
    else if (isInstance('HM')) lower(context, ' ', Field.opcode);
    else if (isInstance('REALM')) out.text(wordOf(context, realmWords) ?? '');
    else return false;
    return true;
  }
  if (isClass('HM_CTL') || isClass('WG_CTL')) {
    lower(context, isClass('HM_CTL') ? ' hm_ctl ' : ' wg_ctl ', Field.instance);
    lower(context, ' ', Field.opcode);
    return true;
  }
  if (isClass('HM_STAT') && isInstance('HMST_CLIENT') && isOpcode('GIMMESTATS')) {
    out.text(' get-client-stats');
    return true;
  }
  if (!isClass('LOGIN')) return false;
  if (isOpcode('USER_FLUSH')) {
    out.text(' flush_locs');
    return true;
  }
  if (!exposures.some(isOpcode)) return false;
  lower(context, ' set-exposure ', Field.opcode);
  return true;
}

/** What the opcode means in one of the tables. */
function wordOf(context: PrintContext, table: ReadonlyMap<string, string>): string | undefined {
  for (const [opcode, word] of table) if (fields.is(context.view, Field.opcode, opcode)) return word;
  return undefined;
}

function client(context: PrintContext, kind: number): void {
  const { out, view } = context;
  const subscription = wordOf(context, subscriptions);
  const word = subscription ?? wordOf(context, clientWords);
  if (word === undefined) {
    lower(context, ' ', Field.opcode);
    return;
  }
  out.text(word);
  if (subscription === undefined || kind === Kind.serverAck) return;
  if (fields.read(view) && fields.read(view) && fields.read(view)) {
    out.char(0x20);
    fields.printTriple(context, Field.others, Field.others + 1, Field.others + 2);
  }
}

function message(context: PrintContext): void {
  context.out.text(' to ');
  fields.printTriple(context, Field.class, Field.instance, Field.recipient);
  if (fields.lengthOf(Field.opcode) === 0) return;
  context.out.text(' op ');
  fields.print(context, Field.opcode);
}
