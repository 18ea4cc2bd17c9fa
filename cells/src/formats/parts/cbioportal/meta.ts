// The files of a study that say what the others hold: lines of a name, a colon and a value.

export interface Meta {
  /** Path of the file itself. */
  readonly file: string;
  /** Path of the file that it speaks of; null: it speaks of the study. */
  readonly data: string | null;
  readonly type: string;
  readonly datatype: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Null: it is none. `name`: with its folders. */
export function metaIn(name: string, text: string): Meta | null {
  if (!/(?:^|\/)meta_[^/]*\.txt$/i.test(name)) return null;
  const fields = new Map<string, string>();
  for (const line of text.split(/\r\n|\n|\r/)) {
    const found = /^([\w ]+?)\s*:\s*(.*)$/.exec(line);
    if (found) fields.set((found[1] ?? "").toLowerCase(), (found[2] ?? "").trim());
  }
  if (!fields.has("genetic_alteration_type") && !fields.has("resource_type") && !fields.has("cancer_study_identifier"))
    return null;
  const folder = name.slice(0, name.lastIndexOf("/") + 1);
  const data = fields.get("data_filename");
  return {
    file: name,
    data: data === undefined ? null : folder + data,
    type: (fields.get("genetic_alteration_type") ?? "").toUpperCase(),
    datatype: (fields.get("datatype") ?? "").toUpperCase(),
    fields,
  };
}

/** Of profiles whose file is a matrix of features and samples. */
const matrixTypes = new Set(["MRNA_EXPRESSION", "METHYLATION", "PROTEIN_LEVEL", "GENESET_SCORE", "GENERIC_ASSAY"]);
const matrixDatatypes = new Set(["DISCRETE", "CONTINUOUS", "LOG2-VALUE"]);

export function isMatrix({ type, datatype, fields }: Meta): boolean {
  // One of patients has no samples, and one in long form has a row for each.
  if (fields.get("patient_level") === "true" || datatype.endsWith("_LONG")) return false;
  return matrixTypes.has(type) || (type === "COPY_NUMBER_ALTERATION" && matrixDatatypes.has(datatype));
}

/** What people look for first. */
const order = ["CLINICAL", "MUTATION_EXTENDED", "COPY_NUMBER_ALTERATION", "MRNA_EXPRESSION", "METHYLATION", "PROTEIN_LEVEL"];

export const byInterest = (a: Meta, b: Meta): number => rank(a) - rank(b) || (a.file < b.file ? -1 : 1);
const rank = ({ type }: Meta): number => (order.includes(type) ? order.indexOf(type) : order.length);
