// The oncoprint: a row a gene, a column a sequenced sample, a mark where it is mutated, coloured by class; above it what is known of the
// samples and their burden, at the right how many samples each gene is mutated in.

import { plainText, spoken } from "../../artifacts/figure-text.ts";
import type { Column, Figure, Table } from "../../artifacts/artifact.ts";
import { cellString, columnOf, isMissing } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { shortText } from "../../charts/parts/plot-array.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { inOrderOfClasses } from "../../stats/mutations/mutation-classes.ts";
import { memoSort } from "../../stats/mutations/memo-sort.ts";
import { type Cohort, type GeneCounts, severalClasses } from "./execute-cohort.ts";
import { classLook, classMeta, classWord, inEnglish, rectangles, titles } from "./execute-marks.ts";
import { words } from "./words.ts";

interface Asked {
  readonly cohort: Cohort;
  readonly shown: readonly GeneCounts[];
  /** Columns of the table of samples. */
  readonly tracks: readonly string[];
  readonly burden: "counted" | "all";
}

/** More columns than these are no wider than nothing on any screen. */
const mostSamples = 2_000;
/** Pixels of a row, and of what stands above the rows. */
const [rowPixels, burdenPixels] = [18, 72];
/** A bar at the right takes this share of the width. */
const rightShare = 0.12;

export function oncoprintFigure({ cohort, shown, tracks, burden }: Asked): Figure {
  const { samples } = cohort;
  const sequenced = [...samples.ids.keys()].filter((at) => samples.isSequenced[at] === 1);
  const has = shown.map(({ calls }) => new Set(calls.map(({ sample }) => sample)));
  const burdenAt = (sample: number): number => {
    const counts = cohort.of[sample];
    return counts ? (burden === "all" ? counts.all : counts.counted) : 0;
  };
  const order = memoSort(
    { genes: shown.length, samples: sequenced.length },
    (gene, at) => has[gene]?.has(sequenced[at] as number) ?? false,
    sequenced.map(burdenAt),
  )
    .slice(0, mostSamples)
    .map((at) => sequenced[at] as number);
  const place = new Map(order.map((sample, at) => [sample, at]));
  const width = order.length > 100 ? 1 : 0.9;
  const idAt = (sample: number): string => samples.ids[sample] ?? "";
  const { sheet } = samples;
  const drawn = sheet ? tracks.flatMap((name) => columnOf(sheet, name) ?? []) : [];
  const rowOfTrack = (at: number): number => drawn.length - at + 0.4;
  const traces: JsonObject[] = [backgroundOf(shown.length, order.length)];
  const classes = inOrderOfClasses(cohort.records.classes);
  const drawnClasses = [...classes, severalClasses].filter((name) =>
    shown.some(({ calls }) => calls.some((call) => call.class === name && place.has(call.sample))),
  );
  for (const name of drawnClasses) {
    const marks = shown.flatMap((gene, row) =>
      gene.calls
        .filter((call) => call.class === name && place.has(call.sample))
        .map((call) => ({
          x: place.get(call.sample) as number,
          y: -row,
          text: `${idAt(call.sample)} · ${gene.name}: ${call.records
            .map((record) => [inEnglish(classWord(record.class)), record.change].filter((part) => part !== "").join(" "))
            .join(", ")}`,
        })),
    );
    const { height } = name === severalClasses ? { height: 0.84 } : classLook(name, classes);
    traces.push(
      rectangles(
        { x: marks.map(({ x }) => x), y: marks.map(({ y }) => y), text: marks.map(({ text }) => text), width, height },
        { name: inEnglish(classWord(name)), showlegend: true, legendgroup: "class", meta: classMeta(name, classes) },
      ),
    );
  }
  traces.push(...sharesOf(shown, cohort, classes));
  traces.push({
    type: "bar",
    name: "",
    x: [...order.keys()],
    y: order.map(burdenAt),
    base: 0,
    width,
    yaxis: "y2",
    text: order.map((sample) => plainText(idAt(sample))),
    textposition: "none",
    hovertemplate: "%{text}: %{y}<extra></extra>",
    showlegend: false,
    meta: { role: "rest", part: "bar" },
  });
  if (sheet)
    for (const [at, column] of drawn.entries()) traces.push(...trackOf(column, rowOfTrack(at), { order, cohort, width, sheet }));
  return framed(traces, { cohort, shown, order, drawn, rowOfTrack, burden });
}

/** One strip a gene: what is not mutated. */
const backgroundOf = (rows: number, samples: number): JsonObject => ({
  type: "bar",
  name: "",
  x: Array.from({ length: rows }, () => (samples - 1) / 2),
  y: Array.from({ length: rows }, () => 0.84),
  base: Array.from({ length: rows }, (_, row) => -row - 0.42),
  width: samples,
  marker: { opacity: 0.22 },
  hoverinfo: "skip",
  showlegend: false,
  meta: { role: "others", part: "bar" },
});

/** At the right: samples of each gene by class, as shares of the sequenced. */
function sharesOf(shown: readonly GeneCounts[], { sequenced }: Cohort, classes: readonly string[]): JsonObject[] {
  const base = shown.map(() => 0);
  return [...classes, severalClasses].flatMap((name): JsonObject[] => {
    const sizes = shown.map(({ calls }) => (100 * calls.filter((call) => call.class === name).length) / sequenced);
    if (sizes.every((size) => size === 0)) return [];
    const from = [...base];
    for (const [row, size] of sizes.entries()) base[row] = (base[row] as number) + size;
    return [
      {
        type: "bar",
        orientation: "h",
        name: "",
        x: sizes,
        base: from,
        y: shown.map((_, row) => -row),
        width: 0.7,
        xaxis: "x2",
        hovertemplate: "%{x:.1f} %<extra></extra>",
        showlegend: false,
        meta: classMeta(name, classes),
      },
    ];
  });
}

interface Track {
  readonly order: readonly number[];
  readonly cohort: Cohort;
  readonly width: number;
  readonly sheet: Table;
}
/** More values than these are told by pointing at them alone. */
const mostLevels = 12;

/** Numbers as bars within their row, all else as colours. */
function trackOf(column: Column, y: number, { order, cohort, width }: Track): JsonObject[] {
  const { samples } = cohort;
  const rows = order.map((sample) => samples.row[sample] ?? -1);
  const told = (at: number): string => {
    const row = rows[at] as number;
    return row < 0 || isMissing(column, row) ? "" : cellString(column, row);
  };
  const textAt = (at: number): string => `${samples.ids[order[at] as number] ?? ""} · ${column.name}: ${told(at) || "–"}`;
  const present = [...order.keys()].filter((at) => told(at) !== "");
  if (column.type === "float64" || (column.type === "int32" && new Set(present.map(told)).size > 6)) {
    const values = present.map((at) => column.values[rows[at] as number] as number);
    const finite = values.filter(Number.isFinite);
    const [low, high] = [Math.min(...finite, 0), Math.max(...finite)];
    const drawn = present.flatMap((at, of) => (Number.isFinite(values[of]) ? [{ at, value: values[of] as number }] : []));
    return [
      {
        type: "bar",
        name: "",
        x: drawn.map(({ at }) => at),
        y: drawn.map(({ value }) => (high > low ? (0.84 * (value - low)) / (high - low) : 0.84)),
        base: drawn.map(() => y - 0.42),
        width,
        text: drawn.map(({ at }) => plainText(textAt(at))),
        textposition: "none",
        hovertemplate: "%{text}<extra></extra>",
        showlegend: false,
        meta: { role: "missing", part: "bar" },
      },
    ];
  }
  const levels = [...new Set(present.map(told))].sort((a, b) => (a < b ? -1 : 1));
  return levels.map((level, group): JsonObject => {
    const at = present.filter((each) => told(each) === level);
    return rectangles(
      { x: at, y: at.map(() => y), text: at.map(textAt), width, height: 0.84 },
      {
        name: shortText(level, 18),
        showlegend: levels.length <= mostLevels,
        legendgroup: `track ${column.name}`,
        legendgrouptitle: { text: shortText(column.name, 22) },
        meta: { role: "group", group, field: column.name, value: level, part: "bar" },
      },
    );
  });
}

interface Framed {
  readonly cohort: Cohort;
  readonly shown: readonly GeneCounts[];
  readonly order: readonly number[];
  readonly drawn: readonly Column[];
  readonly rowOfTrack: (at: number) => number;
  readonly burden: "counted" | "all";
}

function framed(data: JsonObject[], { cohort, shown, order, drawn, rowOfTrack, burden }: Framed): Figure {
  const { sequenced, samples } = cohort;
  const rows = shown.length + drawn.length + 0.6;
  const pixels = rows * rowPixels;
  const share = pixels / (pixels + burdenPixels);
  const shareTold = (n: number): string => `${Math.round((100 * n) / sequenced)} %`;
  const notSequenced = samples.ids.length - sequenced;
  const absent = order.filter((sample) => !shown.some(({ calls }) => calls.some((call) => call.sample === sample))).length;
  const alt = words.sentence("alt-oncoprint", {
    n: order.length,
    mutated: order.length - absent,
    genes: shown.map(({ name, calls }) => `${name} ${shareTold(calls.length)}`).slice(0, 12),
    tracks: drawn.map(({ name }) => name),
  });
  const notes: Sentence[] = [
    words.sentence("note-oncoprint", { n: order.length, unmutated: absent }),
    ...(notSequenced > 0 ? [words.sentence("note-not-sequenced", { n: notSequenced })] : []),
    ...(order.length < sequenced ? [words.sentence("note-first", { n: order.length, all: sequenced })] : []),
  ];
  const [x, x2, y2] = [
    words.sentence("axis-samples", { n: order.length }),
    words.sentence("axis-share"),
    words.sentence(burden === "all" ? "axis-burden-all" : "axis-burden"),
  ];
  const named = [
    ...drawn.map((column, at) => ({ at: rowOfTrack(at), text: shortText(column.name, 16) })),
    ...shown.map(({ name, calls }, row) => ({ at: -row, text: `${shortText(name, 16)} ${shareTold(calls.length)}` })),
  ];
  const hidden = { showgrid: false, zeroline: false, showticklabels: false, ticks: "", fixedrange: true };
  const layout: JsonObject = {
    barmode: "overlay",
    bargap: 0,
    xaxis: {
      title: { text: inEnglish(x) },
      range: [-0.5, order.length - 0.5],
      domain: [0, 1 - rightShare - 0.01],
      ...hidden,
      fixedrange: false,
    },
    xaxis2: {
      title: { text: inEnglish(x2) },
      domain: [1 - rightShare, 1],
      rangemode: "tozero",
      // Two numbers side by side on a telephone.
      nticks: 2,
      tickangle: 0,
      showgrid: false,
      zeroline: false,
      fixedrange: true,
    },
    yaxis: {
      range: [0.4 - shown.length, drawn.length + (drawn.length > 0 ? 1 : 0.5)],
      domain: [0, share],
      tickmode: "array",
      tickvals: named.map(({ at }) => at),
      ticktext: named.map(({ text }) => text),
      showgrid: false,
      zeroline: false,
      fixedrange: true,
      title: { text: "" },
    },
    yaxis2: {
      title: { text: inEnglish(y2) },
      domain: [share + 0.02, 1],
      anchor: "x",
      rangemode: "tozero",
      nticks: 3,
      zeroline: false,
      fixedrange: true,
    },
    showlegend: true,
    legend: { tracegroupgap: 8, groupclick: "toggleitem" },
    meta: {
      height: Math.round(pixels + burdenPixels + 90),
      alt: spoken(alt),
      notes: notes.map(spoken),
      words: titles({ xaxis: x, xaxis2: x2, yaxis2: y2 }),
    },
  };
  return { type: "figure", data, layout, alt: inEnglish(alt), marks: shown.reduce((sum, { calls }) => sum + calls.length, 0) };
}
