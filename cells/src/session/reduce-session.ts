// What the run feed says, put together: the state of every cell now. Pure; the workspace keeps one SessionState per open
// notebook and passes every event through here.

import { assertNever } from "../base/invariant.ts";
import type { RunId } from "../base/ids.ts";
import type { CellSession } from "./cell-status.ts";
import type { RunEvent, RunLog, SessionState } from "./run-event.ts";

export const emptySession: SessionState = { seq: 0, cells: new Map(), logs: new Map() };

const longestLog = 65_536;

/**
 * The session after an event. An event that was seen already (a number not above the last) changes nothing, and answers
 * the very same object. Progress and log of a run that is not at work any more are dropped.
 */
export function reduceSession(state: SessionState, event: RunEvent): SessionState {
  switch (event.type) {
    case "snapshot":
      return { ...state, seq: event.seq, cells: new Map(event.cells.map((session) => [session.cell, session])) };
    case "cell": {
      if (event.seq <= state.seq) return state;
      const { session } = event;
      const cells = new Map(state.cells).set(session.cell, session);
      const log = state.logs.get(session.cell);
      if (!log || !isOfAnother(log, state.cells.get(session.cell), session)) return { ...state, seq: event.seq, cells };
      const logs = new Map(state.logs);
      logs.delete(session.cell);
      return { seq: event.seq, cells, logs };
    }
    case "gone": {
      if (event.seq <= state.seq) return state;
      const cells = new Map(state.cells);
      const logs = new Map(state.logs);
      cells.delete(event.cell);
      logs.delete(event.cell);
      return { seq: event.seq, cells, logs };
    }
    case "progress": {
      const session = state.cells.get(event.cell);
      if (session?.status.state !== "running" || session.status.run !== event.run) return state;
      const status = { ...session.status, fraction: event.fraction, note: event.note };
      return { ...state, cells: new Map(state.cells).set(event.cell, { ...session, status }) };
    }
    case "log": {
      const log = logAfter(state.logs.get(event.cell), event);
      return log === null ? state : { ...state, logs: new Map(state.logs).set(event.cell, log) };
    }
    default:
      return assertNever(event);
  }
}

const runOf = (session: CellSession | undefined): RunId | null =>
  session?.status.state === "running" || session?.status.state === "queued" ? session.status.run : null;

/** A log is not that of the next run, nor of a result that came in another way than by its run. */
const isOfAnother = (log: RunLog, before: CellSession | undefined, now: CellSession): boolean => {
  const run = runOf(now);
  if (run !== null) return run !== log.run;
  return now.status.state === "fresh" && before?.status.state !== "fresh" && runOf(before) !== log.run;
};

/** Lines may come twice or overlap after a reconnect: what was seen is not added again; a gap is marked by an ellipsis. */
function logAfter(log: RunLog | undefined, event: Extract<RunEvent, { type: "log" }>): RunLog | null {
  const before = log?.run === event.run ? log : { run: event.run, text: "", offset: 0 };
  const end = event.offset + event.text.length;
  if (end <= before.offset) return null;
  const gap = event.offset > before.offset ? "…\n" : "";
  const fresh = event.text.slice(Math.max(0, before.offset - event.offset));
  return { run: event.run, text: (before.text + gap + fresh).slice(-longestLog), offset: end };
}

/** Whether numbered events are missing before this one: the feed has to be asked for a snapshot. */
export const hasGap = (state: SessionState, event: RunEvent): boolean =>
  (event.type === "cell" || event.type === "gone") && event.seq > state.seq + 1;
