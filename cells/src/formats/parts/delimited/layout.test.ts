// How a file is laid out is decided by its rows, and what was guessed is said. What is right comes from the cases that users
// reported (../shared/data/reports); names of rows and numbers agree with base R 4.2.2 (read.csv, read.delim).

import { describe, expect, test } from "vitest";
import type { Table } from "../../../artifacts/artifact.ts";
import { cellJson } from "../../../artifacts/table.ts";
import type { Json, JsonObject } from "../../../base/json.ts";
import { loadText } from "../../../testing/load-text.ts";

const read = async (text: string, spec: JsonObject = {}, name = "x.csv") => {
  const { out, logged, failure } = await loadText(name, text, { read: "table", ...spec });
  if (failure) return { failure, logged, names: [] as string[], rows: [] as Json[][] };
  const { columns, rowCount } = out as Table;
  const rows = Array.from({ length: rowCount }, (_, row) => columns.map((column) => cellJson(column, row)));
  return { failure: null, logged, names: columns.map(({ name: each }) => each), rows };
};

describe("the first row", () => {
  test.each([
    ["years over counts", "Region,2019,2020\nNorth,10,20\nSouth,5,6\n", ["Region", "2019", "2020"]],
    ["wells over measurements", "well,1,2,3\nA,0.1,0.2,0.3\nB,0.4,0.5,0.6\n", ["well", "1", "2", "3"]],
    ["a name in camel case over Entrez numbers", "GeneSymbol,7157,672\nS1,5,0\nS2,7,1\n", ["GeneSymbol", "7157", "672"]],
    ["numbers over alleles", "sample,100022,100025\nrs1,AA,AG\nrs2,AG,GG\n", ["sample", "100022", "100025"]],
    ["numbers over truth values", "id,7157,672\ns1,TRUE,FALSE\ns2,FALSE,TRUE\n", ["id", "7157", "672"]],
    ["one number among names", "Region,Y2019,2020\nNorth,1,2\nSouth,3,4\n", ["Region", "Y2019", "2020"]],
    ["what pandas writes over an index", ",0,1\na,5,6\nb,7,8\n", ["column 1", "0", "1"]],
    ["R's own names", "V1,V2\ns1,a1\ns2,b2\n", ["V1", "V2"]],
    ["dates over numbers", "gene,2020-01-01,2020-02-01\nA,1,2\nB,3,4\n", ["gene", "2020-01-01", "2020-02-01"]],
    ["doses over whole numbers", "dose,0.1,0.5,1\nA,5,6,7\nB,8,9,1\n", ["dose", "0.1", "0.5", "1"]],
    ["a number twice", "gene,1,1\nA,2,3\nB,4,5\n", ["gene", "1", "1_2"]],
    ["years alone over fractions", "2019,2020\n1.5,2.5\n3.5,4.5\n", ["2019", "2020"]],
    ["years that go down", "Musei,2011,2010\nA,3,4\nB,5,6\n", ["Musei", "2011", "2010"]],
  ])("%s names the columns", async (_title, text, names) => {
    expect((await read(text)).names).toEqual(names);
  });

  test.each([
    ["places in a genome that are no BED", "chr1\t100\tx\nchr2\t300\ty\n", "chr1"],
    ["identifiers and counts", "ENSG00000000003\t679\nENSG00000000005\t0\n", "ENSG00000000003"],
    ["barcodes of patients", "TCGA-02-0001\nTCGA-02-0003\nTCGA-02-0006\n", "TCGA-02-0001"],
    ["genes and what they are", "ENSG00000243485\tMIR1302-10\tlncRNA\nENSG00000237613\tFAM138A\tlncRNA\n", "ENSG00000243485"],
    [
      "a class that stands again",
      "+,S10,tactagcaatacgcttgcgttcggtggttaag\n+,AMPC,tgctatcctgacagttgtcacgctgattggtg\n-,X,ttacgtgtcaggctagcaatacgcttgcgtta\n",
      "+",
    ],
    ["a first row of dates", "2020-01-01,5\n2020-01-02,6\n", "2020-01-01"],
    ["genes and counts", "Gnai3\t4709\t43\nPbsn\t0\t12\nCdc45\t436\t388\nH19\t4\t0\n", "Gnai3"],
    ["fractions", "TP53,10.5,3.25\nMYC,1.5,2.25\n", "TP53"],
  ])("%s are records", async (_title, text, first) => {
    const { names, rows } = await read(text, {}, "x.txt");
    expect(names[0]).toBe("column 1");
    expect(rows[0]?.[0]).toBe(first);
  });

  test("a guess is said with its alternative, and the setting is obeyed", async () => {
    const text = "Region,2019,2020\nNorth,10,20\nSouth,5,6\n";
    expect((await read(text)).logged).toMatch(
      /first row \(line 1: Region 2019 2020\) is taken as names.*set that no row names the columns/s,
    );
    expect((await read(text, { header: false })).rows).toHaveLength(3);
    const barcodes = "AAAC-1\nAAAG-1\nAAAT-1\n";
    expect((await read(barcodes, {}, "x.txt")).logged).toMatch(/is taken as a record/);
    expect((await read(barcodes, { header: true }, "x.txt")).names).toEqual(["AAAC-1"]);
  });

  test("a # before names over texts is a header, a remark is none", async () => {
    const map = await read("#SampleID\tTreatment\nS1\tControl\nS2\tFast\n", {}, "map.txt");
    expect(map.names).toEqual(["#SampleID", "Treatment"]);
    expect(map.rows).toHaveLength(2);
    const commented = await read("#SampleID\tTreatment\n# an example of a map\nS1\tControl\nS2\tFast\n", {}, "map.txt");
    expect(commented.names).toEqual(["#SampleID", "Treatment"]);
    expect((await read("# made by x, y\na,b\n1,2\n")).names).toEqual(["a", "b"]);
  });
});

describe("above and below the names", () => {
  test.each([
    ["a title and an empty line", "Counts of experiment 12\n\ngene,s1,s2\nA,1,2\nB,3,4\n"],
    ["a title with its delimiters, and an empty row", "Counts,,\n,,\ngene,s1,s2\nA,1,2\nB,3,4\n"],
    ["settings of an instrument with its delimiters", "Instrument,QuantStudio\nRun,2020-01-01\n\ngene,s1,s2\nA,1,2\nB,3,4\n"],
    ["settings of an instrument", "Plate: 12\nDate: today\n\ngene,s1,s2\nA,1,2\nB,3,4\n"],
  ])("%s is passed over, and said", async (_title, text) => {
    const { names, rows, logged } = await read(text);
    expect(names).toEqual(["gene", "s1", "s2"]);
    expect(rows).toEqual([
      ["A", 1, 2],
      ["B", 3, 4],
    ]);
    const line = text.split("\n").indexOf("gene,s1,s2") + 1;
    expect(logged).toMatch(new RegExp(`above the names in line ${line} (?:is|are) not read`));
  });

  test("a title over texts is passed over, one over two columns where it has several words", async () => {
    expect((await read("My Data,,\nsample,group,site\nS1,a,x\nS2,b,y\n")).names).toEqual(["sample", "group", "site"]);
    expect((await read("List of samples\nsample,group\nS1,a\nS2,b\n")).names).toEqual(["sample", "group"]);
    expect((await read("File:;abc.csv\nDate;01.02.2020\nWell;Sample;Ct\nA1;x;20,5\nA2;y;21,5\n")).names).toEqual([
      "Well",
      "Sample",
      "Ct",
    ]);
  });

  const body = "A,1,2\nB,3,4\nC,5,6\n";
  test.each([
    ["words", "Counts of mice,liver,2024", "gene,s1,s2"],
    ["a day", "Measured on,3,5", "id,v,w"],
    ["a date", "Run,2020-01-01,plate 7", "well,ct,tm"],
    ["a project and its owner", "Project,liver,Ada", "sample,reads,genes"],
    ["numbers alone", "12,7,2024", "gene,s1,s2"],
    ["two lines", "Project,liver,Ada\nRun,4,today", "gene,s1,s2"],
    ["three lines", "Project,liver,Ada\nRun,4,today\nReader,x,y", "patient,age,weight"],
    ["a name in camel case below", "Export,of,today", "GeneSymbol,ctl,trt"],
    ["in Russian", "Опыт,печень,мыши", "ID,v,w"],
    ["values missing below", "Counts of mice,liver,2024", "gene,s1,s2"],
  ])(
    "a title with as many fields as the table and no empty line below, %s: the names below it are taken, and it is said",
    async (title, above, names) => {
      const rows = title === "values missing below" ? `${body}D,NA,7\n` : body;
      for (const delimiter of [",", ";", "\t"]) {
        const text = `${above}\n${names}\n${rows}`.replaceAll(",", delimiter);
        const found = await read(text);
        expect(found.names).toEqual(names.split(","));
        expect(found.rows[0]).toEqual(["A", 1, 2]);
        const line = above.split("\n").length + 1;
        expect(found.logged).toMatch(
          new RegExp(`above the names in line ${line} (?:is|are) not read.*0 lines stand above it`, "s"),
        );
        const all = await read(text, { skip: 0, header: true });
        expect(all.rows.length).toBeGreaterThan(found.rows.length);
      }
    },
  );

  test.each([
    ["a first record that failed", "gene,s1,s2\nTP53,failed,low\nMYC,1,2\nABC,3,4\n", "gene"],
    ["a first record of words over years", "Region,2019,2020\nNorth,closed,flooded\nSouth,1,2\nEast,3,4\n", "Region"],
    ["names over a record that is called like a corner", "name,v,w\nsample,low,high\nB,1,2\nC,3,4\n", "name"],
    ["units below names", "gene,mass,length\n,g,mm\nA,1,2\nB,3,4\n", "gene"],
    ["units in words below names", "time,conc,dose\nhours,counts,mg\n1,2,3\n4,5,6\n", "time (hours)"],
    ["groups above names", "gene,ctl,,trt,\n,a,b,a,b\nA,1,2,3,4\nB,5,6,7,8\n", "gene"],
    ["texts alone", "Project,liver,Ada\nsample,group,site\nS1,a,x\nS2,b,y\n", "Project"],
    ["one record", "Project,liver,Ada\ngene,s1,s2\nA,1,2\n", "Project"],
    ["a word twice below", "Project,liver,Ada\ngene,low,low\nA,1,2\nB,3,4\n", "Project"],
    ["names alone", "gene,s1,s2\nA,1,2\nB,3,4\n", "gene"],
  ])("%s is no title", async (_title, text, first) => {
    expect((await read(text)).names[0]).toBe(first);
  });

  test("lines that are set to stand above are passed over, whatever is in them", async () => {
    const text = "a,b\n1,2\n3,4\n";
    expect((await read(text, { skip: 1 })).names).toEqual(["column 1", "column 2"]);
    expect((await read(text, { skip: 1, header: true })).names).toEqual(["1", "2"]);
    expect((await read("# x\n# y\na,b\n1,2\n", { skip: 2 })).names).toEqual(["a", "b"]);
  });

  test("a row of units belongs to the names, and is said", async () => {
    const { names, rows, logged } = await read("sample,dose,weight\n,mg,kg\ns1,5,60.5\ns2,7,71\n");
    expect(names).toEqual(["sample", "dose (mg)", "weight (kg)"]);
    expect(rows[0]).toEqual(["s1", 5, 60.5]);
    expect(logged).toMatch(/Two rows, from line 1 on, name the columns together/);
  });

  test("names under groups are told apart by their group", async () => {
    const { names } = await read(",control,,treated,\ngene,a,b,a,b\nX,1,2,3,4\nY,5,6,7,8\n");
    expect(names).toEqual(["gene", "control a", "control b", "treated a", "treated b"]);
    expect((await read("a,b\nx,y\n1,2\n3,4\n", { headerRows: 2 })).names).toEqual(["a x", "b y"]);
    expect((await read("sample,dose\n,mg\ns1,5\ns2,6\n", { headerRows: 1 })).rows).toHaveLength(3);
  });

  test("a record whose numbers failed is no row of names", async () => {
    expect((await read("sample,ct,n\ns1,Undetermined,failed\ns2,31.5,3\ns3,30,4\n")).rows).toHaveLength(3);
    expect((await read("name,age,n\nAlice,unknown,unknown\nBob,31,3\nCarl,30,4\n")).rows).toHaveLength(3);
  });

  test("a second table in the file is named with its line", async () => {
    const twice = "gene,s1,s2\nA,1,2\nB,3,4\ngene,s1,s2\nC,5,6\n";
    expect((await read(twice)).failure).toMatchObject({ reason: "load.two-tables", params: { line: 4 } });
    const other = "gene,s1,s2\nA,1,2\nB,3,4\n\nprotein,s3,s4\nP,5,6\n";
    expect((await read(other)).failure).toMatchObject({ reason: "load.two-tables", params: { line: 5 } });
  });
});

describe("two tables in one file, with an empty line between them", () => {
  test.each([
    ["as wide", "id,v\na,1\nb,2\n\nsample,dose\nx,10\ny,20\n", 5],
    ["as wide, between tabs", "id\tv\na\t1\nb\t2\n\n\nsample\tdose\nx\t10\n", 6],
    ["wider", "id,v\na,1\nb,2\n\nsample,dose,batch\nx,10,1\ny,20,2\nz,30,3\n", 5],
    ["wider, as a spreadsheet writes it", "id,v,\na,1,\nb,2,\n,,\n\nsample,dose,batch\nx,10,1\ny,20,2\n", 6],
    ["narrower, as a spreadsheet writes it", "id,v,w\na,1,2\nb,2,3\n\nsample,dose,\nx,10,\ny,20,\n", 5],
    ["of three columns above one of four", "a,b,c\nx,1,2\ny,2,3\n\ns,t,u,v\np,1,2,3\nq,2,3,4\nr,3,4,5\n", 5],
  ])("%s: the second is named with its line", async (_title, text, line) => {
    const name = text.includes("\t") ? "x.tsv" : "x.csv";
    expect((await read(text, {}, name)).failure).toMatchObject({ reason: "load.two-tables", params: { line } });
  });
  test.each([
    ["settings of an instrument", "Sample,Liver\nCycles,40\n\ngene,s1,s2\nA,1,2\nB,3,4\n"],
    ["several words", "id,v\na,1\n\nb,low\nc,high\nd,4\n"],
  ])("%s: nothing is refused", async (_title, text) => {
    expect((await read(text)).failure).toBeNull();
  });
});

// As pandas 1.5.3 reads the table alone: read_csv(sep, decimal=",", skiprows=...).
describe("a title above names and decimal commas", () => {
  const body = "1;1,5;2,25\n2;0,75;3,5\n3;2,5;4,125\n";
  test.each([
    ["without a comma", "Report of May", ""],
    ["and an empty line", "Report of May", "\n"],
    ["with a comma", "Report, May 2024", "\n"],
    ["with as many commas as the rows", "Measured on 3,5,2024", ""],
    ["with as many commas, and empty lines", "Measured on 3,5,2024", "\n\n"],
    ["two of them", "a,b,c\nd,e,f", "\n"],
    ["in quotes", '"Report, May, 2024"', "\n"],
    ["with as many fields as the table, before an empty line", "Report; May; 2024", "\n"],
    ["behind a first line that says the delimiter", "sep=;\nReport, May, 2024", "\n"],
  ])("%s: the names below it are taken, and both guesses are said", async (_title, title, gap) => {
    for (const delimiter of title.includes(";") ? [";"] : [";", "\t", "|"]) {
      const text = `${title}\n${gap}id;v;w\n${body}`.replaceAll(";", delimiter);
      const { names, rows, logged } = await read(text, {}, "report.csv");
      expect(names).toEqual(["id", "v", "w"]);
      expect(rows).toEqual([
        [1, 1.5, 2.25],
        [2, 0.75, 3.5],
        [3, 2.5, 4.125],
      ]);
      const line = `${title}\n${gap}`.split("\n").length;
      expect(logged).toMatch(new RegExp(`${line - 1} lines? above the names in line ${line} (?:is|are) not read`, "u"));
      expect(logged).toContain("decimal comma");
      // The number that was said, set.
      expect((await read(text, { skip: line - 1 }, "report.csv")).rows).toEqual(rows);
    }
  });
  test("names that no comma cuts, of two columns", async () => {
    expect((await read("Report, May, 2024\nv;w\n1,5;2,25\n0,75;3,5\n")).rows).toEqual([
      [1.5, 2.25],
      [0.75, 3.5],
    ]);
  });
  test.each([
    ["delimiter", { delimiter: "," }],
    ["skip", { skip: 0 }],
    ["header", { header: false }],
  ])("where %s is set, and no row fits by it, the refusal names that setting and lets it be found", async (setting, spec) => {
    const { failure } = await loadText("report.csv", `Report, May, 2024\n\nid;v;w\n${body}`, spec);
    expect(failure).toMatchObject({
      reason: `load.widths-by-${setting}`,
      at: [setting],
      fix: { path: [setting], value: null },
    });
    const further = await loadText("ragged.csv", `id;v;w\n${body}4;5\n`, { delimiter: ";" });
    expect(further.failure).toMatchObject({ reason: "load.rows-unequal", fix: { path: ["ragged"], value: "fill" } });
  });
  test("where more lines are set than the file has, that is what is said", async () => {
    const { failure } = await loadText("short.csv", "id;v\n1;2\n", { skip: 5 });
    expect(failure).toMatchObject({ reason: "load.skip-all", params: { skip: 5 }, fix: { path: ["skip"], value: null } });
  });
  test("a line of texts above empty names, values or a second row of names is no title", async () => {
    expect((await read("id;v;w\n\nx;1,5;2\ny;2,5;3\n")).names).toEqual(["id", "v", "w"]);
    expect((await read("gene;chr;v\n\nXist;X;NA\nTsix;X;2\n")).names).toEqual(["gene", "chr", "v"]);
    expect((await read("id,v\n1;2,5\n2;3,5\n")).names).toEqual(["id", "v"]);
  });
});

describe("widths", () => {
  test("names of rows, as R writes them, are told; where an identifier is named first, it is asked", async () => {
    const { names, rows, logged } = await read("sex\tage\tnote\n1\tF\t3\t\n2\tM\t4\t\n", {}, "x.tsv");
    expect(names).toEqual(["column 1", "sex", "age", "note"]);
    expect(rows[0]).toEqual([1, "F", 3, null]);
    expect(logged).toMatch(/one name less than there are columns/);
    const unclear = "sample,agesex,tissue,note\ns1,34,F,liver,\ns2,41,M,lung,\n";
    expect((await read(unclear)).failure).toMatchObject({ reason: "load.row-names-unclear", fix: { path: ["rowNames"] } });
    expect((await read(unclear, { rowNames: true })).names).toEqual(["column 1", "sample", "agesex", "tissue", "note"]);
    expect((await read(unclear, { rowNames: false })).names).toEqual(["sample", "agesex", "tissue", "note"]);
  });

  test("names of rows over numbers as names", async () => {
    expect((await read("1\t2\t3\nTP53\t1\t3\t5\nMYC\t2\t4\t6\n", {}, "x.tsv")).names).toEqual(["column 1", "1", "2", "3"]);
  });

  test("rows that end with a delimiter more, where their first field repeats, have no names", async () => {
    const { names, logged } = await read("a,b\n1,x,\n1,y,\n");
    expect(names).toEqual(["a", "b"]);
    expect(logged).toMatch(/ends with 1 empty field more/);
  });

  test("a header that ends with delimiters names no column there", async () => {
    expect((await read("id,name,lat,\n1,a,2.5\n2,b,3.5\n")).names).toEqual(["id", "name", "lat"]);
    expect((await read("id,name,,,\n1,a\n2,b\n")).names).toEqual(["id", "name"]);
  });

  test("one empty field too many in one row is named; where it is let pass, its line is said", async () => {
    const text = "gene,chr,start,note\nTP53,17,7661779,\nBRCA1,,17,43044295,\nEGFR,7,55019017,\n";
    expect((await read(text)).failure).toMatchObject({ reason: "load.row-surplus", params: { line: 3, expected: 4, found: 5 } });
    expect((await read(text, { ragged: "fill" })).logged).toMatch(/1 row has empty fields beyond the last column.*lines 3/s);
  });

  test("rows that were filled are named by their lines, also in a matrix", async () => {
    const text = "gene,a,b\nA,1\nB,2,3\nC,4\n";
    expect((await read(text, { ragged: "fill" })).logged).toMatch(/2 rows are too short and were filled .*lines 2, 4/s);
    const wide = `gene,${Array.from({ length: 60 }, (_, at) => `s${at}`).join()}\nA,${"1,".repeat(59)}1\nB,${"2,".repeat(40)}2\n`;
    expect((await loadText("w.csv", wide, { ragged: "fill", read: "matrix" })).logged).toMatch(/1 row is too short.*lines 3/s);
  });
});

describe("quotes", () => {
  test.each([
    ["text behind a closing quote", 'a,b\n"x"y,1\n', 2, 2],
    ["a quote that closes at the next one that opens", 'g\td\nA\t"open\nB\tplain\nC\t"open\nD\tplain\n', 4, 2],
    ["quotes escaped by a backslash", 'id,name\n1,"a \\"b\\" c"\n', 2, 2],
  ])("%s is named with both lines", async (_title, text, line, opens) => {
    expect((await read(text)).failure).toMatchObject({
      reason: "load.quote-inside",
      params: { line, opens },
      fix: { path: ["quotes"], value: "none" },
    });
  });

  test("without quotes they are letters", async () => {
    const { rows } = await read('g\td\nA\t"open\nB\t5" prime\nC\tsay "x"\n', { quotes: "none" }, "x.tsv");
    expect(rows).toEqual([
      ["A", '"open'],
      ["B", '5" prime'],
      ["C", 'say "x"'],
    ]);
  });

  test("blanks before and behind quotes are none of the text", async () => {
    const { names, rows } = await read('id, name, n\n1, "b, c", 3\n2, "d" ,4\n');
    expect(names).toEqual(["id", "name", "n"]);
    expect(rows).toEqual([
      [1, "b, c", 3],
      [2, "d", 4],
    ]);
  });
});

describe("blanks", () => {
  test.each([
    ["species\nHomo sapiens\nMus musculus\n", "species"],
    ["disease name\nbreast cancer\nlung cancer\n", "disease name"],
    ["time\n2020-01-01 01:02:03\nunknown\n", "time"],
    ["name\nSample 1\nSample 2\n", "name"],
  ])("%j is one column", async (text, name) => {
    for (const file of ["x.csv", "x.tsv", "x.txt"]) expect((await read(text, {}, file)).names).toEqual([name]);
  });

  test("runs of blanks that align columns are one delimiter, with their lines", async () => {
    const text = " CHR          SNP   BP \n   1    rs3094315  752566\n  22   rs12562034  768448\n";
    const { names, rows } = await read(text, {}, "plink.assoc");
    expect(names).toEqual(["CHR", "SNP", "BP"]);
    expect(rows).toEqual([
      [1, "rs3094315", 752566],
      [22, "rs12562034", 768448],
    ]);
    expect((await read(`${text}   3   x\n`, {}, "plink.assoc")).failure).toMatchObject({
      reason: "load.rows-unequal",
      params: { line: 4 },
    });
    expect((await read('   name  n\n"a  b"   1\n   "c"  2\n', {}, "x.txt")).rows[0]).toEqual(["a  b", 1]);
  });

  // pandas.read_csv(sep=r"\s{2,}", engine="python") and read_fwf give the same.
  test("where every line has two blanks or more between columns, texts may have blanks of their own", async () => {
    const text = "name      age  city\nAnna       12  Bonn\nBob Smith   9  Koeln\n";
    for (const file of ["t.txt", "t.csv"]) {
      const { names, rows } = await read(text, {}, file);
      expect(names).toEqual(["name", "age", "city"]);
      expect(rows).toEqual([
        ["Anna", 12, "Bonn"],
        ["Bob Smith", 9, "Koeln"],
      ]);
    }
    // What one blank less leaves open is said.
    const open = await read("name      age  city\nAnna       12  Bonn\nBob Smith   9 Koeln\n", {}, "t.txt");
    expect(open.names).toHaveLength(1);
    expect(open.logged).toMatch(/read as one column.*several blanks in its lines/su);
    expect((await read("note\nfirst  line\nsecond line\n", {}, "t.txt")).names).toEqual(["note"]);
  });

  test("prose is no table", async () => {
    const prose =
      "Dear Ann, dear Ben,\nplease find, below,\nthe table, the figure, and the text\nYours\nCarl, Dora, Emil, Finn\nand, others\n";
    expect((await read(prose, {}, "x.txt")).failure?.reason).toMatch(/load\.(?:no-table|row-too-long|rows-unequal)/);
  });
});

// "Metadata formats" of QIIME 2's user documentation: comment directives stand below the names.
describe("what QIIME 2 is told below the names", () => {
  test("is no row and no second row of names, and that is said", async () => {
    const { rows, names, logged } = await read(
      "sample-id\tgroup\tage\n#q2:types\tcategorical\tnumeric\nS1\ta\t4\nS2\tb\t5\n",
      {},
      "m.tsv",
    );
    expect([names, rows]).toEqual([
      ["sample-id", "group", "age"],
      [
        ["S1", "a", 4],
        ["S2", "b", 5],
      ],
    ]);
    expect(logged).not.toContain("numeric makes");
    const all = await read("id\tage\n#q2:types\tnumeric\n#q2:missing\tblank\nS1\t4\nS2\t5\n", {}, "m.tsv");
    expect(all.rows).toEqual([
      ["S1", 4],
      ["S2", 5],
    ]);
  });

  test("names no columns where the names begin with #, too", async () => {
    const text = "#SampleID\tgroup\tage\n#q2:types\tcategorical\tnumeric\nS1\ta\t4\nS2\tb\t5\n";
    expect((await read(text, {}, "m.tsv")).names).toEqual(["#SampleID", "group", "age"]);
    const otus = "#OTU ID\tS1\tS2\tS3\n#q2:types\tnumeric\tnumeric\tnumeric\notu1\t1\t2\t3\notu2\t3\t4\t5\n";
    expect((await read(otus, {}, "m.tsv")).names).toEqual(["#OTU ID", "S1", "S2", "S3"]);
  });
});
