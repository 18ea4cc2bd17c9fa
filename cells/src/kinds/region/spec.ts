// What a region cell says: of which file which place, and what of it is left out.

import { z } from "zod";
import { isCellRef } from "../../base/refs.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef, orRef } from "../../contract/spec-fields.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";
import { example } from "./example.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  from: cellRef()
    .nullable()
    .default(null)
    .meta({ title: "File", description: "A file that is read by place: BAM, bigWig, or one with an index" }),
  place: orRef(z.string().max(200)).default("").meta({
    title: "Place",
    description:
      "chr1:1,000-2,000, counted from 1, both ends inside; one number is one base; a chromosome alone is all of it; or =parameter",
  }),
  build: z.string().max(40).nullable().default(null).meta({
    title: "Build of the place",
    description: "Reference build in which the place is counted; a file of another is refused. Empty = that of the file",
  }),
  most: z
    .int()
    .min(1)
    .max(2_000_000)
    .default(100_000)
    .meta({ title: "Rows at most", description: "A place with more records is refused, and how many there are is said" }),
  minQuality: z
    .int()
    .min(0)
    .max(255)
    .default(0)
    .meta({ title: "Mapping quality from", description: "Of alignments: reads below are left out (samtools view -q)" }),
  withoutFlags: z.int().min(0).max(65_535).default(0).meta({
    title: "Without flags",
    description: "Of alignments: reads with any of these bits are left out (samtools view -F); 0: none is",
  }),
});
export type RegionSpec = z.output<typeof schema>;

export const region = defineKind({
  ...card,
  title: "Read a region",
  example,
  version: 3,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  schema,
  empty: schema.parse({}),
  missing: (spec) => (spec.from === null ? "from" : spec.place === "" ? "place" : null),
  discloses,
  words: (spec, context) => {
    if (!spec.from || spec.place === "") return words.say("words-empty", {}, context.locale);
    const from = context.nameOf(spec.from);
    if (isCellRef(spec.place)) return words.say("words-parameter", { from, place: context.nameOf(spec.place) }, context.locale);
    const [rows] = context.own?.shape ?? [];
    return rows === undefined
      ? words.say("words", { from, place: spec.place }, context.locale)
      : words.say("words-found", { from, place: spec.place, n: rows }, context.locale);
  },
  suggestName: (spec, context) => (spec.from ? `${context.nameOf(spec.from)}_region` : "region"),
});
