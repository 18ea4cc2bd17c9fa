// The rows that a step may learn from; of none that are called so it is refused. What is taken of them is applied to all rows.

import type { Assay, Table } from "../../artifacts/artifact.ts";
import { trainingPart, type TrainingPart } from "../../artifacts/parts-of-rows.ts";
import type { StepScope } from "../../contract/step.ts";
import { words } from "../words.ts";
import { refuse } from "./step-scope.ts";

export function needTraining(data: Table | Assay, scope: StepScope): TrainingPart<Table | Assay> {
  const part = trainingPart(data);
  return part.rows === 0 && part.split !== null ? refuse(scope, words, "no-training-rows", { column: part.split }) : part;
}
