import { expect, test, vi } from "vitest";
import type { ResultKey } from "@genomecraft/cells/base/ids.ts";
import type { StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import { StepReports } from "./step-reports.ts";

const outcome: StepOutcome = { ok: true, key: "k" as ResultKey, outputs: {}, ms: 1 };
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A server that answers when it is told to. */
function slowServer() {
  const sent: number[][] = [];
  const answers: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  const failures: Error[] = [];
  const reports = new StepReports(
    (steps) => {
      sent.push(steps.map(({ step }) => step));
      return new Promise((resolve, reject) => answers.push({ resolve, reject }));
    },
    (error) => failures.push(error),
  );
  return { sent, answers, failures, reports };
}

test("what ends while a report is under way goes along with the next one", async () => {
  const { sent, answers, reports } = slowServer();
  for (const step of [0, 1, 2]) reports.add(step, outcome, "now");
  expect(sent).toEqual([[0]]);
  answers[0]?.resolve();
  await turn();
  expect(sent).toEqual([[0], [1, 2]]);
});

test("a value that nobody waits for goes with the step behind it, or at the end", async () => {
  const { sent, answers, reports } = slowServer();
  reports.add(0, outcome, "later");
  expect(sent).toEqual([]);
  reports.add(1, outcome, "now");
  expect(sent).toEqual([[0, 1]]);
  answers[0]?.resolve();
  await turn();
  reports.add(2, outcome, "later");
  const known = reports.known();
  await turn();
  answers[1]?.resolve();
  await known;
  expect(sent).toEqual([[0, 1], [2]]);
});

test("a step in the middle of a plan goes with the last one where that comes soon, else alone", async () => {
  vi.useFakeTimers();
  try {
    const { sent, reports } = slowServer();
    reports.add(0, outcome, "soon");
    vi.advanceTimersByTime(10);
    reports.add(1, outcome, "now");
    expect(sent).toEqual([[0, 1]]);
    const alone = slowServer();
    alone.reports.add(0, outcome, "soon");
    expect(alone.sent).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(alone.sent).toEqual([[0]]);
  } finally {
    vi.useRealTimers();
  }
});

test("when the server cannot be told, whoever waits is told so, and nothing more is sent", async () => {
  const { sent, answers, failures, reports } = slowServer();
  reports.add(0, outcome, "now");
  reports.add(1, outcome, "now");
  const known = reports.known();
  answers[0]?.reject(new Error("the disk is full"));
  await expect(known).rejects.toThrow("the disk is full");
  reports.add(2, outcome, "now");
  await expect(reports.known()).rejects.toThrow("the disk is full");
  expect(failures.length).toBe(1);
  expect(sent).toEqual([[0]]);
});
