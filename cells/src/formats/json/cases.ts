// Files of the format json, for its contract suite: as Python's json and pandas' to_json write them.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

export const cases: FormatCases = {
  examples: [
    {
      title: "a list of objects, one of them without a key",
      bytes: () => utf8('[{"gene": "TP53", "id": "007", "n": 1},\n {"gene": "MYC", "n": 2.5}]\n'),
      gives: { type: "table", shape: [2, 3] },
      issues: [["leading-zeros", null]],
    },
    {
      title: "an object of lists",
      bytes: () => utf8('{"gene": ["TP53", "MYC"], "n": [1, null]}'),
      gives: { type: "table", shape: [2, 2] },
    },
    {
      title: "pandas, orient split",
      bytes: () => utf8('{"columns":["gene","n"],"index":["a","b"],"data":[["TP53",0],["KRAS",3]]}'),
      gives: { type: "table", shape: [2, 3] },
    },
    {
      title: "pandas, orient index",
      bytes: () => utf8('{"TP53":{"n":1,"note":"x"},"KRAS":{"n":2,"note":null}}'),
      gives: { type: "table", shape: [2, 3] },
      issues: [["json-orient", null]],
    },
    {
      title: "pandas, orient columns",
      bytes: () => utf8('{"gene":{"0":"TP53","1":"KRAS"},"n":{"0":1,"1":2}}'),
      gives: { type: "table", shape: [2, 2] },
      issues: [
        ["json-orient", null],
        ["json-by-number", null],
      ],
    },
    {
      title: "a list under a key, with objects in it",
      bytes: () =>
        utf8('{"study": "x", "samples": [{"id": "S1", "meta": {"age": 3, "tags": ["a"]}}, {"id": "S2", "meta": {"age": 4}}]}'),
      gives: { type: "table", shape: [2, 3] },
      issues: [
        ["json-wrapped", null],
        ["json-flattened", null],
        ["json-kept-json", null],
      ],
    },
    {
      title: "lists of values, without names",
      bytes: () => utf8("[[1, 2, 3], [4, 5, 6]]"),
      gives: { type: "table", shape: [2, 3] },
      issues: [["json-no-names", null]],
    },
  ],
  bad: [
    {
      title: "settings",
      bytes: () => utf8('{\n "alpha": 0.05,\n "name": "x"\n}\n'),
      reason: "format-json.no-table-object",
      line: null,
    },
    {
      title: "lists of different lengths",
      bytes: () => utf8('{"a": [1, 2],\n "b": [1]}'),
      reason: "format-json.lengths-differ",
      line: null,
    },
    { title: "a key twice", bytes: () => utf8('[{"a": 1, "a": 2}]'), reason: "format-json.key-twice", line: null },
    { title: "a document that was cut", bytes: () => utf8('[{"a": 1},\n {"a": '), reason: "format-json.broken", line: 2 },
    {
      title: "a value in 501 others (L-3)",
      bytes: () => utf8(`[${'{"a":'.repeat(501)}1${"}".repeat(501)}]`),
      reason: "format-json.nested",
      line: null,
    },
  ],
};
