// Faults of delimited text: line ends, names, widths, quotes, blanks, marks of numbers, missing words, encodings.

import { refused, reports } from "./report.ts";

const tp53 = ["TP53", "MYC"] as const;

export const ofTexts = reports(
  {
    folder: "01-cr-only-lines",
    rule: "lines that end with CR alone are cut letter for letter",
    cells: {
      sheet: {
        table: [
          ["sample", ["Sample1", "Sample2", "Sample3", "Sample4"]],
          ["sex", ["F", "M", "F", "M"]],
          ["count", [10, 20, 30, 40]],
        ],
      },
      entrez: {
        table: [
          ["entrez", [7157, 4609, 1956]],
          ["c1", [10, 5, 7]],
          ["c2", [20, 6, 8]],
        ],
      },
      textlast: {
        table: [
          ["sample", ["Sample1", "Sample2", "Sample3"]],
          ["count", [10, 20, 30]],
          ["sex", ["F", "M", "F"]],
        ],
      },
      missing: {
        table: [
          ["sample", ["Sample1", "Sample2", "Sample3", "Sample4", "Sample5"]],
          ["v", [1.5, null, 2, 0.25, 5]],
        ],
      },
      quotedlast: {
        table: [
          ["id", ["Alpha", "Beta", "Gamma", "Delta"]],
          ["n", [1, 2, 3, 4]],
          ["t", ["x", "y", "z", "w"]],
        ],
      },
    },
  },
  {
    folder: "03-numeric-header-names",
    rule: "a first row of names stays one where some of them are numbers, and the doubt is said",
    cells: {
      years: {
        table: [
          ["Region", ["North", "South"]],
          ["2019", [10, 5]],
          ["2020", [20, 6]],
          ["2021", [30, 7]],
        ],
        says: [/first row/i],
      },
      plate: {
        table: [
          ["well", ["A", "B"]],
          ["1", [0.1, 0.4]],
          ["2", [0.2, 0.5]],
          ["3", [0.3, 0.6]],
        ],
        says: [/first row/i],
      },
      one: {
        table: [
          ["Region", ["North", "South"]],
          ["Y2019", [1, 3]],
          ["2020", [2, 4]],
        ],
      },
      symbols: {
        table: [
          ["GeneSymbol", tp53],
          ["101", [10, 1]],
          ["102", [20, 2]],
          ["103", [30, 3]],
        ],
        says: [/first row/i],
      },
      gene: {
        table: [
          ["gene", tp53],
          ["101", [10, 1]],
          ["102", [20, 2]],
          ["103", [30, 3]],
        ],
        says: [/first row/i],
      },
      book: {
        table: [
          ["Region", ["North", "South"]],
          ["2019", [1, 3]],
          ["2020", [2, 4]],
        ],
        says: [/first row/i],
      },
    },
  },
  {
    folder: "04-row-names-empty-last-column",
    rule: "a header one name short stands over row names, and it is said",
    cells: {
      tab: {
        table: [
          ["column 1", [1, 2]],
          ["sex", ["F", "M"]],
          ["age", [3, 4]],
          ["note", [null, null]],
        ],
        says: [/one name less/],
      },
      quoted: {
        table: [
          ["column 1", [1, 2]],
          ["sex", ["F", "M"]],
          ["age", [3, 4]],
          ["note", [null, null]],
        ],
        says: [/one name less/],
      },
      filled: {
        table: [
          ["column 1", [1, 2]],
          ["sex", ["F", "M"]],
          ["age", [3, 4]],
          ["note", ["x", "y"]],
        ],
        says: [/one name less/],
      },
      numeric: {
        table: [
          ["column 1", tp53],
          ["1", [1, 2]],
          ["2", [3, 4]],
          ["3", [5, 6]],
        ],
        says: [/one name less/],
      },
    },
  },
  {
    folder: "05-unbalanced-quotes",
    rule: "after a closing quote stands a delimiter or a line end, else the line is named",
    cells: {
      last: refused("load.quote-inside", { params: { line: 4, opens: 2 } }),
      middle: refused("load.quote-inside", { params: { line: 4, opens: 2 } }),
      glued: refused("load.quote-inside", { params: { line: 2, opens: 2 } }),
      one: refused("load.quote-open", { params: { line: 2 } }),
    },
  },
  {
    folder: "08-thousands-separator",
    rule: "commas between groups of three digits separate thousands where another column proves it, and it is said",
    cells: {
      counts: {
        table: [
          ["gene", ["A", "B", "C"]],
          ["s1", [1234, 12345678, 7]],
          ["s2", [1000, 2500, 3125]],
        ],
        says: [/thousands/],
      },
    },
  },
  {
    folder: "09-aligned-blanks",
    rule: "columns that are aligned by several blanks are columns",
    cells: {
      plink: {
        table: [
          ["CHR", ["1", "1"]],
          ["SNP", ["rs3094315", "rs12562034"]],
          ["BP", [752566, 768448]],
          ["A1", ["G", "A"]],
          ["F_A", [0.15, 0.075]],
          ["F_U", [0.175, 0.125]],
          ["A2", ["A", "G"]],
          ["CHISQ", [0.181, 1.111]],
          ["P", [0.6705, 0.2918]],
          ["OR", [0.8319, 0.5676]],
        ],
      },
      aligned: {
        table: [
          ["name", ["anna", "bo"]],
          ["age", [31, 9]],
          ["weight", [60.5, 30]],
        ],
      },
    },
  },
  {
    folder: "36-na-as-a-name",
    rule: "NA stays a name where names stand, and it is said",
    cells: {
      flu: {
        table: [
          ["segment", ["PB2", "PB1", "PA", "HA", "NP", "NA", "M", "NS"]],
          ["protein", ["PB2", "PB1", "PA", "HA", "NP", "NA", "M1", "NS1"]],
          ["reads", [100, 120, 90, 300, 210, 180, 400, 150]],
        ],
        says: [/NA/],
      },
      m: { matrix: { features: ["PB2", "HA", "NA", "NS"], samples: ["S1", "S2", "S3"] }, says: [/NA/] },
      q: { table: [["n", [0]]] },
    },
  },
  {
    folder: "38-encodings-gzip-wide",
    rule: "other encodings are read, a guessed one is said; members of gzip and long identifiers are whole",
    cells: {
      bom: {
        table: [
          ["gene", ["A"]],
          ["n", [1]],
        ],
      },
      members: {
        table: [
          ["id", ["A", "B", "C", "D"]],
          ["n", [1, 2, 3, 4]],
        ],
      },
      ids: {
        table: [
          ["well", ["1E5", "2E3"]],
          ["clone", ["2310009E13", "3110002H16"]],
          ["big", ["123456789012345678", "123456789012345679"]],
        ],
      },
      utf16: {
        table: [
          ["id", ["A"]],
          ["n", [1]],
        ],
      },
      latin: {
        table: [
          ["id", ["Müller"]],
          ["n", [1]],
        ],
        says: [/windows-1252/i],
      },
    },
  },
  {
    folder: "suite-01-cr-line-ends-lose-letters",
    rule: "no letter is lost where lines end with CR",
    loads: { first: "first-cell-quoted.csv", number: "number.csv", quoted: "quoted.csv" },
    cells: {
      first: {
        table: [
          ["a", ["1", "Once upon\ra time"]],
          ["b", [2, 5]],
          ["c", [3, 6]],
        ],
      },
      number: {
        table: [
          ["gene", ["TP53", "BRCA1", "EGFR"]],
          ["n", [5, 7, 9]],
        ],
      },
      quoted: {
        table: [
          ["gene", ["TP53", "BRCA1", "EGFR"]],
          ["note", ["a, b", "c", "d"]],
        ],
      },
    },
  },
  {
    folder: "suite-03-extra-delimiter-shifts-row",
    rule: "a row with a delimiter too many is named, its cells never move",
    loads: { in: "in.csv" },
    cells: { in: refused("load.row-surplus", { params: { line: 3 } }) },
  },
  {
    folder: "suite-04-unpaired-quote-swallows-rows",
    rule: "an unpaired quote swallows no rows",
    loads: { csv: "in.csv", tsv: "in.tsv" },
    cells: {
      csv: refused("load.quote-inside", { params: { line: 4, opens: 2 } }),
      tsv: refused("load.quote-inside", { params: { line: 5, opens: 2 } }),
    },
  },
  {
    folder: "suite-05-text-after-closing-quote",
    rule: "text after a closing quote is named and not glued on",
    loads: { backslash: "backslash.csv", glued: "glued.csv", tsv: "in.tsv", inner: "inner.csv" },
    cells: {
      backslash: refused("load.quote-inside", { params: { line: 2 } }),
      glued: refused("load.quote-inside", { params: { line: 2 } }),
      tsv: refused("load.quote-inside", { params: { line: 2 } }),
      inner: refused("load.quote-inside", { params: { line: 2 } }),
    },
  },
  {
    folder: "suite-06-one-column-split-at-blank",
    rule: "a file of one column stays one column",
    loads: { disease: "disease.csv", third: "refused.csv", species: "species.csv", time: "time.csv" },
    cells: {
      disease: { table: [["disease name", ["breast cancer", "lung cancer"]]] },
      third: { table: [["time", ["2020-01-01 01:02:03", "2020-01-02 04:05:06", "unknown"]]] },
      species: { table: [["species", ["Homo sapiens", "Mus musculus"]]] },
      time: { table: [["time", ["2020-01-01 01:02:03", "2020-01-02 04:05:06"]]] },
    },
  },
  {
    folder: "suite-12-header-of-numbers-taken-as-data",
    rule: "numbers over texts, truth values or other numbers are names",
    loads: { genotypes: "genotypes.csv", mutations: "mutations.csv", years: "years.csv" },
    cells: {
      genotypes: {
        table: [
          ["sample", ["rs1", "rs2"]],
          ["100022", ["AA", "AG"]],
          ["100025", ["AG", "AG"]],
          ["100047", ["GG", "AA"]],
        ],
      },
      mutations: {
        table: [
          ["id", ["s1", "s2"]],
          ["7157", [true, false]],
          ["672", [false, true]],
          ["1956", [false, true]],
        ],
      },
      years: {
        table: [
          ["Tissue", ["liver", "lung"]],
          ["2011", [23.8, 1.5]],
          ["2010", [17.5, 2.5]],
        ],
      },
    },
  },
  {
    folder: "suite-13-header-one-short-mislabels",
    rule: "names over the wrong columns are asked about",
    loads: { in: "in.csv" },
    cells: { in: refused("load.row-names-unclear", { params: { line: 1 } }) },
  },
  {
    folder: "suite-15-header-one-short-shifts-names",
    rule: "a header one field short is said, or asked about",
    loads: { more: "bad-header-more-fields.csv", in: "in.csv" },
    cells: {
      more: {
        table: [
          ["column 1", [1]],
          ["foo", [2]],
          ["bar", [3]],
          ["baz", [4]],
        ],
        says: [/one name less/],
      },
      in: refused("load.row-names-unclear"),
    },
  },
  {
    folder: "suite-17-gzip-long-line-quadratic",
    rule: "a long line takes the time that its length takes",
    loads: { in: "oneline64.csv.gz" },
    cells: { in: { within: 30_000, refused: [{ reason: "load.header-only" }] } },
  },
  {
    folder: "suite-20-fine-files-refused",
    rule: "fine files are read, and what is refused is called what it is",
    loads: {
      brackets: "bracket-list.csv",
      trailing: "header-trailing-delimiter.csv",
      plink: "plink.assoc",
      sub: "sub-char.csv",
      quote: "unquoted-quote.tsv",
      zero: "zero-said-utf16.csv",
    },
    cells: {
      brackets: { table: [["column 1", ["[1.1.1.1]", "[2.2.2.2]"]]] },
      trailing: {
        table: [
          ["id", [1, 2]],
          ["name", ["a", "b"]],
          ["lat", [2.5, 3.5]],
        ],
      },
      plink: { shape: [3, 10] },
      sub: {
        table: [
          ["a", [1]],
          ["\u001ab", [2]],
          ["c", [3]],
        ],
      },
      quote: refused("load.quote-open", { params: { line: 1 } }),
      zero: refused("load.zero-byte", { params: { line: 1 } }),
    },
  },
  {
    folder: "suite-21-jsonl-number-too-large",
    rule: "a number that no double holds stays the text that it is",
    loads: { in: "in.jsonl", mixed: "mixed.jsonl" },
    cells: {
      in: {
        table: [
          ["g", ["a", "b"]],
          ["v", ["1", "1e400"]],
        ],
        says: [/1e400/],
      },
      mixed: { table: [["v", ["x", "1e400", "[1e400]"]]] },
    },
  },
  {
    folder: "suite-23-gzip-shorter-than-written",
    rule: "packed files are read to their end, or refused",
    loads: { cut: "bgzf-cut-at-block.csv.gz", zeros: "zeros-between-members.csv.gz" },
    cells: {
      cut: refused("load.bgzf-cut"),
      zeros: {
        table: [
          ["gene", ["TP53", "EGFR"]],
          ["n", [1, 3]],
        ],
      },
    },
  },
);
