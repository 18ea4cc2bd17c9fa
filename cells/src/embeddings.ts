// THE list of ways to draw a map, in the order of the form. A line holds the card and how its code is loaded.

import { z } from "zod";
import { invariant } from "./base/invariant.ts";
import type { Embedding, EmbeddingLine, EmbeddingOptions, EmbeddingWork } from "./contract/embedding.ts";
import { mdsCard } from "./embeddings/mds/card.ts";
import { tsneCard } from "./embeddings/tsne/card.ts";
import { umapCard } from "./embeddings/umap/card.ts";

export const embeddings = {
  umap: {
    embedding: umapCard,
    work: () => import("./embeddings/umap/work.ts"),
    Form: () => import("./embeddings/umap/Form.tsx"),
  },
  tsne: {
    embedding: tsneCard,
    work: () => import("./embeddings/tsne/work.ts"),
    Form: () => import("./embeddings/tsne/Form.tsx"),
  },
  mds: {
    embedding: mdsCard,
    work: () => import("./embeddings/mds/work.ts"),
    Form: () => import("./embeddings/mds/Form.tsx"),
  },
} as const satisfies { readonly [name: string]: EmbeddingLine };

export type EmbeddingName = keyof typeof embeddings;
export const listedEmbeddings: readonly Embedding[] = Object.values(embeddings).map(({ embedding }) => embedding);

const [first, ...others] = Object.values(embeddings).map(({ embedding }) => embedding.schema);

/** A way with its settings, as specs hold it. */
export const embeddingSchema = z.discriminatedUnion("type", [first as NonNullable<typeof first>, ...others]);
export type EmbeddingSettings = z.output<typeof embeddingSchema>;
/** Settings of a way as they come: all defaults. */
export const newEmbedding = (name: string): EmbeddingSettings => embeddingSchema.parse({ type: name });

function lineOf(name: string): EmbeddingLine {
  invariant(Object.hasOwn(embeddings, name), `${name} stands in a validated spec`);
  return embeddings[name as EmbeddingName];
}

/** The card of the way that validated settings name. */
export const embeddingOf = (options: { readonly type: string }): Embedding => lineOf(options.type).embedding;
export const formOfEmbedding = (options: { readonly type: string }): EmbeddingLine["Form"] => lineOf(options.type).Form;
export const loadWork = async (options: EmbeddingOptions): Promise<EmbeddingWork> => (await lineOf(options.type).work()).work;
