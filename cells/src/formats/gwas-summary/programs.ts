// Summary statistics of association by the programs that write them: each is known by the names of its columns, and says which
// allele its effects are counted for. (Manuals of PLINK 1.9 and 2, REGENIE, SAIGE, BOLT-LMM, GCTA, METAL, GEMMA, SNPTEST, LDSC;
// GWAS Catalog, summary statistics and GWAS-SSF v1.0.)

export interface Program {
  /** What people call it. */
  readonly title: string;
  /** Names that it writes always, in small letters. */
  readonly names: readonly string[];
  /** One of each of these, too. */
  readonly oneOf?: readonly (readonly string[])[];
  /** The column of the allele whose effect is given. */
  readonly effect: string | null;
}

/** Specific ones first. */
export const programs: readonly Program[] = [
  { title: "GWAS Catalog (harmonised)", names: ["hm_rsid", "hm_chrom", "hm_pos", "p_value"], effect: "hm_effect_allele" },
  {
    title: "GWAS-SSF",
    names: ["chromosome", "base_pair_location", "effect_allele", "other_allele", "p_value"],
    effect: "effect_allele",
  },
  { title: "GWAS Catalog (associations)", names: ["pubmedid", "disease/trait", "snps", "p-value"], effect: null },
  { title: "REGENIE", names: ["chrom", "genpos", "id", "allele0", "allele1", "log10p"], effect: "allele1" },
  { title: "SAIGE", names: ["chr", "pos", "allele1", "allele2", "ac_allele2", "af_allele2", "p.value"], effect: "allele2" },
  {
    title: "BOLT-LMM",
    names: ["snp", "chr", "bp", "allele1", "allele0"],
    oneOf: [["p_bolt_lmm_inf", "p_linreg", "p_bolt_lmm"]],
    effect: "allele1",
  },
  {
    title: "GEMMA",
    names: ["chr", "rs", "ps", "allele1", "allele0"],
    oneOf: [["p_wald", "p_lrt", "p_score"]],
    effect: "allele1",
  },
  { title: "SNPTEST", names: ["rsid", "position", "allelea", "alleleb", "frequentist_add_pvalue"], effect: "alleleb" },
  { title: "METAL", names: ["markername", "allele1", "allele2", "p-value"], oneOf: [["effect", "zscore"]], effect: "allele1" },
  { title: "PLINK 2", names: ["chrom", "pos", "id", "ref", "test", "obs_ct", "p"], effect: "a1" },
  { title: "GCTA fastGWA", names: ["chr", "snp", "pos", "a1", "a2", "af1", "beta", "se", "p"], effect: "a1" },
  { title: "GCTA MLMA", names: ["chr", "snp", "bp", "a1", "a2", "freq", "b", "se", "p"], effect: "a1" },
  { title: "GCTA COJO", names: ["snp", "a1", "a2", "freq", "b", "se", "p", "n"], effect: "a1" },
  { title: "PLINK 1.9 --model", names: ["chr", "snp", "a1", "a2", "test", "aff", "unaff", "p"], effect: null },
  { title: "PLINK 1.9 --adjust", names: ["chr", "snp", "unadj", "gc", "bonf"], effect: null },
  {
    title: "PLINK 1.9 --linear, --logistic",
    names: ["chr", "snp", "bp", "a1", "test", "nmiss", "p"],
    oneOf: [["beta", "or"]],
    effect: "a1",
  },
  { title: "PLINK 1.9 --assoc", names: ["chr", "snp", "bp", "a1", "p"], oneOf: [["f_a", "nmiss", "test"]], effect: "a1" },
  { title: "PLINK 1.9 --assoc (quantitative)", names: ["chr", "snp", "bp", "nmiss", "beta", "r2", "p"], effect: null },
  { title: "UK Biobank (Neale Lab)", names: ["variant", "minor_allele", "beta", "se", "tstat", "pval"], effect: null },
  { title: "MTAG", names: ["snp", "a1", "a2", "mtag_beta", "mtag_se", "mtag_pval"], effect: "a1" },
  { title: "LDSC", names: ["snp", "a1", "a2", "z", "n"], effect: "a1" },
];

export const effectAlleles = [
  "ea",
  "effect_allele",
  "effectallele",
  "a1",
  "alt",
  "tested_allele",
  "risk_allele",
  "allele1",
  "coded_allele",
] as const;
export const otherAlleles = [
  "nea",
  "oa",
  "other_allele",
  "otherallele",
  "non_effect_allele",
  "a2",
  "a0",
  "ref",
  "allele2",
  "allele0",
  "reference_allele",
] as const;
const ps = /^(?:p|pval|p[._-]?value|pvalue|p[._]?val|log10p|neg_log_?10_?p(?:_value)?|mlog10p|p_wald|p_lrt)$/;
const effects = /^(?:beta|b|effect|effect_size|or|odds_ratio|log_or|logor|z|zscore|z_score|stat)$/;
const variants = /^(?:snp|snps|snpid|rs|rsid|rs_id|id|markername|marker|markerid|variant|variant_id)$/;
const positions = /^(?:pos|position|bp|base_pair_location|ps|genpos|bp_hg\d+|pos_b37|hm_pos|chr_pos)$/;
const chromosomes = /^(?:chr|chrom|chromosome|hm_chrom|chr_id|hm_chr)$/;

export type Role =
  | "chromosome"
  | "position"
  | "variant"
  | "allele"
  | "p-value"
  | "log-p"
  | "effect"
  | "se"
  | "frequency"
  | "count";

/** What a column holds by its name in small letters; null: the name is none of the usual. */
export function roleOf(name: string): Role | null {
  if (chromosomes.test(name)) return "chromosome";
  if (positions.test(name)) return "position";
  if (variants.test(name) || name === "hm_rsid" || name === "hm_variant_id") return "variant";
  if (
    /^(?:hm_)?(?:effect|other)_allele$/.test(name) ||
    (effectAlleles as readonly string[]).includes(name) ||
    (otherAlleles as readonly string[]).includes(name)
  )
    return "allele";
  if (name === "allelea" || name === "alleleb") return "allele";
  if (/log_?10_?p|mlog/.test(name)) return "log-p";
  if (
    ps.test(name) ||
    /^(?:p_bolt\w*|p_linreg|p_score|p\.value\.na|unadj|frequentist_add_pvalue|hm_p_value|hetpval|mtag_pval)$/.test(name)
  )
    return "p-value";
  if (effects.test(name) || /^(?:hm_beta|hm_odds_ratio|frequentist_add_beta_1|or or beta)$/.test(name)) return "effect";
  if (/^(?:se|stderr|standard_error|log\(or\)_se|frequentist_add_se_1)$/.test(name)) return "se";
  if (/(?:^|_)(?:freq\d?|frq|eaf|maf|af|af1|a1freq|a1_freq|effect_allele_frequency|af_allele2|f_a|f_u)$/.test(name))
    return "frequency";
  return /^(?:n|nmiss|obs_ct|n_cases|n_controls|n_case|n_ctrl|weight|n_miss|all_total|totalsamplesize)$/.test(name)
    ? "count"
    : null;
}

/** Null: the names are none of association statistics. */
export function programOf(names: readonly string[]): Program | null {
  const has = (name: string): boolean => names.includes(name);
  const known = programs.find((program) => program.names.every(has) && (program.oneOf ?? []).every((some) => some.some(has)));
  if (known) return known;
  const effect = effectAlleles.find(has);
  const other = otherAlleles.find(has);
  const roles = new Set(names.map(roleOf));
  const isPlaced = roles.has("variant") || (roles.has("chromosome") && roles.has("position"));
  const isGeneric =
    isPlaced &&
    effect !== undefined &&
    other !== undefined &&
    roles.has("effect") &&
    (roles.has("p-value") || roles.has("log-p"));
  return isGeneric
    ? { title: "", names: [], effect: has("ea") || has("effect_allele") || has("a1") ? (effect ?? null) : null }
    : null;
}
