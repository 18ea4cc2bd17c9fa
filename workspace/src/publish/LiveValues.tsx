// The live parameters of a dashboard.

import { useState } from "react";
import { isCellRef } from "@genomecraft/cells/base/refs.ts";
import { isJsonObject, type Json } from "@genomecraft/cells/base/json.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { useScreen } from "../app/screen.tsx";
import { useNotebook } from "../desk/notebook-context.tsx";

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
  const { t } = useScreen();
  const { reader, derived } = useNotebook();
  const [typed, setTyped] = useState("");
  const [hits, setHits] = useState<readonly string[]>([]);
  const control = isJsonObject(cell.spec.control) ? cell.spec.control : {};
  const offered: readonly Json[] = Array.isArray(control.options)
    ? (control.options as readonly Json[])
    : control.type === "toggle"
      ? [true, false]
      : [];
  const from = isCellRef(cell.spec.from) ? cell.spec.from : null;
  const searched = control.type === "feature" || control.type === "sample" || control.type === "column";
  const has = (value: Json): boolean => values.some((found) => JSON.stringify(found) === JSON.stringify(value));
  const toggle = (value: Json): void =>
    onChange(
      has(value) ? values.filter((found) => JSON.stringify(found) !== JSON.stringify(value)) : [...values, value].slice(0, 200),
    );
  const search = async (text: string): Promise<void> => {
    setTyped(text);
    const output = from ? derived.get().results.at(from) : null;
    if (!from || !output || text.trim() === "") {
      setHits([]);
      return;
    }
    const what = control.type === "feature" ? "features" : control.type === "sample" ? "samples" : "columns";
    setHits(await reader.search({ ref: from, digest: output.digest }, { what, text, limit: 8 }).catch(() => []));
  };
  const shown = [...new Map([...offered, ...values].map((value) => [JSON.stringify(value), value])).values()];
  return (
    <fieldset className="live-values">
      <legend className="mono">{cell.name}</legend>
      <div className="row wrap">
        {shown.map((value) => (
          <label key={JSON.stringify(value)} className="row">
            <input type="checkbox" checked={has(value)} onChange={() => toggle(value)} />
            {value === null ? "–" : String(value)}
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
      ) : offered.length === 0 ? (
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
