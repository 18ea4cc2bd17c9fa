// Packs the symbols and aliases of human protein-coding genes into cells/src/artifacts/genes/alias-table.ts, and the symbols of genes
// without aliases and of those of RNA into symbols-alone.ts beside it. Source: NCBI Gene
// (gene_info; public domain, a work of the United States government) of 12 September 2022, as Debian's r-bioc-org.hs.eg.db
// 3.16.0-1 ships it (Bioconductor 3.16, Artistic-2.0). By hand, when a newer one is wanted:
//
//   sqlite3 org.Hs.eg.sqlite "select g.symbol, group_concat(a.alias_symbol, ' '), t.gene_type from gene_info g
//     join genetype t on t._id = g._id left join alias a on a._id = g._id
//     where t.gene_type = 'protein-coding' or t.gene_type like '%RNA' group by g._id" | node scripts/gene-aliases.mjs

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./prepare.mjs";
import { say } from "./say.mjs";

/** Names of clones and of projects, by which nobody looks for a gene. */
const ofClones =
  /^(?:LOC\d+|KIAA\d+|FLJ\d+|MGC\d+|DKFZ.*|PRO\d+|HSPC\d+|RP\d+-.*|bA\d+.*|dJ\d+.*|OTTHUM.*|UNQ\d+|hCG_?\d+|[A-Z]{1,2}\d{5,})$/;

const alone = [];
const lines = readFileSync(0, "utf8")
  .split("\n")
  .flatMap((line) => {
    const [symbol = "", all = "", type = ""] = line.split("|");
    if (!/^[A-Za-z][\w.-]*$/.test(symbol) || symbol.startsWith("LOC")) return [];
    if (type !== "protein-coding") {
      alone.push(symbol);
      return [];
    }
    const aliases = all
      .split(" ")
      .filter((alias) => /^[A-Za-z0-9][\w.\-/]{1,11}$/.test(alias) && !ofClones.test(alias))
      .map((alias) => alias.toUpperCase())
      .filter((alias) => alias !== symbol.toUpperCase());
    if (aliases.length === 0) alone.push(symbol);
    return aliases.length > 0 ? [[symbol, ...new Set(aliases)].join(" ")] : [];
  })
  .sort();
const folder = path.join(root, "cells", "src", "artifacts", "genes");
const file = path.join(folder, "alias-table.ts");
writeFileSync(
  file,
  `// Human protein-coding genes: symbol and aliases (in capitals), a gene after each bar. Written by scripts/gene-aliases.mjs, where
// its source stands. Loaded when a gene is first searched by a name that its data do not hold.

export const source = { name: "NCBI Gene", date: "2022-09-12", licence: "public domain" } as const;

// biome-ignore format: one text, written by a program.
export const genes = ${JSON.stringify(`|${lines.join("|")}|`)};
`,
);
writeFileSync(
  path.join(folder, "symbols-alone.ts"),
  `// Human genes that alias-table.ts does not have, by their symbols: of RNA, and those that have no other name. Written by
// scripts/gene-aliases.mjs, where its source stands.

// biome-ignore format: one text, written by a program.
export const symbolsAlone = ${JSON.stringify([...new Set(alone)].sort().join(" "))};
`,
);
say(`${lines.length} genes, ${Math.round(readFileSync(file).length / 1024)} KB`);
