// A chart as its cell draws it, for the tests of families.

import type { Artifact, Figure, Table } from "../artifacts/artifact.ts";
import type { Failure } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import { isCellRef } from "../base/refs.ts";
import type { ExecuteContext } from "../contract/execute.ts";
import { execute } from "../kinds/chart/execute.ts";
import { chart } from "../kinds/chart/spec.ts";

export interface Drawn {
  readonly out: Figure;
  readonly data: Table;
  /** Keys of what is said under the figure. */
  readonly notes: readonly string[];
}

const answer = (input: Artifact, spec: JsonObject) =>
  execute(chart.schema.parse({ from: { ref: "cell_a" }, ...spec }), {
    input: () => input,
    valueOf: (value: unknown) => (isCellRef(value) ? null : value),
  } as unknown as ExecuteContext);

export async function drawChart(input: Artifact, spec: JsonObject): Promise<Drawn> {
  const result = await answer(input, spec);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { out, data } = result.value as unknown as { out: Figure; data: Table };
  const notes = ((out.layout["meta"] as JsonObject)["notes"] as readonly JsonObject[]).map(({ key }) => String(key));
  return { out, data, notes };
}

export async function chartRefused(input: Artifact, spec: JsonObject): Promise<Failure> {
  const result = await answer(input, spec);
  if (result.ok) throw new Error("It was drawn.");
  return result.error;
}
