// Lists and their parts: each member is in one part alone, and is counted there.

import type { Drawing, Prepared } from "../../contract/chart-drawing.ts";
import { numberColumn, partsTold, textColumn } from "../parts/drawing.ts";
import { drawUpset, partsOf, setsOf, type UpsetPart } from "../parts/upset.ts";
import type { SetsOptions } from "./chart.ts";
import { listsOf } from "./lists.ts";
import { drawVenn } from "./venn.ts";
import { words } from "./words.ts";

const mostCircles = 3;

export function draw(prepared: Prepared<SetsOptions>): Drawing {
  const { spec, label } = prepared;
  const { shows, parts: most } = spec.chart;
  const { sets, masks, nameOf, notes, beside } = listsOf(prepared);
  const path = ["chart", "shows"];
  if (shows === "venn" && sets.length > mostCircles)
    words.fail("venn-of-many", { n: sets.length }, { at: path, fix: { path, value: "upset" } });
  const found = partsOf(masks, label ? nameOf : null);
  const parts = found.filter(({ mask }) => mask !== 0);
  const none = masks.length - parts.reduce((sum, { n }) => sum + n, 0);
  const isVenn = shows === "venn" || (shows === "auto" && sets.length <= mostCircles);
  const drawn = isVenn ? parts : parts.slice(0, most);
  const title = words.sentence("axis");
  const { traces, layout } = isVenn ? drawVenn(sets, parts) : drawUpset(sets, drawn, title);
  const called = ({ mask }: UpsetPart): string =>
    setsOf(mask, sets)
      .map(({ name }) => name)
      .join(" & ");
  return {
    traces,
    layout,
    meta: { counts: [...found.map(({ n }) => n), ...beside] },
    columns: [
      textColumn("lists", found.map(called)),
      numberColumn(
        "of_lists",
        found.map(({ mask }) => setsOf(mask, sets).length),
      ),
      numberColumn(
        "n",
        found.map(({ n }) => n),
      ),
      ...(label ? [textColumn(label.name, namesOfParts(found, masks, nameOf))] : []),
    ],
    rows: found.length,
    marks: drawn.length,
    alt: words.sentence("alt", {
      sets: sets.length,
      lists: partsTold(sets.map(({ name, size }) => `${name} ${size}`)),
      parts: partsTold(parts.map((part) => `${called(part)} ${part.n}`)),
    }),
    notes: [
      ...notes,
      ...(none > 0 ? [words.sentence("note-none", { n: none, all: masks.length })] : []),
      ...(drawn.length < parts.length ? [words.sentence("note-parts", { n: parts.length, most })] : []),
      words.sentence("note-parts-own"),
      ...(isVenn ? [words.sentence("note-areas")] : []),
    ],
    words: isVenn ? [] : [{ path: ["yaxis", "title", "text"], ...title }],
  };
}

/** All members of each part, one behind the other. */
function namesOfParts(parts: readonly UpsetPart[], masks: Int32Array, nameOf: (member: number) => string): string[] {
  const names = new Map<number, string[]>(parts.map(({ mask }) => [mask, []]));
  masks.forEach((mask, member) => names.get(mask)?.push(nameOf(member)));
  return parts.map(({ mask }) => names.get(mask)?.join(", ") ?? "");
}
