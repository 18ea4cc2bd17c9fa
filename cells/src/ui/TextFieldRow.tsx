// Text and numbers in a form. What is typed is written when the field is left or Enter is pressed: one undo step, and
// no run for every letter. Escape takes it back.

import { useEffect, useState } from "react";
import { TextArea, TextInput } from "./field-styles.ts";
import { Field, useFieldId } from "./FieldRow.tsx";
import { useLocale, useT } from "./locale-context.tsx";
import { words as viewsWords } from "../messages/views/words.ts";

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly readOnly?: boolean;
  readonly needed?: boolean;
  readonly width?: number;
  readonly placeholder?: string;
  readonly type?: "text" | "date";
  readonly rows?: number;
}

export function TextFieldRow(props: TextProps) {
  return (
    <Field label={props.label} needed={props.needed ?? false}>
      <TextControl {...props} />
    </Field>
  );
}

export function TextControl({
  label,
  value,
  onChange,
  readOnly = false,
  width = 160,
  placeholder,
  type = "text",
  rows,
}: TextProps) {
  const id = useFieldId();
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    setTyped(value);
  }, [value]);
  const write = (): void => {
    if (typed !== value) onChange(typed);
  };
  const shared = {
    ...(id === undefined ? { "aria-label": label } : { id }),
    ...(placeholder === undefined ? {} : { placeholder }),
    value: typed,
    readOnly,
    style: { width, maxWidth: "100%" },
    onBlur: write,
  };
  if (rows !== undefined) return <TextArea {...shared} rows={rows} onChange={(event) => setTyped(event.target.value)} />;
  return (
    <TextInput
      {...shared}
      type={type}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") write();
        if (event.key === "Escape") setTyped(value);
      }}
    />
  );
}

interface NumberProps {
  readonly label: string;
  readonly value: number | null;
  /** Null when emptied and `optional`. */
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly whole?: boolean;
  readonly optional?: boolean;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  readonly needed?: boolean;
  readonly width?: number;
}

export function NumberField(props: NumberProps) {
  return (
    <Field label={props.label} needed={props.needed ?? false}>
      <NumberControl {...props} />
    </Field>
  );
}

/** "0,5" and "1 000" are read as people write them; NaN when it is no number. */
export const readNumber = (text: string): number => {
  const plain = text
    .replace(/[\s\u2009\u202f]/g, "")
    .replace(",", ".")
    .replace("−", "-");
  return plain === "" ? Number.NaN : Number(plain);
};

const showNumber = (value: number | null, locale: string): string =>
  value === null ? "" : locale === "ru" ? String(value).replace(".", ",") : String(value);

export function NumberControl(props: NumberProps) {
  const {
    label,
    value,
    onChange,
    min,
    max,
    step,
    whole = false,
    optional = false,
    placeholder,
    readOnly = false,
    width = 72,
  } = props;
  const t = useT(viewsWords);
  const locale = useLocale();
  const id = useFieldId();
  const shown = showNumber(value, locale);
  const [typed, setTyped] = useState(shown);
  useEffect(() => {
    setTyped(shown);
  }, [shown]);
  const problem = ((): string | null => {
    if (typed.trim() === "") return optional || value === null ? null : t("number-needed");
    const number = readNumber(typed);
    if (!Number.isFinite(number)) return t("number-not", { value: typed });
    if (whole && !Number.isInteger(number)) return t("number-whole");
    if (min !== undefined && number < min) return t("number-low", { min });
    return max !== undefined && number > max ? t("number-high", { max }) : null;
  })();
  const write = (text: string): void => {
    if (problem !== null) return;
    const number = text.trim() === "" ? null : readNumber(text);
    if (number !== value && (number !== null || optional)) onChange(number);
  };
  const nudge = (by: number): void => {
    const next = Math.min(max ?? Infinity, Math.max(min ?? -Infinity, Number(((value ?? min ?? 0) + by).toPrecision(12))));
    if (next !== value) onChange(next);
  };
  return (
    <>
      <TextInput
        {...(id === undefined ? { "aria-label": label } : { id })}
        {...(placeholder === undefined ? {} : { placeholder })}
        inputMode="decimal"
        value={typed}
        readOnly={readOnly}
        aria-invalid={problem !== null}
        title={problem ?? undefined}
        style={{ width: Math.max(width, Math.min(160, shown.length * 8 + 22)), maxWidth: "100%", textAlign: "right" }}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => (problem === null ? write(typed) : setTyped(shown))}
        onKeyDown={(event) => {
          if (event.key === "Enter") write(typed);
          if (event.key === "Escape") setTyped(shown);
          if (readOnly || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
          event.preventDefault();
          nudge((event.key === "ArrowUp" ? 1 : -1) * (step ?? 1));
        }}
      />
      {problem === null ? null : (
        <span role="alert" style={{ color: "var(--gc-failed)", fontSize: 12 }}>
          {problem}
        </span>
      )}
    </>
  );
}
