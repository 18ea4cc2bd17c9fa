// What rules of quality found: of each rule its verdict, of each verdict the samples, the value, the threshold and what would mend
// it. It names samples.

import { z } from "zod";
import { levels } from "../../contract/quality-rule.ts";
import { defineReport, type SettledDoubt } from "../../contract/report.ts";
import { reason, step } from "../issues.ts";
import { pictures } from "./pictures.ts";
import { words } from "./words.ts";

const count = z.number().nonnegative();
const name = z.string().max(10_000);
const level = z.enum(levels);

const schema = z.looseObject({
  samples: count,
  features: count,
  /** By what they say: the columns that were used, null where none says it; `guessed`: by their meaning, not as somebody chose. */
  columns: z.array(z.object({ says: z.enum(["sex", "group", "batch"]), column: name.nullable(), guessed: z.boolean() })),
  /** Of expression: what a sample was taken for; `by`: as somebody chose, or by what it looks like a cell; null: by nothing. */
  taken: z.object({ for: z.enum(["samples", "cells"]), by: z.enum(["chosen", "barcodes", "zeros"]).nullable() }).exactOptional(),
  /** How many samples are at that. */
  levels: z.object({ pass: count, warn: count, fail: count }),
  rules: z.array(
    z.object({
      rule: z.string().max(80),
      /** Null: it has nothing to say, and `lacks` says why. */
      level: level.nullable(),
      lacks: reason.exactOptional(),
      /** What it found of the whole data set. */
      notes: z.array(reason).max(100).exactOptional(),
    }),
  ),
  verdicts: z
    .array(
      z.object({
        rule: z.string().max(80),
        level: z.enum(["warn", "fail"]),
        /** None: the whole data set. */
        samples: z.array(name),
        value: z.number().nullable(),
        threshold: z.number().nullable(),
        says: reason,
        step: step.exactOptional(),
      }),
    )
    .max(100_000),
  pictures: pictures.exactOptional(),
});
export type QualityReport = z.output<typeof schema>;

/** Samples of that level, in the order in which they are told of, each once. */
export const samplesAt = ({ verdicts }: QualityReport, level: "warn" | "fail"): readonly string[] => [
  ...new Set(verdicts.filter((one) => one.level === level).flatMap(({ samples }) => samples)),
];

function doubtsOf(body: QualityReport): readonly SettledDoubt[] {
  const failed = samplesAt(body, "fail");
  const warned = samplesAt(body, "warn").filter((sample) => !failed.includes(sample));
  const said = (names: readonly string[]) => ({ n: names.length, all: body.samples, names: names.slice(0, 5) });
  return [
    ...body.verdicts.flatMap(({ samples, says }) => (samples.length === 0 ? [says] : [])),
    ...(failed.length > 0 ? [words.sentence("fails", said(failed))] : []),
    ...(warned.length > 0 ? [words.sentence("warns", said(warned))] : []),
  ];
}

export const qualityReport = defineReport({
  name: "quality",
  version: 3,
  words,
  schema,
  doubts: doubtsOf,
  discloses: () => ({ identifying: ["sample"], behind: { of: "individuals" } }),
});
