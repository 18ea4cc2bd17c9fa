// The settings of a cell as text, for people who rather write: YAML or JSON, checked as one types, written as one step.

import { useMemo, useState } from "react";
import { parse, stringify } from "yaml";
import { isJsonObject, type Json } from "@genomecraft/cells/base/json.ts";
import { failureSentence } from "@genomecraft/cells/messages/catalogue.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { specFailure } from "@genomecraft/cells/notebook/spec-failure.ts";
import { useScreen } from "../app/screen.tsx";
import { kindNow } from "../kinds/kinds-here.ts";
import { useNotebook } from "../desk/notebook-context.tsx";

export interface SpecTextProps {
  readonly cell: Cell;
  readonly readOnly: boolean;
}

export function SpecText({ cell, readOnly }: SpecTextProps) {
  const { t, locale } = useScreen();
  const { acts } = useNotebook();
  const [form, setForm] = useState<"yaml" | "json">("yaml");
  const print = (as: "yaml" | "json"): string =>
    as === "yaml" ? stringify(cell.spec, { lineWidth: 100 }) : JSON.stringify(cell.spec, null, 2);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? print(form);

  const read = useMemo((): { readonly spec: Json | null; readonly wrong: string | null } => {
    if (typed === null) return { spec: null, wrong: null };
    let value: unknown;
    try {
      value = form === "yaml" ? parse(typed) : JSON.parse(typed);
    } catch (error) {
      return {
        spec: null,
        wrong: t("settings-unreadable", {
          detail: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error),
        }),
      };
    }
    if (!isJsonObject(value)) return { spec: null, wrong: t("settings-no-object") };
    const kind = kindNow(cell.kind);
    const checked = kind?.schema.safeParse(value);
    if (checked && !checked.success)
      return { spec: null, wrong: failureSentence(specFailure(checked.error.issues, value), locale) };
    return { spec: value, wrong: null };
  }, [typed, form, cell.kind, locale, t]);

  return (
    <div className="spec-text">
      <div className="row" style={{ marginBottom: 8 }}>
        <div className="segments" role="group" aria-label={t("written-as")}>
          {(["yaml", "json"] as const).map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={form === name}
              onClick={() => {
                setForm(name);
                if (typed !== null && isJsonObject(read.spec))
                  setTyped(name === "yaml" ? stringify(read.spec) : JSON.stringify(read.spec, null, 2));
                else setTyped(null);
              }}
            >
              {name.toUpperCase()}
            </button>
          ))}
        </div>
        <span className="grow" />
        {typed === null ? null : (
          <>
            <button type="button" className="btn quiet dense" onClick={() => setTyped(null)}>
              {t("discard")}
            </button>
            <button
              type="button"
              className="btn fill dense"
              disabled={read.wrong !== null}
              onClick={() => {
                if (isJsonObject(read.spec) && acts.write([{ type: "replace-spec", cell: cell.id, spec: read.spec }]))
                  setTyped(null);
              }}
            >
              {t("apply")}
            </button>
          </>
        )}
      </div>
      {/* Above a text of any length, beside what it keeps from being applied. */}
      {read.wrong ? (
        <p className="notice failed" role="alert" style={{ marginBottom: 8 }}>
          {read.wrong}
        </p>
      ) : null}
      <textarea
        className="input mono"
        aria-label={t("settings-of-as-text", { name: cell.name || t("a-note") })}
        aria-invalid={read.wrong !== null}
        spellCheck={false}
        rows={Math.min(24, Math.max(4, text.split("\n").length + 1))}
        value={text}
        readOnly={readOnly}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </div>
  );
}
