// One of up to four, all of them visible; arrow keys move, as in any group of radio buttons. And a plain tick.

import { styled } from "@mui/material/styles";
import { useId } from "react";
import { focusRing } from "./field-styles.ts";
import { FieldGroup } from "./FieldRow.tsx";

const Bar = styled("div")({
  display: "inline-flex",
  border: "1px solid var(--gc-control)",
  borderRadius: 4,
  background: "var(--gc-surface)",
  minHeight: 28,
  maxWidth: "100%",
  boxSizing: "border-box",
  "@media (pointer: coarse)": { minHeight: 44 },
});
const Part = styled("label")({
  display: "inline-flex",
  alignItems: "center",
  padding: "0 10px",
  fontSize: 13,
  lineHeight: "18px",
  cursor: "pointer",
  // Words in a narrow form break within their part.
  minWidth: 0,
  color: "var(--gc-text)",
  "&:not(:last-of-type)": { borderRight: "1px solid var(--gc-line)" },
  "&:first-of-type": { borderRadius: "3px 0 0 3px" },
  "&:last-of-type": { borderRadius: "0 3px 3px 0" },
  "&:has(:checked)": { background: "var(--gc-accent)", color: "var(--gc-on-accent)", fontWeight: 600 },
  "&:has(:focus-visible)": focusRing,
  "&:has(:disabled)": { cursor: "default" },
  "& input": { position: "absolute", opacity: 0, width: 1, height: 1 },
});

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly readOnly?: boolean;
}

export function SegmentedField<T extends string>(props: Props<T>) {
  return (
    <FieldGroup label={props.label}>
      <Segmented {...props} />
    </FieldGroup>
  );
}

export function Segmented<T extends string>({ label, value, options, onChange, readOnly = false }: Props<T>) {
  const name = useId();
  return (
    <Bar role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <Part key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={readOnly}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </Part>
      ))}
    </Bar>
  );
}

const Tick = styled("label")({
  display: "inline-flex",
  alignItems: "center",
  gap: 6,
  minHeight: 28,
  fontSize: 13,
  lineHeight: "18px",
  cursor: "pointer",
  "& input": { accentColor: "var(--gc-accent)", width: 16, height: 16, margin: 0 },
  "& input:focus-visible": focusRing,
  "@media (pointer: coarse)": { minHeight: 44 },
});

export function TickField(props: {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly readOnly?: boolean;
  readonly title?: string;
}) {
  return (
    <Tick title={props.title}>
      <input
        type="checkbox"
        checked={props.value}
        disabled={props.readOnly ?? false}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      {props.label}
    </Tick>
  );
}
