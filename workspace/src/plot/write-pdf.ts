// Writes a figure as PDF: lines stay lines and letters letters, with the font within (decision 0034). Loaded when the first is
// asked for.

import regularUrl from "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url";
import italicUrl from "@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf?url";
import boldUrl from "@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf?url";
import boldItalicUrl from "@expo-google-fonts/inter/700Bold_Italic/Inter_700Bold_Italic.ttf?url";
import type { PdfWriter } from "@genomecraft/cells/ui/plot-context.ts";
import { jsPDF } from "jspdf";
import { svg2pdf } from "svg2pdf.js";

const family = "Inter Print";

/** Styles as jsPDF names them, each with its file and how CSS asks for it. */
const faces = {
  normal: { url: regularUrl, weight: "400", style: "normal" },
  bold: { url: boldUrl, weight: "700", style: "normal" },
  italic: { url: italicUrl, weight: "400", style: "italic" },
  bolditalic: { url: boldItalicUrl, weight: "700", style: "italic" },
} as const;
type FontStyle = keyof typeof faces;
const styles = Object.keys(faces) as readonly FontStyle[];

/** Its bytes in base64. Plotly measures what it writes by the font of the page, so that it is one of the page, too. */
async function loadFace(of: FontStyle): Promise<string> {
  const { url, weight, style } = faces[of];
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const face = await new FontFace(family, bytes, { weight, style }).load();
  document.fonts.add(face);
  const binary = Array.from({ length: Math.ceil(bytes.length / 8192) }, (_, at) =>
    String.fromCharCode(...bytes.subarray(at * 8192, (at + 1) * 8192)),
  ).join("");
  return btoa(binary);
}

export async function newPdfWriter(): Promise<PdfWriter> {
  const loaded = new Map<FontStyle, string>([["normal", await loadFace("normal")]]);
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
      page.setDocumentProperties({ title, creator: "GenomeCraft" });
      const holder = document.createElement("div");
      holder.style.cssText = "position:fixed;left:-20000px;top:0;visibility:hidden";
      holder.innerHTML = svg;
      const drawing = holder.querySelector("svg");
      if (!drawing) throw new Error("Plotly drew nothing");
      document.body.append(holder);
      try {
        const used = stylesIn(drawing);
        for (const style of used) if (!loaded.has(style)) loaded.set(style, await loadFace(style));
        // None may fall back to letters that lack Cyrillic and Greek; a face that no letter asks for is not within.
        for (const style of styles) {
          const face = used.has(style) ? style : "normal";
          page.addFileToVFS(`Inter-${face}.ttf`, loaded.get(face) ?? "");
          page.addFont(`Inter-${face}.ttf`, family, style);
        }
        page.setFont(family, "normal");
        // Of a share of its parent's size svg2pdf makes nothing, and exponents stand so.
        for (const part of drawing.querySelectorAll<SVGElement>("tspan"))
          if (part.style.fontSize.endsWith("%")) part.style.fontSize = getComputedStyle(part).fontSize;
        await svg2pdf(drawing, page, { x: 0, y: 0, width, height });
      } finally {
        holder.remove();
      }
      return { bytes: withItsCollection(page.output("arraybuffer")), missing: missingOf(page, drawing.textContent ?? "") };
    },
  };
}

/** The styles of letters that a drawing asks for: Plotly's <b> and <i> are weights and slants of parts of a text. */
function stylesIn(drawing: SVGElement): ReadonlySet<FontStyle> {
  const found = [...drawing.querySelectorAll<SVGElement>("text, tspan")].map((part): FontStyle => {
    const { fontWeight, fontStyle } = getComputedStyle(part);
    const [isBold, isItalic] = [Number(fontWeight) >= 600, fontStyle === "italic"];
    return isBold && isItalic ? "bolditalic" : isBold ? "bold" : isItalic ? "italic" : "normal";
  });
  return new Set<FontStyle>(["normal", ...found]);
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
