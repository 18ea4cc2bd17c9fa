// The mutations of one gene along its protein: a stem a place and class, as high as it has mutations, above the protein with its domains.
// Changes that come again are named where a name has a place.

import { plainText, spoken } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import { labelPlaces, type LabelSide } from "../../artifacts/label-places.ts";
import type { JsonObject } from "../../base/json.ts";
import { shortText } from "../../charts/parts/plot-array.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { inOrderOfClasses } from "../../stats/mutations/mutation-classes.ts";
import type { Cohort, GeneCounts } from "./execute-cohort.ts";
import { classLook, classWord, inEnglish, titles } from "./execute-marks.ts";
import type { Protein } from "./execute-protein.ts";
import type { MutationRecord } from "./execute-records.ts";
import { words } from "./words.ts";

interface Head {
  readonly position: number;
  readonly class: string;
  readonly n: number;
  /** The changes there, the most frequent first. */
  readonly changes: readonly string[];
}

/** A name that has a place on a telephone has one everywhere. */
const room = { width: 290, height: 190 };
const mostLabels = 30;

/** Of each place and class how often. */
export function headsOf(records: readonly MutationRecord[]): readonly Head[] {
  const found = new Map<string, { position: number; class: string; changes: Map<string, number> }>();
  for (const { position, class: name, change } of records) {
    if (position === null) continue;
    const key = JSON.stringify([position, name]);
    const head = found.get(key) ?? { position, class: name, changes: new Map<string, number>() };
    found.set(key, head);
    head.changes.set(change, (head.changes.get(change) ?? 0) + 1);
  }
  return [...found.values()]
    .map(({ changes, ...head }) => ({
      ...head,
      n: [...changes.values()].reduce((sum, n) => sum + n, 0),
      changes: [...changes].sort((a, b) => b[1] - a[1]).map(([change]) => change),
    }))
    .sort((a, b) => a.position - b.position || b.n - a.n);
}

/** R882H and R882C are R882H/C. */
export function changesInShort(changes: readonly string[]): string {
  const bare = changes.map((change) => change.replace(/^p\./u, ""));
  const [first = ""] = bare;
  const stem = /^[A-Z*][a-z]{0,2}\d+/u.exec(first)?.[0] ?? "";
  const same = bare.filter((change) => stem !== "" && change.startsWith(stem));
  if (same.length < 2) return bare.length > 1 ? `${first} …` : first;
  const ends = same.map((change) => change.slice(stem.length));
  return `${stem}${ends.slice(0, 4).join("/")}${ends.length > 4 ? "/…" : ""}`;
}

/** Null: no mutation of it names its place. */
export function lollipopFigure(cohort: Cohort, gene: GeneCounts, protein: Protein): Figure | null {
  const records = gene.calls.flatMap((call) => call.records);
  const heads = headsOf(records);
  if (heads.length === 0) return null;
  const placed = heads.reduce((sum, { n }) => sum + n, 0);
  const last = Math.max(...heads.map(({ position }) => position), ...protein.domains.map(({ end }) => end));
  const length = Math.max(protein.length ?? 0, last);
  const top = Math.max(...heads.map(({ n }) => n));
  const unit = top * 0.05;
  const classes = inOrderOfClasses(cohort.records.classes);
  const share = (100 * gene.calls.length) / cohort.sequenced;
  const title = words.sentence("title-lollipop", {
    gene: gene.name,
    n: gene.calls.length,
    sequenced: cohort.sequenced,
    share: Number(share.toPrecision(3)),
  });
  const [x, y] = [words.sentence("axis-protein", { gene: gene.name }), words.sentence("axis-mutations")];
  const most = [...heads].sort((a, b) => b.n - a.n).slice(0, 5);
  const alt = words.sentence("alt-lollipop", {
    gene: gene.name,
    n: placed,
    first: most.map(({ changes, n }) => `${changesInShort(changes)}: ${n}`),
  });
  const notes: Sentence[] = [
    ...(placed < records.length ? [words.sentence("note-no-place", { n: records.length - placed, all: records.length })] : []),
    ...(protein.length === null ? [words.sentence("note-no-length", { last: length })] : []),
    ...(protein.length !== null && last > protein.length
      ? [words.sentence("note-beyond", { length: protein.length, last })]
      : []),
  ];
  const stems: JsonObject = {
    type: "scatter",
    mode: "lines",
    name: "",
    x: heads.flatMap(({ position }) => [position, position, null]),
    y: heads.flatMap(({ n }) => [0, n, null]),
    line: { width: 1 },
    hoverinfo: "skip",
    showlegend: false,
    meta: { role: "rest" },
  };
  const points = inOrderOfClasses(heads.map((head) => head.class)).map((name): JsonObject => {
    const own = heads.filter((head) => head.class === name);
    return {
      type: "scatter",
      mode: "markers",
      name: inEnglish(classWord(name)),
      x: own.map(({ position }) => position),
      y: own.map(({ n }) => n),
      text: own.map(({ changes, n }) => plainText(`${changes.map((change) => change.replace(/^p\./u, "")).join(", ")}: ${n}`)),
      hovertemplate: "%{text}<extra></extra>",
      showlegend: true,
      marker: { size: 9 },
      meta: {
        role: "group",
        group: classLook(name, classes).group,
        field: "",
        value: name,
        part: "points",
        word: spoken(classWord(name)),
      },
    };
  });
  return {
    type: "figure",
    data: [...bodyOf(protein, length, unit), stems, ...points],
    layout: {
      title: { text: plainText(inEnglish(title)) },
      barmode: "overlay",
      xaxis: {
        title: { text: plainText(inEnglish(x)) },
        range: [-length * 0.02, length * 1.02],
        zeroline: false,
        showgrid: false,
      },
      yaxis: { title: { text: inEnglish(y) }, range: [-3.4 * unit, top * 1.25], zeroline: false, tickformat: "d" },
      annotations: [...labelsOf(heads, { length, top }), ...namesOfDomains(protein, length, unit)],
      showlegend: true,
      meta: {
        height: 400,
        alt: spoken(alt),
        notes: notes.map(spoken),
        sizes: [...new Set(heads.map(({ n }) => n))],
        words: [...(titles({ xaxis: x, yaxis: y }) as JsonObject[]), { path: ["title", "text"], ...spoken(title) }],
      },
    },
    alt: inEnglish(alt),
    marks: heads.length,
  };
}

/** The protein below the axis, its domains thicker. */
function bodyOf({ domains }: Protein, length: number, unit: number): JsonObject[] {
  const bar = (
    list: readonly { readonly start: number; readonly end: number; readonly name: string }[],
    rest: JsonObject,
  ): JsonObject => ({
    type: "bar",
    orientation: "h",
    name: "",
    x: list.map(({ start, end }) => end - start + 1),
    base: list.map(({ start }) => start - 0.5),
    y: list.map(() => -1.6 * unit),
    text: list.map(({ name, start, end }) => plainText(name === "" ? "" : `${name}: ${start} – ${end}`)),
    textposition: "none",
    showlegend: false,
    ...rest,
  });
  return [
    bar([{ start: 1, end: length, name: "" }], {
      width: unit,
      hoverinfo: "skip",
      marker: { opacity: 0.35 },
      meta: { role: "others", part: "bar" },
    }),
    ...(domains.length === 0
      ? []
      : [
          bar(domains, {
            width: 2.4 * unit,
            hovertemplate: "%{text}<extra></extra>",
            marker: { opacity: 0.45 },
            meta: { role: "others", part: "bar" },
          }),
        ]),
  ];
}

/** Within a domain where its name fits, of which the first letters do on a telephone. */
function namesOfDomains({ domains }: Protein, length: number, unit: number): JsonObject[] {
  const [letter, wide] = [7, 450];
  return domains.flatMap(({ name, start, end }): JsonObject[] => {
    const letters = Math.floor((((end - start) / length) * wide) / letter);
    if (name === "" || letters < 3) return [];
    return [
      {
        text: shortText(name, Math.max(3, letters)),
        x: (start + end) / 2,
        y: -1.6 * unit,
        showarrow: false,
        borderpad: 0,
        font: { size: 11 },
      },
    ];
  });
}

const anchors: { readonly [side in LabelSide]: JsonObject } = {
  "top center": { xanchor: "center", yanchor: "bottom", yshift: 5 },
  "bottom center": { xanchor: "center", yanchor: "top", yshift: -5 },
  "middle right": { xanchor: "left", yanchor: "middle", xshift: 6 },
  "middle left": { xanchor: "right", yanchor: "middle", xshift: -6 },
};

/** Of what came at least twice, the most frequent first. */
function labelsOf(heads: readonly Head[], { length, top }: { readonly length: number; readonly top: number }): JsonObject[] {
  const again = heads
    .filter(({ n }) => n > 1)
    .sort((a, b) => b.n - a.n)
    .slice(0, mostLabels);
  const places = labelPlaces(
    again.map(({ position, n, changes }) => ({
      x: (position / length) * room.width,
      y: room.height - (n / (top * 1.25)) * room.height,
      text: changesInShort(changes),
    })),
    room,
  );
  return again.flatMap(({ position, n, changes }, at): JsonObject[] => {
    const side = places[at];
    if (!side) return [];
    return [
      {
        text: plainText(changesInShort(changes)),
        x: position,
        y: n,
        ...anchors[side],
        showarrow: false,
        borderpad: 0,
        meta: "label",
      },
    ];
  });
}
