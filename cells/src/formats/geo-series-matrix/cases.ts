// Files of the format geo-series-matrix, for its contract suite, after those that GEO gives out.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const about =
  '!Series_title\t"x"\n!Series_geo_accession\t"GSE1"\n!Series_platform_id\t"GPL96"\n\n' +
  '!Sample_title\t"a"\t"b"\t"c"\n!Sample_geo_accession\t"GSM1"\t"GSM2"\t"GSM3"\n' +
  '!Sample_characteristics_ch1\t"tissue: liver"\t"tissue: lung"\t"age: 31"\n' +
  '!Sample_characteristics_ch1\t"age: 30"\t"age: 32"\t""\n';
const rows = '"1007_s_at"\t5.5\t\t9.25\n"1053_at"\t2.5\t3\tnull\n"117_at"\t1\t2\t3\n"121_at"\t4\t5\t6\n';
const table = (values: string): string =>
  `!series_matrix_table_begin\n"ID_REF"\t"GSM1"\t"GSM2"\t"GSM3"\n${values}!series_matrix_table_end\n`;

export const cases: FormatCases = {
  examples: [
    {
      title: "values and characteristics",
      bytes: () => utf8(about + table(rows)),
      gives: { type: "assay", shape: [4, 3] },
      issues: [["scale-unsaid", null]],
    },
    {
      title: "no values, as of sequencing",
      bytes: () => utf8(about + table("")),
      gives: { type: "table", shape: [3, 5] },
      issues: [["no-values", null]],
    },
  ],
  bad: [
    {
      title: "a zero byte",
      bytes: () => utf8((about + table(rows)).replace(/(?<=\n"ID_REF".*\n"?.)/, "\0")),
      reason: "load.zero-byte",
      line: 11,
    },
    {
      title: "a table that was cut",
      bytes: () => utf8((about + table(rows)).slice(0, -26)),
      reason: "format-geo-series-matrix.cut",
      line: 14,
    },
    {
      title: "a value that is none",
      bytes: () => utf8(about + table(rows.replace("9.25", "high"))),
      reason: "format-geo-series-matrix.no-number",
      line: 11,
    },
    {
      title: "a value too few",
      bytes: () => utf8(about + table(rows.replace("\t9.25", ""))),
      reason: "format-geo-series-matrix.fields-differ",
      line: 11,
    },
    {
      title: "samples that are described twice",
      bytes: () => utf8(about.replace('\t"c"', '\t"c"\t"d"') + table(rows)),
      reason: "format-geo-series-matrix.samples-differ",
      line: 5,
    },
  ],
};
