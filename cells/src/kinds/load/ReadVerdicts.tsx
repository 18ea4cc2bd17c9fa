// What is judged of the reads of a file, module by module as FastQC does: a mark, the number, and what it is held against.

import { styled } from "@mui/material/styles";
import type { z } from "zod";
import type { Locale } from "../../messages/locale.ts";
import type { readQualityReport } from "../../reports/read-quality/report.ts";
import { words } from "./words.ts";

type Module = NonNullable<z.output<typeof readQualityReport.schema>["modules"]>[number];

const glyphs: { readonly [level in Module["level"]]: string } = { pass: "✓", warn: "△", fail: "✕" };
const List = styled("ul")({
  listStyle: "none",
  margin: "4px 0 8px",
  padding: 0,
  fontSize: 13,
  lineHeight: "18px",
  overflowWrap: "anywhere",
  "& [data-level=fail]": { color: "var(--gc-failed)" },
  "& [data-level=warn]": { color: "var(--gc-stale)" },
  "& [data-level=pass]": { color: "var(--gc-fresh)" },
});

export function ReadVerdicts({ modules, locale }: { readonly modules: readonly Module[]; readonly locale: Locale }) {
  return (
    <List aria-label={words.say("fastqc", {}, locale)}>
      {modules.map((one) => (
        <li key={one.module} data-level={one.level}>
          <span role="img" aria-label={words.say(`fastqc-${one.level}`, {}, locale)}>
            {glyphs[one.level]}
          </span>{" "}
          {saidOf(one, locale)}
        </li>
      ))}
    </List>
  );
}

export function saidOf({ module, value, threshold, from, to, name, level }: Module, locale: Locale): string {
  if (module === "lengths")
    return words.say(
      level === "pass" ? "fastqc-lengths" : level === "warn" ? "fastqc-lengths-differ" : "fastqc-lengths-none",
      { n: value ?? 0 },
      locale,
    );
  if (value === null) return words.say("fastqc-base-quality-few", {}, locale);
  const at = from === to ? `${from}` : `${from}–${to}`;
  if (module === "adapters" && value === 0) return words.say("fastqc-adapters-none", {}, locale);
  const key = module === "base-quality" && (threshold === 10 || threshold === 5) ? "base-quality-lower" : module;
  return words.say(`fastqc-${key}`, { value: Math.round(value * 100) / 100, threshold: threshold ?? 0, at, name }, locale);
}
