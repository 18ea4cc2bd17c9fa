// The live parameters of a dashboard.

import { useState } from "react";
import { isCellRef } from "@genomecraft/cells/base/refs.ts";
import type { ArtifactSummary } from "@genomecraft/cells/artifacts/artifact.ts";
import { isJsonObject, type Json, type JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { mostCombinations } from "@genomecraft/collab-server/contract/publications.ts";
import { useScreen } from "../app/screen.tsx";
import { useNotebook } from "../desk/notebook-context.tsx";
import { valueSaid } from "../reader/value-said.ts";

const distinct = (values: readonly Json[]): readonly Json[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

/** The values that are known without asking: options, both of a switch, the columns of what it picks from. */
export function offeredBy(control: JsonObject, source: ArtifactSummary | null): readonly Json[] {
  if (control.type === "toggle") return [true, false];
  if (control.type === "column")
    return (source?.columns ?? [])
      .filter((column) => control.numbersOnly !== true || column.type === "float64" || column.type === "int32")
      .map((column) => column.name);
  return Array.isArray(control.options) ? (control.options as readonly Json[]) : [];
}

/** The values of a parameter that readers may turn to: ticked here, computed before publishing. */
export function LiveValues({
  cell,
  values,
  onChange,
}: {
  readonly cell: Cell;
  readonly values: readonly Json[];
  onChange(values: readonly Json[]): void;
}) {
  const { t, locale } = useScreen();
  const { reader, derived } = useNotebook();
  const [typed, setTyped] = useState("");
  const [hits, setHits] = useState<readonly string[]>([]);
  const control = isJsonObject(cell.spec.control) ? cell.spec.control : {};
  const from = isCellRef(cell.spec.from) ? cell.spec.from : null;
  const offered = offeredBy(control, from ? (derived.get().results.at(from)?.summary ?? null) : null);
  // What was ticked once keeps its box.
  const [met, setMet] = useState<readonly Json[]>(values);
  /** A selection is made in a picture, and not typed. */
  const isDrawn = values.some(isJsonObject);
  const searched = control.type === "feature" || control.type === "sample";
  const has = (value: Json): boolean => values.some((found) => JSON.stringify(found) === JSON.stringify(value));
  const toggle = (value: Json): void => {
    setMet((before) => [...before, value]);
    onChange(
      has(value)
        ? values.filter((found) => JSON.stringify(found) !== JSON.stringify(value))
        : [...values, value].slice(0, mostCombinations),
    );
  };
  const search = async (text: string): Promise<void> => {
    setTyped(text);
    const output = from ? derived.get().results.at(from) : null;
    if (!from || !output || text.trim() === "") {
      setHits([]);
      return;
    }
    const what = control.type === "feature" ? "features" : "samples";
    setHits(await reader.search({ ref: from, digest: output.digest }, { what, text, limit: 8 }).catch(() => []));
  };
  const shown = distinct([...offered, ...met, ...values]);
  const isAll = shown.length > 0 && shown.every(has);
  /** Of what was typed, the name that is meant: the very same, else the first that was found. */
  const addTyped = (): void => {
    const wanted = typed.trim().toLowerCase();
    const [first] = [...hits.filter((hit) => hit.toLowerCase() === wanted), ...hits];
    if (wanted === "" || first === undefined) return;
    if (!has(first)) toggle(first);
    setTyped("");
    setHits([]);
  };
  return (
    <fieldset className="live-values">
      <legend className="mono">{cell.name}</legend>
      {offered.length > 1 && offered.length <= mostCombinations ? (
        <button type="button" className="btn quiet dense" onClick={() => onChange(isAll ? values.slice(0, 1) : shown)}>
          {isAll ? t("only-the-first") : t("all-n", { n: shown.length })}
        </button>
      ) : null}
      <div className="row wrap live-boxes">
        {shown.map((value) => (
          <label key={JSON.stringify(value)} className="row">
            <input type="checkbox" checked={has(value)} onChange={() => toggle(value)} />
            {valueSaid(value, locale)}
          </label>
        ))}
      </div>
      {searched && from ? (
        <>
          <input
            className="input dense"
            placeholder={t("add-a-value")}
            aria-label={t("add-a-value")}
            value={typed}
            onChange={(event) => void search(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              addTyped();
            }}
          />
          <div className="row wrap">
            {hits
              .filter((hit) => !has(hit))
              .map((hit) => (
                <button key={hit} type="button" className="btn line dense" onClick={() => toggle(hit)}>
                  + {hit}
                </button>
              ))}
          </div>
        </>
      ) : offered.length === 0 && !isDrawn ? (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            const number = Number(typed.replace(",", "."));
            if (typed.trim() !== "")
              toggle(["number", "slider"].includes(String(control.type)) && Number.isFinite(number) ? number : typed.trim());
            setTyped("");
          }}
        >
          <input
            className="input dense"
            placeholder={t("add-a-value")}
            aria-label={t("add-a-value")}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" className="btn line dense">
            {t("add")}
          </button>
        </form>
      ) : null}
    </fieldset>
  );
}
