// The map that is drawn of the components, or of the features, with what it tells of itself.

import type { Failure } from "../../base/failure.ts";
import { ok, type Result } from "../../base/result.ts";
import type { EmbeddedRows } from "../../contract/embedding.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { embeddingOf, type EmbeddingSettings, loadWork } from "../../embeddings.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { type Metric, metrics } from "../../stats/neighbours/nearest-neighbours.ts";
import { trustworthiness } from "../../stats/embeddings/trustworthiness.ts";
import { sharing } from "../../contract/sharing.ts";
import { words } from "./words.ts";

export interface DrawnMap extends EmbeddedRows {
  readonly options: EmbeddingSettings;
  /** What was compared: rows x width. */
  readonly values: Float64Array;
  readonly width: number;
  readonly trust: number | null;
  /** How many neighbours are looked at for it. */
  readonly neighbours: number;
  readonly inR: string;
  readonly doubts: readonly Sentence[];
}

export interface ToDraw {
  readonly options: EmbeddingSettings;
  readonly rows: number;
  /** rows x count. */
  readonly components: Float64Array;
  readonly count: number;
  /** rows x features. */
  readonly features: Float64Array;
}

/** As the field looks at maps. */
const looked = 15;

/** By what the map compares rows; distances of scaling that no neighbour search has are taken as they are nearest: by straight lines. */
const metricOf = (options: EmbeddingSettings): Metric => {
  const asked = options.type === "umap" ? options.metric : options.type === "mds" ? options.distance : "euclidean";
  return metrics.find((metric) => metric === asked) ?? "euclidean";
};

export async function drawMap(
  { options, rows, components, count, features }: ToDraw,
  context: ExecuteContext,
): Promise<Result<DrawnMap, Failure>> {
  const values = options.of === "components" ? components : features;
  const width = values.length / rows;
  const work = await loadWork(options);
  const title = { key: embeddingOf(options).words.key("title"), params: {} };
  const progress = words.sentence("progress-map", { map: title });
  const give = sharing(context, progress);
  const pause = async (share: number): Promise<void> => give(share);
  const placed = await work.place({ options, values, rows, width, components, count, pause });
  if (!placed.ok) return placed;
  const { points, axes, facts } = placed.value;
  const neighbours = Math.min(looked, Math.max(1, Math.floor((rows - 1) / 2) - 1));
  const doubts = [
    embeddingOf(options).words.sentence("does"),
    ...(facts["neighboursExact"] === false ? [words.sentence("approximate-neighbours")] : []),
    ...(facts["start"] === "components" ? [words.sentence("start-components")] : []),
  ];
  return ok({
    points,
    axes,
    facts,
    options,
    values,
    width,
    trust: await trustworthiness({ data: values, width, points, axes, count: neighbours, metric: metricOf(options) }, pause),
    neighbours,
    inR: work.inR(options, facts),
    doubts,
  });
}
