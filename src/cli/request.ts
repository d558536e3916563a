import { type CountBy, defaultRows, mostRows, parseCountKeys } from '../plan/count-by';
import type { OptionFlag } from '../plan/options';
import { type Direction, maxSnaplen, type Statistics } from '../plan/plan';
import type { CaptureRequest } from '../plan/resolve';
import { planForward } from '../plan/sink';
import { isRedef, parseRedef } from '../settings/redef';
import { byDefault, byFlag, type Setting } from '../settings/setting';
import { isSinkUri } from '../sink/uri';
import { parseCpus } from '../source/cpu-list';
import { linkType as linkTypeValue } from '../source/link-type';
import { quote } from '../source/quote';
import { milliseconds } from '../source/units';
import { integer } from '../source/value';
import { workersOption } from '../source/workers';
import type { Arguments } from './arguments';
import { parsed } from './flag-value';
import { type FlagName, flags, flagText } from './flags';
import { printOptions } from './print-flags';
import { printFormat } from './print-format';
import { privacy } from './privacy-flags';
import { autostop, savefileOptions } from './savefile-flags';
import { readTextFile } from './text-file';
import { UsageError } from './usage-error';

/**
 * Understands the values of a command line. Messages are tcpdump's where tcpdump has one.
 * Reads the file of -F, and nothing else.
 * @throws UsageError, RedefError, SinkError, PlanError
 */
export function captureRequest({ flags: given, words }: Arguments): CaptureRequest {
  const write = lastValue(given, 'write');
  const isSink = write !== undefined && isSinkUri(write.value);
  const count = given.has('onlyCount');
  const nanoseconds = precision(given);
  const print = printOptions(given, nanoseconds.value);
  if (count && given.has('print')) {
    throw new UsageError('--count prints a number instead of packets: not with --print', 'drop one of them');
  }
  return {
    sources: (given.get('interface') ?? []).map((text) => byFlag(text, `-i ${text}`)),
    savefiles: (given.get('read') ?? []).map((path) => byFlag(path, `-r ${path}`)),
    options: { flags: optionFlags(given), redefs: words.filter(isRedef).map(parseRedef) },
    filter: filterText(given, words),
    optimizeFilter: given.has('noOptimize') ? byFlag(false, '-O') : byDefault(true),
    snaplen: snaplen(given),
    count: packetCount(given),
    autostop: autostop(given),
    direction: direction(given),
    cpus: cpuList(given),
    restore: given.has('restore') ? byFlag(true, '--restore') : byDefault(false),
    wait: given.has('wait') ? byFlag(true, '--wait') : byDefault(false),
    immediate: given.has('immediate') ? byFlag(true, '--immediate-mode') : byDefault(false),
    output: {
      print: !count && ((write === undefined && !given.has('countBy')) || given.has('print')),
      format: printFormat(given, print.packetType),
      count,
      countBy: countBy(given),
      statistics: statistics(given),
      save: isSink ? undefined : write,
      invalid: lastValue(given, 'invalid'),
      forward: isSink ? planForward(write) : undefined,
      replay: replaySpeed(given),
      loop: passes(given),
      nanoseconds,
      flushEachBatch: given.has('packetBuffered') ? byFlag(true, '-U') : byDefault(false),
      savefile: savefileOptions(given),
      privacy: privacy({ flags: given }),
    },
    print,
  };
}

type GivenFlags = Arguments['flags'];

/** tcpdump takes the last of several. */
function lastValue(given: GivenFlags, name: FlagName): Setting<string> | undefined {
  const value = given.get(name)?.at(-1);
  return value === undefined ? undefined : byFlag(value, `${flagText(flags[name])} ${value}`);
}

/** The flags that set an option of the source, in the spelling of the option table. */
function optionFlags(given: GivenFlags): OptionFlag[] {
  const result: OptionFlag[] = [];
  const kibibytes = lastValue(given, 'bufferSize');
  if (kibibytes !== undefined) {
    if (!/^[1-9]\d{0,8}$/.test(kibibytes.value)) {
      throw new UsageError(`invalid packet buffer size ${quote(kibibytes.value)}`, 'write a number of KiB, as -B 4096');
    }
    result.push({ flag: '-B', value: `${kibibytes.value}k`, text: kibibytes.text });
  }
  const linkType = lastValue(given, 'linkType');
  if (linkType !== undefined) {
    // What -r reads has one of its own, and no option of a source takes the name.
    parsed(linkType.text, linkType.value, linkTypeValue().parse);
    result.push({ flag: '-y', value: linkType.value, text: linkType.text });
  }
  const workers = lastValue(given, 'workers');
  if (workers !== undefined) {
    parsed(workers.text, workers.value, workersOption.type.parse);
    result.push({ flag: '--workers', value: workers.value, text: workers.text });
  }
  if (given.has('noPromiscuous')) result.push({ flag: '-p', value: 'F', text: '-p' });
  return result;
}

function filterText(given: GivenFlags, words: readonly string[]): Setting<string> {
  const file = lastValue(given, 'filterFile');
  if (file !== undefined) return byFlag(readFilterFile(file.value), file.text);
  // An unset variable in quotes is a blank word: no filter, which would cost GRO and say nothing.
  const expression = words.filter((word) => !isRedef(word) && word.trim() !== '').join(' ');
  return expression === '' ? byDefault('') : byFlag(expression, 'command line');
}

/** A file with a filter; `#` begins a comment. */
function readFilterFile(path: string): string {
  return readTextFile(path, 'give -F a file with a filter expression').replace(/#.*/g, '').trim();
}

function snaplen(given: GivenFlags): Setting<number> {
  const flag = lastValue(given, 'snaplen');
  if (flag === undefined) return byDefault(maxSnaplen);
  const value = /^\d{1,9}$/.test(flag.value) ? Number(flag.value) : Number.NaN;
  if (!(value <= maxSnaplen)) {
    throw new UsageError(
      `invalid snaplen ${flag.value} (must be >= 0 and <= ${maxSnaplen})`,
      '-s 0 keeps whole packets',
    );
  }
  return byFlag(value === 0 ? maxSnaplen : value, flag.text);
}

const leastSpeed = 0.001;
const mostSpeed = 1_000_000;

/** How many times as fast as they were captured packets are sent on; undefined: as they come. */
function replaySpeed(given: GivenFlags): Setting<number> | undefined {
  const flag = lastValue(given, 'speed');
  if (flag === undefined) return given.has('replay') ? byFlag(1, '--replay') : undefined;
  const value = /^\d{1,7}(\.\d{1,6})?$/.test(flag.value) ? Number(flag.value) : 0;
  if (value >= leastSpeed && value <= mostSpeed) return byFlag(value, flag.text);
  throw new UsageError(
    `--speed: ${quote(flag.value)} is not a number from ${leastSpeed} to ${mostSpeed}`,
    'write it as --speed 2 or --speed 0.5',
  );
}

const passCount = integer(0, 999_999_999);

/** How often the file is read; 0: for ever. */
function passes(given: GivenFlags): Setting<number> | undefined {
  const flag = lastValue(given, 'loop');
  if (flag === undefined) return undefined;
  return byFlag(parsed('--loop', flag.value, passCount.parse), flag.text);
}

function packetCount(given: GivenFlags): Setting<number> {
  const flag = lastValue(given, 'count');
  if (flag === undefined) return byDefault(0);
  const value = /^\d{1,15}$/.test(flag.value) ? Number(flag.value) : 0;
  if (value === 0) throw new UsageError(`invalid packet count ${flag.value}`, 'leave -c out to capture without end');
  return byFlag(value, flag.text);
}

function countBy(given: GivenFlags): CountBy | undefined {
  const flag = lastValue(given, 'countBy');
  const top = lastValue(given, 'top');
  if (flag === undefined) {
    if (top === undefined) return undefined;
    throw new UsageError('--top is about the rows of --count-by, and that is not given', 'add --count-by flow');
  }
  return { keys: byFlag(parseCountKeys(flag.value), flag.text), rows: tableRows(top) };
}

function tableRows(top: Setting<string> | undefined): Setting<number> {
  if (top === undefined) return byDefault(defaultRows);
  const value = /^\d{1,7}$/.test(top.value) ? Number(top.value) : Number.NaN;
  if (value <= mostRows) return byFlag(value, top.text);
  throw new UsageError(`invalid number of rows ${quote(top.value)}`, `write 1 to ${mostRows}, or --top 0 for all`);
}

/** Milliseconds between reports. */
const statisticsInterval = milliseconds(10, 86_400_000);

function statistics(given: GivenFlags): Statistics | undefined {
  const flag = lastValue(given, 'stats');
  if (flag === undefined) {
    if (!given.has('statsJson')) return undefined;
    throw new UsageError('--stats-json says how --stats reports, and that is not given', 'add --stats 1s');
  }
  const value = parsed('--stats', flag.value, statisticsInterval.parse);
  return { interval: byFlag(value, flag.text), json: given.has('statsJson') || given.has('json') };
}

function cpuList(given: GivenFlags): Setting<number[]> {
  const flag = lastValue(given, 'cpus');
  if (flag === undefined) return byDefault([]);
  return byFlag(parsed('--cpus', flag.value, parseCpus), flag.text);
}

function direction(given: GivenFlags): Setting<Direction> {
  const directions: readonly Direction[] = ['in', 'out', 'inout'];
  const flag = lastValue(given, 'direction');
  if (flag === undefined) return byDefault('inout');
  const value = directions.find((word) => word === flag.value.toLowerCase());
  if (value === undefined) {
    throw new UsageError(`unknown capture direction ${quote(flag.value)}`, 'write -Q in, -Q out or -Q inout');
  }
  return byFlag(value, flag.text);
}

/** Whether time stamps have nanoseconds; of the three flags that say so the last one counts. */
function precision(given: GivenFlags): Setting<boolean> {
  const flag = lastValue(given, 'precision');
  if (flag !== undefined && flag.value !== 'micro' && flag.value !== 'nano') {
    throw new UsageError(`invalid time stamp precision ${quote(flag.value)}`, 'write micro or nano');
  }
  switch ([...given.keys()].findLast((name) => name === 'nano' || name === 'micro' || name === 'precision')) {
    case 'nano':
      return byFlag(true, '--nano');
    case 'micro':
      return byFlag(false, '--micro');
    default:
      return flag === undefined ? byDefault(false) : byFlag(flag.value === 'nano', flag.text);
  }
}
