// How a figure gets its looks: colours by group and theme, shapes from the seventh group, words in the reader's language.

import { expect, test } from "vitest";
import "../all-words.ts";
import type { Figure } from "../artifacts/artifact.ts";
import type { JsonObject } from "../base/json.ts";
import { darkColours, groupColour, groupShape, lightColours } from "./chart-colours.ts";
import { withGroupColours } from "../artifacts/group-colours.ts";
import { figureWords } from "./figure-words.ts";
import { themeFigure } from "./theme-figure.ts";

const figure: Figure = {
  type: "figure",
  data: [
    {
      type: "scatter",
      mode: "markers",
      name: "Female",
      meta: { role: "group", group: 0, field: "sex", value: "Female", part: "points" },
    },
    {
      type: "scatter",
      mode: "markers",
      name: "(missing)",
      meta: { role: "missing", word: { key: "chart.group-missing", params: {} } },
    },
  ],
  layout: {
    xaxis: { title: { text: "Samples" } },
    yaxis: {},
    meta: {
      words: [{ path: ["xaxis", "title", "text"], key: "chart.axis-samples", params: {} }],
      notes: [],
      alt: { key: "chart.alt-box-alone", params: { y: "a", parts: ["1"] } },
    },
  },
  alt: "Box of a, median 1.",
  marks: 2,
};
const look = { colours: lightColours, locale: "en", width: 900, height: 360 } as const;
const marker = (themed: ReturnType<typeof themeFigure>, at: number) => themed.data[at]?.["marker"] as JsonObject;

test("the same figure is drawn in the colours of either theme, missing in those of controls", () => {
  expect(marker(themeFigure(figure, look), 0)["color"]).toBe("#0072B2");
  expect(marker(themeFigure(figure, { ...look, colours: darkColours }), 0)["color"]).toBe("#4FA3D9");
  expect(marker(themeFigure(figure, look), 1)["color"]).toBe(lightColours.control);
});

test("a notebook may keep a value's colour", () => {
  expect(
    marker(
      themeFigure(
        withGroupColours(figure, () => 3),
        look,
      ),
      0,
    )["color"],
  ).toBe("#CC79A7");
});

test("numbers under boxes that stand close say n once, so that no two touch on a telephone", () => {
  const count = (x: number, n: number): JsonObject => ({ x, text: `n = ${n}`, meta: "n" });
  const boxes: Figure = {
    ...figure,
    layout: {
      xaxis: { range: [-0.5, 2.5] },
      yaxis: {},
      annotations: [count(-0.2, 4), count(0.2, 3), count(0.8, 4), count(1.2, 4), { x: 1, text: "n = of its own" }],
    },
  };
  const texts = (width: number): unknown =>
    (themeFigure(boxes, { ...look, width }).layout["annotations"] as JsonObject[]).map((note) => note["text"]);
  expect(texts(900)).toEqual(["n = 4", "n = 3", "n = 4", "n = 4", "n = of its own"]);
  expect(texts(326)).toEqual(["n = 4", "3", "4", "4", "n = of its own"]);
});

test("on a telephone a long title takes more lines, and of many names as many are written as fit", () => {
  const names = Array.from({ length: 40 }, (_, at) => `g${at}`);
  const wide: Figure = {
    ...figure,
    layout: {
      title: { text: "Reads of each sample &lt;after&gt; the filter of low genes" },
      xaxis: { tickvals: names.map((_, at) => at), ticktext: names },
      yaxis: {},
    },
  };
  const at = (width: number) => {
    const { title, margin, xaxis } = themeFigure(wide, { ...look, width }).layout as { [name: string]: JsonObject };
    return { text: title?.["text"], top: margin?.["t"], names: ((xaxis?.["ticktext"] ?? []) as readonly string[]).length };
  };
  expect(at(900)).toEqual({ text: "Reads of each sample &lt;after&gt; the filter of low genes", top: 40, names: 40 });
  expect(at(326)).toEqual({ text: "Reads of each sample &lt;after&gt;<br>the filter of low genes", top: 58, names: 14 });
});

test("on a telephone the title of a colour scale stands below its lying bar, in the lines and with the room that it needs", () => {
  const name = "Mean of the largest perimeter of all nuclei of a sample, micrometres";
  const scaled = (text: string): Figure => ({
    ...figure,
    data: [
      { type: "heatmap", z: [], colorbar: { title: { text } }, meta: { role: "diverging" } },
      { type: "scatter", mode: "markers", marker: { colorbar: { title: { text } } }, meta: { role: "sequential" } },
    ],
  });
  const at = (text: string, width: number) => {
    const { data, layout } = themeFigure(scaled(text), { ...look, width });
    const bars = [data[0]?.["colorbar"], marker({ data, layout }, 1)["colorbar"]] as JsonObject[];
    const titles = bars.map((bar) => bar["title"] as JsonObject);
    return { sides: titles.map(({ side }) => side), texts: titles.map((title) => title["text"]), margin: layout["margin"] };
  };
  expect(at("z-score", 326)).toMatchObject({ sides: ["bottom", "bottom"], texts: ["z-score", "z-score"], margin: { b: 104 } });
  const broken = "Mean of the largest perimeter of all<br>nuclei of a sample, micrometres";
  expect(at(name, 326)).toMatchObject({ texts: [broken, broken], margin: { b: 119 } });
  expect(at(name, 900)).toMatchObject({ sides: [undefined, undefined], texts: [name, name], margin: { b: 48 } });
});

test("a title begins at the same place whatever room the names of rows take", () => {
  const titled = { ...figure, layout: { ...figure.layout, title: { text: "A title" } } };
  for (const width of [326, 900])
    expect(themeFigure(titled, { ...look, width }).layout["title"]).toMatchObject({ x: 0, xref: "container" });
});

test("no two of 36 groups share both colour and shape", () => {
  const seen = new Set(Array.from({ length: 36 }, (_, group) => `${groupColour(lightColours, group)} ${groupShape(group)}`));
  expect(seen.size).toBe(36);
});

test("words inside a figure and its text alternative are in the reader's language", () => {
  const themed = themeFigure(figure, { ...look, locale: "ru" });
  expect(((themed.layout["xaxis"] as JsonObject)["title"] as JsonObject)["text"]).toBe("Образцов");
  expect(themed.data[1]?.["name"]).toBe("(пропуск)");
  expect(figureWords(figure, "ru").alt).toBe("Боксплот a, медиана 1.");
});

test("what Plotly draws for no family is not drawn as something else, and that is said; points need no type", () => {
  const odd = { ...figure, data: [{ type: "sankey", x: [1] }, { x: [1] }, { type: "bar", y: [1] }] };
  expect(themeFigure(odd, look).data.map(({ visible }) => visible ?? true)).toEqual([false, true, true]);
  expect(figureWords(odd, "en").notes).toEqual([expect.stringMatching(/\(sankey\) is not drawn/)]);
  expect(figureWords(odd, "ru").notes).toEqual([expect.stringMatching(/\(sankey\) не показана/)]);
});

test("of many points those of small groups lie above those of large ones, each the lighter the more there are; the legend stays", () => {
  const group = (at: number, n: number): JsonObject => ({
    type: "scattergl",
    mode: "markers",
    name: `g${at}`,
    x: Array.from({ length: n }, () => 1),
    y: Array.from({ length: n }, () => 1),
    meta: { role: "group", group: at, part: "points" },
  });
  const drawn = (marks: number) =>
    themeFigure({ ...figure, data: [group(0, 3), group(1, 40), group(2, 20)], layout: {}, marks }, look).data.map((trace) => [
      trace["name"],
      trace["legendrank"],
      (trace["marker"] as JsonObject)["opacity"],
    ]);
  expect(drawn(63).map(([name]) => name)).toEqual(["g0", "g1", "g2"]);
  expect(drawn(20_000)).toEqual([
    ["g1", 1001, 0.55],
    ["g2", 1002, 0.55],
    ["g0", 1000, 0.55],
  ]);
  expect(drawn(80_000)[0]?.[2]).toBeCloseTo(0.275);
  expect(drawn(1e9)[0]?.[2]).toBe(0.15);
});
