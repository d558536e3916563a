// Whether a fanout group keeps flows together: the flows of the test on loopback, or those that an interface carries.
import { loadJson } from '#json';
import type { Addon } from '../engine/native';
import { CaptureSession } from '../engine/session';
import { toNativePlan } from '../plan/native-plan';
import type { CapturePlan } from '../plan/plan';
import { LineWriter } from '../print/text/line-writer';
import { Placement } from './placement';
import { carriers, framesOf, readMark } from './traffic';

/** Milliseconds after the last packet until those that are missing count as lost. */
const patience = 1000;

/** Seconds after the last member has joined: what another CPU was just storing is stored by then. */
const settling = 0.01;

/** Each flow is sent so often: a flow that moves is seen. */
const rounds = 2;

/** A plan whose packets come to JavaScript, whatever it was made for. */
function observing(plan: CapturePlan): CapturePlan {
  return { ...plan, output: { ...plan.output, print: true, count: false, save: undefined } };
}

/** Sends the flows of every carrier to the plan's interface; a placement for each carrier. */
export async function placeOwnFlows(plan: CapturePlan, device: string, addon: Addon): Promise<Placement[]> {
  const session = CaptureSession.open(toNativePlan(observing(plan)));
  try {
    const { workers } = session.sources[0];
    const frames = carriers.map(framesOf);
    const placements = frames.map(({ length }) => new Placement(workers, rounds * length));
    const sent = frames.flat();
    let seen = 0;
    const stop = later(patience, () => session.stop());
    const run = session.run({
      onPacket({ view, offset, caplen, worker }) {
        const mark = readMark(view, offset + caplen);
        if (mark === undefined) return;
        placements[mark.carrier].add(String(mark.flow), worker);
        stop.again();
        if (++seen === rounds * sent.length) session.stop();
      },
    });
    for (let round = 0; round < rounds; round++) addon.sendFrames(device, sent);
    await run.finally(stop.cancel);
    return placements;
  } finally {
    session.close();
  }
}

/**
 * Watches the flows that the interface carries until the plan's count is reached or the signal comes. While the members
 * join one after the other, flows move: what came before all were there is left out.
 */
export async function placeLiveFlows(plan: CapturePlan, signal: AbortSignal): Promise<Placement> {
  const session = CaptureSession.open({ ...toNativePlan(observing(plan)), count: 0 });
  const from = Date.now() / 1000 + settling;
  const stop = () => session.stop();
  try {
    const placement = new Placement(session.sources[0].workers);
    let worker = 0;
    let seen = 0;
    const text = new LineWriter((bytes, length) => {
      // The community ID is the same for both directions, and that of the innermost flow.
      const { community_id: flow } = JSON.parse(Buffer.from(bytes.subarray(0, length)).toString());
      if (flow !== undefined) placement.add(flow, worker);
    });
    const { JsonPrinter } = loadJson();
    const printer = new JsonPrinter(text, { bytes: 'none', number: false }, [session.sources[0].name]);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    await session.run({
      onPacket(record) {
        if (record.seconds + record.nanoseconds / 1e9 < from || ++seen > plan.count.value) return;
        if (seen === plan.count.value) session.stop();
        worker = record.worker;
        printer.print(record);
        text.flush();
      },
    });
    return placement;
  } finally {
    signal.removeEventListener('abort', stop);
    session.close();
  }
}

/** Calls back once so many milliseconds have passed since the last again(). */
function later(milliseconds: number, callback: () => void): { again(): void; cancel(): void } {
  const timer = setTimeout(callback, milliseconds);
  return {
    again() {
      timer.refresh();
    },
    cancel() {
      clearTimeout(timer);
    },
  };
}
