// Runs without a server on a machine that lacks what a step needs.

import { expect, test, vi } from "vitest";
import type { CellId, ResultKey } from "@genomecraft/cells/base/ids.ts";
import type { Needs } from "@genomecraft/cells/base/needs.ts";
import { failureSentence } from "@genomecraft/cells/messages/catalogue.ts";
import type { Executor, PlanHooks } from "@genomecraft/cells/runtime/executor.ts";
import type { Plan, PlanStep, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import { refusingWhatIsLacking } from "./lacking-here.ts";

const needsOf = new Map<string, Needs>();
vi.mock("@genomecraft/cells/runtime/needs-of-plan.ts", () => ({ needsOfStep: ({ cell }: PlanStep) => needsOf.get(cell) ?? {} }));

const step = (cell: string, needs: Needs, key: string | null = "k"): PlanStep => {
  needsOf.set(cell, needs);
  return { cell: cell as CellId, kind: "profile", spec: {}, inputs: {}, key: key as ResultKey | null };
};

async function run(...steps: readonly PlanStep[]) {
  const ran: Plan[] = [];
  const ended: StepOutcome[] = [];
  const inner: Executor = { run: async (plan) => void ran.push(plan) };
  const hooks = { ended: (_step: number, outcome: StepOutcome) => void ended.push(outcome) } as unknown as PlanHooks;
  await refusingWhatIsLacking(inner, 1e9).run({ steps, fresh: false }, hooks, new AbortController().signal);
  const [outcome] = ended;
  const said = outcome && !outcome.ok ? failureSentence(outcome.failure, "en") : null;
  return { ran: ran.map((plan) => plan.steps.map(({ cell }) => cell)), said };
}

test("what this machine has runs", async () => {
  expect(await run(step("a", { memory: 1e9, software: ["node"] }))).toEqual({ ran: [["a"]], said: null });
});

test("R-13: what it does not have is said, and not tried", async () => {
  const { ran, said } = await run(step("a", { memory: 4e9, software: ["no-such-program"], lab: "lab_x" }));
  expect(ran).toEqual([]);
  expect(said).toBe(
    "This machine does not have what this needs: 4 GB of memory, the program no-such-program, of the lab lab_x. Run it on a machine that does.",
  );
});

test("steps before it run", async () => {
  expect(await run(step("a", {}), step("b", { memory: 2e9 }, null), step("c", {}, null))).toEqual({ ran: [["a"]], said: null });
});
