/** sFlow version 5 (sflow.org, "sFlow Version 5", 2004): the datagram and, at -v, its samples. */
import type { PrintContext } from '../context';
import { namedIpv4, namedIpv6 } from '../text/named';
import { names } from '../text/names';
import { printCounterRecords, printFlowRecords } from './sflow-records';

const supportedVersion = 5;
const addressAt = 8;
const Family = { ipv4: 1, ipv6: 2 } as const;
/** Bytes before and behind the agent's address: version and family; agent, sequence, uptime and samples. */
const aroundAddress = 24;
const ipv4Length = 4;
const ipv6Length = 16;

const sampleHeaderLength = 8;
/** The upper bits of a format tell whose it is. */
const formatMask = 0xfff;
const Format = { flow: 1, counter: 2, expandedFlow: 3, expandedCounter: 4 } as const;
const formatNames = names(() => ({
  [Format.flow]: 'flow sample',
  [Format.counter]: 'counter sample',
  [Format.expandedFlow]: 'expanded flow sample',
  [Format.expandedCounter]: 'expanded counter sample',
}));
/** Bytes of each kind of sample before its records; the last four of them tell how many records there are. */
const bodyLengths: Record<number, number> = {
  [Format.flow]: 32,
  [Format.counter]: 12,
  [Format.expandedFlow]: 44,
  [Format.expandedCounter]: 16,
};

export function printSflow(context: PrintContext, at: number, length: number): void {
  const { out, view } = context;
  context.protocol = 'sflow';
  const family = view.u32(at + 4);
  const short = aroundAddress + ipv4Length;
  const headerLength = family === Family.ipv4 ? short : aroundAddress + ipv6Length;
  if (length < headerLength && (family === Family.ipv4 || family === Family.ipv6)) {
    out.text('sFlowv');
    out.decimal(view.u32(at));
    context.tooShort(' [length ', length, short);
    return;
  }
  view.need(at, short);
  const version = view.u32(at);
  if (version !== supportedVersion) {
    out.text('sFlow version ');
    out.decimal(version);
    out.text(' packet not supported');
    return;
  }
  const agentAt = addressAt + (family === Family.ipv4 ? ipv4Length : ipv6Length);
  header(context, at, at + agentAt, family, length);
  if (context.verbose === 0) return;
  if (length < headerLength) {
    context.tooShort(' [tlen ', length, headerLength);
    return;
  }
  samples(context, at + headerLength, length - headerLength, view.u32(at + agentAt + 12));
}

function header(context: PrintContext, at: number, agentAt: number, family: number, length: number): void {
  const { out, view } = context;
  if (context.verbose > 0) view.need(agentAt, 16);
  out.text('sFlowv5, ');
  out.text(family === Family.ipv4 ? 'IPv4 agent ' : 'IPv6 agent ');
  if (family === Family.ipv4) namedIpv4(context, at + addressAt);
  else namedIpv6(context, at + addressAt);
  field(context, ', agent-id ', agentAt);
  if (context.verbose > 0) {
    field(context, ', seqnum ', agentAt + 4);
    field(context, ', uptime ', agentAt + 8);
    field(context, ', samples ', agentAt + 12);
  }
  out.text(', length ');
  out.decimal(length);
}

function field(context: PrintContext, title: string, at: number): void {
  const value = context.view.u32(at);
  context.out.text(title);
  context.out.decimal(value);
}

function samples(context: PrintContext, at: number, length: number, count: number): void {
  const { out, view } = context;
  let from = at;
  let left = length;
  for (let rest = count; rest > 0 && left > 0; rest--) {
    const format = view.u32(from) & formatMask;
    const size = view.u32(from + 4);
    if (left < sampleHeaderLength) {
      context.invalidRest(from, left);
      return;
    }
    from += sampleHeaderLength;
    left -= sampleHeaderLength;
    out.text('\n\t');
    out.text(formatNames.get(format) ?? 'Unknown');
    out.text(' (');
    out.decimal(format);
    out.text('), length ');
    out.decimal(size);
    out.char(0x2c);
    if (format === 0 || size === 0) return;
    if (left < size) {
      context.invalidRest(from, left);
      return;
    }
    view.need(from, size);
    if (!sample(context, format, from, size)) {
      context.invalidRest(from, left);
      return;
    }
    from += size;
    left -= size;
  }
}

/** false: a length contradicts the sample. */
function sample(context: PrintContext, format: number, at: number, size: number): boolean {
  const bodyLength = bodyLengths[format];
  if (bodyLength === undefined) {
    if (context.verbose === 1) context.dumpPart('\n\t    ', at, size);
    return true;
  }
  if (size < bodyLength) return false;
  const records = context.view.u32(at + bodyLength - 4);
  const expanded = format === Format.expandedFlow || format === Format.expandedCounter;
  field(context, ' seqnum ', at);
  source(context, at + 4, expanded);
  const isFlow = format === Format.flow || format === Format.expandedFlow;
  if (isFlow) flow(context, at + (expanded ? 12 : 8), expanded);
  context.out.text(isFlow && !expanded ? ' records ' : ', records ');
  context.out.decimal(records);
  const print = isFlow ? printFlowRecords : printCounterRecords;
  return print(context, at + bodyLength, size - bodyLength, records);
}

/** What was sampled: its kind and its number, in one word or in two. */
function source(context: PrintContext, at: number, expanded: boolean): void {
  const { out, view } = context;
  out.text(', type ');
  out.decimal(expanded ? view.u32(at) : view.u8(at));
  out.text(', idx ');
  out.decimal(expanded ? view.u32(at + 4) : view.u24(at + 1));
}

function flow(context: PrintContext, at: number, expanded: boolean): void {
  field(context, ', rate ', at);
  field(context, ', pool ', at + 4);
  field(context, ', drops ', at + 8);
  if (expanded) return;
  field(context, ', input ', at + 12);
  field(context, ' output ', at + 16);
}
