// Writes a figure as PDF: lines stay lines and letters letters, with the font within (decision 0034). Loaded when the first is
// asked for.

import fontUrl from "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url";
import type { PdfWriter } from "@genomecraft/cells/ui/plot-context.ts";
import { jsPDF } from "jspdf";
import { svg2pdf } from "svg2pdf.js";

const family = "Inter Print";
const file = "Inter.ttf";

export async function newPdfWriter(): Promise<PdfWriter> {
  const bytes = new Uint8Array(await (await fetch(fontUrl)).arrayBuffer());
  // Plotly measures what it writes by the font of the page.
  const face = await new FontFace(family, bytes).load();
  document.fonts.add(face);
  const binary = Array.from({ length: Math.ceil(bytes.length / 8192) }, (_, at) =>
    String.fromCharCode(...bytes.subarray(at * 8192, (at + 1) * 8192)),
  ).join("");
  const encoded = btoa(binary);
  return {
    family,
    async write(svg, { width, height, title }) {
      const page = new jsPDF({
        unit: "pt",
        format: [width, height],
        orientation: width > height ? "l" : "p",
        compress: true,
        // Journals refuse files that name fonts which are not within.
        putOnlyUsedFonts: true,
      });
      page.addFileToVFS(file, encoded);
      // One weight for all: a figure has no other, and none may fall back to letters that lack Cyrillic and Greek.
      for (const style of ["normal", "bold", "italic"]) page.addFont(file, family, style);
      page.setFont(family);
      page.setDocumentProperties({ title, creator: "GenomeCraft" });
      const holder = document.createElement("div");
      holder.style.cssText = "position:fixed;left:-20000px;top:0;visibility:hidden";
      holder.innerHTML = svg;
      const drawing = holder.querySelector("svg");
      if (!drawing) throw new Error("Plotly drew nothing");
      document.body.append(holder);
      // Of a share of its parent's size svg2pdf makes nothing, and exponents stand so.
      for (const part of drawing.querySelectorAll<SVGElement>("tspan"))
        if (part.style.fontSize.endsWith("%")) part.style.fontSize = getComputedStyle(part).fontSize;
      try {
        await svg2pdf(drawing, page, { x: 0, y: 0, width, height });
      } finally {
        holder.remove();
      }
      return { bytes: withItsCollection(page.output("arraybuffer")), missing: missingOf(page, drawing.textContent ?? "") };
    },
  };
}

/** Signs of a text that the font has no glyph for. */
function missingOf(page: jsPDF, text: string): string {
  const { metadata } = page.getFont() as { readonly metadata?: { characterToGlyph?(code: number): number } };
  const signs = [...new Set(text)].filter((sign) => sign.trim() !== "");
  return signs.filter((sign) => metadata?.characterToGlyph?.(sign.codePointAt(0) as number) === 0).join(" ");
}

/** The collection of glyphs by its right name (PDF 32000-1, 9.7.5.2): jsPDF writes that of the encoding. As long as it was. */
function withItsCollection(buffer: ArrayBuffer): Blob {
  const bytes = new Uint8Array(buffer);
  const [wrong, right] = ["/Ordering (Identity-H)", "/Ordering (Identity)  "].map((text) => new TextEncoder().encode(text)) as [
    Uint8Array,
    Uint8Array,
  ];
  const first = wrong[0] as number;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wrong.every((sign, offset) => bytes[at + offset] === sign)) bytes.set(right, at);
  return new Blob([bytes], { type: "application/pdf" });
}
