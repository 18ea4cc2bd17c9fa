// Why a plan waits, from whoever says it to whoever reads it.

import { words as learnWords } from "../learn/words.ts";
import { describe, expect, test } from "vitest";
import type { CellId, RunId } from "../base/ids.ts";
import { failureSentence, isRetryable, sentenceIn } from "../messages/catalogue.ts";
import { readSentence, writeSentence } from "../messages/sentence.ts";
import type { CellSession, CellStatus } from "./cell-status.ts";
import { readEvent, readSession } from "./read-session.ts";
import { isWaitReason, type Lack, lackingHere, waitReasonNames, waitSentence, type WaitReason } from "./wait-reason.ts";

const reasons: { readonly [what in WaitReason["what"]]: WaitReason } = {
  turn: { what: "turn" },
  busy: { what: "busy" },
  again: { what: "again" },
  yields: { what: "yields" },
  "no-kernel": { what: "no-kernel" },
  data: { what: "data" },
  memory: { what: "memory", bytes: 4e9 },
  gpu: { what: "gpu", count: 2 },
  software: { what: "software", names: ["plink2", "bcftools"] },
  lab: { what: "lab", lab: "lab_x", name: "Lab X" },
  site: { what: "site", site: "Turku" },
  together: {
    what: "together",
    lacks: [
      { what: "gpu", count: 1 },
      { what: "software", names: ["plink2"] },
    ],
  },
};
const cell = "cell_a" as CellId;
const run = "run_1" as RunId;
const session = (status: unknown): CellSession => ({ cell, status: status as CellStatus, shown: null, key: null });

describe("why a plan waits", () => {
  test.each(Object.values(reasons))("$what is a sentence in both languages, and survives the line", (why) => {
    expect(isWaitReason(JSON.parse(JSON.stringify(why)))).toBe(true);
    for (const locale of ["en", "ru"] as const) {
      const said = sentenceIn(waitSentence(why, 3), locale);
      expect(said).not.toMatch(/[{}]|wait\./);
      expect(said.length).toBeGreaterThan(10);
    }
  });

  test("says what it waits for, with its evidence", () => {
    const said = (why: WaitReason, locale: "en" | "ru" = "en") => sentenceIn(waitSentence(why, 3), locale);
    expect(waitReasonNames).toEqual(Object.keys(reasons));
    expect(said(reasons.busy)).toBe("Waiting, 3 in the queue: all compute is busy");
    expect(said(reasons.memory)).toBe("Waits for a kernel with 4 GB of memory; those that are connected have less");
    expect(said(reasons.software)).toBe(
      "Waits for a kernel with the programs plink2, bcftools; those that are connected do not have it",
    );
    expect(said(reasons.lab)).toBe("Waits for a kernel of the lab Lab X; none is connected");
    expect(said(reasons.together)).toBe(
      "Waits for one kernel for all of this: 1 GPU, the program plink2. None that is connected has all of it",
    );
    expect(said(reasons.gpu, "ru")).toBe("Ждёт вычислитель, где есть 2 графических процессора; у подключённых их меньше");
  });

  test("a machine without a server says what it does not have, and nobody records that", () => {
    const failure = lackingHere([reasons.memory as Lack, reasons.site as Lack]);
    expect(failureSentence(failure, "en")).toBe(
      "This machine does not have what this needs: 4 GB of memory, at the site Turku. Run it on a machine that does.",
    );
    expect(failureSentence(failure, "ru")).toContain("4 ГБ памяти, на площадке Turku");
    expect(isRetryable(failure)).toBe(true);
  });

  test.each([
    "busy",
    "memory:4294967296",
    { what: "memory" },
    { what: "memory", bytes: "4" },
    { what: "software", names: [1] },
    { what: "together", lacks: [{ what: "busy" }] },
    { what: "toString" },
    null,
  ])("%j is no reason", (other) => expect(isWaitReason(other)).toBe(false));
});

describe("what an earlier release wrote is read", () => {
  test("a queued cell whose reason was a text waits for its turn", () => {
    const read = readSession(session({ state: "queued", run, position: 2, reason: "memory:4294967296" }));
    expect(read.status).toEqual({ state: "queued", run, position: 2, why: { what: "turn" } });
    const kept = session({ state: "queued", run, position: 2, why: reasons.data });
    expect(readSession(kept)).toBe(kept);
  });

  test("a running cell whose note was a text has none", () => {
    const status = { state: "running", run, startedAt: 0, fraction: 0.5, note: 'learn.progress-fold {"fold":1}' };
    expect(readSession(session(status)).status).toEqual({ ...status, note: null });
    const progress = { type: "progress", cell, run, fraction: 0.5, note: "learn.progress-final" as never } as const;
    expect(readEvent(progress)).toEqual({ ...progress, note: null });
    expect(readEvent({ type: "snapshot", seq: 1, cells: [session(status)] })).toMatchObject({
      cells: [{ status: { note: null } }],
    });
  });

  test("a note is kept as text in a row, and what is none there is read as none", () => {
    const note = learnWords.sentence("progress-fold", { fold: 1, folds: 5 });
    expect(readSentence(writeSentence(note))).toEqual(note);
    expect(writeSentence(null)).toBe("");
    for (const text of ["", "learn.progress-final", 'learn.progress-fold {"fold":1}', "7", "null", '{"key":"<b>","params":{}}'])
      expect(readSentence(text)).toBeNull();
    expect(readSentence(JSON.stringify({ key: "a.b", params: { long: "x".repeat(2_000) } }))).toBeNull();
  });
});
