// What a profile cell says: whose columns are summarised.

import { countOfFeatures, featureNoun } from "../../artifacts/rows-called.ts";
import { z } from "zod";
import { profileReport } from "../../reports/profile/report.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { card } from "./card.ts";
import { example } from "./example.ts";
import { discloses } from "./discloses.ts";
import { words as profileWords } from "./words.ts";

const schema = z.strictObject({
  from: cellRef().nullable().default(null).meta({ title: "Data", description: "A table or a matrix" }),
  by: z.string().nullable().default(null).meta({
    title: "Groups",
    description:
      'Column of a table in whose groups missing values are counted; null: the first whose meaning is a group, an outcome or a lab; "": none',
  }),
});
export type ProfileSpec = z.output<typeof schema>;

export const profile = defineKind({
  ...card,
  title: "Profile",
  example,
  version: 5,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  variants: () => [profileReport],
  schema,
  empty: schema.parse({}),
  missing: (spec) => (spec.from === null ? "from" : null),
  discloses,
  carries: (_spec, read) => read,
  words: (spec, context) => {
    if (!spec.from) return profileWords.say("words-empty", {}, context.locale);
    const summary = context.summaryOf(spec.from);
    const [first, second] = summary?.shape ?? [];
    const key = summary?.type === "assay" ? "words-matrix" : summary?.type === "table" ? "words-table" : "words";
    return profileWords.say(
      key,
      {
        from: context.nameOf(spec.from),
        first: first ?? 0,
        second: second ?? 0,
        features: countOfFeatures(featureNoun(summary), first ?? 0, context.locale),
      },
      context.locale,
    );
  },
  suggestName: (spec, context) => (spec.from ? `${context.nameOf(spec.from)}_profile` : "profile"),
});
