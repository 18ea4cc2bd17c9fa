// What is told of cells where it comes from elsewhere: a row that an earlier release wrote, another server, the line to
// the screen. Notes and reasons of waiting that are none are read as the least that is true: no note, its turn comes.

import { isSentence } from "../messages/sentence.ts";
import type { CellSession } from "./cell-status.ts";
import type { RunEvent } from "./run-event.ts";
import { isWaitReason } from "./wait-reason.ts";

export function readSession(session: CellSession): CellSession {
  const { status } = session;
  if (status.state === "queued" && !isWaitReason(status.why)) {
    const { state, run, position } = status;
    return { ...session, status: { state, run, position, why: { what: "turn" } } };
  }
  if (status.state === "running" && status.note !== null && !isSentence(status.note))
    return { ...session, status: { ...status, note: null } };
  return session;
}

export function readEvent(event: RunEvent): RunEvent {
  switch (event.type) {
    case "snapshot":
      return { ...event, cells: event.cells.map(readSession) };
    case "cell":
      return { ...event, session: readSession(event.session) };
    case "progress":
      return event.note === null || isSentence(event.note) ? event : { ...event, note: null };
    // Others carry neither; one that this release does not know is left to the reducer.
    default:
      return event;
  }
}
