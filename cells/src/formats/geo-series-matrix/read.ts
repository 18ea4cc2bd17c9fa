// A series matrix as an assay: the values between the marks, and what is said of the samples as their annotation
// (characteristics by their keys). A series without values is a table of its samples.

import { assayOf } from "../../artifacts/assay.ts";
import type { Issue, Read } from "../../contract/format.ts";
import { doubt } from "../parts/doubts/of-matrices.ts";
import { grownFloats } from "../parts/matrices/grown.ts";
import { scaleOfValues } from "../../artifacts/scale-of-values.ts";
import { contentOf, idColumn, tableWithId } from "../parts/matrices/whole-assay.ts";
import { linesOf } from "../parts/quantified/lines.ts";
import { SamplesOfSeries } from "./samples-of-series.ts";
import { words } from "./words.ts";

const unquoted = (text: string): string =>
  text.startsWith('"') && text.endsWith('"') && text.length > 1 ? text.slice(1, -1) : text;

/** Fields of the head, a line each; one whose text in quotes holds line ends (of protocols, mostly) goes on to where it is closed. */
class FieldOverLines {
  private fields: string[] = [];
  private line = 0;
  /** The lines of a text that is not closed yet. */
  private open: string[] | null = null;
  private readonly take: (fields: readonly string[], line: number) => void;

  constructor(take: (fields: readonly string[], line: number) => void) {
    this.take = take;
  }

  add(fields: readonly string[], line: number): void {
    const [first = "", ...others] = fields;
    if (this.open && !first.startsWith("!")) {
      this.open.push(first.trim());
      if (others.length === 0 && !first.trimEnd().endsWith('"')) return;
      this.close();
      this.put(others);
      return;
    }
    this.end();
    this.line = line;
    this.put(fields);
  }

  end(): void {
    this.close();
    if (this.fields.length > 0) this.take(this.fields, this.line);
    this.fields = [];
  }

  private put(fields: readonly string[]): void {
    const last = fields.at(-1) ?? "";
    const isOpen = last.startsWith('"') && (last.length < 2 || !last.trimEnd().endsWith('"'));
    this.fields = this.fields.concat(isOpen ? fields.slice(0, -1) : fields);
    if (isOpen) this.open = [last.trimEnd()];
  }

  private close(): void {
    if (this.open) this.fields.push(this.open.join(" ").replace(/ "$/, '"'));
    this.open = null;
  }
}

const nothing = new Set(["", "NA", "na", "null", "NULL", "NaN", "nan"]);

export const read: Read = async (task) => {
  const about = new SamplesOfSeries();
  let header: readonly string[] | null = null;
  let isInside = false;
  let hasEnded = false;
  const ids: string[] = [];
  let data = new Float32Array(1 << 12);
  let last = 0;
  const field = new FieldOverLines((fields, line) => about.take(fields.map(unquoted), line));
  for await (const { fields, line } of linesOf(task.open(), task.signal)) {
    last = line;
    const [first = ""] = fields;
    const mark = unquoted(first).trim().toLowerCase();
    if (!isInside) {
      if (mark !== "!series_matrix_table_begin") {
        field.add(fields, line);
        continue;
      }
      field.end();
      isInside = true;
      continue;
    }
    if (mark === "!series_matrix_table_end") {
      isInside = false;
      hasEnded = true;
      continue;
    }
    if (header === null) {
      header = fields.map(unquoted);
      continue;
    }
    if (fields.length !== header.length) words.fail("fields-differ", { line, found: fields.length, expected: header.length });
    ids.push(unquoted(first));
    const width = header.length - 1;
    if (ids.length * width > data.length) data = grownFloats(data, Math.ceil(data.length * 1.6) + width);
    for (let at = 0; at < width; at++) {
      const text = unquoted(fields[at + 1] as string).trim();
      const value = nothing.has(text) ? Number.NaN : Number(text);
      if (value !== value && !nothing.has(text))
        words.fail("no-number", { line, found: text.slice(0, 60), sample: header[at + 1] as string });
      data[(ids.length - 1) * width + at] = value;
    }
    task.progress?.(task.fraction());
  }
  field.end();
  if (!hasEnded) return words.fail("cut", { line: last });
  const samples = header ? header.slice(1) : about.accessions();
  if (samples.length === 0) return words.fail("no-table");
  const described = about.columns(samples.length);
  const { settings } = task;
  const id = idColumn("sample", samples, { noun: "sample", semantic: "sample" }, settings);
  const table = tableWithId(id, described.columns);
  const several: Issue[] =
    described.several.length > 0
      ? [
          {
            ...doubt(words.sentence("several-values", { keys: described.several, count: described.several.length })),
            severity: "note",
          },
        ]
      : [];
  if (ids.length === 0) return contentOf(table, [doubt(words.sentence("no-values")), ...several]);
  const values = { layout: "dense" as const, data: data.slice(0, ids.length * samples.length) };
  const scale = scaleOfValues(values);
  const assay = assayOf({
    values,
    features: tableWithId(idColumn(header?.[0] || "ID_REF", ids, { noun: "probe", semantic: "identifier" }, settings), []),
    samples: table,
    scale,
    featureNoun: "probe",
  });
  const processing = described.columns.find(({ name }) => name === "data_processing");
  const unsaid: Issue[] =
    scale === "unknown"
      ? [{ ...doubt(words.sentence("scale-unsaid", { field: processing?.name ?? "!Sample_data_processing" })), severity: "note" }]
      : [];
  const [features, count] = [ids.length, samples.length];
  const { series, platform } = about;
  const log =
    series !== "" && platform !== ""
      ? words.sentence("log-read", { series, platform, features, samples: count })
      : words.sentence("log-read-alone", { features, samples: count });
  return contentOf(assay, [...unsaid, ...several], [log]);
};
