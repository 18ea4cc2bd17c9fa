// A row of a form: small labelled controls beside each other, "y [Xist v] by [sex v]", wrapping on narrow screens.

import { styled } from "@mui/material/styles";
import { createContext, useContext, useId, type ReactNode } from "react";

export const FieldRow = styled("div")({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: "4px 16px",
  minHeight: 32,
  fontSize: 13,
  lineHeight: "18px",
});

const Pair = styled("div")({
  display: "inline-flex",
  alignItems: "center",
  gap: 8,
  minHeight: 32,
  minWidth: 0,
  maxWidth: "100%",
  // Where a telephone has no room for both, a choice of several elements stands below its label.
  "&[role=group]": { flexWrap: "wrap" },
  // What is wrong stands in a line of its own.
  "&:has(> [role=alert])": { flexWrap: "wrap" },
  "& > label, & > .label": { color: "var(--gc-muted)", whiteSpace: "nowrap" },
  "&[data-needed=true] > label, &[data-needed=true] > .label": { color: "var(--gc-accent)", fontWeight: 600 },
  "&[data-needed=true] select, &[data-needed=true] input": { borderColor: "var(--gc-accent)" },
});

const FieldIdContext = createContext<string | undefined>(undefined);
/** The id that a field's label names; given to its control. */
export const useFieldId = (): string | undefined => useContext(FieldIdContext);

/** `needed`: this is the field that the cell waits for; shown in the accent, never in red. */
export function Field({
  label,
  needed = false,
  children,
}: {
  readonly label: string;
  readonly needed?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <Pair data-needed={needed}>
      <label htmlFor={id}>{label}</label>
      <FieldIdContext value={id}>{children}</FieldIdContext>
    </Pair>
  );
}

/** For controls that are several elements (a segmented choice): labelled as a group. */
export function FieldGroup({
  label,
  needed = false,
  children,
}: {
  readonly label: string;
  readonly needed?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <Pair role="group" data-needed={needed} aria-labelledby={id}>
      <span className="label" id={id}>
        {label}
      </span>
      {children}
    </Pair>
  );
}
