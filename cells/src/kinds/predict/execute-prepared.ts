// New data behind the steps that a model's card holds, as they were fitted on what it learned of.

import type { Assay, Column, ModelCard, Table } from "../../artifacts/artifact.ts";
import { textColumn } from "../../artifacts/table.ts";
import { FailureError, type Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { rowsOf } from "../../chains/places.ts";
import { laterRows } from "../../chains/refit-chain.ts";
import { doubtsOf, scopeAlone } from "../../chains/chain-alone.ts";
import { type Doubt, doubtOf } from "../../contract/doubt.ts";
import { fittedChain } from "../../contract/fitted-chain.ts";
import { words } from "../../learn/words.ts";
import type { Sentence } from "../../messages/sentence.ts";

interface Prepared {
  readonly source: Table | Assay;
  /** Row of the data behind each; null: they are the same. */
  readonly places: Int32Array | null;
  readonly doubts: readonly Doubt[];
}

export async function preparedFor(
  card: ModelCard | null,
  given: Table | Assay,
  signal: AbortSignal,
): Promise<Result<Prepared, Failure>> {
  if (card?.prepare === undefined) return ok({ source: given, places: null, doubts: [] });
  const chain = fittedChain.safeParse(card.prepare);
  if (!chain.success) return err(words.failure("prepare-unread", {}, { at: ["model"] }));
  const { takes } = chain.data;
  if (takes.type !== given.type) {
    const called = (type: "table" | "assay") => ({ key: words.key(type === "table" ? "a-table" : "a-matrix"), params: {} });
    return err(words.failure("other-form", { there: called(takes.type), here: called(given.type) }, { at: ["from"] }));
  }
  const said: Sentence[] = [];
  try {
    const { data, places } = await laterRows(chain.data, withoutTarget(given, card.target), scopeAlone(signal, said));
    const rows = rowsOf(given);
    const n = rows - places.length;
    const doubts = doubtsOf(said, ({ key, params }) => words.sentence("prepare-said", { what: { key, params } }));
    const left = n === 0 ? [] : [doubtOf(words.sentence("doubt-steps-unanswered", { n, rows }), [n])];
    return ok({ source: data, places, doubts: [...doubts, ...left] });
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { reason, params } = error.failure;
    return err(words.failure("prepare-failed", { what: { key: reason, params } }, { at: ["from"] }));
  }
}

/** Of no row is it known what is predicted: so it was when the model was tried. */
function withoutTarget(data: Table | Assay, target: string): Table | Assay {
  const table = data.type === "table" ? data : data.samples;
  const nothing: Column = textColumn(
    target,
    Array.from({ length: table.rowCount }, () => null),
  );
  const made: Table = { ...table, columns: [...table.columns.filter(({ name }) => name !== target), nothing] };
  return data.type === "table" ? made : { ...data, samples: made };
}
