// Whether places of two tables may be compared: of one build, with chromosomes called in one way. Two that may not are refused with
// what to do.

import type { Column } from "../../artifacts/artifact.ts";
import { buildNamed, styleOfChromosomes } from "../../artifacts/builds.ts";
import { isMissing } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import type { JsonObject, JsonPath } from "../../base/json.ts";
import type { StepScope } from "../../contract/step.ts";
import { words } from "../words.ts";
import { refuse } from "./step-scope.ts";

/** Names in use; of a column of numbers (chromosomes without X) its numbers. */
export function namesUsed(column: Column): ReadonlySet<string> {
  if (column.type !== "text")
    return new Set(
      Array.from(column.values, (value, row) => (isMissing(column, row) ? "" : String(value))).filter((name) => name !== ""),
    );
  const isUsed = new Uint8Array(column.dictionary.length);
  for (let row = 0; row < column.codes.length; row++) if (!isMissing(column, row)) isUsed[column.codes[row] as number] = 1;
  return new Set(column.dictionary.filter((_, code) => isUsed[code] === 1));
}

interface Sides {
  readonly here: Column;
  readonly there: Column;
}

/** Refused where both builds are known and differ. */
export function refuseOtherBuild(scope: StepScope, { here, there }: Sides, path: JsonPath): void {
  if (here.build === undefined || there.build === undefined) return;
  if ((buildNamed(here.build) ?? here.build) === (buildNamed(there.build) ?? there.build)) return;
  refuse(scope, words, "builds-differ", { here: here.build, there: there.build }, path);
}

/** Refused where chromosomes are called in two ways, so that none could match. */
export function refuseOtherNames(
  scope: StepScope,
  { here, there }: Sides,
  path: JsonPath,
  more: Omit<Failure, "reason" | "params" | "at"> = {},
): void {
  const names = [namesUsed(here), namesUsed(there)] as const;
  const styles = names.map(styleOfChromosomes);
  if (styles[0] === null || styles[1] === null || styles[0] === styles[1]) return;
  const firstOf = (all: ReadonlySet<string>): string => [...all].find((name) => styleOfChromosomes([name]) !== null) ?? "";
  const params: JsonObject = { here: firstOf(names[0]), there: firstOf(names[1]) };
  refuse(scope, words, "names-differ", params, path, more);
}
