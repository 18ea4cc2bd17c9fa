// What a view's lab asks of its versions: how fresh they are, from where drift is told, and against which version. Each number is a
// field; what is left as it is usual is not said.

import { formatNumber } from "@genomecraft/cells/messages/translate.ts";
import { useState } from "react";
import { api } from "../api/client.ts";
import type { FeatureViewAnswer } from "../api/answers.ts";
import { toast, useScreen } from "../app/screen.tsx";
import { type Fresh, FreshFields } from "./FreshFields.tsx";

const names = [
  "psiWarn",
  "psiAlert",
  "psiChance",
  "ksP",
  "ksLeast",
  "missingWarn",
  "missingAlert",
  "newWarn",
  "newAlert",
  "fewerWarn",
  "fewerAlert",
] as const;

export function ViewRules({ view, at, reload }: { readonly view: FeatureViewAnswer; readonly at: string; reload(): void }) {
  const { t, locale } = useScreen();
  const [fresh, setFresh] = useState<Fresh | null>(view.fresh);
  const [thresholds, setThresholds] = useState<{ readonly [name: string]: number }>(view.thresholds);
  const [baseline, setBaseline] = useState<number | null>(view.baseline);
  const save = async (): Promise<void> => {
    const answer = await api.patch(at, { ...(view.time === null ? {} : { fresh }), thresholds, baseline });
    if (answer.ok) toast(t("rules-saved"));
    else toast(answer.error.message, { wrong: true });
    reload();
  };
  return (
    <details>
      <summary>{t("view-rules")}</summary>
      <form
        className="stack"
        style={{ paddingBlock: 12 }}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {view.time === null ? null : (
          <label className="row wrap">
            <span className="muted">{t("fresh-of", { column: view.time })}</span>
            <FreshFields value={fresh} onChange={setFresh} />
          </label>
        )}
        <label className="row wrap">
          <span className="muted">{t("baseline")}</span>
          <select
            className="input dense"
            style={{ width: "auto" }}
            value={baseline ?? ""}
            onChange={(event) => setBaseline(event.currentTarget.value === "" ? null : Number(event.currentTarget.value))}
          >
            <option value="">{t("baseline-before")}</option>
            {view.versions.map(({ version }) => (
              <option key={version} value={version}>
                {t("version-n", { n: version })}
              </option>
            ))}
          </select>
        </label>
        <p className="caption muted">{t("thresholds-words")}</p>
        <div style={{ display: "grid", gap: 8, gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 280px), 1fr))" }}>
          {names.map((name) => (
            <label key={name} className="row">
              <span className="grow">{t(`threshold-${name}`)}</span>
              <input
                className="input dense"
                style={{ width: 88 }}
                type="number"
                min={0}
                step="any"
                placeholder={formatNumber(view.usual[name] ?? 0, locale)}
                value={thresholds[name] ?? ""}
                onChange={(event) => {
                  const { [name]: _before, ...others } = thresholds;
                  const typed = event.currentTarget.value;
                  setThresholds(typed === "" ? others : { ...others, [name]: Number(typed) });
                }}
              />
            </label>
          ))}
        </div>
        <div className="row">
          <button type="submit" className="btn line dense">
            {t("save")}
          </button>
        </div>
      </form>
    </details>
  );
}
