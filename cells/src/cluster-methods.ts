// THE list of methods that group rows, in the order of the form. A line holds the card and how its code is loaded.

import { z } from "zod";
import { invariant } from "./base/invariant.ts";
import { dbscanCard } from "./clustering/dbscan/card.ts";
import { gaussianMixtureCard } from "./clustering/gaussian-mixture/card.ts";
import { hierarchical } from "./clustering/hierarchical/card.ts";
import { kMeansCard } from "./clustering/k-means/card.ts";
import { leidenCard } from "./clustering/leiden/card.ts";
// Said by the work, which a screen does not load.
import "./clustering/words.ts";
import type { ClusterLine, ClusterMethod, ClusterOptions, ClusterWork } from "./contract/cluster-method.ts";

export const clusterMethods = {
  "k-means": { method: kMeansCard, work: () => import("./clustering/k-means/work.ts") },
  hierarchical: { method: hierarchical, work: () => import("./clustering/hierarchical/work.ts") },
  "gaussian-mixture": { method: gaussianMixtureCard, work: () => import("./clustering/gaussian-mixture/work.ts") },
  leiden: { method: leidenCard, work: () => import("./clustering/leiden/work.ts") },
  dbscan: { method: dbscanCard, work: () => import("./clustering/dbscan/work.ts") },
} as const satisfies { readonly [name: string]: ClusterLine };

export const listedClusterMethods: readonly ClusterMethod[] = Object.values(clusterMethods).map(({ method }) => method);

const [first, ...others] = Object.values(clusterMethods).map(({ method }) => method.schema);

/** A method with its settings, as specs hold it. */
export const clusterSchema = z.discriminatedUnion("type", [first as NonNullable<typeof first>, ...others]);
export type ClusterSettings = z.output<typeof clusterSchema>;
/** Settings of a method as they come: all defaults. */
export const newClusterMethod = (name: string): ClusterSettings => clusterSchema.parse({ type: name });

function lineOf(name: string): ClusterLine {
  invariant(Object.hasOwn(clusterMethods, name), `${name} stands in a validated spec`);
  return clusterMethods[name as keyof typeof clusterMethods];
}

/** The card of the method that validated settings name. */
export const clusterMethodOf = (options: ClusterOptions): ClusterMethod => lineOf(options.type).method;
export const loadClusterWork = async (options: ClusterOptions): Promise<ClusterWork> => (await lineOf(options.type).work()).work;
