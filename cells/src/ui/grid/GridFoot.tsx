// Below a grid: going to a column, what is known of the picked cells, which rows are in view, filters by the picked value,
// copying, and downloads.

import { styled } from "@mui/material/styles";
import { Fragment, type ReactNode } from "react";
import { artifactCardOf } from "../../artifacts/artifact-cards.ts";
import { type ExportFormat, exportFormats, offeredOf, textsIn } from "../../artifacts/export-formats.ts";
import type { Json } from "../../base/json.ts";
import type { ArtifactReader, ColumnSummary, OutputHandle } from "../../contract/kind-view.ts";
import type { ColumnFilterCondition } from "../ColumnFilter.tsx";
import { Combo } from "../ComboField.tsx";
import { Quiet } from "../field-styles.ts";
import { useT } from "../locale-context.tsx";
import type { Pages } from "../use-pages.ts";
import type { Picked } from "./selection.ts";
import type { Selection } from "./use-selection.ts";
import { words as viewsWords } from "../../messages/views/words.ts";

const Foot = styled("div")({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: "0 16px",
  minHeight: 28,
  fontSize: 12,
  lineHeight: "16px",
  color: "var(--gc-muted)",
  "& .end": { marginLeft: "auto" },
  "& a": { color: "var(--gc-muted)" },
  "@media (max-width: 719px)": { "& a": { display: "inline-block", padding: "14px 8px" } },
});

export function GridFoot({
  tabs,
  pages,
  handle,
  reader,
  summaries,
  selection,
  rows,
  download,
  onColumn,
  onFilter,
}: {
  readonly tabs: ReactNode;
  readonly pages: Pages;
  readonly handle: OutputHandle;
  readonly reader: ArtifactReader;
  readonly summaries: readonly ColumnSummary[];
  readonly selection: Selection;
  /** In view, from 1, and how many there are. */
  readonly rows: { readonly from: number; readonly to: number; readonly n: number };
  readonly download: boolean;
  onColumn(column: number): void;
  readonly onFilter: ((condition: ColumnFilterCondition) => void) | undefined;
}) {
  const t = useT(viewsWords);
  const { picked, stats, copy } = selection;
  // Until its first rows are here the grid is drawn empty.
  const isComing = rows.n > 0 && pages.column(0) === undefined;
  const single = onFilter ? singleValue(picked, pages) : null;
  const noteOf = (format: ExportFormat): string | undefined => {
    const texts = textsIn(format);
    return texts && t(`texts-${texts}`);
  };
  return (
    <Foot>
      {tabs}
      {pages.columnCount > 100 ? (
        <Combo
          label={t("go-to-column")}
          placeholder={t("go-to-column")}
          shown=""
          width={140}
          find={async (text) => findNames(summaries, handle, text)}
          onChoose={(name) => {
            const index = summaries.findIndex((summary) => summary.name === name);
            const column = index >= 0 ? index : (handle.summary.columns?.findIndex((candidate) => candidate.name === name) ?? -1);
            if (column > 0) onColumn(column);
          }}
        />
      ) : null}
      <span aria-live="polite">{pages.failed ? t("read-failed") : isComing ? t("rows-come") : stats}</span>
      <span className="end">{rows.n === 0 ? t("no-rows") : t("rows-of", { ...rows })}</span>
      {single ? (
        <span>
          {comparisonsFor(single.value).map((is) => (
            <Quiet
              key={is}
              type="button"
              style={{ fontSize: 12 }}
              onClick={() => onFilter?.({ column: single.name, is, ...(is === "missing" ? {} : { value: single.value }) })}
            >
              {is === "missing"
                ? t("keep-missing", { column: single.name })
                : t("keep-where", { column: single.name, is: signs[is], value: single.value })}
            </Quiet>
          ))}
        </span>
      ) : null}
      {picked ? (
        <Quiet type="button" onClick={() => void copy()} style={{ fontSize: 12 }}>
          {t("copy")}
        </Quiet>
      ) : null}
      {download ? (
        <span>
          {t("download")}{" "}
          {offeredOf(artifactCardOf(handle.summary).exports, handle.summary.columns).map((format, at) => (
            <Fragment key={format}>
              {at > 0 ? " " : null}
              <a href={reader.downloadUrl(handle, format)} download title={noteOf(format)}>
                {exportFormats[format].title}
              </a>
            </Fragment>
          ))}
        </span>
      ) : null}
    </Foot>
  );
}

const signs = { "=": "=", "<=": "≤", ">=": "≥" } as const;
const comparisonsFor = (value: Json): readonly ("=" | "<=" | ">=" | "missing")[] =>
  value === null ? ["missing"] : typeof value === "number" ? ["=", "<=", ">="] : ["="];

/** The one picked value, where rows can be kept by it. */
function singleValue(picked: Picked | null, pages: Pages): { readonly name: string; readonly value: Json } | null {
  if (!picked || picked.row !== picked.toRow || picked.column !== picked.toColumn) return null;
  const name = pages.column(picked.column)?.name;
  const value = pages.cell(picked.row, picked.column);
  const type = pages.column(picked.column)?.type;
  const isOdd = typeof value === "string" && (type === "float64" || type === "int32");
  return name === undefined || value === undefined || isOdd || (typeof value === "object" && value !== null)
    ? null
    : { name, value };
}

function findNames(summaries: readonly ColumnSummary[], handle: OutputHandle, text: string): { value: string; label: string }[] {
  const wanted = text.toLowerCase();
  const names =
    summaries.length > 0 ? summaries.map((summary) => summary.name) : (handle.summary.columns ?? []).map((column) => column.name);
  const first = names.filter((name) => name.toLowerCase().startsWith(wanted));
  const then = names.filter((name) => !name.toLowerCase().startsWith(wanted) && name.toLowerCase().includes(wanted));
  return [...first, ...then].slice(0, 8).map((name) => ({ value: name, label: name }));
}
