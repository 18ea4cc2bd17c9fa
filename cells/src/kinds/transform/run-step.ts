// One step on a table or a matrix: its work is loaded when it is first needed, and refuses what its card does not take.

import type { Artifact, Assay, Table } from "../../artifacts/artifact.ts";
import { FailureError } from "../../base/failure.ts";
import { stepData, type Apply, type StepData, type StepScope } from "../../contract/step.ts";
import { type Step, stepOf } from "../../steps.ts";
import { refuse } from "../../steps/parts/step-scope.ts";
import { toldInWords } from "../../steps/parts/told-in-words.ts";
import { words } from "../../steps/words.ts";

const needs = { table: "needs-table", assay: "needs-assay" } as const satisfies { readonly [data in StepData]: string };

export async function runStep(step: Step, data: Artifact, scope: StepScope): Promise<Table | Assay> {
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
    throw error instanceof FailureError && listed
      ? new FailureError(toldInWords(error.failure, listed), { cause: error })
      : error;
  }
}
