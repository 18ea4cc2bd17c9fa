// THE list of methods that ask sets of genes, in the order of the form. A line holds the card and how its code is loaded.

import { z } from "zod";
import { invariant } from "./base/invariant.ts";
import type { EnrichmentLine, EnrichmentMethod, EnrichmentOptions, EnrichmentWork } from "./contract/enrichment-method.ts";
import { overRepresentation } from "./enrichment/over-representation/method.ts";
import { preranked } from "./enrichment/preranked/method.ts";

export const enrichmentMethods = {
  "over-representation": { method: overRepresentation, work: () => import("./enrichment/over-representation/work.ts") },
  preranked: { method: preranked, work: () => import("./enrichment/preranked/work.ts") },
} as const satisfies { readonly [name: string]: EnrichmentLine };

export const listedEnrichments: readonly EnrichmentMethod[] = Object.values(enrichmentMethods).map(({ method }) => method);

const [first, ...others] = Object.values(enrichmentMethods).map(({ method }) => method.schema);

/** A method with its settings, as specs hold it. */
export const enrichmentSchema = z.discriminatedUnion("type", [first as NonNullable<typeof first>, ...others]);
export type EnrichmentSettings = z.output<typeof enrichmentSchema>;
/** Settings of a method as they come: all defaults. */
export const newEnrichment = (name: string): EnrichmentSettings => enrichmentSchema.parse({ type: name });

function lineOf(name: string): EnrichmentLine {
  invariant(Object.hasOwn(enrichmentMethods, name), `${name} stands in a validated spec`);
  return enrichmentMethods[name as keyof typeof enrichmentMethods];
}

/** The card of the method that validated settings name. */
export const enrichmentOf = (options: EnrichmentOptions): EnrichmentMethod => lineOf(options.type).method;
export const loadEnrichment = async (options: EnrichmentOptions): Promise<EnrichmentWork> =>
  (await lineOf(options.type).work()).work;
