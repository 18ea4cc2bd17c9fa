// What a note shows: Markdown, its values, links to cells; never markup or addresses that a person smuggled in.

import { expect, test } from "vitest";
import { err } from "../../base/result.ts";
import { accessed } from "./accessed.ts";
import type { NoteValue } from "./note-parts.ts";
import { answeredHtml, noteHtml, openHtml } from "./Output.tsx";
import { slotClose, slotOpen } from "./slots.ts";
import { titleOfNote, withoutOpenValues } from "./title-of-note.ts";
import { words } from "./words.ts";

const html = (text: string, values: readonly (string | number)[] = []) => noteHtml(text, values, "en");

test("HTML stays text, and only safe addresses become links", () => {
  const shown = html(
    "<img src=x onerror=alert(1)> [a](javascript:alert(1)) [b](data:text/html,x) [c](https://example.org) ![d](https://x.org/p.png)",
  );
  expect(shown).not.toMatch(/<img|href="(javascript|data):/);
  expect(shown).toContain('href="https://example.org" target="_blank" rel="noopener noreferrer nofollow"');
});

test("values are put in letter for letter, in the reader's language", () => {
  const slot = `${slotOpen}0${slotClose}`;
  expect(html(`n = **${slot}**`, [12304])).toContain("<strong>12\u2009304</strong>");
  expect(noteHtml(slot, [0.25], "ru")).toContain("0,25");
  expect(html(slot, ["<b>*x*</b>"])).toContain("&lt;b&gt;*x*&lt;/b&gt;");
  expect(html(slot)).toContain("…");
});

test("double brackets link to a cell; headings begin below the page's own", () => {
  expect(html("See [[box_gene]].")).toContain('<a href="#cell:box_gene" class="cell">box_gene</a>');
  expect(html("# Title")).toContain("<h2>Title</h2>");
});

test("a note that could not be filled in shows what is known, and a sign with the reason where a value is not there", () => {
  const find = (part: NoteValue) =>
    accessed(part, part.name === "kept" ? { summary: { type: "table", shape: [7, 2], columns: [] } } : null);
  const shown = openHtml("# {{kept.rows}} rows\n\n{{counts.genes}}, {{kept.genes}}, `{{kept.columns}}`", "en", find);
  expect(shown).toContain("<h2>7 rows</h2>");
  expect(shown).not.toContain("{{");
  expect(shown).toMatch(/title="There is no cell called counts\.[^"]*"[^>]*>counts\.genes\?<\/span>/);
  expect(shown).toMatch(/title="kept has no “genes”\. It has: rows, columns\."[^>]*>kept\.genes\?<\/span>/);
  expect(openHtml("{{a.rows}}", "en", null), "readers are told no names").toMatch(/>…\?<\/span>/);
  const smuggled = openHtml("{{x}} \uE0020\uE003", "en", () => err(words.failure("not-made", { name: '"><img src=x>' })));
  expect(smuggled).not.toContain("<img");
  expect(smuggled.match(/class="unfilled"/g)).toHaveLength(1);
});

test("an answer to an earlier text is never shown for the present one", () => {
  const earlier = { markdown: "# My study\n\n{{x}", template: "# My study\n\n{{x}", values: [] };
  expect(answeredHtml("# My study\n\n{{x}}", earlier, "en")).toBeNull();
  const present = { markdown: "n = 7", template: `n = ${slotOpen}0${slotClose}`, values: [7] };
  expect(answeredHtml("n = {{kept.rows}}", present, "en")).toContain("n = 7");
});

test("the outline shows no brackets of values", () => {
  const title = (text: string) => titleOfNote(withoutOpenValues(text));
  expect(title("# Of {{counts.genes}} genes {x}")).toBe("Of … genes {x}");
  expect(title("Of {{counts.gen"), "while it is typed").toBe("Of …");
});
