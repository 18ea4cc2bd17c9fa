// What the notebook would show with other values: asked of the server one question at a time, the newest value wins. While
// a control is dragged only results are taken over, so that pictures follow the hand and nothing flickers in between;
// when it is let go the last pictures stay until everybody's result has come.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import type { Store } from "../base/store.ts";
import type { SessionState } from "@genomecraft/cells/session/run-event.ts";

export interface Wish {
  readonly values: ReadonlyMap<CellId, Json>;
  /** Parameters whose followers are wanted. */
  readonly cells: readonly CellId[];
  /** Still being dragged: only cells that run by themselves, and only their results. */
  readonly passing: boolean;
}

type Asked<T> = Promise<
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly message: string } }
>;

export interface LookAheadOptions {
  ask(
    cell: CellId,
    mode: "automatic" | "downstream",
    overrides: { readonly [cell: string]: Json },
  ): Asked<{ readonly id: string }>;
  answer(id: string): Asked<{ readonly done: boolean; readonly cells: readonly CellSession[] }>;
  withdraw(id: string): void;
  followers(cell: CellId): ReadonlySet<CellId>;
  readonly feed: Store<SessionState>;
  readonly overlay: Store<ReadonlyMap<CellId, CellSession>>;
  onTrouble(message: string): void;
  wait(ms: number): Promise<void>;
}

export interface LookAhead {
  want(wish: Wish): void;
  /**
   * Nothing is other than the document's any more. `written`: because the value that was dragged to was written there, so
   * that everybody's result is on its way; else what everybody has on show is shown at once.
   */
  rest(written: boolean): void;
  stop(): void;
}

/** A key that is pressed drags and lets go at once: nothing is asked for so short a while. */
const pause = 40;
/** A question that takes longer gives way to a newer value. */
const patience = 400;
/** How long the last pictures stay when nothing comes of the value that was written. */
const longestStay = 2_000;

export function newLookAhead(options: LookAheadOptions): LookAhead {
  const { overlay, feed } = options;
  let wanted: Wish | null = null;
  let busy = false;
  let over = false;
  let turn = 0;
  let passing = false;
  let leaveSlowly: (() => void) | null = null;

  const take = (sessions: readonly CellSession[], wish: Wish, about: ReadonlySet<CellId>): void =>
    overlay.set((before) => {
      const next = new Map(before);
      for (const session of sessions)
        if (about.has(session.cell) && (!wish.passing || session.status.state === "fresh")) next.set(session.cell, session);
      return next;
    });

  /** One question to its end, or until it is overtaken. */
  const follow = async (wish: Wish, mine: number): Promise<void> => {
    const overrides = Object.fromEntries(wish.values);
    const about = new Set(wish.cells.flatMap((cell) => [cell, ...options.followers(cell)]));
    const asked = await Promise.all(
      wish.cells.map((cell) => options.ask(cell, wish.passing ? "automatic" : "downstream", overrides)),
    );
    const ids: string[] = [];
    for (const answer of asked) {
      if (answer.ok) ids.push(answer.value.id);
      else if (mine === turn && !wish.passing) options.onTrouble(answer.error.message);
    }
    const since = Date.now();
    const open = new Set(ids);
    for (let delay = 60; open.size > 0; delay = Math.min(1_000, delay * 1.4)) {
      for (const id of [...open]) {
        const answer = await options.answer(id);
        if (mine !== turn) break;
        if (!answer.ok) open.delete(id);
        else {
          take(answer.value.cells, wish, about);
          if (answer.value.done) open.delete(id);
        }
      }
      if (open.size === 0) return;
      if (mine !== turn || (wanted && Date.now() - since > patience)) break;
      await options.wait(delay);
    }
    for (const id of open) options.withdraw(id);
  };

  const go = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (wanted && !over) {
      if ((wanted as Wish).passing) await options.wait(pause);
      const wish = wanted as Wish | null;
      wanted = null;
      if (wish && !over) await follow(wish, turn);
    }
    busy = false;
  };

  /** Every cell goes back to what everybody sees as soon as that has changed; after a while all of them do. */
  const settle = (): void => {
    if (overlay.get().size === 0) return;
    const before = feed.get().cells;
    const look = (): void =>
      overlay.set((shown) => {
        const now = feed.get().cells;
        const done = [...shown.keys()].filter((cell) => {
          const state = now.get(cell)?.status.state;
          return now.get(cell) !== before.get(cell) && state !== "queued" && state !== "running" && state !== "waiting";
        });
        if (done.length === 0) return shown;
        const next = new Map(shown);
        for (const cell of done) next.delete(cell);
        return next;
      });
    const stopLooking = feed.subscribe(look);
    const timer = setTimeout(() => leaveSlowly?.(), longestStay);
    leaveSlowly = () => {
      leaveSlowly = null;
      stopLooking();
      clearTimeout(timer);
      overlay.set(new Map());
    };
  };
  const stopSettling = (): void => {
    const leave = leaveSlowly;
    if (!leave) return;
    const kept = overlay.get();
    leave();
    overlay.set(kept);
  };

  return {
    want: (wish) => {
      stopSettling();
      ({ passing } = wish);
      // A value that was written, or turned for good, does not wait for one that was passed on the way.
      if (!wish.passing) turn += 1;
      wanted = wish;
      void go();
    },
    rest: (written) => {
      turn += 1;
      wanted = null;
      if (passing && written) settle();
      else overlay.set(new Map());
    },
    stop: () => {
      over = true;
      turn += 1;
      wanted = null;
      leaveSlowly?.();
    },
  };
}
