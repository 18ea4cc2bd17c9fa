// Brackets above the groups that are compared, one above the other where they would meet, each with its p value; the test, how p values
// are adjusted and how many rows stand behind them are a note. What cannot be compared is said instead.

import type { JsonObject } from "../../../base/json.ts";
import type { Prepared } from "../../../contract/chart-drawing.ts";
import type { ChartOptions } from "../../../contract/chart-fields.ts";
import { sayOwnClusters } from "../../../design/own-clusters.ts";
import type { Sentence } from "../../../messages/sentence.ts";
import type { GroupSlot, GroupSlots } from "../group-slots.ts";
import { f8 } from "../plot-array.ts";
import { askedPairs, chosenTest, comparedPairs, type Compared, holdsTogether } from "./bracket-tests.ts";
import type { Brackets } from "./schema.ts";
import { words } from "./words.ts";

export interface DrawnBrackets {
  readonly traces: readonly JsonObject[];
  readonly annotations: readonly JsonObject[];
  readonly notes: readonly Sentence[];
  /** Texts of the annotations, counted from the first of them. */
  readonly texts: readonly Sentence[];
}
const nothing: DrawnBrackets = { traces: [], annotations: [], notes: [], texts: [] };

/** Of more than that those that matter are chosen. */
const mostPairs = 6;
/** Of fewer rows a group's spread is a guess. */
const fewestRows = 3;
/** Of the height of what is drawn: from one bracket to the next, and the ends of one. */
const [step, tip] = [0.11, 0.025];

export function drawBrackets(
  prepared: Prepared<ChartOptions & { readonly brackets: Brackets }>,
  placed: GroupSlots,
  /** The highest and the lowest that is drawn, on the axis. */
  [bottom, top]: readonly [number, number],
): DrawnBrackets {
  const { brackets } = prepared.spec.chart;
  if (brackets.pairs === "none") return nothing;
  const only = (note: Sentence): DrawnBrackets => ({ ...nothing, notes: [note] });
  if (!placed.groups) return only(words.sentence("no-groups"));
  const clusters = prepared.source.ownClusters([placed.groups.name]);
  if (clusters !== null) return only(words.sentence("own-clusters", { why: { ...sayOwnClusters(clusters) } }));
  if (placed.colours) return only(words.sentence("colours", { colour: placed.colours.name }));
  const slots = placed.slots.filter(({ group }) => group?.role === "group");
  const names = slots.map(({ group }) => group?.label ?? "");
  const unknown = namesOf(brackets).find((name) => !names.includes(name));
  if (unknown !== undefined) return only(words.sentence("no-group", { group: unknown, by: placed.groups.name }));
  const asked = askedPairs(names, brackets);
  if (asked.length === 0) return only(words.sentence("no-pairs"));
  if (brackets.pairs !== "chosen" && asked.length > mostPairs)
    return only(words.sentence("many-pairs", { n: asked.length, most: mostPairs }));
  const repeated = prepared.source.repeated(rowsOf(slots), [placed.groups.name]);
  if (repeated !== null) return only(words.sentence("repeated", { column: repeated }));
  const isEnough = (at: number): boolean => (slots[at]?.rows.length ?? 0) >= fewestRows;
  const few = [...new Set(asked.flat())].filter((at) => !isEnough(at));
  const able = asked.filter((pair) => pair.every(isEnough));
  const compared = [...slots.keys()].filter(isEnough);
  // Those of few rows are in no test, and change none.
  const groups = compared.map((at) => slots[at]?.values ?? new Float64Array());
  const test = chosenTest(brackets.test, groups);
  const pairs = able.map(([first, second]) => [compared.indexOf(first), compared.indexOf(second)] as const);
  const found = comparedPairs(groups, pairs, { test, adjust: brackets.adjust }).map(
    ({ first, second, p }): Compared => ({ first: compared[first] ?? 0, second: compared[second] ?? 0, p }),
  );
  const isTogether = holdsTogether(test);
  const named = words.sentence(`test-${test}`);
  const told = {
    test: { key: named.key, params: {} },
    groups: [...new Set(found.flatMap(({ first, second }) => [first, second]))]
      .sort((a, b) => a - b)
      .map((at) => `${names[at] ?? ""} ${slots[at]?.rows.length ?? 0}`),
    n: found.length,
  };
  const isInfinite = (at: number): boolean => (slots[at]?.values ?? []).some((value) => !Number.isFinite(value));
  const answered = (pair: readonly [number, number]): boolean =>
    found.some(({ first, second }) => first === pair[0] && second === pair[1]);
  const without = able.filter((pair) => !answered(pair));
  // Tests of all groups together have none of any pair.
  const infinite = without.filter((pair) => (test === "t" || test === "mann-whitney" ? pair : compared).some(isInfinite));
  const unseen = prepared.spec.logY ? below(prepared) : 0;
  const key = isTogether ? "note-together" : found.length === 1 ? "note-one" : (`note-${brackets.adjust}` as const);
  const { assay } = prepared.source;
  const isCounts = assay?.scale === "counts" && prepared.spec.y !== null;
  return {
    ...placedAbove(found, slots, { bottom, top, isLog: prepared.spec.logY }),
    notes: [
      ...(found.length > 0 ? [words.sentence(key, told)] : []),
      ...(found.length > 0 && brackets.test === "auto" ? [words.sentence("chosen-by-data")] : []),
      ...(few.length > 0
        ? [words.sentence("few-rows", { groups: few.map((at) => names[at] ?? ""), n: few.length, fewest: fewestRows })]
        : []),
      ...(infinite.length > 0 ? [words.sentence("infinite", { n: infinite.length })] : []),
      ...(without.length > infinite.length ? [words.sentence("no-answer", { n: without.length - infinite.length })] : []),
      ...(unseen > 0 && found.length > 0 ? [words.sentence("log-without", { n: unseen })] : []),
      ...(isCounts && found.length > 0 ? [words.sentence("raw-counts")] : []),
    ],
  };
}

/** Values that a logarithmic axis has no place for. */
function below({ y }: Prepared<ChartOptions>): number {
  if (y?.kind !== "number") return 0;
  let n = 0;
  for (let row = 0; row < y.values.length; row++) n += Number((y.values[row] as number) <= 0);
  return n;
}

const namesOf = ({ pairs, against, chosen }: Brackets): readonly string[] =>
  pairs === "against" && against !== "" ? [against] : pairs === "chosen" ? chosen.flat() : [];

function rowsOf(slots: readonly GroupSlot[]): Int32Array {
  const rows = new Int32Array(slots.reduce((sum, slot) => sum + slot.rows.length, 0));
  let from = 0;
  for (const slot of slots) {
    rows.set(slot.rows, from);
    from += slot.rows.length;
  }
  return rows;
}

interface Ends {
  readonly bottom: number;
  readonly top: number;
  readonly isLog: boolean;
}

/** Short ones below, each at the lowest place where it meets none. */
function placedAbove(
  found: readonly Compared[],
  slots: readonly GroupSlot[],
  { bottom, top, isLog }: Ends,
): Omit<DrawnBrackets, "notes"> {
  const [low, high] = isLog ? [Math.log10(bottom), Math.log10(top)] : [bottom, top];
  const height = high > low ? high - low : Math.abs(high) || 1;
  const onAxis = (place: number): number => (isLog ? 10 ** place : place);
  const x: number[] = [];
  const y: number[] = [];
  const annotations: JsonObject[] = [];
  const texts: Sentence[] = [];
  const levels: (readonly [number, number])[][] = [];
  for (const pair of [...found].sort((a, b) => a.second - a.first - (b.second - b.first) || a.first - b.first)) {
    const free = levels.findIndex((level) => level.every(([from, to]) => pair.second <= from || pair.first >= to));
    const level = free < 0 ? levels.push([]) - 1 : free;
    levels[level]?.push([pair.first, pair.second]);
    const at = high + height * (0.06 + step * level);
    // Neighbours on one height do not touch.
    const [from, to] = [(slots[pair.first]?.x ?? 0) + 0.06, (slots[pair.second]?.x ?? 0) - 0.06];
    x.push(from, from, to, to, Number.NaN);
    y.push(...[at - height * tip, at, at, at - height * tip].map(onAxis), Number.NaN);
    const text = words.sentence(pair.p < leastTold ? "p-below" : "p", {
      p: pair.p < leastTold ? leastTold : Number(pair.p.toPrecision(2)),
    });
    texts.push(text);
    annotations.push({
      x: (from + to) / 2,
      xref: "x",
      y: at,
      yref: "y",
      yanchor: "bottom",
      yshift: 1,
      showarrow: false,
      text: words.say(pair.p < leastTold ? "p-below" : "p", text.params, "en"),
      meta: "bracket",
    });
  }
  if (annotations.length === 0) return { traces: [], annotations: [], texts: [] };
  // A point without length above all keeps room for the last text.
  const above = high + height * (0.06 + step * levels.length);
  x.push(0, 0, Number.NaN);
  y.push(onAxis(above), onAxis(above), Number.NaN);
  return {
    annotations,
    texts,
    traces: [
      {
        type: "scatter",
        mode: "lines",
        name: "",
        x: f8(x),
        y: f8(y),
        line: { width: 1.2, simplify: false },
        hoverinfo: "skip",
        showlegend: false,
        meta: { role: "rest", part: "bracket" },
      },
    ],
  };
}

/** Smaller ones are no more than that on a picture. */
const leastTold = 1e-300;

/** The lowest and the highest of them all. */
export function extent(lists: readonly ArrayLike<number>[]): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const list of lists)
    for (let at = 0; at < list.length; at++) {
      low = Math.min(low, list[at] as number);
      high = Math.max(high, list[at] as number);
    }
  return [low, high];
}

/** Texts of annotations as a view may translate them; `before`: annotations that stand before them. */
export const annotationWords = (
  texts: readonly Sentence[],
  before: number,
): readonly (Sentence & { readonly path: readonly string[] })[] =>
  texts.map((text, at) => ({ ...text, path: ["annotations", String(before + at), "text"] }));
