// What a chart tells. n stands under each box, beside each bar and in each field of a heatmap by groups; the bars of a
// histogram are numbers of rows. Points, lines and the fields of a matrix draw individuals.

import type { Figure } from "../../artifacts/artifact.ts";
import { floatsOf } from "../../artifacts/plot-floats.ts";
import { identifies, rowsAreFeatures } from "../../artifacts/semantics.ts";
import { isJsonObject, type Json } from "../../base/json.ts";
import { type CellRef, isCellRef } from "../../base/refs.ts";
import { disclosesByPort, disclosureOfRows } from "../../contract/disclosures.ts";
import type { Disclosure, DisclosureQuestion, Statistic } from "../../contract/disclosure.ts";

/** What of a spec says who is drawn. */
interface DrawnSpec {
  readonly chart:
    | { readonly type: "point" | "line" | "histogram" | "box" | "heatmap" }
    | { readonly type: "bar"; readonly measure: "count" | "sum" | "mean" | "median" };
  readonly x: string | CellRef | null;
  readonly y: string | CellRef | null;
  readonly color: string | CellRef | null;
  readonly size: string | CellRef | null;
}

export const discloses = disclosesByPort<DrawnSpec>({
  out: (question) =>
    question.artifact.type === "figure"
      ? { identifying: identifyingOnAxes(question), behind: behindMarks(question.artifact, question) }
      : null,
  data: ({ artifact }) => disclosureOfRows(artifact),
});

/** Columns that would be read off the axes, the colours and the areas. Of a parameter the column that it names now. */
function identifyingOnAxes({ spec, columns, valueOf }: DisclosureQuestion<DrawnSpec>): readonly string[] {
  const drawn = [spec.x, spec.y, spec.color, spec.size].map((field) => (isCellRef(field) ? valueOf(field) : field));
  const identifying = (columns ?? []).filter(identifies).map((column) => column.name);
  // Where it is not known which column is drawn, it may be any of them.
  return drawn.includes(undefined) ? identifying : identifying.filter((name) => drawn.includes(name));
}

function behindMarks(figure: Figure, { spec, columns }: DisclosureQuestion<DrawnSpec>): Disclosure["behind"] {
  if (rowsAreFeatures(columns ?? [])) return { of: "nobody" };
  // Numbers of a matrix, not of its samples, are counted in a histogram of all values.
  const words = isJsonObject(figure.layout["meta"]) ? figure.layout["meta"]["words"] : [];
  if (Array.isArray(words) && words.some((word: Json) => isJsonObject(word) && word["key"] === "chart.axis-values"))
    return { of: "nobody" };
  const sizes = sizesDrawn(figure).filter((size) => size > 0);
  switch (spec.chart.type) {
    case "point":
    case "line":
      return { of: "individuals" };
    case "heatmap":
      return figure.data.some((trace) => trace["customdata"] !== undefined)
        ? { of: "groups", sizes, statistics: ["count", "mean", "median"] }
        : { of: "individuals" };
    case "bar":
      return { of: "groups", sizes, statistics: spec.chart.measure === "median" ? ["count", "median"] : ["count", "mean"] };
    case "histogram":
      return { of: "groups", sizes, statistics: ["count", "density"] };
    case "box":
      return { of: "groups", sizes, statistics: boxTells };
  }
}

/** Whiskers and outliers are values of single rows, with or without the points. */
const boxTells: readonly Statistic[] = ["count", "median", "extreme", "value"];

function sizesDrawn(figure: Figure): readonly number[] {
  const { annotations } = figure.layout;
  const under = (Array.isArray(annotations) ? annotations : []).flatMap((note: Json) =>
    isJsonObject(note) && note["meta"] === "n" ? [Number(String(note["text"]).replace(/^n = /, ""))] : [],
  );
  const drawn = figure.data.flatMap((trace) => {
    const beside = numbersIn(trace["customdata"]);
    if (trace["type"] === "heatmap") return beside;
    if (trace["type"] !== "bar") return [];
    return beside.length > 0 ? beside : numbersIn(trace["y"]);
  });
  return [...under, ...drawn];
}

/** Numbers of a list, of a list of lists, or of a typed array as figures hold them. */
function numbersIn(value: Json | undefined): readonly number[] {
  if (Array.isArray(value))
    return value.flatMap((item: Json) => (typeof item === "number" ? [item] : Array.isArray(item) ? numbersIn(item) : []));
  if (!isJsonObject(value) || value["dtype"] !== "f8" || typeof value["bdata"] !== "string") return [];
  return [...floatsOf(value["bdata"], "f8")];
}
