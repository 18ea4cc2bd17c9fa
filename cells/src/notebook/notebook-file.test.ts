import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { CellId } from "../base/ids.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import type { Json, JsonObject } from "../base/json.ts";
import { failureSentence, wordsByArea } from "../messages/catalogue.ts";
import { emptyNotebook } from "./apply-operation.ts";
import { kindOfForTests as kindOf } from "../testing/kinds-for-tests.ts";
import type { Cell, Notebook } from "./notebook.ts";
import { parseNotebookFile, parseNotebookFileInTurns, printNotebookFile } from "./notebook-file.ts";
import { keysBetween } from "./order-key.ts";

const digest = "3f".repeat(32);
const example = `---
format: 1
title: Influenza in mice
id: nb_0001
---

# Which genes answer?

We load the counts first.

\`\`\`r
plot(counts)  # an example, not a cell
\`\`\`

\`\`\`load counts id=cell_8d1k
file:
  path: data/counts.csv
  digest: ${digest}
  name: counts.csv
  size: 120
\`\`\`

<!-- note id=cell_n2 mode=off -->

Then we filter.

\`\`\`transform kept mode=manual was=filtered
from: =counts
steps:
  - verb: filter
    column: =
  - id: k9
    verb: sort
    order: [1, desc]
limit: =least
\`\`\`

\`\`\`parameter least spec=3
control:
  type: number
  min: 0
value: 10
\`\`\`

\`\`\`query top id=cell_q rows=20
select * from kept
where name = 'x'
\`\`\`

\`\`\`dashboard
- {cell: top, x: 0, y: 0, w: 6, h: 4}
- {cell: "@cell_n2", x: 6, y: 0, w: 6, h: 4}
\`\`\`
`;

const parse = (text: string): Notebook => {
  const parsed = parseNotebookFile(text, kindOf);
  if (!parsed.ok)
    throw new Error(parsed.error.map(({ line, failure }) => `${line}: ${failureSentence(failure, "en")}`).join("\n"));
  return parsed.value;
};
const refusals = (text: string): string[] => {
  const parsed = parseNotebookFile(text, kindOf, { kindNames: ["load", "transform"] });
  return parsed.ok ? [] : parsed.error.map(({ line, failure }) => `${line} ${failure.reason}`);
};
const front = "---\nformat: 1\ntitle: T\n---\n\n";
const block = (info: string, ...lines: string[]): string => `${[`\`\`\`${info}`, ...lines, "```"].join("\n")}\n`;

describe("a notebook file", () => {
  it("reads as the notebook it describes", () => {
    const notebook = parse(example);
    expect(notebook.id).toBe("nb_0001");
    expect(notebook.cells.map((cell) => [cell.kind, cell.name, cell.id, cell.mode])).toEqual([
      ["note", "", "cell_note_top", "auto"],
      ["load", "counts", "cell_8d1k", "auto"],
      ["note", "", "cell_n2", "off"],
      ["transform", "kept", "cell_kept", "manual"],
      ["parameter", "least", "cell_least", "auto"],
      ["query", "top", "cell_q", "manual"],
    ]);
    expect(notebook.cells[3]).toMatchObject({
      aliases: ["filtered"],
      spec: {
        from: { ref: "cell_8d1k" },
        limit: { ref: "cell_least" },
        steps: [
          { id: "s1", verb: "filter", column: "=" },
          { id: "k9", verb: "sort", order: [1, "desc"] },
        ],
      },
    });
    expect(notebook.cells[5]?.spec).toEqual({ sql: "select * from kept\nwhere name = 'x'", rows: 20 });
    expect(notebook.cells[0]?.spec.text).toContain("```r\nplot(counts)");
    expect(notebook.layout.tiles).toHaveLength(2);
  });

  it("is printed as it was written", () => {
    expect(printNotebookFile(parse(example), kindOf)).toBe(example);
    expect(printNotebookFile(parse(example.replaceAll("\n", "\r\n")), kindOf)).toBe(example);
  });

  it("writes the comparison = as it is, other texts that begin with = with two", () => {
    const written = ["=", '"="', '"=="', '"==x"'];
    const notebook = parse(
      front + block("transform a", "steps:", ...written.map((text) => `  - {verb: filter, column: ${text}}`)),
    );
    const steps = notebook.cells[0]?.spec.steps as readonly JsonObject[];
    expect(steps.map((step) => step.column)).toEqual(["=", "=", "=", "=x"]);
  });

  it("changes in one place when one cell is edited", () => {
    const notebook = parse(example);
    const edited = {
      ...notebook,
      cells: notebook.cells.map((cell) => (cell.name === "top" ? { ...cell, spec: { ...cell.spec, rows: 21 } } : cell)),
    };
    expect(printNotebookFile(edited, kindOf)).toBe(example.replace("rows=20", "rows=21"));
  });

  it("is printed with twice the work for twice as many steps, each without what its schema fills in", () => {
    const { cells, ...rest } = parse(front + block("transform a", "steps: []"));
    const schema = kindOf("transform")?.schema as NonNullable<ReturnType<typeof kindOf>>["schema"];
    const validated = vi.spyOn(schema, "safeParse");
    const printed = (count: number): { readonly items: number; readonly text: string } => {
      const whole = {
        from: null,
        limit: 10,
        steps: Array.from({ length: count }, (_, at) => ({ id: "k", verb: "v", off: at === 1 })),
      };
      validated.mockClear();
      const text = printNotebookFile({ ...rest, cells: [{ ...(cells[0] as Cell), spec: whole }] }, kindOf);
      const items = validated.mock.calls.map(([spec]) => (spec as Partial<typeof whole>).steps?.length ?? 0);
      return { items: items.reduce((sum, each) => sum + each, 0), text };
    };
    const short = printed(100);
    expect(printed(200).items).toBeLessThanOrEqual(2 * short.items);
    validated.mockRestore();
    expect(short.text.match(/verb: v/g)).toHaveLength(100);
    expect(short.text.match(/off|limit/g)).toEqual(["off"]);
  });

  it("gives data by path alone when the file can be looked up", () => {
    const text = front + block("load a", "file:", "  path: x.csv");
    const fileAt = (path: string) => (path === "x.csv" ? { digest, name: "x.csv", size: 3, path } : null);
    const parsed = parseNotebookFile(text, kindOf, { fileAt });
    expect(parsed.ok && parsed.value.cells[0]?.spec.file).toEqual({ digest, name: "x.csv", size: 3, path: "x.csv" });
    expect(parseNotebookFile(text, kindOf, { fileAt: () => null })).toMatchObject({
      error: [{ line: 7, failure: { reason: "notebook.file-data-missing" } }],
    });
    const short = parseNotebookFile(front + block("load a", "file: x.csv"), kindOf, { fileAt });
    expect(short.ok && short.value.cells[0]?.spec.file).toEqual({ digest, name: "x.csv", size: 3, path: "x.csv" });
  });
});

describe("a notebook file that is wrong is refused with the line", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["no head", "# Hello\n", ["1 notebook.file-front-missing"]],
    ["a newer format", "---\nformat: 2\n---\n", ["2 notebook.file-format-newer"]],
    ["a format in quotes", '---\nformat: "1"\n---\n', ["2 notebook.file-format"]],
    ["no format", "---\ntitle: x\n---\n", ["1 notebook.file-format-missing"]],
    ["an unknown key in the head", "---\nformat: 1\nauthor: x\n---\n", ["3 notebook.file-front-key"]],
    ["an unknown kind", `${front}${block("volcano v")}`, ["6 notebook.file-kind-unknown"]],
    ["a kind written wrong", `${front}${block("lod v")}`, ["6 notebook.file-kind-near"]],
    [
      "a cell that is wrong is named once, not again by all that read it",
      `${front}${block("volcano v")}\n${block("transform t", "from: =v")}`,
      ["6 notebook.file-kind-unknown"],
    ],
    ["an unknown key", `${front}${block("load a", "file: null", "colour: red")}`, ["8 notebook.spec-key-unknown"]],
    [
      "an unknown key in a step",
      `${front}${block("transform t", "steps:", "  - verb: x", "    colum: y")}`,
      ["9 notebook.spec-key-unknown"],
    ],
    ["a wrong type", `${front}${block("load a", "file: null", "header: maybe")}`, ["8 notebook.spec-type-wrong"]],
    ["a wrong indent", `${front}${block("load a", "file: null", "  header: true")}`, ["7 notebook.file-indent"]],
    ["a tab for an indent", `${front}${block("transform t", "steps:", "\t- verb: x")}`, ["8 notebook.file-indent"]],
    ["a key twice", `${front}${block("load a", "file: null", "file: null")}`, ["8 notebook.file-key-twice"]],
    ["an anchor", `${front}${block("load a", "rename: &x {a: b}")}`, ["7 notebook.file-anchor"]],
    [
      "an infinite number",
      `${front}${block("parameter p spec=3", "control: {type: number}", "value: .inf")}`,
      ["8 notebook.file-value"],
    ],
    ["two cells of one name", `${front}${block("load a")}\n${block("load A")}`, ["9 notebook.file-name-twice"]],
    ["two cells of one id", `${front}${block("load a id=cell_1")}\n${block("load b id=cell_1")}`, ["9 notebook.file-id-twice"]],
    [
      "an unknown reference",
      `${front}${block("load counts")}\n${block("transform t", "steps: []", "from: =count")}`,
      ["11 notebook.file-ref-near"],
    ],
    ["a key that no object may have", `${front}${block("load a", "__proto__: {x: 1}")}`, ["7 notebook.file-key-refused"]],
    ["a reference to nothing", `${front}${block("transform t", "from: =zzz")}`, ["7 notebook.file-ref-unknown"]],
    ["a cell's block that is indented", `${front}  \`\`\`load a\n  file: null\n  \`\`\`\n`, ["6 notebook.file-fence-place"]],
    ["a cell's block of tildes", `${front}~~~load a\nfile: null\n~~~\n`, ["6 notebook.file-fence-place"]],
    ["line ends of two kinds", `${front}\`\`\`load a\r\nfile: null\r\n\`\`\`\r\n`, ["6 notebook.file-line-ends"]],
    ["a cell that reads itself", `${front}${block("transform a", "from: =a")}`, ["6 notebook.cycle-self"]],
    ["a block never closed", `${front}\`\`\`load a\nfile: null\n`, ["6 notebook.file-fence-open"]],
    ["a cell without a name", `${front}${block("load")}`, ["6 notebook.file-name-missing"]],
    ["an option that is none", `${front}${block("load a colour=red")}`, ["6 notebook.file-option-unknown"]],
    ["a mode that is none", `${front}${block("load a mode=later")}`, ["6 notebook.file-option-unreadable"]],
    [
      "a tile outside the grid",
      `${front}${block("load a")}\n${block("dashboard", "- {cell: a, x: 9, y: 0, w: 6, h: 1}")}`,
      ["10 notebook.file-tile-place"],
    ],
    [
      "a cycle",
      `${front}${block("transform a", "from: =b")}\n${block("query b", "select * from c")}\n${block("transform c", "from: =a")}`,
      ["6 notebook.cycle", "10 notebook.cycle", "14 notebook.cycle"],
    ],
  ];
  it.each(cases)("%s", (_what, text, expected) => {
    expect(refusals(text)).toEqual(expected);
    const parsed = parseNotebookFile(text, kindOf);
    for (const { failure } of parsed.ok ? [] : parsed.error) {
      for (const locale of ["en", "ru"] as const) {
        expect(Object.hasOwn(wordsByArea().get("notebook")?.[locale] ?? {}, failure.reason.slice(9))).toBe(true);
        expect(failureSentence(failure, locale)).not.toMatch(/undefined|notebook\./);
      }
    }
  });
});

// ---- properties -----------------------------------------------------------------------------------------------------

const awkward = fc.constantFrom(
  "",
  " ",
  "=",
  "==x",
  "=a.b",
  "true",
  "no",
  "007",
  "1e3",
  "0x1F",
  "null",
  "~",
  "- a",
  "a: b",
  "#x",
  "x #y",
  "'",
  '"',
  "\\",
  "`",
  "```",
  "```load a\nx: 1\n```",
  "<!-- note -->",
  "---",
  "...",
  "@x",
  "&a",
  "*a",
  "!t",
  "%",
  "|",
  ">",
  "\t",
  "\n",
  "a\n\nb",
  "a\n",
  "\na",
  " a\n b ",
  "é",
  "🧬",
  "\u0085",
  "\u2028",
  "\ufeff",
  "~~~\n```chart x\n~~~",
  "2020-01-01",
  "[1]",
  "{a}",
  "-->",
  "  ```r\nx\n```",
  "a\r",
  "*",
  "<<",
);
const text = fc
  .oneof(
    { weight: 2, arbitrary: awkward },
    fc.string({ maxLength: 12 }),
    fc.string({ unit: "binary", maxLength: 6 }),
    fc.array(fc.oneof(awkward, fc.string({ maxLength: 6 })), { maxLength: 5 }).map((parts) => parts.join("\n")),
  )
  .map((value) => value.replace(/\r\n?/g, "\n"));
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    text,
    fc.boolean(),
    fc.constant(null),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(
      text.filter((key) => key !== "__proto__" && key !== "ref"),
      tie("value"),
      { maxKeys: 3 },
    ),
  ),
})).value;

const notebooks: fc.Arbitrary<Notebook> = fc
  .array(
    fc.record({
      kind: fc.constantFrom("note", "note", "load", "transform", "query", "parameter"),
      mode: fc.constantFrom("auto" as const, "manual" as const, "off" as const),
      text,
      value: json,
      named: fc.boolean(),
      from: fc.nat(9),
      steps: fc.array(fc.record({ id: fc.constantFrom("s1", "s2", "k", "é"), verb: text, order: json }), { maxLength: 4 }),
      aliases: fc.uniqueArray(fc.constantFrom("old", "älter", "x y", "a--b"), { maxLength: 2 }),
      tile: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .chain((drafts) => fc.record({ drafts: fc.constant(drafts), title: text, id: fc.option(text, { nil: undefined }) }))
  .map(({ drafts, title, id }) => {
    const orders = keysBetween(null, null, drafts.length);
    const cells = drafts.map((draft, index): Cell => {
      const ref = index > 0 ? { ref: `cell_${draft.from % index}` } : null;
      const specs: { readonly [kind: string]: JsonObject } = {
        note: { text: draft.text },
        load: { file: null, header: draft.named, ...(draft.named ? {} : { delimiter: draft.text }) },
        transform: {
          from: ref,
          limit: ref ?? 7,
          steps: draft.steps.filter((step, at) => draft.steps.findIndex((other) => other.id === step.id) === at),
        },
        query: { sql: draft.text, rows: draft.from + 1, extra: draft.value },
        parameter: { control: { type: "number" }, value: draft.value, label: draft.text },
      };
      const name = draft.kind === "note" && !draft.named ? "" : `n${index}`;
      const spec = specs[draft.kind] as JsonObject;
      return {
        id: `cell_${index}` as CellId,
        kind: draft.kind,
        name,
        aliases: [...draft.aliases].sort(),
        spec,
        specVersion: draft.kind === "parameter" ? 3 : 1,
        mode: draft.mode,
        order: orders[index] as string,
        deletedAt: null,
      };
    });
    const tiles = cells
      .filter((_, index) => drafts[index]?.tile)
      .map((cell, index) => ({ cell: cell.id, x: 0, y: index, w: 3, h: 1 }));
    return { ...emptyNotebook, ...(id === undefined ? {} : { id }), title, cells, layout: { tiles } };
  });

/** Equal up to what a schema fills in. */
const canonical = (notebook: Notebook): string =>
  canonicalJson({
    ...notebook,
    cells: notebook.cells.map((cell) => ({ ...cell, spec: kindOf(cell.kind)?.schema.parse(cell.spec) as JsonObject })),
  } as unknown as Json);

describe("printing and reading", () => {
  it("read back, a printed notebook is the same, and prints to the same bytes", () => {
    fc.assert(
      fc.property(notebooks, (notebook) => {
        const printed = printNotebookFile(notebook, kindOf);
        const again = parse(printed);
        expect(canonical(again)).toBe(canonical(notebook));
        expect(printNotebookFile(again, kindOf)).toBe(printed);
      }),
      { numRuns: Number(process.env.GENOMECRAFT_RUNS ?? 400), seed: 7 },
    );
  });

  it("an edit of one cell changes one stretch of lines, inside that cell", () => {
    fc.assert(
      fc.property(notebooks, text, fc.nat(7), (notebook, value, at) => {
        const cell = notebook.cells[at];
        if (!cell || !["query", "parameter"].includes(cell.kind)) return;
        const field = cell.kind === "query" ? "sql" : "label";
        const edited = {
          ...notebook,
          cells: notebook.cells.map((other) => (other === cell ? { ...cell, spec: { ...cell.spec, [field]: value } } : other)),
        };
        const without = (all: Notebook): [string, string] => {
          const blocks = printNotebookFile(all, kindOf);
          const own = printNotebookFile({ ...emptyNotebook, cells: [all.cells[at] as Cell] }, kindOf);
          return [blocks, own.slice(own.indexOf("---\n\n") + 5)];
        };
        const [before, own] = without(notebook);
        const [after, ownAfter] = without(edited);
        expect(after).toBe(before.replace(own.trimEnd(), () => ownAfter.trimEnd()));
      }),
      { numRuns: 150, seed: 3 },
    );
  });

  it("says of what nests too deep on which line it does, before any parser sees it (D-1)", () => {
    const staircase = (levels: number): string => Array.from({ length: levels }, (_, at) => `${" ".repeat(at)}a:`).join("\n");
    for (const levels of [501, 6_000, 100_000]) {
      for (const value of [`file: ${"[".repeat(levels)}`, `file: ${"{a: ".repeat(levels)}`, `file:\n  ${"- ".repeat(levels)}1`]) {
        const parsed = parseNotebookFile(`${front}\`\`\`load a\n${value}\n\`\`\`\n`, kindOf);
        expect(parsed).toMatchObject({ ok: false, error: [{ failure: { reason: "notebook.file-nested" } }] });
      }
      const head = parseNotebookFile(`---\nformat: 1\ntitle: ${"[".repeat(levels)}\n---\n`, kindOf);
      expect(head).toMatchObject({ ok: false, error: [{ line: 3, failure: { reason: "notebook.file-nested" } }] });
    }
    expect(parseNotebookFile(`${front}\`\`\`load a\n${staircase(600)}\n\`\`\`\n`, kindOf)).toMatchObject({
      ok: false,
      error: [{ failure: { reason: "notebook.file-nested" } }],
    });
    // Below that the parser reads it, and the value is refused.
    for (const value of [`file: ${"[".repeat(500)}${"]".repeat(500)}`, staircase(490)]) {
      const parsed = parseNotebookFile(`${front}\`\`\`load a\n${value}\n\`\`\`\n`, kindOf);
      expect(parsed).toMatchObject({ ok: false, error: [{ failure: { reason: "notebook.file-value" } }] });
    }
    // Brackets in a text that close, or few that do not.
    const text = `sql: |\n  select '${"[]{}".repeat(2_000)}' || '${"[".repeat(60)}'`;
    expect(parseNotebookFile(`${front}\`\`\`query q\n${text}\n\`\`\`\n`, kindOf)).not.toMatchObject({
      error: [{ failure: { reason: "notebook.file-nested" } }],
    });
  });

  it("never throws, whatever the text", () => {
    const piece = fc.oneof(
      awkward,
      fc.constantFrom(
        "---",
        "format: 1",
        "```load a",
        "```",
        "from: =a",
        "  - verb: x",
        "<!-- note id=x -->",
        "```dashboard",
        "```query q rows=1",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (lines) => {
        parseNotebookFile(lines.join("\n"), kindOf);
        parseNotebookFile(front + lines.join("\n"), kindOf);
      }),
      { numRuns: 400, seed: 5 },
    );
  });

  it("settings of more than 10,000 lines or values are refused before they are parsed; a server reads files in turns (L-4)", async () => {
    const cell = (name: string, steps: string) => `\`\`\`transform ${name}\nfrom: =${name}\nsteps:${steps}\n\`\`\`\n\n`;
    const head = "---\nformat: 1\ntitle: Long\n---\n\n";
    const inLines = "\n  - verb: head".repeat(50_000);
    const inOne = ` [${"{verb: head}, ".repeat(50_000)}]`;
    for (const steps of [inLines, inOne]) {
      const began = performance.now();
      const parsed = parseNotebookFile(head + cell("t", steps), kindOf);
      expect(parsed).toMatchObject({ ok: false, error: [{ line: 7, failure: { reason: "notebook.file-long" } }] });
      expect(performance.now() - began).toBeLessThan(1_000);
    }
    const text = head + Array.from({ length: 60 }, (_, n) => cell(`t${n}`, "\n  - verb: head".repeat(20))).join("");
    let pauses = 0;
    const pause = async (): Promise<void> => void pauses++;
    expect(await parseNotebookFileInTurns(text, kindOf, { turns: { pause } })).toEqual(parseNotebookFile(text, kindOf));
    expect(pauses).toBeGreaterThan(100);
  });
});
