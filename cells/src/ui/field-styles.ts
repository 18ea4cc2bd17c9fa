// How the small controls of a form look: 28 high, 13 px, radius 4, one focus ring. Tokens come from the workspace's theme.

import { styled } from "@mui/material/styles";

export const focusRing = {
  outline: "2px solid var(--gc-accent)",
  outlineOffset: "2px",
} as const;

const box = {
  font: "inherit",
  fontSize: 13,
  lineHeight: "18px",
  color: "var(--gc-text)",
  background: "var(--gc-surface)",
  border: "1px solid var(--gc-control)",
  borderRadius: 4,
  height: 28,
  padding: "0 8px",
  boxSizing: "border-box",
  minWidth: 0,
  "&:focus-visible, &:has(:focus-visible)": focusRing,
  "&:disabled": { color: "var(--gc-muted)", borderColor: "var(--gc-line)" },
  "@media (pointer: coarse)": { minHeight: 44 },
} as const;

export const NativeSelect = styled("select")({
  ...box,
  maxWidth: "min(100%, 280px)",
  // On a telephone the line is all there is.
  "@media (max-width: 719px)": { maxWidth: "100%" },
  paddingRight: 24,
  appearance: "none",
  backgroundImage:
    "linear-gradient(45deg, transparent 50%, var(--gc-muted) 50%), linear-gradient(135deg, var(--gc-muted) 50%, transparent 50%)",
  backgroundPosition: "right 12px center, right 8px center",
  backgroundSize: "4px 4px",
  backgroundRepeat: "no-repeat",
  textOverflow: "ellipsis",
  "& option, & optgroup": { background: "var(--gc-surface)", color: "var(--gc-text)" },
});

export const TextInput = styled("input")({
  ...box,
  fontFeatureSettings: '"tnum"',
  "&::placeholder": { color: "var(--gc-muted)", opacity: 1 },
  "&[aria-invalid=true]": { borderColor: "var(--gc-failed)" },
});

/** A text field that opens a list: marked like a select. */
export const ComboInput = styled(TextInput)({
  paddingRight: 24,
  backgroundImage:
    "linear-gradient(45deg, transparent 50%, var(--gc-muted) 50%), linear-gradient(135deg, var(--gc-muted) 50%, transparent 50%)",
  backgroundPosition: "right 12px center, right 8px center",
  backgroundSize: "4px 4px",
  backgroundRepeat: "no-repeat",
  textOverflow: "ellipsis",
});

export const TextArea = styled("textarea")({ ...box, height: "auto", minHeight: 56, padding: "4px 8px", resize: "vertical" });

export const Quiet = styled("button")({
  font: "inherit",
  fontSize: 13,
  lineHeight: "18px",
  color: "var(--gc-muted)",
  background: "none",
  border: "1px solid transparent",
  borderRadius: 4,
  height: 28,
  padding: "0 8px",
  cursor: "pointer",
  whiteSpace: "nowrap",
  "&:hover": { color: "var(--gc-text)", background: "var(--gc-sunken)" },
  "&:focus-visible": focusRing,
  "&[aria-pressed=true], &[aria-selected=true]": { color: "var(--gc-text)", fontWeight: 600 },
  "&:disabled": { color: "var(--gc-control)", cursor: "default", background: "none" },
  "@media (pointer: coarse)": { minHeight: 44 },
});

/** A button with a line: an act that changes something. */
export const LineButton = styled(Quiet)({ color: "var(--gc-text)", borderColor: "var(--gc-control)" });

export const Card = styled("div")({
  background: "var(--gc-surface)",
  border: "1px solid var(--gc-line)",
  borderRadius: 6,
  overflow: "hidden",
});

/** Below a row of a form, where a field's ring of focus has room. */
export const Caption = styled("p")({ margin: "4px 0 0", fontSize: 12, lineHeight: "16px", color: "var(--gc-muted)" });

export const mono = '"IBM Plex Mono", ui-monospace, "SF Mono", "JetBrains Mono", "DejaVu Sans Mono", monospace';
