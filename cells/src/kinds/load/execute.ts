// Reads a file into a table or a matrix. Every fault of the file is a sentence with a place in it; nothing is dropped
// without being said in the log. What was guessed and what is doubtful is kept beside what was read (port "reading").

import type { Artifact, Table } from "../../artifacts/artifact.ts";
import { type Failure, FailureError } from "../../base/failure.ts";
import type { JsonObject } from "../../base/json.ts";
import { err, ok } from "../../base/result.ts";
import type { Execute, ExecuteContext, Outputs } from "../../contract/execute.ts";
import { asTheFileSays, type Issue, type ReadSetting, settingsIn } from "../../contract/format.ts";
import { whyRefused } from "../../files/why-refused.ts";
import { issuesOfFile } from "../../files/issues-of-file.ts";
import { factsOf } from "../../formats/parts/matrix-of-content.ts";
import { issuesOfSmall } from "../../formats/parts/matrix-or-table.ts";
import { type ReadFile, readFile, type ReadFileOptions } from "../../files/read-file.ts";
import {
  apartIn,
  doubt,
  issuesOfColumnsInTable,
  issuesOfRowsInTable,
  withoutRowsApart,
} from "../../formats/parts/doubts/of-matrices.ts";
import { issuesOfPlaces, stylesOfChromosomes } from "../../formats/parts/doubts/of-places.ts";
import { issuesOfDesign } from "../../formats/parts/design/of-design.ts";
import { refuseWide } from "../../formats/parts/wide-tables.ts";
import { withoutOddCells } from "../../formats/parts/odd-cells.ts";
import { otherwise } from "../../messages/settings/setting-in-words.ts";
import { mendedInWords } from "../../messages/settings/step-in-words.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { withBuildSet } from "./build-set.ts";
import { columnsSaid } from "./columns-said.ts";
import { describedWhole } from "./described-whole.ts";
import { checkOfFile } from "./execute-check.ts";
import { readingOf, type SamplesRead } from "./guesses.ts";
import { matrixOf } from "./matrix-of.ts";
import { readQuality } from "./read-quality.ts";
import { load, type LoadSpec } from "./spec.ts";
import { words } from "./words.ts";
import { words as loadWords } from "../../formats/parts/words.ts";
import type { Sentence } from "../../messages/sentence.ts";

/** Fields that say what is made of rows. */
const ofRows = ["read", "samples", "samplesIn", "duplicates"] as const satisfies readonly (keyof LoadSpec)[];

export const execute: Execute<LoadSpec> = async (spec, context) => {
  if (!spec.file) return err(loadWords.failure("no-file", {}, { at: ["file"] }));
  try {
    return ok(await loaded(spec, spec.file.name, context));
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { failure: found } = error;
    return err({ ...found, params: { name: spec.file.name, ...found.params, ...(await alsoWrong(spec, found, context)) } });
  }
};

/** Where nothing is set wrong: what else the rules of its standard say of the file, as evidence `also` (sentences). */
async function alsoWrong(spec: LoadSpec, { fix, at, params }: Failure, context: ExecuteContext): Promise<JsonObject> {
  if (!spec.file || fix !== undefined || at !== undefined || spec.check === "off") return {};
  const line = params["line"];
  const refusedAt = typeof line === "number" ? line : null;
  const kinds = await whyRefused(context.file(spec.file), spec.file.name, refusedAt, {
    format: spec.format,
    part: spec.sheet,
    encoding: spec.encoding,
    inflate: context.engines.inflate,
    signal: context.signal,
  });
  for (const { message } of kinds) context.log(sentenceIn(message, "en"));
  return kinds.length === 0 ? {} : { also: kinds.map(({ message }) => ({ ...message })) };
}

async function loaded(spec: LoadSpec, name: string, context: ExecuteContext): Promise<Outputs> {
  const source = context.file(spec.file as NonNullable<LoadSpec["file"]>);
  let shown = 0;
  const options: ReadFileOptions = {
    digest: spec.file?.digest ?? null,
    format: spec.format,
    indexed: spec.indexed,
    ...settingsIn(spec),
    matrix: spec.read,
    sql: context.engines.sql,
    inflate: context.engines.inflate,
    secondCore: context.engines.secondCore,
    signal: context.signal,
    progress: (fraction) => {
      if (fraction === null || fraction - shown < 0.02) return;
      shown = fraction;
      context.progress(Math.min(0.95, fraction), loadWords.sentence("progress-reading"));
    },
  };
  const first = await readFile(source, name, options);
  // Columns that are named to stand apart keep all of their digits, which a matrix does not.
  const isInOneArray = first.content.shape === "matrix" && first.content.declared === undefined;
  const isApart = typeof spec.annotations !== "string" && spec.annotations.length > 0 && spec.read !== "table";
  const read = isInOneArray && isApart ? await readFile(source, name, { ...options, matrix: "table" }) : first;
  const isMatrix = spec.read === "matrix" || (spec.read === "auto" && spec.samples !== null);
  const rows = read.content.shape !== "whole" && isMatrix ? read.content : null;
  const odd = rows ? withoutOddCells(rows, apartIn(rows, spec.annotations).names, read.lineOf, spec.missing) : null;
  const file = odd ? { ...read, content: odd.content } : read;
  const { content } = file;
  const say = (sentence: Sentence): void => context.log(sentenceIn(sentence, "en"));
  const found = issuesOfFile(file, name, Number.POSITIVE_INFINITY, spec);
  const tell = ({ message, fix, step }: Issue): void =>
    context.log(
      [sentenceIn(message, "en"), ...(fix ? [otherwise(fix, "en")] : []), ...(step ? [mendedInWords(step, "en")] : [])].join(" "),
    );
  for (const sentence of file.said) say(sentence);
  for (const issue of found.filter(isDoubt)) tell(issue);
  for (const sentence of unusedSettings(file, spec)) say(sentence);
  const also = (issues: readonly Issue[]): void => {
    for (const issue of issues) {
      tell(issue);
      found.push(issue);
    }
  };
  also((odd?.said ?? []).map((sentence) => doubt(sentence)));
  const check = await checkOfFile(spec, { source, name, read }, context);
  const outputs = async (made: Artifact, samples: SamplesRead | null = null): Promise<Outputs> => {
    const { out: told, columns, issues } = await columnsSaid(made, spec.columns);
    const out = file.listed.format.settings.includes("build") ? withBuildSet(told, spec.build) : told;
    also(issues);
    if (out.type === "table") also(issuesOfPlaces(out, read.lineOf));
    if (out.type === "assay") also(stylesOfChromosomes(out.features, read.lineOf));
    // Of a sheet it is said where the sheet is loaded.
    if (out.type === "table" || (out.type === "assay" && spec.samples === null)) also(issuesOfDesign(out));
    const reading = readingOf(found, spec, samples, columns);
    if (read.quality === undefined) return { out, reading, check };
    return { out, reading, check, quality: readQuality(read.quality) };
  };
  // What says itself that it is a matrix says which its samples are.
  if (content.shape === "whole") {
    const { artifact } = content;
    if (artifact.type !== "assay") return outputs(artifact);
    if (spec.samples === null) return outputs(artifact, "all");
    const described = describedWhole(artifact, context.input(spec.samples) as Table, spec);
    also(described.issues);
    return outputs(described.assay, described.samples);
  }
  const asTable = async (): Promise<Outputs> => {
    if (content.shape === "matrix") refuseWide(content.names.length + 1);
    const { content: rows } = content.shape === "table" ? file : await readFile(source, name, { ...options, matrix: "table" });
    if (rows.shape !== "table") throw new TypeError("a table was asked for");
    also(issuesOfColumnsInTable(rows));
    if (spec.summaryRows === "leave-out") also(issuesOfRowsInTable(rows, read.lineOf));
    if (spec.summaryRows !== "leave-out-of-tables") return outputs(rows.table);
    const { table, said } = withoutRowsApart(rows.table, read.lineOf);
    also(said);
    return outputs(table);
  };
  if (spec.read === "table") {
    if (spec.samples) also([doubt(words.sentence("samples-unused"))]);
    return asTable();
  }
  const matrix = matrixOf({ ...file, content }, spec, spec.samples ? (context.input(spec.samples) as Table) : null);
  if (matrix === null) {
    also(issuesOfSmall({ ...factsOf(content, file.header?.[0] ?? "", apartIn(content, spec.annotations).names), sheet: null }));
    return asTable();
  }
  also(matrix.issues);
  return outputs(matrix.assay, matrix.samples);
}

const isOfRows = (setting: string): boolean => (ofRows as readonly string[]).includes(setting);

const isDoubt = ({ severity, fix, step }: Issue): boolean => severity !== "note" || fix !== undefined || step !== undefined;

/** Settings that are no settings of such a file. */
function unusedSettings({ listed, content, collection }: ReadFile, spec: LoadSpec): readonly Sentence[] {
  const { format } = listed;
  const set = (Object.keys(asTheFileSays) as ReadSetting[]).filter(
    (setting) => JSON.stringify(spec[setting]) !== JSON.stringify(asTheFileSays[setting]),
  );
  const isUnderstood = (setting: string): boolean => (format.settings as readonly string[]).includes(setting);
  const unused: (keyof LoadSpec)[] = set.filter(
    (setting) => !isUnderstood(setting) && !isOfRows(setting) && !(setting === "sheet" && collection),
  );
  // What a file gives whole is no table and no matrix of rows, whatever was chosen for those.
  if (content.shape === "whole") {
    const isSet = (field: keyof LoadSpec): boolean => JSON.stringify(spec[field]) !== JSON.stringify(load.empty[field]);
    const isDescribed = content.artifact.type === "assay";
    unused.push(...ofRows.filter((field) => isSet(field) && !isUnderstood(field) && !(field === "samples" && isDescribed)));
  }
  return unused.length > 0 ? [loadWords.sentence("log-settings-unused", { settings: unused, format: format.name })] : [];
}
