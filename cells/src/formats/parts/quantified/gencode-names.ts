// Transcripts named as the FASTA of GENCODE names them, where the index was built without being told so (salmon --gencode):
// transcript|gene|Havana's gene|Havana's transcript|name|symbol|length|type|. The first part is the name by which annotations and
// other files know it; what the others say becomes columns. (GENCODE, "Format description of GENCODE FASTA".)

import type { Column } from "../../../artifacts/artifact.ts";
import { textColumn } from "../../../artifacts/table.ts";
import type { Issue } from "../../../contract/format.ts";
import { doubt } from "../doubts/of-matrices.ts";
import { words } from "./words.ts";

const gencode = /^ENS[A-Z]*T\d+[^|]*(?:\|[^|]*){7}\|?$/;
/** Of the parts behind the transcript those that say more than a table of a quantification does. */
const parts = [
  { at: 1, name: "gene_id", semantic: "gene" },
  { at: 4, name: "transcript_name", semantic: "identifier" },
  { at: 5, name: "symbol", semantic: "gene" },
  { at: 7, name: "biotype", semantic: "category" },
] as const;

interface NamedFeatures {
  readonly ids: readonly string[];
  readonly features: readonly Column[];
}

/** Only where every name is made so, and the transcripts differ. */
export function withoutGencodeParts<T extends NamedFeatures>(
  files: readonly T[],
): { readonly files: readonly T[]; readonly issues: readonly Issue[] } {
  const first = files[0]?.ids[0];
  if (first === undefined || !files.every(({ ids }) => ids.every((id) => gencode.test(id)))) return { files, issues: [] };
  const cut = files.map((file) => ({ file, names: file.ids.map((id) => id.split("|")) }));
  const transcripts = cut.map(({ names }) => names.map(([name = ""]) => name));
  if (transcripts.some((ids) => new Set(ids).size < ids.length)) return { files, issues: [] };
  return {
    files: cut.map(
      ({ file, names }, nth): T => ({
        ...file,
        ids: transcripts[nth] ?? [],
        features: [
          ...file.features,
          ...parts.map(({ at, name, semantic }) =>
            textColumn(
              name,
              names.map((each) => each[at] || null),
              { semantic },
            ),
          ),
        ],
      }),
    ),
    issues: [{ ...doubt(words.sentence("gencode-names", { first, taken: transcripts[0]?.[0] ?? "" })), severity: "note" }],
  };
}
