// Holds a MAF file to the format of the GDC, and to what MAF 2.4 asked of alleles and places.

import type { CheckTask } from "../../contract/format.ts";
import { eachLine } from "../parts/check/each-line.ts";
import { finderOf } from "../parts/check/finder.ts";
import { rules } from "./rules.ts";

export { rules } from "./rules.ts";

const needed = [
  "hugo_symbol",
  "chromosome",
  "start_position",
  "end_position",
  "variant_classification",
  "variant_type",
  "reference_allele",
  "tumor_seq_allele2",
  "tumor_sample_barcode",
] as const;
const classes: ReadonlySet<string> = new Set([
  "Frame_Shift_Del",
  "Frame_Shift_Ins",
  "In_Frame_Del",
  "In_Frame_Ins",
  "Missense_Mutation",
  "Nonsense_Mutation",
  "Silent",
  "Splice_Site",
  "Splice_Region",
  "Translation_Start_Site",
  "Nonstop_Mutation",
  "3'UTR",
  "3'Flank",
  "5'UTR",
  "5'Flank",
  "IGR",
  "Intron",
  "RNA",
  "Targeted_Region",
  "De_novo_Start_InFrame",
  "De_novo_Start_OutOfFrame",
  "Start_Codon_SNP",
  "Start_Codon_Ins",
  "Start_Codon_Del",
  "Stop_Codon_Ins",
  "Stop_Codon_Del",
  "lincRNA",
  "COULD_NOT_DETERMINE",
  "Unknown",
]);
const types: ReadonlySet<string> = new Set(["SNP", "DNP", "TNP", "ONP", "INS", "DEL", "MNP", "Consolidated"]);
const whole = /^[1-9]\d{0,14}$/;

type Say = (
  rule: keyof typeof rules,
  field: string,
  found: string,
  params?: { readonly [name: string]: string | number },
) => void;
type Cell = (name: string) => string | undefined;

export async function check(task: CheckTask): Promise<void> {
  const find = finderOf(rules, task);
  let names: readonly string[] | null = null;
  let build: string | null = null;
  await eachLine(task, (text, line) => {
    if (text.trim() === "" || text.startsWith("#")) return;
    const say: Say = (rule, field, found, params = {}) => find(rule, { line, field, found: found.slice(0, 100), params });
    const fields = text.split("\t");
    if (names === null) {
      names = fields.map((name) => name.trim().toLowerCase());
      const has = new Set(names);
      const lacking = needed.filter((name) => !has.has(name));
      if (lacking.length > 0) say("maf-columns", lacking[0] ?? "", text, { columns: lacking.join(", ") });
      return;
    }
    const columns = names;
    if (fields.length !== columns.length) return say("maf-fields", "line", String(fields.length), { columns: columns.length });
    const cell: Cell = (name) => {
      const at = columns.indexOf(name);
      return at < 0 ? undefined : (fields[at] ?? "").trim();
    };
    checkMutation(cell, say);
    const own = cell("ncbi_build");
    if (own === undefined || own === "") return;
    build ??= own;
    if (own !== build) say("maf-builds", "NCBI_Build", own, { build });
  });
}

function checkMutation(cell: Cell, say: Say): void {
  const symbol = cell("hugo_symbol") ?? "";
  if (/^(?:\d{1,2}-(?:Mar|Sep|Dec|Oct)|(?:Mar|Sep|Dec|Oct)-\d{1,2}|\d{4}-\d{2}-\d{2})$/i.test(symbol))
    say("maf-symbol", "Hugo_Symbol", symbol);
  if (cell("chromosome") === "") say("maf-chromosome", "Chromosome", "");
  const start = cell("start_position") ?? "1";
  const end = cell("end_position") ?? start;
  if (!whole.test(start)) say("maf-start", "Start_Position", start);
  if (!whole.test(end) || (whole.test(start) && Number(end) < Number(start))) say("maf-end", "End_Position", end, { start });
  const strand = cell("strand");
  if (strand !== undefined && strand !== "+" && strand !== "") say("maf-strand", "Strand", strand);
  const classed = cell("variant_classification");
  if (classed !== undefined && !classes.has(classed)) say("maf-classification", "Variant_Classification", classed);
  const type = cell("variant_type");
  if (type !== undefined && !types.has(type)) say("maf-type", "Variant_Type", type);
  if (cell("tumor_sample_barcode") === "") say("maf-sample", "Tumor_Sample_Barcode", "");
  checkAlleles(cell, say, cell("end_position") === undefined ? Number.NaN : Number(end) - Number(start) + 1);
}

function checkAlleles(cell: Cell, say: Say, length: number): void {
  const isAllele = (text: string): boolean => /^(?:[ACGTN]+|-)$/i.test(text);
  for (const name of ["Reference_Allele", "Tumor_Seq_Allele1", "Tumor_Seq_Allele2"]) {
    const allele = cell(name.toLowerCase());
    // The first allele of the tumour may be unknown.
    if (allele === undefined || (allele === "" && name === "Tumor_Seq_Allele1")) continue;
    if (!isAllele(allele)) say("maf-allele", name, allele);
  }
  const [reference = "", first = "", second = ""] = ["reference_allele", "tumor_seq_allele1", "tumor_seq_allele2"].map(
    (name) => cell(name) ?? "",
  );
  if (reference !== "" && second === reference && (first === "" || first === reference))
    say("maf-same-alleles", "Tumor_Seq_Allele2", second);
  const expected = reference === "-" ? 2 : reference.length;
  if (reference && isAllele(reference) && Number.isFinite(length) && length !== expected)
    say("maf-length", "End_Position", `${length} ${reference}`);
}
