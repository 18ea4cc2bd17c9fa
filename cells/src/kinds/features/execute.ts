// Reads the files of the views as a load reads Parquet, and puts their features beside each other (features/join-views.ts).

import type { Table } from "../../artifacts/artifact.ts";
import { FailureError } from "../../base/failure.ts";
import type { FileRef } from "../../base/refs.ts";
import { err, ok } from "../../base/result.ts";
import type { Execute, ExecuteContext } from "../../contract/execute.ts";
import { type ListRows, joinViews, type ViewRows } from "../../features/join-views.ts";
import { readFile } from "../../files/read-file.ts";
import { withSemantics } from "../../formats/parts/meanings/semantic-type.ts";
import { stemOf } from "../../formats.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { FeaturesSpec } from "./spec.ts";
import { words as cardWords } from "./card-words.ts";
import { words } from "./words.ts";

export const execute: Execute<FeaturesSpec> = async (spec, context) => {
  if (spec.views.length === 0) return err(cardWords.failure("needs-views", {}, { at: ["views"] }));
  if (spec.entities !== null && spec.entity === null) return err(cardWords.failure("needs-entity", {}, { at: ["entity"] }));
  if (spec.entities === null && spec.time !== null)
    return err(words.failure("moment-of-none", {}, { at: ["time"], fix: { path: ["time"], value: null } }));
  try {
    const views: ViewRows[] = [];
    const tables = new Map<string, Table>();
    for (const [at, { file, ...view }] of spec.views.entries()) {
      context.signal.throwIfAborted();
      if (file === null) return err(cardWords.failure("needs-views", {}, { at: ["views", at, "file"] }));
      context.progress(at / spec.views.length, words.sentence("progress", { name: file.name }));
      const table = tables.get(file.digest) ?? (await tableIn(file, at, context));
      tables.set(file.digest, table);
      views.push({ ...view, name: stemOf(file.name), table });
    }
    const { table, doubts, ...told } = joinViews(views, listOf(spec, context), spec);
    for (const doubt of doubts) context.log(sentenceIn(doubt, "en"));
    const body = { ...told, views: told.views.map((view) => ({ ...view })), doubts: doubts.map((doubt) => ({ ...doubt })) };
    return ok({ out: table, report: { type: "report", report: "feature-join", body } });
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return err(error.failure);
  }
};

function listOf({ entities, entity, time }: FeaturesSpec, context: ExecuteContext): ListRows | null {
  if (entities === null) return null;
  const table = context.input(entities);
  if (table.type !== "table") throw new FailureError(words.failure("no-table", {}, { at: ["entities"] }));
  return { table, entity: entity ?? "", time };
}

/** The rows as a load would give them, with what their columns are; a refusal says which view it is. */
async function tableIn(file: FileRef, at: number, context: ExecuteContext): Promise<Table> {
  try {
    const { content } = await readFile(context.file(file), file.name, {
      format: "parquet",
      matrix: "table",
      digest: file.digest,
      sql: context.engines.sql,
      inflate: context.engines.inflate,
      secondCore: context.engines.secondCore,
      signal: context.signal,
    });
    if (content.shape !== "table") throw new TypeError("a table was asked for");
    return withSemantics(content.table);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    // What mends a load is no setting here.
    const { fix: _fix, at: _at, ...failure } = error.failure;
    const params = { name: file.name, ...failure.params };
    throw new FailureError({ ...failure, params, at: ["views", at, "file"] }, { cause: error });
  }
}
