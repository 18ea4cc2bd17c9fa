// A file on the intake card: size, kind and why, what is doubtful, five rows. Of a workbook each sheet is a line with a box to
// tick, of an archive each of its parts; hidden ones stand last and say so.

import { type ReactNode, useState } from "react";
import { isArchiveName } from "@genomecraft/cells/base/archive-name.ts";
import { mayBeMended } from "@genomecraft/cells/may-be-mended.ts";
import { isLoaded } from "@genomecraft/cells/formats.ts";
import type { IntakeFile } from "../api/answers.ts";
import { formatName } from "../app/format-name.ts";
import { FileName } from "../app/FileName.tsx";
import { useScreen } from "../app/screen.tsx";
import { formatBytes } from "@genomecraft/cells/messages/format-bytes.ts";
import { FirstRows, useWhat } from "../upload/FirstRows.tsx";
import {
  alternativesOf,
  type Chosen,
  chosenOf,
  type Fix,
  type IntakeIssue,
  isReadByPair,
  issuesHere,
  isUsable,
  keyOf,
  whatChanged,
} from "../upload/intake-lines.ts";

export type Role = "counts" | "samples" | null;

const hasError = (file: IntakeFile): boolean => file.issues.some((issue) => issue.severity === "error");
/** What else was found is opened. */
const fewFindings = 3;
/** Rows of so many sheets are shown at once, of more when they are asked for. */
const fewSheets = 2;

interface Choosing {
  /** What was chosen on the card, of any line. */
  readonly chosen: readonly Chosen[];
  readonly isLooking: boolean;
  onChoose(file: IntakeFile, answer: Pick<Chosen, "message" | "fix">): void;
}

export function FileCard({
  sheets,
  roleOf,
  isTicked,
  onTick,
  onAddRefused,
  ...choosing
}: Choosing & {
  /** The file, or each of its sheets. */
  readonly sheets: readonly [IntakeFile, ...IntakeFile[]];
  roleOf(file: IntakeFile): Role;
  isTicked(file: IntakeFile): boolean;
  onTick(file: IntakeFile, on: boolean): void;
  /** Makes a cell of one that is refused. */
  onAddRefused(file: IntakeFile): void;
}) {
  const { t, locale } = useScreen();
  const [file] = sheets;
  const size = formatBytes(file.size, locale);
  const whatOf = useWhat();
  const named = file.format && [formatName(file.format, locale), file.formatVersion ?? ""].join(" ").trim();
  // A line that was looked into again with a setting speaks of its own sheet.
  const all = Math.max(sheets.length, ...sheets.map((sheet) => sheet.sheets.length));
  const hidden = sheets.filter((sheet) => sheet.isHidden).length;
  const isArchive = isArchiveName(file.name);
  if (sheets.length === 1) {
    // Of what cannot be read, its size and the reason say all there is.
    const said = hasError(file) ? [size] : [size, whatOf(file, isReadByPair(file, roleOf(file))), named];
    return (
      <div className="intake-file">
        <div className="row wrap">
          <b>
            <FileName name={file.name} />
          </b>
          <Said parts={said} role={roleSaid(file, roleOf(file))} />
        </div>
        <Found file={file} role={roleOf(file)} {...choosing} />
        <AllTheSame file={file} onAdd={() => onAddRefused(file)} />
        <FirstRows file={file} name={file.name} />
      </div>
    );
  }
  return (
    <div className="intake-file">
      <div className="row wrap">
        <b>
          <FileName name={file.name} />
        </b>
        <Said
          parts={[
            size,
            // Files of an archive may be of formats of their own.
            ...(sheets.every((sheet) => sheet.format === file.format) ? [named] : []),
            hidden === 0
              ? t(isArchive ? "n-parts" : "n-sheets", { n: all })
              : t(isArchive ? "n-parts-unticked" : "n-sheets-hidden", { n: all, hidden }),
          ]}
          role={null}
        />
      </div>
      <ul className="intake-sheets" aria-label={t(isArchive ? "parts-of" : "sheets-of", { name: file.name })}>
        {sheets.map((sheet) => (
          <li key={keyOf(sheet)}>
            <label className="row wrap">
              <input
                type="checkbox"
                checked={isTicked(sheet)}
                disabled={!isUsable(sheet)}
                onChange={(event) => onTick(sheet, event.currentTarget.checked)}
              />
              <b>{sheet.sheet}</b>
              <Said
                parts={[
                  isEmpty(sheet)
                    ? t("sheet-empty")
                    : hasError(sheet)
                      ? t("sheet-refused")
                      : whatOf(sheet, isReadByPair(sheet, roleOf(sheet))),
                  ...(sheet.isHidden ? [t(isArchive ? "part-unticked" : "sheet-hidden")] : []),
                ]}
                role={roleSaid(sheet, roleOf(sheet))}
              />
            </label>
            {isEmpty(sheet) ? null : <Found file={sheet} role={roleOf(sheet)} {...choosing} />}
            {isEmpty(sheet) ? null : <AllTheSame file={sheet} onAdd={() => onAddRefused(sheet)} />}
            {sheet.preview.rows.length === 0 ? null : (
              <details open={sheets.length <= fewSheets}>
                <summary className="caption muted">{t("first-rows")}</summary>
                <FirstRows file={sheet} name={sheet.sheet ?? file.name} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a person has to decide stands before what is only told. */
const severities: readonly IntakeIssue["severity"][] = ["error", "warning", "note"];
const bySeverity = (issues: IntakeFile["issues"]): IntakeFile["issues"] =>
  issues.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));

const isEmpty = (file: IntakeFile): boolean => file.issues.some(({ rule }) => rule === "sheet-empty");

/** A matrix is called one already. */
const roleSaid = (file: IntakeFile, role: Role): Role => (role === "counts" && file.artifact === "assay" ? null : role);

function Said({ parts, role }: { readonly parts: readonly string[]; readonly role: Role }) {
  const { t } = useScreen();
  const all = role ? [...parts, t(role === "counts" ? "the-counts" : "the-samples")] : parts;
  return <span className="caption muted">{all.join(" · ")}</span>;
}

/** Why it is what it is; what was chosen; what is doubtful, each with the setting that makes it otherwise. */
function Found({ file, role, chosen, isLooking, onChoose }: Choosing & { readonly file: IntakeFile; readonly role: Role }) {
  const { t } = useScreen();
  const why = isReadByPair(file, role) ? t("matrix-with-samples") : file.why.join(" ");
  const [isOpen, setOpen] = useState(false);
  const issues = bySeverity(issuesHere(file, role));
  const shown = isOpen ? issues : issues.slice(0, fewFindings);
  return (
    <>
      {why !== "" && !hasError(file) ? <p className="caption muted">{why}</p> : null}
      <Alternatives file={file} isLooking={isLooking} onChoose={onChoose} />
      {chosenOf(chosen, file).map((one) => (
        <Finding
          key={`${one.fix.field} ${JSON.stringify(one.fix.value)}`}
          message={one.message}
          fix={one.fix}
          look="plain"
          isOn
          isLooking={isLooking}
          said={<Changes before={one.before} after={file} />}
          onPress={() => onChoose(file, one)}
        />
      ))}
      {shown.map(({ rule, line, severity, message, fix }) => (
        <Finding
          key={`${rule}-${line}-${fix?.label ?? ""}`}
          message={message}
          fix={fix}
          look={severity === "error" ? "failed" : severity === "note" ? "note" : ""}
          isLooking={isLooking}
          onPress={() => fix && onChoose(file, { message, fix })}
        />
      ))}
      {issues.length > fewFindings ? (
        <div>
          <button type="button" className="btn quiet dense" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t("fewer-findings") : t("more-findings", { n: issues.length - fewFindings })}
          </button>
        </div>
      ) : null}
    </>
  );
}

/** A refused file of a loaded format: a cell where something of the cell may mend it, else what to do. Of the others the refusal says it. */
function AllTheSame({ file, onAdd }: { readonly file: IntakeFile; onAdd(): void }) {
  const { t } = useScreen();
  if (isUsable(file) || !isLoaded(file.format)) return null;
  if (!mayBeMended(file.format)) return <p className="caption muted">{t("no-setting-mends")}</p>;
  return (
    <div className="row wrap">
      <button type="button" className="btn line dense" onClick={onAdd}>
        {t("cell-all-the-same")}
      </button>
      <span className="caption muted">{t("cell-shows-fault")}</span>
    </div>
  );
}

/** What else it may be, why that is less likely, and the click that reads it so. Where nothing tells them apart that is asked below. */
function Alternatives({ file, isLooking, onChoose }: Omit<Choosing, "chosen"> & { readonly file: IntakeFile }) {
  const { t, locale } = useScreen();
  return alternativesOf(file).map(({ format, why }) => {
    const name = formatName(format, locale);
    const message = t("may-also-be", { format: name, why });
    const fix: Fix = { field: "format", value: format, label: t("read-as-format", { format: name }) };
    return (
      <Finding
        key={format}
        message={message}
        fix={isUsable(file) ? fix : null}
        look="note"
        isLooking={isLooking}
        onPress={() => onChoose(file, { message, fix })}
      />
    );
  });
}

function Finding({
  message,
  fix,
  look,
  isOn = false,
  isLooking,
  said,
  onPress,
}: {
  readonly message: string;
  readonly fix: Fix | null;
  readonly look: "" | "note" | "plain" | "failed";
  readonly isOn?: boolean;
  readonly isLooking: boolean;
  readonly said?: ReactNode;
  onPress(): void;
}) {
  const { t } = useScreen();
  return (
    <div className={`notice finding ${look}`}>
      {/* Once it is answered it is true no more: what was found stands below what is so now. */}
      {isOn && !isLooking ? null : <p>{message}</p>}
      {fix ? (
        <div className="row wrap">
          <button type="button" className="btn line dense" aria-pressed={isOn} disabled={isLooking} onClick={onPress}>
            {isOn ? "✓ " : ""}
            {fix.label}
          </button>
          {isLooking ? isOn ? <span role="status">{t("looking-again")}</span> : null : said}
        </div>
      ) : null}
      {isOn && !isLooking ? <p className="caption muted">{t("found-before", { message })}</p> : null}
    </div>
  );
}

function Changes({ before, after }: { readonly before: IntakeFile; readonly after: IntakeFile }) {
  const { t } = useScreen();
  const whatOf = useWhat();
  const changed = whatChanged(before, after);
  const sentence =
    changed.what === "shape"
      ? t("changed-shape", { before: whatOf(before), after: whatOf(after) })
      : changed.what === "read"
        ? t("changed-read", { after: whatOf(after) })
        : changed.what === "columns"
          ? t("changed-columns", { n: changed.columns.length, columns: changed.columns.slice(0, 5) })
          : t(`changed-${changed.what}`);
  return (
    <span role="status">
      {sentence} {t("press-to-undo")}
    </span>
  );
}
