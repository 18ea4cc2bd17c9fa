// Looking at what a notebook would show has an end, also where nobody answers.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { applyOperation, emptyNotebook } from "@genomecraft/cells/notebook/apply-operation.ts";
import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import { expect, test } from "vitest";
import { settleCells } from "./settle-notebook.ts";

test.each(["before it is looked", "while it is looked"])(
  "when the time is up %s, nobody waits for what is not there",
  async (when) => {
    const file = { digest: "f".repeat(64), name: "a.csv", size: 3 };
    const [order = ""] = keysBetween(null, null, 1);
    const id = "cell_a" as CellId;
    const made = applyOperation(
      emptyNotebook,
      { type: "add-cell", id, kind: "load", name: "a", spec: { file, format: "csv" }, order, mode: "manual" },
      kindOf,
    );
    if (!made.ok) throw new Error("the cell was refused");
    const over = new AbortController();
    if (when === "before it is looked") over.abort();
    const settled = settleCells(made.value, [id], {
      results: {
        find: async () => {
          over.abort();
          return null;
        },
        shown: async () => null,
        show: async () => {},
        resolve: async () => null,
      },
      executor: { run: () => new Promise<void>(() => {}) },
      by: "ada",
      now: Date.now,
      signal: over.signal,
    }).then(() => "settled");
    expect(await Promise.race([settled, new Promise((resolve) => setTimeout(() => resolve("never"), 20_000))])).toBe("settled");
  },
);
