// What the columns of segments are called, by the programs that write them.

type Role = "sample" | "chromosome" | "start" | "end" | "probes" | "value" | "segment";

const roles: readonly (readonly [Role, RegExp])[] = [
  ["sample", /^(?:'?id|sample(?:[._ ]?(?:id|name))?|gdc_aliquot|barcode|tumou?r_sample_barcode)'?$/i],
  ["chromosome", /^(?:chr|chrom|chromosome)$/i],
  ["start", /^(?:loc\.?start|start|start[._ ]?(?:position|bp|pos)|segment_start)$/i],
  ["end", /^(?:loc\.?end|end|stop|end[._ ]?(?:position|bp|pos)|segment_end)$/i],
  ["probes", /^(?:num[._ ]?(?:mark|probes|markers|snps)|nprobes|probes|markers|n\.?probes)$/i],
  [
    "value",
    /^(?:seg(?:ment)?[._ ]?mean|seg\.?cn|log2|log2[._ ]?(?:ratio|copy_ratio)|mean_log2_copy_ratio|copy[._ ]?number|value)$/i,
  ],
];
/** Means of segments, which nothing else has. */
const ofSegments = /^seg(?:ment)?[._ ]?mean$/i;

export function roleOf(name: string): Role | null {
  if (ofSegments.test(name)) return "segment";
  return roles.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}
