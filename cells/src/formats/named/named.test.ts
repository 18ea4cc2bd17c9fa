// Files that are no data, or data of formats that are not loaded, are called what they are; files that only begin alike are read.

import { expect, test } from "vitest";
import { recognise } from "../../files/recognise.ts";

const found = (text: string, name = "x.csv") => recognise(new TextEncoder().encode(text), name, true).format;

test.each([
  [
    "git-lfs",
    "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n",
  ],
  ["git-annex", "../.git/annex/objects/3X/4k/SHA256E-s12--a.csv/SHA256E-s12--a.csv\n"],
  ["git-annex", "/annex/objects/SHA256E-s12--a.csv\n"],
  ["html", '<div class="login">\n<form action="/login">\n'],
  ["html", "<!-- saved -->\n<html>\n<body>"],
  ["html", "<script>location='/'</script>\n"],
  [
    "web-error",
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
  ],
  ["web-error", "<Error><Code>NoSuchKey</Code></Error>"],
  ["web-error", '{"message":"Not Found","documentation_url":"https://example.org"}'],
  ["web-error", '{"error":{"code":403,"message":"denied"}}\n'],
  ["key-value", "cancer_study_identifier: study_es_0\ntype_of_cancer: brca\nname: A study, of some, patients\n"],
  ["key-value", "mass = 5\ncharge = 2\n"],
  ["fasta", "\n\n>s1 text\nACGT\n>s2\nGG\n"],
  ["bed", 'track name="x"\nchr1\t1\t2\n'],
  ["phylip", " 2 10\nHuman     ACGTACGTAC\nMouse     ACGTACGTAA\n"],
  ["fastqc", "##FastQC\t0.11.9\n>>Basic Statistics\tpass\n"],
  [
    "geo-series-matrix",
    '!Series_title\t"x"\n!Series_geo_accession\t"GSE1"\n\n!Sample_title\t"a"\t"b"\n!series_matrix_table_begin\n"ID_REF"\t"GSM1"\t"GSM2"\n',
  ],
  [
    "geo-series-matrix",
    '!Sample_title\t"a"\t"b"\n!series_matrix_table_begin\n"ID_REF"\t"GSM1"\t"GSM2"\n"1007_s_at"\t1\t2\n!series_matrix_table_end\n',
  ],
  ["maf", "Hugo_Symbol\tEntrez_Gene_Id\tVariant_Classification\nTP53\t7157\tMissense\n"],
])("%s is called by its name: %j", (format, text) => {
  for (const name of ["x.csv", "x.txt", "x"]) expect(found(text, name)).toBe(format);
});

test.each([
  ["tsv", "Hugo_Symbol\tEntrez_Gene_Id\tS1\tS2\nTP53\t7157\t1.5\t2\n"],
  ["csv", "version,size\n1,2\n"],
  ["jsonl", '{"message":"hello","n":1}\n{"message":"you","n":2}\n'],
  ["csv", "time: start,n\n12:30,1\n12:45,2\n"],
  ["jsonl", '{"v":NaN}\n{"v":1}\n'],
])("%s is read: %j", (format, text) => {
  expect(found(text, format === "jsonl" ? "x.jsonl" : "x.txt")).toBe(format);
});

test("lines that stand in brackets are a table of one column", () => {
  expect(["csv", "text"]).toContain(found("[1.1.1.1]\n[2.2.2.2]\n"));
});
