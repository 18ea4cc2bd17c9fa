// What a person sees while she drags a control: the newest value wins, and nothing is asked for longer than she drags.

import { expect, test } from "vitest";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import { newStore } from "../base/store.ts";
import { emptySession, reduceSession } from "@genomecraft/cells/session/reduce-session.ts";
import type { SessionState } from "@genomecraft/cells/session/run-event.ts";
import { newLookAhead, type Wish } from "./look-ahead.ts";

const knob = "cell_knob" as CellId;
const chart = "cell_chart" as CellId;
const other = "cell_other" as CellId;

const session = (cell: CellId, key: string, state: "fresh" | "running" = "fresh"): CellSession =>
  ({
    cell,
    key,
    shown: null,
    status: state === "fresh" ? { state, key, reused: null } : { state, run: "run_1", startedAt: 0, fraction: null, note: null },
  }) as unknown as CellSession;

/** A server that answers a question when it is told to. */
function stage() {
  const asked: { id: string; mode: string; value: Json; done: boolean }[] = [];
  const withdrawn: string[] = [];
  const feed = newStore<SessionState>(emptySession);
  const overlay = newStore<ReadonlyMap<CellId, CellSession>>(new Map());
  const look = newLookAhead({
    ask: async (_cell, mode, overrides) => {
      const id = `dem_${asked.length}`;
      asked.push({ id, mode, value: overrides[knob] as Json, done: false });
      return { ok: true, value: { id } };
    },
    answer: async (id) => {
      const found = asked.find((each) => each.id === id);
      const key = `of ${JSON.stringify(found?.value)}`;
      return {
        ok: true,
        value: {
          done: found?.done ?? true,
          cells: [session(chart, key, found?.done ? "fresh" : "running"), session(other, key)],
        },
      };
    },
    withdraw: (id) => void withdrawn.push(id),
    followers: () => new Set([chart]),
    feed,
    overlay,
    onTrouble: (message) => {
      throw new Error(message);
    },
    wait: () => new Promise((resolve) => setTimeout(resolve, 1)),
  });
  const drag = (value: number, passing = true): Wish => ({ values: new Map([[knob, value]]), cells: [knob], passing });
  const until = async (what: () => boolean): Promise<void> => {
    for (let turn = 0; !what(); turn++) {
      if (turn > 1_000) throw new Error("it did not come to that");
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  return { asked, withdrawn, feed, overlay, look, drag, until };
}

test("of many values that are passed while one is asked for, only the newest is asked next", async () => {
  const { asked, overlay, look, drag, until } = stage();
  look.want(drag(1));
  await until(() => asked.length === 1);
  for (let value = 2; value <= 9; value++) look.want(drag(value));
  for (const one of asked) one.done = true;
  await until(() => asked.length === 2);
  for (const one of asked) one.done = true;
  await until(() => overlay.get().get(chart)?.key === "of 9");
  expect(asked.map(({ value, mode }) => [value, mode])).toEqual([
    [1, "automatic"],
    [9, "automatic"],
  ]);
  expect([...overlay.get().keys()], "what does not follow is left alone").toEqual([chart]);
  look.stop();
});

test("a cell that runs keeps its picture while a control is dragged, and says that it runs when the value was turned for good", async () => {
  const { asked, overlay, look, drag, until } = stage();
  look.want(drag(1));
  await until(() => asked.length === 1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(overlay.get().size).toBe(0);
  look.want(drag(2, false));
  await until(() => overlay.get().get(chart)?.status.state === "running");
  expect(asked.at(-1)?.mode).toBe("downstream");
  look.stop();
});

test("letting go takes back what was asked; the last picture stays until everybody's has come", async () => {
  const { asked, withdrawn, feed, overlay, look, drag, until } = stage();
  look.want(drag(1));
  await until(() => asked.length === 1);
  (asked[0] as { done: boolean }).done = true;
  await until(() => overlay.get().has(chart));
  look.want(drag(2));
  await until(() => asked.length === 2);
  look.rest(true);
  await until(() => withdrawn.length === 1);
  expect(withdrawn).toEqual(["dem_1"]);
  feed.set((before) => reduceSession(before, { type: "cell", seq: 1, session: session(chart, "of 2", "running") }));
  expect(overlay.get().get(chart)?.key).toBe("of 1");
  feed.set((before) => reduceSession(before, { type: "cell", seq: 2, session: session(chart, "of 2") }));
  expect(overlay.get().size).toBe(0);
  look.stop();
});

test("a control that is dragged and brought back shows what everybody sees at once", async () => {
  const { asked, overlay, look, drag, until } = stage();
  look.want(drag(1));
  await until(() => asked.length === 1);
  (asked[0] as { done: boolean }).done = true;
  await until(() => overlay.get().has(chart));
  look.rest(false);
  expect(overlay.get().size).toBe(0);
  look.stop();
});

test("a value of one's own that is reset shows everybody's at once", async () => {
  const { asked, overlay, look, drag, until } = stage();
  look.want(drag(1, false));
  await until(() => asked.length === 1);
  (asked[0] as { done: boolean }).done = true;
  await until(() => overlay.get().get(chart)?.status.state === "fresh");
  look.rest(false);
  expect(overlay.get().size).toBe(0);
  look.stop();
});
