/** The arguments and results of calls to AFS, as XDR (RFC 4506) writes them: all in words of four bytes. */

import type { PrintContext } from '../context';
import { localDate } from '../text/calendar';
import { decimal64, octal } from '../text/wide';

/** Prints what starts at `at`; returns where it ends, or {@link cut}. */
export type Field = (context: PrintContext, at: number) => number;

export const cut = -1;
const word = 4;
const uuidWords = 11;

/** The same field for several operations. */
export function forEach(field: Field, ...operations: readonly number[]): readonly (readonly [number, Field])[] {
  return operations.map((operation) => [operation, field]);
}

/** Nothing but its title. */
export function said(title: string): Field {
  return (context, at) => {
    context.out.text(title);
    return at;
  };
}

export function unsigned(title: string): Field {
  return (context, at) => {
    context.out.text(title);
    const value = context.view.u32(at);
    context.out.char(0x20);
    context.out.decimal(value);
    return at + word;
  };
}

export function signed(title: string): Field {
  return (context, at) => {
    context.out.text(title);
    const value = context.view.i32(at);
    context.out.char(0x20);
    context.out.signed(value);
    return at + word;
  };
}

export function unsigned64(title: string): Field {
  return (context, at) => {
    context.out.text(title);
    context.view.need(at, 2 * word);
    context.out.char(0x20);
    decimal64(context.out, context.view, at);
    return at + 2 * word;
  };
}

export function date(title: string): Field {
  return (context, at) => {
    context.out.text(title);
    const value = context.view.i32(at);
    context.out.char(0x20);
    localDate(context.out, value);
    return at + word;
  };
}

/** A counted string of at most `most` bytes, in quotes. */
export function string(title: string, most: number): Field {
  return (context, at) => {
    const { out, view } = context;
    out.text(title);
    const length = view.u32(at);
    if (length > most) return cut;
    out.text(' "');
    out.reserve(4 * most);
    for (let i = 0; i < length; i++) {
      if (!view.has(at + word + i, 1)) return cut;
      out.caret(view.u8(at + word + i));
    }
    out.char(0x22);
    return at + word + Math.ceil(length / word) * word;
  };
}

/** A string whose characters are words, up to its first zero. */
export function vector(title: string, count: number): Field {
  return (context, at) => {
    const { out, view } = context;
    out.text(title);
    if (!view.has(at, count * word)) return cut;
    out.text(' "');
    out.reserve(4 * count);
    for (let i = 0; i < count; i++) {
      const character = view.u8(at + i * word + 3);
      if (character === 0) break;
      out.caret(character);
    }
    out.char(0x22);
    return at + count * word;
  };
}

/** Numbers with a colon or a slash between them. */
function group(title: string, count: number, joiner: string): Field {
  return (context, at) => {
    const { out, view } = context;
    if (!view.has(at, count * word)) return cut;
    out.text(title);
    for (let i = 0; i < count; i++) {
      out.text(i === 0 ? ' ' : joiner);
      out.decimal(view.u32(at + i * word));
    }
    return at + count * word;
  };
}

/** Volume, vnode and uniquifier. */
export const fileId = group(' fid', 3, '/');
export const server = group(' server', 3, ':');
const epochAndCounter = group('', 2, '.');

export function version(title: string): Field {
  return (context, at) => {
    context.out.text(title);
    return epochAndCounter(context, at);
  };
}

/** A time and a clock sequence; each further byte takes a word. */
export function uuid(title: string): Field {
  return (context, at) => {
    const { out, view } = context;
    out.text(title);
    if (!view.has(at, uuidWords * word)) return cut;
    out.char(0x20);
    out.hex32(view.u32(at));
    for (let i = 1; i <= 2; i++) {
      const value = view.u32(at + i * word);
      if (value > 0xffff) out.hex(value);
      else out.hex16(value);
    }
    for (let i = 3; i < uuidWords; i++) out.hex8(view.u8(at + i * word + 3));
    return at + uuidWords * word;
  };
}

/** Skips a counted run of bytes. */
export const opaque: Field = (context, at) => {
  const length = context.view.u32(at);
  return context.view.has(at + word, length) ? at + word + length : cut;
};

/** A count, then as many of `field`. */
export function list(title: string, field: Field, joiner = ''): Field {
  return (context, at) => {
    const { out, view } = context;
    out.text(title);
    const count = view.u32(at);
    let next = at + word;
    for (let i = 0; i < count; i++) {
      if (i > 0) out.text(joiner);
      next = field(context, next);
      if (next === cut) return cut;
    }
    if (count === 0) out.text(' <none!>');
    return next;
  };
}

/** One after the other. */
export function all(...fields: readonly Field[]): Field {
  return (context, at) => {
    let next = at;
    for (const field of fields) {
      next = field(context, next);
      if (next === cut) return cut;
    }
    return next;
  };
}

const Status = { date: 1, owner: 2, group: 4, mode: 8, segment: 16, sync: 1024 } as const;
const statusWords = 6;

/** Which attributes of a file are to be set, and to what. */
export const storeStatus: Field = (context, at) => {
  const { out, view } = context;
  if (!view.has(at, statusWords * word)) return cut;
  const mask = view.u32(at);
  if (mask !== 0) out.text(' StoreStatus');
  if ((mask & Status.date) !== 0) date(' date')(context, at + word);
  if ((mask & Status.owner) !== 0) unsigned(' owner')(context, at + 2 * word);
  if ((mask & Status.group) !== 0) unsigned(' group')(context, at + 3 * word);
  if ((mask & Status.mode) !== 0) {
    out.text(' mode ');
    octal(out, view.u32(at + 4 * word) & 0o7777);
  }
  if ((mask & Status.segment) !== 0) unsigned(' segsize')(context, at + 5 * word);
  if ((mask & Status.sync) !== 0) out.text(' fsync');
  return at + statusWords * word;
};
