// What is in a file of the data page: what it was recognised as and why, what is wrong with it by rule, its columns by category
// and its first rows. For whoever may see rows: a look is on record, and so is made when it is asked for.

import { useEffect, useRef, useState } from "react";
import { categories } from "@genomecraft/cells/artifacts/semantics.ts";
import { messageIfAny } from "@genomecraft/cells/messages/catalogue.ts";
import { formatNumber } from "@genomecraft/cells/messages/translate.ts";
import type { Intake, IntakeFile } from "../api/answers.ts";
import { formatName } from "../app/format-name.ts";
import { toast, useScreen } from "../app/screen.tsx";
import { lookInto } from "../upload/drop-files.ts";
import { FirstRows, useWhat } from "../upload/FirstRows.tsx";
import { alternativesOf } from "../upload/intake-lines.ts";

export function FileInside({ id, version }: { readonly id: string; readonly version: number }) {
  const { t } = useScreen();
  const [state, setState] = useState<"shut" | "looking" | Intake["files"]>("shut");
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const open = async (): Promise<void> => {
    setState("looking");
    const failed = await lookInto({ files: [{ id, version }] }, (intake) => {
      if (isHere.current && intake.waiting.length === 0) setState(intake.files);
      return isHere.current;
    });
    if (failed === null || !isHere.current) return;
    setState("shut");
    toast(failed, { wrong: true });
  };
  if (typeof state === "string")
    return (
      <div>
        <button type="button" className="btn line dense" disabled={state === "looking"} onClick={() => void open()}>
          {t(state === "looking" ? "looking-inside" : "look-inside")}
        </button>
      </div>
    );
  return state.map((file, at) => <Inside key={file.sheet ?? ""} file={file} isFirst={at === 0} isOne={state.length === 1} />);
}

/** The file, or a sheet of it: of several the first is open. */
function Inside({ file, isFirst, isOne }: { readonly file: IntakeFile; readonly isFirst: boolean; readonly isOne: boolean }) {
  const { t } = useScreen();
  const whatOf = useWhat();
  const what = file.artifact === null ? null : <span className="caption muted"> {whatOf(file)}</span>;
  const body = (
    <div className="stack" style={{ minWidth: 0 }}>
      <Recognised file={file} />
      <FoundByRule issues={file.issues} />
      <Columns columns={file.columns} />
      {file.preview.rows.length > 0 ? (
        <div>
          <h4 className="caption muted">{t("first-rows")}</h4>
          <FirstRows file={file} name={file.sheet ?? file.name} />
        </div>
      ) : null}
    </div>
  );
  return isOne ? (
    <section className="stack" style={{ minWidth: 0 }}>
      <h3>
        {t("what-it-is")}
        {what}
      </h3>
      {body}
    </section>
  ) : (
    <details open={isFirst} style={{ minWidth: 0 }}>
      <summary>
        <b>{file.sheet ?? file.name}</b>
        {what}
      </summary>
      {body}
    </details>
  );
}

function Recognised({ file }: { readonly file: IntakeFile }) {
  const { t, locale } = useScreen();
  const named = [formatName(file.format, locale), file.formatVersion ?? ""].join(" ").trim();
  return (
    <>
      <p>
        <b>{named}</b> {file.why.join(" ")}
      </p>
      {alternativesOf(file).map(({ format, why }) => (
        <p key={format} className="caption muted">
          {t("may-also-be", { format: formatName(format, locale), why })}
        </p>
      ))}
    </>
  );
}

const severities = ["error", "warning", "note"] as const;

/** How often each rule is broken, and behind a click where: a damaged file does not fill the screen. */
function FoundByRule({ issues }: { readonly issues: IntakeFile["issues"] }) {
  const { t, locale } = useScreen();
  if (issues.length === 0) return <p className="caption muted">{t("nothing-odd")}</p>;
  const counts = severities.flatMap((severity) => {
    const n = issues.filter((issue) => issue.severity === severity).length;
    return n > 0 ? [t(`n-${severity}s`, { n })] : [];
  });
  const rules = new Map<string, IntakeFile["issues"]>();
  for (const issue of issues.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))) {
    const key = `${issue.severity} ${issue.rule}`;
    rules.set(key, [...(rules.get(key) ?? []), issue]);
  }
  const alsoIn = (more: IntakeFile["issues"]): string => {
    const lines = more.flatMap(({ line }) => (line === null ? [] : [formatNumber(line, locale)])).slice(0, 5);
    return lines.length > 0 ? t("found-also", { n: more.length, lines }) : t("found-more", { n: more.length });
  };
  return (
    <details open={issues.some(({ severity }) => severity === "error") && rules.size <= 3}>
      <summary>{counts.join(", ")}</summary>
      <ul className="found-rules">
        {[...rules].map(([key, [first, ...more]]) =>
          first ? (
            <li key={key}>
              <span className={`found-sign ${first.severity}`}>{t(`found-${first.severity}`)}</span>
              <span>
                {first.message}
                {more.length > 0 ? <span className="caption muted"> {alsoIn(more)}</span> : null}
              </span>
            </li>
          ) : null,
        )}
      </ul>
    </details>
  );
}

/** More than these are opened. */
const fewColumns = 12;

function Columns({ columns }: { readonly columns: IntakeFile["columns"] }) {
  const { t, locale } = useScreen();
  if (columns.length === 0) return null;
  const groups = categories
    .map((category) => ({ category, columns: columns.filter((column) => column.category === category) }))
    .filter((group) => group.columns.length > 0);
  return (
    <details open={columns.length <= fewColumns}>
      <summary>{t("n-columns", { n: columns.length })}</summary>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t("n-columns", { n: columns.length })}>
        <table className="grid-table columns-found">
          <thead>
            <tr>
              <th scope="col">{t("column-name")}</th>
              <th scope="col">{t("column-meaning")}</th>
              <th scope="col" className="right">
                {t("column-missing")}
              </th>
              <th scope="col" className="right">
                {t("column-distinct")}
              </th>
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.category}>
              <tr>
                <th scope="rowgroup" colSpan={4} className="caption muted">
                  {messageIfAny(`columns.category-${group.category}`, {}, locale) ?? group.category}
                </th>
              </tr>
              {group.columns.map((column) => (
                <tr key={column.name}>
                  <td className="mono">{column.name}</td>
                  <td>
                    {column.semantic === null
                      ? ""
                      : (messageIfAny(`columns.meaning-${column.semantic}`, {}, locale) ?? column.semantic)}
                    {column.share !== null && column.share < 1 && column.of > 0 ? (
                      <span className="caption muted"> {t("column-fits", { percent: Math.floor(100 * column.share) })}</span>
                    ) : null}
                  </td>
                  <td className="right">{column.missing === 0 ? "" : formatNumber(column.missing, locale)}</td>
                  <td className="right">{column.distinct === null ? "" : formatNumber(column.distinct, locale)}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </details>
  );
}
