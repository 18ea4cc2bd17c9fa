// What a note shows: Markdown, its values, links to cells; never markup or addresses that a person smuggled in.

import { expect, test } from "vitest";
import { answeredHtml, noteHtml, openHtml } from "./Output.tsx";
import { slotClose, slotOpen } from "./slots.ts";

const html = (text: string, values: readonly (string | number)[] = []) => noteHtml(text, values, "en", "…");

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
  expect(noteHtml(slot, [0.25], "ru", "…")).toContain("0,25");
  expect(html(slot, ["<b>*x*</b>"])).toContain("&lt;b&gt;*x*&lt;/b&gt;");
  expect(html(slot)).toContain("…");
});

test("double brackets link to a cell; headings begin below the page's own", () => {
  expect(html("See [[box_gene]].")).toContain('<a href="#cell:box_gene" class="cell">box_gene</a>');
  expect(html("# Title")).toContain("<h2>Title</h2>");
});

test("a note that could not be filled in shows its text as it is written, all brackets kept, and never an earlier text", () => {
  const earlier = { markdown: "# My study\n\n{{x}", template: "# My study\n\n{{x}", values: [] };
  expect(answeredHtml("# My study\n\n{{x}}", earlier, "en")).toBeNull();
  expect(openHtml("# My study\n\n{{x}} of {{kept.rows}}", "en")).toContain("<p>{{x}} of {{kept.rows}}</p>");
  const present = { markdown: "n = 7", template: `n = ${slotOpen}0${slotClose}`, values: [7] };
  expect(answeredHtml("n = {{kept.rows}}", present, "en")).toContain("n = 7");
});
