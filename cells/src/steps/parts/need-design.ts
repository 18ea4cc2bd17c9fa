// The design that a step computes with: what keeps it from being made ends the step, with its mending where there is one; what is
// doubtful is said.

import type { Table } from "../../artifacts/artifact.ts";
import { failure, FailureError } from "../../base/failure.ts";
import type { Json, JsonPath } from "../../base/json.ts";
import { invariant } from "../../base/invariant.ts";
import type { StepScope } from "../../contract/step.ts";
import { type DesignSaid, seeDesign } from "../../design/see-design.ts";
import type { DesignSpec } from "../../design/spec.ts";
import type { LookedAt } from "../../stats/design/look-at-design.ts";
import type { ModelMatrix } from "../../stats/design/model-matrix.ts";

interface Where {
  readonly path: JsonPath;
  /** The value at that path with another design. */
  withDesign(design: DesignSpec): Json;
}

/** Effects that cannot be told apart are doubts here: whoever tests them refuses them. */
export function needDesign(
  scope: StepScope,
  samples: Table,
  spec: DesignSpec,
  where: Where,
): { readonly looked: LookedAt; readonly matrix: ModelMatrix } {
  const { looked, said } = seeDesign(samples, spec);
  const matrix = looked?.matrix ?? null;
  if (!looked || !matrix) {
    const hindering = said.find(({ severity }) => severity === "error");
    invariant(hindering, "a design that is not made says why");
    throw new FailureError(asFailure(hindering, scope, where));
  }
  for (const { bare, severity } of said) if (severity !== "note") scope.say(bare);
  return { looked, matrix };
}

function asFailure({ sentence, asks, fixes }: DesignSaid, scope: StepScope, where: Where) {
  const at = ["steps", scope.index, ...where.path];
  const [fix] = fixes;
  return failure(sentence.key, sentence.params, {
    at,
    ...(asks ? { asks: true } : {}),
    ...(fix ? { fix: { path: at, value: where.withDesign(fix.design) } } : {}),
  });
}
