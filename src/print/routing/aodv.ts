/** Ad hoc On-Demand Distance Vector routing (RFC 3561) over IPv4 and, by two ways of writing it, over IPv6. */
import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';

const Message = { request: 1, reply: 2, error: 3, acknowledgement: 4 } as const;
/** The types of draft-perkins-aodv6-01 begin here, in the same order. */
const draftTypes = 15;
const prefixMask = 0x1f;
const noDelete = 0x80;
const errorHeaderLength = 4;
const Extension = { hello: 1 } as const;
const helloLength = 6;

/** Where the fields of a request or reply stand. */
interface Layout {
  readonly destinationAt: number;
  readonly destinationSequenceAt: number;
  readonly originatorAt: number;
  /** The originator's sequence number in a request, the lifetime in a reply. */
  readonly lastAt: number;
  readonly length: number;
}

const request4: Layout = { destinationAt: 8, destinationSequenceAt: 12, originatorAt: 16, lastAt: 20, length: 24 };
const request6: Layout = { destinationAt: 8, destinationSequenceAt: 24, originatorAt: 28, lastAt: 44, length: 48 };
const requestDraft: Layout = { destinationAt: 16, destinationSequenceAt: 8, originatorAt: 32, lastAt: 12, length: 48 };
const reply4: Layout = { destinationAt: 4, destinationSequenceAt: 8, originatorAt: 12, lastAt: 16, length: 20 };
const reply6: Layout = { destinationAt: 4, destinationSequenceAt: 20, originatorAt: 24, lastAt: 40, length: 44 };
const replyDraft: Layout = { destinationAt: 8, destinationSequenceAt: 4, originatorAt: 24, lastAt: 40, length: 44 };

export function printAodv(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'aodv';
  const type = view.u8(at);
  out.text(' aodv');
  const draft = type > draftTypes;
  const six = draft || context.family === 6;
  context.returning = 'aodv';
  switch (draft ? type - draftTypes : type) {
    case Message.request:
      request(context, at, length, draft ? requestDraft : six ? request6 : request4);
      break;
    case Message.reply:
      reply(context, at, length, draft ? replyDraft : six ? reply6 : reply4);
      break;
    case Message.error:
      error(context, at, length, six);
      break;
    case Message.acknowledgement:
      out.text(' rrep-ack ');
      out.decimal(length);
      break;
    default:
      out.text(' type ');
      out.decimal(type);
      out.char(0x20);
      out.decimal(length);
  }
  context.returning = '';
}

function address(context: PrintContext, at: number, six: boolean): void {
  if (six) namedIpv6(context, at);
  else namedIpv4(context, at);
}

function request(context: PrintContext, at: number, length: number, layout: Layout): void {
  const { out, view } = context;
  if (length < layout.length || !view.has(at, layout.length)) {
    context.truncated();
    return;
  }
  const six = layout !== request4;
  out.text(layout === request6 ? ' v6 rreq ' : ' rreq ');
  out.decimal(length);
  // The flags that tcpdump shows are bits of the type: of a draft's request, "destination only" is always one.
  out.text(layout === requestDraft ? ' [D] hops ' : '  hops ');
  out.decimal(view.u8(at + 3));
  out.text(' id 0x');
  out.hex32(view.u32(at + 4));
  out.text('\n\tdst ');
  address(context, at + layout.destinationAt, six);
  out.text(' seq ');
  out.decimal(view.u32(at + layout.destinationSequenceAt));
  out.text(' src ');
  address(context, at + layout.originatorAt, six);
  out.text(' seq ');
  out.decimal(view.u32(at + layout.lastAt));
  extension(context, at + layout.length, length - layout.length);
}

function reply(context: PrintContext, at: number, length: number, layout: Layout): void {
  const { out, view } = context;
  if (length < layout.length || !view.has(at, layout.length)) {
    context.truncated();
    return;
  }
  const six = layout !== reply4;
  out.text(' rrep ');
  out.decimal(length);
  out.text('  prefix ');
  out.decimal(view.u8(at + 2) & prefixMask);
  out.text(' hops ');
  out.decimal(view.u8(at + 3));
  out.text('\n\tdst ');
  address(context, at + layout.destinationAt, six);
  out.text(' dseq ');
  out.decimal(view.u32(at + layout.destinationSequenceAt));
  out.text(' src ');
  address(context, at + layout.originatorAt, six);
  out.char(0x20);
  out.decimal(view.u32(at + layout.lastAt));
  out.text(' ms');
  extension(context, at + layout.length, length - layout.length);
}

function error(context: PrintContext, at: number, length: number, six: boolean): void {
  const { out, view } = context;
  if (length < errorHeaderLength || !view.has(at, errorHeaderLength)) {
    context.truncated();
    return;
  }
  const count = view.u8(at + 3);
  out.text((view.u8(at + 1) & noDelete) !== 0 ? ' rerr [D] [items ' : ' rerr  [items ');
  out.decimal(count);
  out.text('] [');
  out.decimal(length);
  out.text(']:');
  const size = six ? 20 : 8;
  const end = at + length;
  let from = at + errorHeaderLength;
  for (let i = 0; i < count; i++) {
    if (from + size > end || !view.has(from, size)) {
      context.truncated();
      return;
    }
    out.text(' {');
    address(context, from, six);
    out.text('}(');
    out.decimal(view.u32(from + size - 4));
    out.char(0x29);
    from += size;
  }
}

function extension(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  if (length < 2) return;
  const type = view.has(at, 2) ? view.u8(at) : -1;
  if (type < 0 || (type === Extension.hello && (length < helloLength || !view.has(at, helloLength)))) {
    context.truncated();
    return;
  }
  const size = view.u8(at + 1);
  if (type !== Extension.hello) {
    out.text('\n\text ');
    out.decimal(type);
    out.char(0x20);
    out.decimal(size);
  } else if (size < 4) {
    out.text('\n\text HELLO - bad length ');
    out.decimal(size);
  } else {
    out.text('\n\text HELLO ');
    out.decimal(view.u32(at + 2));
    out.text(' ms');
  }
}
