// The contract that every format keeps, as a test suite, run for each format of the list with the cases of its folder
// (formats/<name>/cases.ts): by formats/formats.thorough.test.ts, and where the engine is for those that need one. For tests only.

import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { summaryOf } from "../artifacts/artifact-summary.ts";
import type { Artifact, ArtifactType } from "../artifacts/artifact.ts";
import { digestOfArtifact } from "../artifacts/digest-of-artifact.ts";
import { bytesAsSource } from "./bytes-as-source.ts";
import { type ByteSource } from "../base/byte-source.ts";
import { type Failure, FailureError } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import type { SqlEngine } from "../contract/engines.ts";
import type { ExecuteContext } from "../contract/execute.ts";
import { asTheFileSays, type ListedFormat } from "../contract/format.ts";
import { identityOf } from "../contract/identity.ts";
import { keyMaker } from "../contract/result-key.ts";
import { inspectFile, inspectionInWords } from "../files/inspect.ts";
import { openFile } from "../files/open-file.ts";
import { readFile } from "../files/read-file.ts";
import { execute } from "../kinds/load/execute.ts";
import { load } from "../kinds/load/spec.ts";
import { fileCheckReport } from "../reports/file-check/report.ts";
import { readQualityReport } from "../reports/read-quality/report.ts";
import { readingReport } from "../reports/reading/report.ts";
import { failureSentence } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import { seededRandom } from "../stats/seeded-random.ts";

export interface FormatCases {
  /** Its files are several, given as one archive: packed once more, or called otherwise, they are no files of it. */
  readonly isSet?: true;
  /** Files of the format. Those up to 2 KB are cut at each byte, larger ones at 200 places. */
  readonly examples: readonly {
    readonly title: string;
    bytes(): Uint8Array | Promise<Uint8Array>;
    /** Of the load kind, beside file and format. */
    readonly spec?: JsonObject;
    /** What comes of it: a table has [rows, columns], a matrix [features, samples]. */
    readonly gives: { readonly type: ArtifactType; readonly shape: readonly number[] };
    /** Rows and columns of its text at most, where some of them are left out of what comes of it. */
    readonly atMost?: number;
    /** Rules of its issues, with their lines. */
    readonly issues?: readonly (readonly [rule: string, line: number | null])[];
  }[];
  /** Names without rows under them. Absent: the format has no such thing. */
  headerOnly?(): Uint8Array | Promise<Uint8Array>;
  /** Refused, with the reason and the line. A line of null: the format has none. */
  readonly bad: readonly {
    readonly title: string;
    bytes(): Uint8Array | Promise<Uint8Array>;
    readonly reason: string;
    readonly line: number | null;
  }[];
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** In pieces of so many bytes. */
const inPieces = (bytes: Uint8Array, size: number): ByteSource => ({
  ...bytesAsSource(bytes),
  stream: async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
  },
});

const placesIn = (length: number): readonly number[] => {
  if (length <= 2048) return Array.from({ length }, (_, at) => at);
  const random = seededRandom(7);
  return Array.from({ length: 200 }, () => Math.floor(random() * length));
};

export interface DescribeFormatOptions {
  readonly sql?: SqlEngine | null;
  /** Examples of the other formats: what this one must not claim. */
  readonly others: readonly { readonly name: string; bytes(): Uint8Array | Promise<Uint8Array> }[];
}

export function describeFormat(name: string, listed: ListedFormat, cases: FormatCases, options: DescribeFormatOptions): void {
  const { format } = listed;
  const sql = options.sql ?? null;
  const ending = cases.isSet ? ".zip" : (format.endings[0] ?? "");

  async function loaded(
    source: ByteSource,
    spec: JsonObject = {},
    file = `dropped${ending}`,
  ): Promise<{ readonly artifact: Artifact; readonly log: readonly string[] } | Failure> {
    const log: string[] = [];
    const context = {
      signal: new AbortController().signal,
      progress: () => undefined,
      log: (line: string) => void log.push(line),
      file: () => source,
      engines: { sql, onnx: null },
    } as unknown as ExecuteContext;
    const written = { format: name, ...spec, file: { digest: "0".repeat(64), name: file, size: source.size } };
    const result = await execute(load.schema.parse(written), context);
    return result.ok ? { artifact: result.value["out"] as Artifact, log } : result.error;
  }
  const digestOf = async (source: ByteSource, spec?: JsonObject, file?: string): Promise<string> => {
    const answer = await loaded(source, spec, file);
    if ("reason" in answer) throw new FailureError(answer);
    return digestOfArtifact(answer.artifact);
  };
  const expectSaid = (failure: Failure): void => {
    for (const locale of locales) {
      const said = failureSentence(failure, locale);
      expect(said).not.toBe(failure.reason);
      expect(said).not.toMatch(/\{\w+[}|]|undefined|\[object/);
    }
  };

  describe(`the format ${name} keeps the contract`, () => {
    test("its card is called what the list calls it, has a title in every language, endings, and settings of the load kind", () => {
      expect(format.name).toBe(name);
      expect(format.axis).toBe("format");
      expect(format.version).toBeGreaterThanOrEqual(1);
      expect(cases.examples.length).toBeGreaterThan(0);
      for (const locale of locales) expect(format.words.say("title", {}, locale)).not.toBe(`format-${name}.title`);
      expect(format.endings.length).toBeGreaterThan(0);
      for (const one of format.endings) expect(one).toMatch(/^\.[a-z0-9]+$/);
      for (const setting of format.settings) expect(Object.keys(load.schema.parse({}))).toContain(setting);
      expect(Object.keys(asTheFileSays)).toEqual(expect.arrayContaining([...format.settings]));
    });

    test("its version enters the keys of the loads that it reads, and of no others (K-1)", () => {
      const file = { digest: "0".repeat(64), name: `x${ending}`, size: 10 };
      const spec = load.schema.parse({ file, format: name });
      expect(identityOf(load, spec).variants).toEqual({
        [`format/${name}`]: format.version,
        "report/file-check": fileCheckReport.version,
        "report/reading": readingReport.version,
        ...(name === "fastq" ? { "report/read-quality": readQualityReport.version } : {}),
      });
      expect(identityOf(load, spec).engines).toEqual([...(format.engines ?? [])].sort());
      const raised = { ...load, variants: () => [{ ...format, version: format.version + 1 }] };
      expect(keyMaker(raised, spec as never)({})).not.toBe(keyMaker(load, spec as never)({}));
    });

    test("memory that it needs grows with the file", () => {
      const sized = (size: number, file = `x${ending}`) =>
        identityOf(load, load.schema.parse({ file: { digest: "0".repeat(64), name: file, size }, format: name })).needs.memory ??
        0;
      expect(sized(2e9)).toBeGreaterThan(sized(1e9));
      expect(sized(1e9, `x${ending}.gz`)).toBe(3 * sized(1e9));
    });

    test("no file, an empty one, and one that holds nothing but blanks are refused in words", async () => {
      for (const bytes of [new Uint8Array(0), utf8(" \n\n")]) {
        for (const set of [null, name]) {
          const failure = await loaded(bytesAsSource(bytes), { format: set });
          expect(failure).toMatchObject({ reason: "load.empty" });
          expectSaid(failure as Failure);
        }
      }
    });

    test("bytes of another kind are refused in words although the format is set", async () => {
      const image = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(400));
      const failure = await loaded(bytesAsSource(image), {}, "x.png");
      expect(failure).toMatchObject({ reason: "load.not-loaded-yet", params: { format: "image" } });
      expectSaid(failure as Failure);
    });

    test("it claims no file of another format", async () => {
      for (const other of options.others) {
        const { recognised } = await openFile(bytesAsSource(await other.bytes()), "dropped");
        expect(recognised.format, other.name).not.toBe(name);
      }
    });

    if (cases.headerOnly)
      test("a header alone is refused in words", async () => {
        const bytes = await (cases.headerOnly as NonNullable<FormatCases["headerOnly"]>)();
        const failure = await loaded(bytesAsSource(bytes));
        expect(failure).toMatchObject({ reason: "load.header-only" });
        expectSaid(failure as Failure);
      });

    describe.each(cases.examples)("$title", (example) => {
      const { gives, spec = {} } = example;

      test("is recognised by its content, whatever it is called", async () => {
        const bytes = await example.bytes();
        for (const file of ["dropped", `x${ending}`])
          expect((await openFile(bytesAsSource(bytes), file)).recognised.format).toBe(name);
      });

      test("gives what it should, the same when it is found and when it is set, whole and in pieces", async () => {
        const bytes = await example.bytes();
        const answer = await loaded(bytesAsSource(bytes), spec);
        if ("reason" in answer) throw new FailureError(answer);
        const { artifact } = answer;
        expect(format.yields).toContain(artifact.type);
        expect({ type: artifact.type, shape: summaryOf(artifact).shape }).toEqual(gives);
        const digest = digestOfArtifact(artifact);
        expect(await digestOf(bytesAsSource(bytes), { ...spec, format: null }, "dropped")).toBe(digest);
        for (const size of [1, 7, 1024]) expect(await digestOf(inPieces(bytes, size), spec)).toBe(digest);
      });

      test("its card says whether files of it are given whole", async () => {
        const read = await readFile(bytesAsSource(await example.bytes()), `x${ending}`, { ...example.spec, format: name, sql });
        // Of a set some parts may be, and others not.
        if (format.givesWhole || !cases.isSet) expect(read.content.shape === "whole").toBe(format.givesWhole === true);
      });

      test("its issues say where they are; the intake card tells of it what loading gives", async () => {
        const found = await inspectFile(bytesAsSource(await example.bytes()), `x${ending}`, { sql });
        expect(found.format).toBe(name);
        expect(found.issues.map(({ rule, line }) => [rule, line])).toEqual(example.issues ?? []);
        if (Object.keys(spec).length === 0) expect([found.artifact, found.shape]).toEqual([gives.type, gives.shape]);
        for (const locale of locales)
          expect(JSON.stringify(inspectionInWords(found, locale)["issues"])).not.toMatch(/(?:load|format-\w+)\.|\{\w+\}/);
      });

      // Packed again, what is packed by itself is none of its files.
      test.skipIf(format.isPacked || cases.isSet)(
        "packed with gzip it is the same; packed and cut short it is refused",
        async () => {
          const bytes = await example.bytes();
          const packed = gzipSync(bytes);
          expect(await digestOf(bytesAsSource(packed), spec, `x${ending}.gz`)).toBe(await digestOf(bytesAsSource(bytes), spec));
          const cut = await loaded(bytesAsSource(packed.subarray(0, packed.length - 9)), spec, `x${ending}.gz`);
          expect(cut).toMatchObject({ reason: "load.gzip-broken" });
        },
      );

      test.skipIf(cases.isSet)("under another name it is the same, and the name is told", async () => {
        const bytes = await example.bytes();
        const wrong = format.isText ? "x.xlsx" : "x.csv";
        const answer = await loaded(bytesAsSource(bytes), { ...spec, format: null }, wrong);
        if ("reason" in answer) throw new FailureError(answer);
        expect(digestOfArtifact(answer.artifact)).toBe(await digestOf(bytesAsSource(bytes), spec));
        expect(answer.log.join("\n")).toMatch(/^x\.\w+ ends in \.\w+, but what is in it is/m);
        const issues = (await inspectFile(bytesAsSource(bytes), wrong, { sql })).issues;
        expect(issues.map(({ rule }) => rule)).toContain("ending");
      });

      test("cut anywhere it is refused in words, or is no more than the whole", { timeout: 180_000 }, async () => {
        const bytes = await example.bytes();
        for (const at of placesIn(bytes.length)) {
          const answer = await loaded(bytesAsSource(bytes.slice(0, at)), { ...spec, format: null });
          if ("reason" in answer) expectSaid(answer);
          else expectNoMore(answer.artifact, gives, at, example.atMost);
        }
      });
    });

    if (cases.bad.length > 0)
      test.each(cases.bad)("$title is refused with its line", async ({ bytes, reason, line }) => {
        const source = bytesAsSource(await bytes());
        const failure = await loaded(source);
        if (!("reason" in failure)) throw new Error("it was read");
        expect([failure.reason, failure.params["line"] ?? null]).toEqual([reason, line]);
        expectSaid(failure);
        const found = await inspectFile(source, `dropped${ending}`, { sql });
        expect(found.issues[0]).toMatchObject({ severity: "error", line });
      });
  });
}

/** Of the same type: no size is larger. Else (a matrix that was cut may be read as a table, and the other way round): no side is. */
function expectNoMore(
  artifact: Artifact,
  { type, shape }: FormatCases["examples"][number]["gives"],
  at: number,
  atMost = 0,
): void {
  const found = summaryOf(artifact).shape;
  const largest = Math.max(...shape, atMost);
  for (const [side, size] of found.entries())
    expect(size, `cut at ${at}: ${artifact.type} ${found.join(" x ")}`).toBeLessThanOrEqual(
      artifact.type === type ? (shape[side] ?? 0) : largest,
    );
}
