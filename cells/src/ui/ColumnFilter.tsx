// The filter in the head of a column: a range of numbers, a part of the text, one of the commonest values, missing or not.
// What is chosen becomes a cell that keeps those rows.

import Popover from "@mui/material/Popover";
import { styled } from "@mui/material/styles";
import { type FormEvent, useId, useState } from "react";
import type { Json } from "../base/json.ts";
import type { ColumnSummary } from "../contract/kind-view.ts";
import { formatShort } from "./ColumnHead.tsx";
import type { ToldColumn, ToldColumns } from "./columns/told-columns.ts";
import { WhatColumn } from "./columns/WhatColumn.tsx";
import { words as columnWords } from "../messages/columns/words.ts";
import { Caption, LineButton, Quiet, TextInput } from "./field-styles.ts";
import { useLocale, useT } from "./locale-context.tsx";
import { readNumber } from "./TextFieldRow.tsx";
import { words as viewsWords } from "../messages/views/words.ts";

/** What a filter asks of one column; the shape that a transform's filter takes. */
export type ColumnFilterCondition = {
  readonly column: string;
  readonly is: "=" | "<=" | ">=" | "between" | "contains" | "missing" | "not-missing";
  readonly value?: Json;
};

/** One bound or both, lower first; null while neither is a number. */
export function rangeCondition(column: string, from: string, to: string): ColumnFilterCondition | null {
  const [low, high] = [from, to].map((text) => (text.trim() === "" ? null : readNumber(text))) as [number | null, number | null];
  if ((low !== null && !Number.isFinite(low)) || (high !== null && !Number.isFinite(high))) return null;
  if (low !== null && high !== null) return { column, is: "between", value: low <= high ? [low, high] : [high, low] };
  if (low !== null) return { column, is: ">=", value: low };
  return high === null ? null : { column, is: "<=", value: high };
}

const Form = styled("form")({
  display: "flex",
  alignItems: "center",
  gap: 8,
  padding: "4px 12px",
  "& input": { flex: "1 1 0", width: 0 },
});
const Choice = styled(Quiet)({
  display: "flex",
  width: "100%",
  gap: 12,
  padding: "4px 12px",
  borderRadius: 0,
  color: "var(--gc-text)",
  textAlign: "left",
  "& span": { overflow: "hidden", textOverflow: "ellipsis" },
  "& small": { fontSize: 12, color: "var(--gc-muted)", marginLeft: "auto", fontFeatureSettings: '"tnum"' },
});

export function ColumnFilter(props: {
  readonly anchor: HTMLElement;
  readonly name: string;
  readonly isNumber: boolean;
  readonly isBoolean: boolean;
  readonly summary: ColumnSummary | undefined;
  /** Absent: rows cannot be kept from here. */
  readonly onFilter: ((condition: ColumnFilterCondition) => void) | undefined;
  /** Where the column was loaded: what it is, and how that is said otherwise. */
  readonly what?: { readonly told: ToldColumns; readonly column: ToldColumn | null } | null;
  /** What a text of it is called for people. */
  readonly called?: ((column: string, text: string) => string | null) | undefined;
  readonly onClose: () => void;
}) {
  const { anchor, name, isNumber, isBoolean, summary, onFilter, what, called, onClose } = props;
  const t = useT(viewsWords);
  const locale = useLocale();
  const title = useId();
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [part, setPart] = useState("");
  const choose = (condition: ColumnFilterCondition | null): void => {
    if (!condition || !onFilter) return;
    onClose();
    onFilter(condition);
  };
  const submit = (condition: ColumnFilterCondition | null) => (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    choose(condition);
  };
  const range = rangeCondition(name, from, to);
  const containing: ColumnFilterCondition | null = part === "" ? null : { column: name, is: "contains", value: part };
  const { histogram, top = [], missing = 0 } = summary ?? {};
  return (
    <Popover
      open
      anchorEl={anchor}
      // The focus goes to the cell that is made, or back to the grid.
      disableRestoreFocus
      onClose={() => {
        onClose();
        anchor.closest<HTMLElement>("[role=grid]")?.focus();
      }}
      anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
      slotProps={{
        paper: {
          role: "dialog",
          "aria-labelledby": title,
          style: { width: 280, maxWidth: "calc(100vw - 32px)", background: "var(--gc-surface)", padding: "8px 0" },
        },
      }}
    >
      {what?.column ? (
        <WhatColumn name={name} said={summary ?? {}} told={what.told} column={what.column} onSaid={onClose} />
      ) : null}
      <Caption id={title} style={{ padding: "0 12px 4px" }}>
        {onFilter ? t("keep-rows-where", { column: name }) : columnWords.say("what-is", { name }, locale)}
      </Caption>
      {onFilter ? (
        <>
          {" "}
          {isNumber ? (
            <Form onSubmit={submit(range)}>
              <TextInput
                aria-label={t("at-least")}
                inputMode="decimal"
                autoFocus
                placeholder={histogram ? formatShort(histogram.min, locale, "down") : ""}
                value={from}
                onChange={(event) => setFrom(event.target.value)}
              />
              <span aria-hidden="true">–</span>
              <TextInput
                aria-label={t("at-most")}
                inputMode="decimal"
                placeholder={histogram ? formatShort(histogram.max, locale, "up") : ""}
                value={to}
                onChange={(event) => setTo(event.target.value)}
              />
              <LineButton type="submit" disabled={!range}>
                {t("keep")}
              </LineButton>
            </Form>
          ) : null}
          {isNumber || isBoolean ? null : (
            <Form onSubmit={submit(containing)}>
              <TextInput
                aria-label={t("contains")}
                placeholder={t("contains")}
                autoFocus
                value={part}
                onChange={(event) => setPart(event.target.value)}
              />
              <LineButton type="submit" disabled={!containing}>
                {t("keep")}
              </LineButton>
            </Form>
          )}
          {isNumber
            ? null
            : top.slice(0, 8).map(({ value, count }) => (
                <Choice
                  key={value}
                  type="button"
                  onClick={() => choose({ column: name, is: "=", value: isBoolean ? value === "true" : value })}
                >
                  <span>{called?.(name, value) ?? value}</span>
                  <small>{formatShort(count, locale)}</small>
                </Choice>
              ))}
          {missing > 0 ? (
            <>
              <Choice type="button" onClick={() => choose({ column: name, is: "not-missing" })}>
                {t("is-not-missing")}
              </Choice>
              <Choice type="button" onClick={() => choose({ column: name, is: "missing" })}>
                <span>{t("is-missing")}</span>
                <small>{formatShort(missing, locale)}</small>
              </Choice>
            </>
          ) : null}
        </>
      ) : null}{" "}
    </Popover>
  );
}
