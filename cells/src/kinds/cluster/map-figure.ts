// Rows by two of their columns, coloured by cluster: an embedding that came with them, else the first two by which they were grouped.

import { plainText, spoken } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import { isMissing } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { type DrawnClusters, floats, groupOf, sizesTold } from "./figure-parts.ts";
import { words } from "./words.ts";

/** From so many points on they are drawn by the graphics processor. */
const many = 2_000;
const picture = /^(?:UMAP|t-?SNE|X_umap|X_tsne)[ ._-]?1$/i;

interface Axis {
  readonly name: string;
  readonly isScaled: boolean;
  at(row: number): number;
}

/** Null: rows have one column. */
export function mapFigure(drawn: DrawnClusters): Figure | null {
  const { rows, labels, body } = drawn;
  const axes = pictureOf(drawn) ?? columnsOf(drawn);
  if (!axes) return null;
  const [x, y] = axes;
  const isMany = rows.points.rows > many;
  const alt = words.sentence("alt-map", {
    rows: body.rows,
    x: x.name,
    y: y.name,
    n: body.clusters.length,
    sizes: sizesTold(body),
  });
  const trace = (label: number): JsonObject => {
    const own = [...labels.keys()].filter((row) => labels[row] === label);
    const [xs, ys] = [own.map((row) => x.at(row)), own.map((row) => y.at(row))];
    const isNone = label < 0;
    return {
      type: isMany ? "scattergl" : "scatter",
      mode: "markers",
      name: isNone ? words.say("none-named", {}, "en") : String(label + 1),
      x: isMany ? floats(xs) : xs,
      y: isMany ? floats(ys) : ys,
      hovertemplate: `${isNone ? "" : `<b>${label + 1}</b><br>`}${plainText(x.name)}: %{x:.3~g}<br>${plainText(y.name)}: %{y:.3~g}<extra></extra>`,
      showlegend: own.length > 0,
      marker: { size: isMany ? 3 : 5, opacity: isNone ? 0.4 : 0.8 },
      meta: isNone
        ? { role: "others", part: "points", word: spoken(words.sentence("none-named")) }
        : { ...groupOf(label), part: "points" },
    };
  };
  return {
    type: "figure",
    data: [...(body.without > 0 ? [trace(-1)] : []), ...body.clusters.map((_, label) => trace(label))],
    layout: {
      xaxis: { title: { text: plainText(x.name) }, zeroline: false },
      yaxis: { title: { text: plainText(y.name) }, zeroline: false },
      showlegend: true,
      legend: { itemsizing: "constant" },
      meta: {
        alt: spoken(alt),
        // Of columns that were scaled for grouping no row is found again by where it stands.
        ...(x.isScaled ? {} : { along: { x: x.name, y: y.name } }),
      },
    },
    alt: words.say("alt-map", { rows: body.rows, x: x.name, y: y.name, n: body.clusters.length, sizes: sizesTold(body) }, "en"),
    marks: body.rows,
  };
}

function pictureOf({ rows }: DrawnClusters): readonly [Axis, Axis] | null {
  const { columns } = rows.annotation;
  const first = columns.find(({ name, type }) => type === "float64" && picture.test(name));
  const second = first && columns.find(({ name, type }) => type === "float64" && name === first.name.replace(/1$/, "2"));
  if (!first || !second || first.type !== "float64" || second.type !== "float64") return null;
  const axis = (column: typeof first): Axis => ({
    name: column.name,
    isScaled: false,
    at: (row) => {
      const of = rows.kept[row] as number;
      return isMissing(column, of) ? Number.NaN : (column.values[of] as number);
    },
  });
  return [axis(first), axis(second)];
}

function columnsOf({ rows: { points, columns, isScaled } }: DrawnClusters): readonly [Axis, Axis] | null {
  const [first, second] = columns;
  if (first === undefined || second === undefined) return null;
  const axis = (name: string, f: number): Axis => ({
    name,
    isScaled,
    at: (row) => points.values[row * points.width + f] as number,
  });
  return [axis(first, 0), axis(second, 1)];
}
