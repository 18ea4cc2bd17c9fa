// Versions behind ids of registers: ENSG00000141510.18 and NM_000546.6 name the same gene and transcript in every version
// (Ensembl stable ids; NCBI Handbook ch. 18). GENCODE calls the copies of genes on Y ENSG….18_PAR_Y.

const versioned = /^(ENS[A-Z]*\d{11}|[NX][MRP]_\d+)\.\d+(?:_PAR_Y)?$/;

/** The id without its version; as it is where it has none. */
export const withoutVersion = (id: string): string => versioned.exec(id)?.[1] ?? id;
