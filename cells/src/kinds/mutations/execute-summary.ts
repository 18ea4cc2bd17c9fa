// The cohort in six pictures beside each other, as maftools' plotmafSummary: mutations by class, type and substitution, transitions,
// the burden of each sample, the genes that are mutated most often.

import { plainText, spoken } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import { shortText } from "../../charts/parts/plot-array.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { inOrderOfClasses } from "../../stats/mutations/mutation-classes.ts";
import type { MutationsBody } from "../../reports/mutations/report.ts";
import { type Cohort, severalClasses, type GeneCounts } from "./execute-cohort.ts";
import { classMeta, classWord, inEnglish, titles } from "./execute-marks.ts";
import { words } from "./words.ts";

const mostGenes = 10;
/** Left and right, and three rows from the top. */
const columns = [
  [0, 0.42],
  [0.58, 1],
] as const;
const rows = [
  [0.75, 1],
  [0.4, 0.65],
  [0, 0.28],
] as const;

interface Panel {
  readonly at: readonly [0 | 1, 0 | 1 | 2];
  readonly title: Sentence;
  readonly data: (axes: JsonObject) => JsonObject[];
  readonly names: readonly string[] | null;
}

export function summaryFigure(cohort: Cohort, body: MutationsBody): Figure {
  const classes = inOrderOfClasses(cohort.records.classes);
  const panels: Panel[] = [
    barsPanel([0, 0], words.sentence("panel-classes"), body.byClass, (name) => ({
      meta: classMeta(name, classes),
      label: classWord(name),
    })),
    barsPanel([1, 0], words.sentence("panel-types"), body.byType, plainLook),
    barsPanel([0, 1], words.sentence("panel-substitutions"), body.bySubstitution, plainLook),
    barsPanel(
      [1, 1],
      words.sentence("panel-titv"),
      [
        { name: "Ti", n: body.transitions },
        { name: "Tv", n: body.transversions },
      ],
      plainLook,
    ),
    burdenPanel(cohort, classes),
    genesPanel(cohort, classes),
  ];
  const layout: { [field: string]: JsonObject[string] } = {};
  const said: { [axis: string]: Sentence } = {};
  const data = panels.flatMap(({ at, title, data: of, names }, place) => {
    const number = place === 0 ? "" : String(place + 1);
    const [column, row] = at;
    layout[`xaxis${number}`] = {
      title: { text: inEnglish(title) },
      domain: [...columns[column]],
      anchor: `y${number}`,
      zeroline: false,
      nticks: 4,
      ...(names ? { rangemode: "tozero" } : { showticklabels: false, showgrid: false }),
    };
    layout[`yaxis${number}`] = {
      title: { text: "" },
      domain: [...rows[row]],
      anchor: `x${number}`,
      zeroline: false,
      ...(names
        ? {
            tickmode: "array",
            tickvals: names.map((_, of_) => -of_),
            ticktext: names.map((name) => shortText(name, 16)),
            range: [0.5 - names.length, 0.5],
            showgrid: false,
          }
        : { rangemode: "tozero" }),
    };
    said[`xaxis${number}`] = title;
    return of({ xaxis: `x${number}`, yaxis: `y${number}` });
  });
  const alt = words.sentence("alt-summary", {
    n: body.counted,
    samples: body.sequenced,
    classes: body.byClass.slice(0, 4).map(({ name, n }) => `${inEnglish(classWord(name))} ${n}`),
    median: body.burden.median,
    genes: body.genes.slice(0, 5).map(({ name, samples }) => `${name} ${samples}`),
  });
  return {
    type: "figure",
    data,
    layout: {
      ...layout,
      barmode: "overlay",
      bargap: 0,
      showlegend: false,
      meta: { height: 620, alt: spoken(alt), notes: [], words: titles(said) },
    },
    alt: inEnglish(alt),
    marks: data.length,
  };
}

const plainLook = (name: string): { readonly meta: JsonObject; readonly label: Sentence } => ({
  meta: { role: "plain", part: "bar" },
  label: words.sentence("class-other", { name }),
});

function barsPanel(
  at: Panel["at"],
  title: Sentence,
  list: readonly { readonly name: string; readonly n: number }[],
  look: (name: string) => { readonly meta: JsonObject; readonly label: Sentence },
): Panel {
  return {
    at,
    title,
    names: list.map(({ name }) => inEnglish(look(name).label)),
    data: (axes) =>
      list.map(({ name, n }, row) => ({
        type: "bar",
        orientation: "h",
        name: "",
        x: [n],
        y: [-row],
        width: 0.7,
        text: [plainText(`${inEnglish(look(name).label)}: ${n}`)],
        textposition: "none",
        hovertemplate: "%{text}<extra></extra>",
        showlegend: false,
        ...axes,
        meta: withoutWord(look(name).meta),
      })),
  };
}

/** Its name stands on the axis. */
function withoutWord(meta: JsonObject): JsonObject {
  const { word: _word, ...rest } = meta;
  return rest;
}

function burdenPanel(cohort: Cohort, classes: readonly string[]): Panel {
  const { samples } = cohort;
  const order = [...samples.ids.keys()]
    .filter((at) => samples.isSequenced[at] === 1)
    .sort((a, b) => (cohort.of[b]?.counted ?? 0) - (cohort.of[a]?.counted ?? 0) || a - b);
  return {
    at: [0, 2],
    title: words.sentence("panel-burden", { n: order.length }),
    names: null,
    data: (axes) => {
      const base = order.map(() => 0);
      return classes.map((name): JsonObject => {
        const sizes = order.map((sample) => cohort.of[sample]?.byClass.get(name) ?? 0);
        const from = [...base];
        for (const [at, size] of sizes.entries()) base[at] = (base[at] as number) + size;
        return {
          type: "bar",
          name: "",
          x: [...order.keys()],
          y: sizes,
          base: from,
          width: 1,
          text: order.map((sample) => plainText(samples.ids[sample] ?? "")),
          textposition: "none",
          hovertemplate: "%{text}: %{y}<extra></extra>",
          showlegend: false,
          ...axes,
          meta: withoutWord(classMeta(name, classes)),
        };
      });
    },
  };
}

function genesPanel({ genes, sequenced }: Cohort, classes: readonly string[]): Panel {
  const shown = genes.slice(0, mostGenes);
  const ofClass = (gene: GeneCounts, name: string): number => gene.calls.filter((call) => call.class === name).length;
  return {
    at: [1, 2],
    title: words.sentence("panel-genes", { n: sequenced }),
    names: shown.map(({ name }) => name),
    data: (axes) => {
      const base = shown.map(() => 0);
      return [...classes, severalClasses].map((name): JsonObject => {
        const sizes = shown.map((gene) => ofClass(gene, name));
        const from = [...base];
        for (const [at, size] of sizes.entries()) base[at] = (base[at] as number) + size;
        return {
          type: "bar",
          orientation: "h",
          name: "",
          x: sizes,
          base: from,
          y: shown.map((_, row) => -row),
          width: 0.7,
          hovertemplate: "%{x}<extra></extra>",
          showlegend: false,
          ...axes,
          meta: withoutWord(classMeta(name, classes)),
        };
      });
    },
  };
}
