// How programs for single cells call the files of a matrix: Cell Ranger and STARsolo (matrix.mtx, barcodes.tsv, features.tsv; before
// it what tells the sample), kallisto | bustools (cells_x_genes.mtx, .barcodes.txt, .genes.txt), alevin-fry (quants_mat.mtx, _rows, _cols).

const packed = /\.(?:gz|bgz)$/i;

export const rolesOfCellFiles = {
  matrix: /(?:matrix|[._-]mat|[._-]counts)?\.mtx$/i,
  barcodes: /(?:barcodes|cells?)(?:_filtered)?\.(?:tsv|txt|csv)$|_mat_rows\.txt$/i,
  features: /(?:features|genes|peaks)\.(?:tsv|txt|bed|csv)$|_mat_cols\.txt$/i,
} as const;
export type RoleOfCellFile = keyof typeof rolesOfCellFiles;

export const hasRole = (name: string, role: RoleOfCellFile): boolean => rolesOfCellFiles[role].test(name.replace(packed, ""));

/** What stands before the role in the name of the file, without its folder. */
export const stemOfCellFile = (name: string, role: RoleOfCellFile): string =>
  name
    .slice(name.lastIndexOf("/") + 1)
    .replace(packed, "")
    .replace(rolesOfCellFiles[role], "")
    .replace(/[._-]+$/, "");

/** Null: it is none of them. */
export const roleOfCellFile = (name: string): RoleOfCellFile | null =>
  (["matrix", "barcodes", "features"] as const).find((role) => hasRole(name, role)) ?? null;
