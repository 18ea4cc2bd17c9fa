// Beneath a step: what it changed, in a line, and on demand the examples.

import { styled } from "@mui/material/styles";
import type { CellShown } from "../../artifacts/changes/changes.ts";
import type { Json } from "../../base/json.ts";
import { bodyOf } from "../../contract/report.ts";
import type { Locale } from "../../messages/locale.ts";
import { numberTold } from "../../messages/translate.ts";
import { stepChangesReport, type StepChangesBody } from "../../reports/step-changes/report.ts";
import { words } from "../../reports/step-changes/words.ts";
import type { Step } from "../../steps.ts";

export type Changed = StepChangesBody["steps"][number];

const Box = styled("details")({
  color: "var(--gc-muted)",
  fontSize: 12,
  lineHeight: "16px",
  "& > summary": { cursor: "pointer", padding: "4px 0", overflowWrap: "anywhere" },
  "& > summary:focus-visible": { outline: "2px solid var(--gc-accent)", outlineOffset: 2 },
  "& > ul": { margin: "0 0 4px", padding: "0 0 0 14px", color: "var(--gc-text)", overflowWrap: "anywhere" },
  "@media (pointer: coarse)": { "& > summary": { padding: "14px 0" } },
});

export function StepChanges({ changed, locale }: { readonly changed: Changed; readonly locale: Locale }) {
  const parts = partsOf(changed, locale);
  const examples = changed.values?.examples ?? [];
  const line = parts.length > 0 ? parts.join("; ") : words.say("nothing", {}, locale);
  const looked = changed.looked ? words.say("looked", changed.looked, locale) : null;
  if (examples.length === 0 && looked === null) return <Plain>{line}</Plain>;
  return (
    <Box>
      <summary>{line}</summary>
      <ul>
        {examples.map(({ row, column, before, after }) => (
          <li key={`${row}\n${column}`}>
            {words.say("example", { row, column, before: shown(before, locale), after: shown(after, locale) }, locale)}
          </li>
        ))}
      </ul>
      {looked}
    </Box>
  );
}
const Plain = styled("div")({
  color: "var(--gc-muted)",
  fontSize: 12,
  lineHeight: "16px",
  padding: "4px 0",
  overflowWrap: "anywhere",
});

/** Each thing that it did: "took away 3 rows: s1, s2, s3". */
function partsOf({ lists, values, instead }: Changed, locale: Locale): readonly string[] {
  const named = (what: string, names: readonly string[], n: number): string =>
    names.length === 0
      ? what
      : words.say("whole", { what, names: n > names.length ? words.say("and-more", { names }, locale) : names }, locale);
  return [
    ...(instead ? [words.say(`instead-${instead}`, {}, locale)] : []),
    ...lists.flatMap(({ of, added, removed, renamed }) => [
      ...(removed.n > 0 ? [named(words.say(`removed-${of}`, { n: removed.n }, locale), removed.names, removed.n)] : []),
      ...(added.n > 0 ? [named(words.say(`added-${of}`, { n: added.n }, locale), added.names, added.n)] : []),
      ...(renamed.length > 0
        ? [
            named(
              words.say("renamed", { n: renamed.length }, locale),
              renamed.map(({ from, to }) => `${from} → ${to}`),
              renamed.length,
            ),
          ]
        : []),
    ]),
    ...(values && values.changed > 0 ? [words.say("values", { changed: values.changed, of: values.of }, locale)] : []),
  ];
}

const shown = (value: CellShown, locale: Locale): string => {
  if (value === null) return words.say("missing", {}, locale);
  if (typeof value === "string") return value === "" ? "“”" : value;
  return typeof value === "number" ? numberTold(value, locale) : String(value);
};

/** By the id of the step; the report tells of those that are on, in their order. */
export function changesById(report: Json, steps: readonly Step[]): ReadonlyMap<string, Changed> {
  const body = bodyOf(stepChangesReport, report);
  const found = new Map<string, Changed>();
  if (body)
    steps
      .filter((step) => !step.off)
      .forEach((step, at) => {
        const changed = body.steps[at];
        if (changed?.verb === step.verb) found.set(step.id, changed);
      });
  return found;
}
