// Answers a cell of an inline kind at once, from what travels with digests: summaries and small artifacts.

import type { Artifact } from "../artifacts/artifact.ts";
import { valueOfOutput } from "../artifacts/value-of-output.ts";
import type { OutputRef } from "../artifacts/output-ref.ts";
import { errorDetail } from "../base/error-detail.ts";
import type { Failure } from "../base/failure.ts";
import type { CellId, ResultKey } from "../base/ids.ts";
import type { Json } from "../base/json.ts";
import { isCellRef, type CellRef } from "../base/refs.ts";
import type { Result } from "../base/result.ts";
import type { ExecuteInline, InlineOutputs } from "../contract/execute.ts";
import type { InputSlot } from "../contract/result-key.ts";
import type { GraphCell } from "../notebook/notebook-graph.ts";
import type { CellValue } from "./cell-node.ts";
import type { StepOutcome } from "./plan.ts";
import { words as notebookWords } from "../notebook/words.ts";
import { words as generalWords } from "../messages/general/words.ts";

export function answerInline(options: {
  readonly graph: GraphCell;
  readonly slots: readonly InputSlot[];
  readonly key: ResultKey;
  readonly upstream: ReadonlyMap<CellId, CellValue>;
  readonly execute: ExecuteInline | null;
  readonly describe: (artifact: Artifact) => OutputRef;
}): StepOutcome {
  const { graph, slots, key, upstream, execute } = options;
  const outputAt = (name: string | undefined): OutputRef | null => {
    const slot = graph.slots.find((candidate) => candidate.name === name);
    const value = slot ? upstream.get(slot.cell) : undefined;
    return slot && value?.ok ? (value.outputs[slot.port] ?? null) : null;
  };
  const output = (ref: CellRef): OutputRef | null =>
    outputAt(slots.find((slot) => slot.ref?.ref === ref.ref && slot.ref.port === ref.port)?.name);
  let result: Result<InlineOutputs, Failure>;
  try {
    result = execute
      ? execute(graph.spec, {
          output,
          named: (name, port) =>
            outputAt(slots.find((slot) => slot.text?.name === name.toLowerCase() && slot.text.port === port)?.name),
          valueOf: (field) => (isCellRef(field) ? valueOfOutput(output(field)) : (field as Json)),
        })
      : { ok: false, error: notebookWords.failure("kind-unknown", { kind: graph.cell.kind }) };
  } catch (error) {
    result = { ok: false, error: generalWords.failure("internal", { detail: errorDetail(error) }) };
  }
  if (!result.ok) return { ok: false, key, ms: 0, failure: result.error };
  const described = Object.entries(result.value).map(([port, artifact]) => [port, options.describe(artifact)]);
  return { ok: true, key, ms: 0, outputs: Object.fromEntries(described) };
}
