// A sequence in a cell: its letters in the colours of bases, or of groups of amino acids that are alike. Colour says nothing
// that the letter does not.

import { styled } from "@mui/material/styles";
import { mono } from "../field-styles.ts";

/** A cell shows some thirty letters; a wide one some hundred. The whole stands in its title, and is copied. */
const shown = 240;

const Letters = styled("span")({
  fontFamily: mono,
  letterSpacing: "0.02em",
  "& b": { fontWeight: 400 },
  "& [data-g=a]": { color: "var(--gc-fresh)" },
  "& [data-g=c]": { color: "var(--gc-running)" },
  "& [data-g=g]": { color: "var(--gc-stale)" },
  "& [data-g=t]": { color: "var(--gc-failed)" },
  "& [data-g=x]": { color: "var(--gc-restricted)" },
  "& [data-g=o]": { color: "var(--gc-muted)" },
});

const base: { readonly [letter: string]: string } = { A: "a", C: "c", G: "g", T: "t", U: "t" };
/** By what their side chains are (Clustal X): hydrophobic, acid and its like, base, polar, aromatic and the others. */
const residue: { readonly [letter: string]: string } = Object.fromEntries(
  Object.entries({ a: "AILMFWVC", x: "DE", t: "KR", c: "NQST", g: "GPHY" }).flatMap(([group, letters]) =>
    [...letters].map((letter) => [letter, group]),
  ),
);

/** Neighbours of one colour together: a run is one element, however long. */
function runsOf(text: string): readonly { readonly group: string; readonly letters: string }[] {
  const colours = /^[ACGTUN.\-RYSWKMBDHV]*$/i.test(text) ? base : residue;
  const runs: { group: string; letters: string }[] = [];
  for (const letter of text) {
    const group = colours[letter.toUpperCase()] ?? "o";
    const last = runs.at(-1);
    if (last?.group === group) last.letters += letter;
    else runs.push({ group, letters: letter });
  }
  return runs;
}

export function SequenceText({ text }: { readonly text: string }) {
  return (
    <Letters>
      {runsOf(text.slice(0, shown)).map(({ group, letters }, at) => (
        <b key={at} data-g={group}>
          {letters}
        </b>
      ))}
      {text.length > shown ? "…" : ""}
    </Letters>
  );
}
