// One step on a table or a matrix: its work is loaded when it is first needed, and refuses what its card does not take.

import type { Artifact, Assay, Table } from "../../artifacts/artifact.ts";
import { FailureError } from "../../base/failure.ts";
import { stepData, type Apply, type StepData, type StepScope } from "../../contract/step.ts";
import { type Step, stepOf } from "../../steps.ts";
import { withNumbersBefore } from "../../steps/parts/numbers-before.ts";
import { refuse } from "../../steps/parts/step-scope.ts";
import { toldInWords } from "../../steps/parts/told-in-words.ts";
import { words } from "../../steps/words.ts";

const needs = { table: "needs-table", assay: "needs-assay" } as const satisfies { readonly [data in StepData]: string };

/** `chain`: what it stands in, where a refusal may be mended by another step. */
export async function runStep(step: Step, data: Artifact, scope: StepScope, chain: readonly Step[] = []): Promise<Table | Assay> {
  const listed = stepOf(step.verb);
  const apply: Apply = listed ? (await listed.apply()).apply : {};
  try {
    const answer =
      data.type === "table"
        ? await apply.table?.(step, data, scope)
        : data.type === "assay"
          ? await apply.assay?.(step, data, scope)
          : undefined;
    if (answer) return answer;
    const wanted = stepData.find((one) => listed?.step.takes[one]) ?? "table";
    return refuse(scope, words, needs[wanted], { verb: step.verb });
  } catch (error) {
    if (!(error instanceof FailureError) || !listed) throw error;
    throw new FailureError(withNumbersBefore(toldInWords(error.failure, listed), chain), { cause: error });
  }
}
