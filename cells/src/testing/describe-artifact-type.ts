// The contract that every artifact type keeps, as a test suite, on an example of it. For tests only.

import { describe, expect, test } from "vitest";
import { artifactCardOf, isShownType } from "../artifacts/artifact-cards.ts";
import { artifactFromJson, artifactToJson, isInlineArtifact } from "../artifacts/artifact-json.ts";
import { inlineOf, summaryFrom, summaryOf } from "../artifacts/artifact-summary.ts";
import type { Artifact } from "../artifacts/artifact.ts";
import { decodeArtifact, encodeArtifact } from "../artifacts/bytes-of-artifact.ts";
import { columnSummaries } from "../artifacts/column-summaries.ts";
import { compareArtifacts } from "../artifacts/compare-artifacts.ts";
import { digestOfArtifact } from "../artifacts/digest-of-artifact.ts";
import { exportFormatNames, exportFormats, isPicture } from "../artifacts/export-formats.ts";
import { namesOf } from "../artifacts/names-of-artifact.ts";
import { artifactTypeOf } from "../artifacts/artifact-types.ts";
import { windowOfArtifact } from "../artifacts/window-of-artifact.ts";
import type { Json } from "../base/json.ts";
import { exportArtifact } from "../formats/write/export-artifact.ts";

export function describeArtifactType(artifact: Artifact, other: Artifact): void {
  const card = artifactCardOf(artifact);
  describe(`the artifact type ${artifact.type} keeps the contract`, () => {
    test("people have a word for it in both languages", () => {
      const [en, ru] = (["en", "ru"] as const).map((locale) => card.words.say("name", {}, locale));
      expect(en).toMatch(/^[a-z]+$/);
      expect(ru).toMatch(/^[а-яё]+$/);
      expect(card.type).toBe(artifact.type);
    });
    test("bytes and back: the same content, hence the same digest, also at a place that is no multiple of 8", () => {
      const bytes = encodeArtifact(artifact);
      const moved = new Uint8Array(bytes.length + 3);
      moved.set(bytes, 3);
      for (const each of [bytes, moved.subarray(3)]) {
        const read = decodeArtifact(each);
        expect(read.ok && digestOfArtifact(read.value)).toBe(digestOfArtifact(artifact));
      }
    });
    test("bytes that are cut short are refused, or are all there was", () => {
      const bytes = encodeArtifact(artifact);
      for (let end = 0; end < bytes.length; end += 1) {
        const read = decodeArtifact(bytes.slice(0, end));
        if (read.ok) expect(digestOfArtifact(read.value)).toBe(digestOfArtifact(artifact));
        else expect(read.error.reason).toBe("artifacts.unreadable");
      }
    });
    test("it is equal to itself and to nothing else", () => {
      const tolerance = { atol: 0, rtol: 0 };
      expect(compareArtifacts(artifact, artifact, tolerance)).toEqual({ within: true, maxError: 0, where: null });
      expect(compareArtifacts(artifact, other, tolerance).within).toBe(false);
      expect(digestOfArtifact(artifact)).not.toBe(digestOfArtifact(other));
    });
    test("its summary is in the shape that it says, and nothing else is", () => {
      const { type, ...summary } = summaryOf(artifact);
      expect(summaryFrom(JSON.parse(JSON.stringify({ type, ...summary })))).toEqual({ type, ...summary });
      const wrong = [
        { ...summary, more: 1 },
        { ...summary, columns: 5 },
        { ...summary, shape: [...summary.shape, 1] },
        { shape: "" },
      ];
      for (const said of wrong) expect(summaryFrom({ type, ...said })).toBeNull();
    });
    test("its summary names its type, has a number for each size that a note asks for, and no rows", () => {
      const summary = summaryOf(artifact);
      expect(summary.type).toBe(artifact.type);
      expect(summary.shape.length).toBe(card.sizes.length);
      expect(summary.columns !== undefined).toBe(card.hasColumns);
      expect(artifactTypeOf(artifact).size(artifact)).toBeGreaterThan(0);
    });
    test("what travels inside events is read back whole; what holds rows never does", () => {
      expect(isInlineArtifact(artifact)).toBe(card.inline !== null);
      if (card.rights === "rows") expect(card.inline).toBeNull();
      const inline = inlineOf(artifact);
      expect(inline !== undefined).toBe(card.inline !== null);
      if (inline !== undefined) expect(digestOfArtifact(artifactFromJson(inline))).toBe(digestOfArtifact(artifact));
      if (isInlineArtifact(artifact)) expect(artifactFromJson(artifactToJson(artifact) as Json)).toEqual(artifact);
      else expect(() => artifactFromJson({ type: artifact.type })).toThrow();
    });
    test("only of what needs the right to rows are there rows, columns and names", () => {
      const has = [
        windowOfArtifact(artifact, { offset: 0, limit: 9 }),
        columnSummaries(artifact),
        namesOf(artifact, "columns"),
        artifactTypeOf(artifact).grid(artifact),
        artifactTypeOf(artifact).asTable(artifact),
      ].map((found) => found !== null);
      expect(new Set(has)).toEqual(new Set([card.rights === "rows"]));
    });
    test("what holds rows says whom they stand for; of all else only who made it can say it", () => {
      const told = artifactTypeOf(artifact).rowsDisclose(artifact, null);
      expect(told !== null).toBe(card.rights === "rows");
      if (told) expect(told.behind.of).toBe("individuals");
    });
    test("readers see of it what its card says that a dashboard shows, as much of it as they may, and no cell's id", () => {
      const shown = artifactTypeOf(artifact).readersSee(artifact, { labels: false, rows: 1 });
      expect(shown !== null).toBe(isShownType(artifact.type));
      if (!shown) return;
      expect("table" in shown).toBe(card.showable === "first-rows");
      if ("table" in shown) expect(shown.table.rows.length).toBe(1);
      else if (isInlineArtifact(artifact)) {
        expect(artifactFromJson(shown.artifact).type).toBe(artifact.type);
        expect(JSON.stringify(shown)).not.toContain("cell_");
      }
    });
    test("every file that it names is written, or is a picture; others are refused with those that are", async () => {
      expect(card.exports.length).toBeGreaterThan(0);
      for (const format of exportFormatNames) {
        const made = await exportArtifact(artifact, format);
        // What has no places, or no sequences, is no format of them.
        if (
          ("ofPlaces" in exportFormats[format] || "ofSequences" in exportFormats[format]) &&
          card.exports.includes(format) &&
          !made.ok
        ) {
          expect(["export-places.no-places", "export-sequences.none"]).toContain(made.error.reason);
          continue;
        }
        // A report without steps is no recipe.
        if ("ofSteps" in exportFormats[format] && !made.ok) {
          expect(made.error.reason).toBe("cli.format-refused");
          continue;
        }
        expect(made.ok, format).toBe(card.exports.includes(format) && !isPicture(format));
        if (made.ok) expect(made.value.length).toBeGreaterThan(0);
        else expect(made.error).toMatchObject({ reason: "cli.format-refused", params: { format } });
      }
    });
  });
}
