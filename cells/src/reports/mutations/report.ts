// What was found among the mutations of a cohort: how many samples were sequenced and mutated, mutations by class, type and substitution,
// the genes that are mutated most often, the burden, sentences for whoever is no bioinformatician, and the calls of R.

import { z } from "zod";
import { defineReport } from "../../contract/report.ts";
import { doubts, doubtsOfGroups } from "../doubts.ts";
import { words } from "./words.ts";

const sentences = z.array(z.looseObject({ key: z.string(), params: z.looseObject({}) }));
/** Mutations, and the samples that have them; absent: made before these were told. */
const counts = z.array(z.looseObject({ name: z.string(), n: z.number().int(), samples: z.number().int().exactOptional() }));

const schema = z.looseObject({
  /** sample or patient: whom a row of the tables stands for. */
  by: z.string(),
  /** Of the table of samples and of the file together; who of them was sequenced; with a mutation that counts. */
  samples: z.number().int(),
  sequenced: z.number().int(),
  mutated: z.number().int(),
  /** Rows of the file that are taken; those of classes that count. */
  variants: z.number().int(),
  counted: z.number().int(),
  /** Classes that count. */
  classes: z.array(z.string()),
  byClass: counts,
  byType: counts,
  bySubstitution: counts,
  transitions: z.number().int(),
  transversions: z.number().int(),
  /** Those that are drawn, first those in most samples; `share` of the sequenced. */
  genes: z.array(z.looseObject({ name: z.string(), samples: z.number().int(), share: z.number() })),
  /** Of the sequenced samples; `perMb` null: the sequenced size is not known. */
  burden: z.looseObject({ median: z.number().nullable(), perMb: z.number().nullable(), megabases: z.number().nullable() }),
  /** Samples with far more mutations than the others. */
  hypermutated: z.number().int(),
  /** The gene of the lollipop; null: none is mutated. */
  gene: z.string().nullable(),
  says: sentences,
  inR: z.array(z.string()),
  doubts,
});
export type MutationsBody = z.output<typeof schema>;

export const mutationsReport = defineReport({
  name: "mutations",
  version: 2,
  words,
  schema,
  discloses: ({ sequenced, mutated, genes, hypermutated, byClass, byType, bySubstitution }) => {
    // So many mutations may be of one.
    const behind = [...byClass, ...byType, ...bySubstitution].map(({ n, samples }) => samples ?? Math.min(n, 1));
    const sizes = [sequenced, mutated, hypermutated, ...genes.map(({ samples }) => samples), ...behind].filter(
      (size) => size > 0,
    );
    return { identifying: [], behind: { of: "groups", sizes: [...new Set(sizes)], statistics: ["count", "share", "median"] } };
  },
  ofGroups: ({ doubts: said, ...body }) => ({ ...body, doubts: doubtsOfGroups(said) }),
});
