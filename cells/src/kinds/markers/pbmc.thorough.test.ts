// 700 cells of the blood (10x Genomics, as scanpy ships them): agreement of 15 nearest neighbours with the labels of the file, Leiden on
// their components, and the markers that the field knows, among the first ten by AUC (NOTE.md of the reference data).

import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Artifact, Assay, Table } from "../../artifacts/artifact.ts";
import { columnOf, textsOf } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import type { CellRef } from "../../base/refs.ts";
import type { Execute, ExecuteContext } from "../../contract/execute.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { adjustedRand } from "../../testing/adjusted-rand.ts";
import { nearestNeighbours } from "../../stats/neighbours/nearest-neighbours.ts";
import { loadText } from "../../testing/load-text.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { stepOnMatrix } from "../../testing/step-on-table.ts";
import { execute as clusterRows } from "../cluster/execute.ts";
import { cluster } from "../cluster/spec.ts";
import { execute as findMarkers } from "./execute.ts";
import { markers } from "./spec.ts";

const h5ad = "pbmc68k_reduced/pbmc68k_reduced.h5ad";
const given = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../../testing/reference/cells/folds-of-cells.json"), "utf8"),
) as {
  readonly [column: string]: { readonly fold: readonly number[]; readonly agreement: number };
};

describe.skipIf(!hasReference(h5ad))("pbmc68k_reduced", () => {
  let counts: Assay;
  let logs: Assay;
  let labels: (name: string) => readonly string[];
  beforeAll(async () => {
    const { out } = await loadText("pbmc.h5ad", new Uint8Array(readFileSync(referenceFile(h5ad))), { layer: "counts" });
    counts = out as Assay;
    logs = (await stepOnMatrix(counts, { verb: "log-normalise" })).assay;
    labels = (name) => {
      const column = columnOf(counts.samples, name);
      return column ? textsOf(column) : [];
    };
  });

  const points = (): Float64Array => {
    const columns = Array.from({ length: 50 }, (_, at) => columnOf(counts.samples, `pca_${at + 1}`));
    return Float64Array.from({ length: 700 * 50 }, (_, at) => {
      const column = columns[at % 50];
      return column?.type === "float64" ? (column.values[Math.floor(at / 50)] as number) : Number.NaN;
    });
  };

  test.each(["louvain", "bulk_labels"])(
    "15 nearest neighbours by the file's components agree with %s as scikit-learn's do",
    async (column) => {
      const { fold, agreement } = given[column] as (typeof given)[string];
      const truth = labels(column);
      // So many that 15 of them are of the other folds.
      const { indices, count } = await nearestNeighbours(points(), 700, 50, { count: 120, metric: "euclidean" });
      const right = truth.map((label, row) => {
        const nearest = [...indices.subarray(row * count, (row + 1) * count)]
          .filter((other) => fold[other] !== fold[row])
          .slice(0, 15);
        expect(nearest).toHaveLength(15);
        const votes = new Map<string, number>();
        for (const other of nearest) votes.set(truth[other] as string, (votes.get(truth[other] as string) ?? 0) + 1);
        const most = Math.max(...votes.values());
        // Of equally many votes the first label, as there.
        const said = [...votes]
          .filter(([, n]) => n === most)
          .map(([name]) => name)
          .sort()[0];
        return said === label;
      });
      let sum = 0;
      for (let held = 0; held < 5; held++) {
        const own = right.filter((_, row) => fold[row] === held);
        sum += own.filter(Boolean).length / own.length;
      }
      expect(sum / 5).toBeCloseTo(agreement, 10);
      expect(Number((sum / 5).toFixed(3))).toBe(column === "louvain" ? 0.936 : 0.791);
    },
  );

  const from = { ref: "cell_a" } as unknown as CellRef;
  const other = { ref: "cell_b" } as unknown as CellRef;
  async function done<Spec extends JsonObject>(execute: Execute<Spec>, spec: Spec, first: Artifact, second?: Artifact) {
    const context = {
      signal: new AbortController().signal,
      progress: () => undefined,
      log: () => undefined,
      input: (ref: CellRef) => (second && ref.ref === other.ref ? second : first),
    } as unknown as ExecuteContext;
    const found = await execute(spec, context);
    if (!found.ok) throw new Error(failureSentence(found.error, "en"));
    return found.value;
  }
  /** Group, gene, rank, AUC …: how many samples a group has stands between them. */
  const withoutSizes = ({ columns }: Table) => columns.filter(({ name }) => name !== "samples");
  /** The first ten of a group, by AUC. */
  function firstTen(table: Table, group: string): readonly string[] {
    const [groups, genes] = withoutSizes(table);
    if (!groups || !genes) return [];
    const names = textsOf(genes);
    return textsOf(groups)
      .flatMap((name, row) => (name === group ? [names[row] as string] : []))
      .slice(0, 10);
  }

  function placeOf(table: Table, group: string, gene: string) {
    const [groups, genes, rank, auc] = withoutSizes(table);
    if (!groups || !genes || rank?.type !== "float64" || auc?.type !== "float64") return null;
    const names = textsOf(genes);
    const row = textsOf(groups).findIndex((name, at) => name === group && names[at] === gene);
    return { rank: rank.values[row], auc: Number(auc.values[row]?.toFixed(3)) };
  }

  test("the markers that the field knows are among the first ten of their cells", async () => {
    const out = (await done(findMarkers, markers.schema.parse({ from, by: "bulk_labels" }), logs))["out"] as Table;
    for (const [group, known] of [
      ["CD19+ B", ["CD79A", "MS4A1"]],
      ["CD56+ NK", ["NKG7", "GNLY"]],
      ["Dendritic", ["LYZ", "CST3"]],
    ] as const)
      for (const gene of known) expect(firstTen(out, group), `${group}: ${gene}`).toContain(gene);
    // Of labels that mix kinds of cells others are told by less: places and AUC are those of scikit-learn's roc_auc_score.
    expect(placeOf(out, "Dendritic", "FCER1A")).toEqual({ rank: 16, auc: 0.799 });
    expect(placeOf(out, "CD14+ Monocyte", "S100A8")).toMatchObject({ auc: 0.596 });
    expect(placeOf(out, "CD8+ Cytotoxic T", "CD8A")).toMatchObject({ auc: 0.624 });
    expect(columnOf(out, "p_value")).not.toBeNull();
  });

  test("Leiden on the components agrees with the file's own clusters; their markers have no p value, nor has the file's louvain", async () => {
    const method = { type: "leiden", resolution: 1 };
    const asked = cluster.schema.parse({ from, method, draws: 0 });
    const clusters = (await done(clusterRows, asked, counts.samples))["out"] as Table;
    const own = columnOf(clusters, "cluster");
    if (!own) throw new Error("no clusters");
    const numbers = (texts: readonly string[]) => texts.map((text) => [...new Set(texts)].indexOf(text));
    // The file's are of Louvain with other neighbours: alike, not equal.
    expect(adjustedRand(numbers(textsOf(own)), numbers(labels("louvain")))).toBeGreaterThan(0.6);
    const by = { from, groups: other, by: "cluster" };
    const found = (await done(findMarkers, markers.schema.parse(by), logs, clusters))["out"] as Table;
    expect(columnOf(found, "p_value")).toBeNull();
    const all = [...new Set(textsOf(own))].flatMap((group) => firstTen(found, group));
    for (const gene of ["CD79A", "NKG7", "LYZ"]) expect(all).toContain(gene);
    const ofFile = (await done(findMarkers, markers.schema.parse({ from, by: "louvain" }), logs))["out"] as Table;
    expect(columnOf(ofFile, "p_value")).toBeNull();
    // Clusters part what the labels mix: these are among the first ten of one of them, as by scikit-learn.
    expect(firstTen(ofFile, "2")).toContain("FCER1A");
    expect(firstTen(ofFile, "6")).toContain("S100A8");
  });
});
