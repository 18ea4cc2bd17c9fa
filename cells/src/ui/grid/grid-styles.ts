// The parts of a grid: what scrolls, the sheet that stays put over it, and a cell.

import { styled } from "@mui/material/styles";
import { mono } from "../field-styles.ts";

export const Scroller = styled("div")({
  overflow: "auto",
  position: "relative",
  background: "var(--gc-surface)",
  border: "1px solid var(--gc-line)",
  borderRadius: 6,
  "&:focus-visible": { outline: "2px solid var(--gc-accent)", outlineOffset: 2 },
  overscrollBehaviorX: "contain",
});
export const Sheet = styled("div")({
  // A range is selected as cells: the browser's own selection would run over other columns.
  userSelect: "none",
  position: "sticky",
  top: 0,
  left: 0,
  overflow: "hidden",
  fontSize: 13,
  lineHeight: "18px",
  fontFeatureSettings: '"tnum"',
});
export const GridCell = styled("div")({
  position: "absolute",
  top: 0,
  height: "100%",
  boxSizing: "border-box",
  padding: "5px 12px",
  overflow: "hidden",
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
  borderBottom: "1px solid var(--gc-line)",
  background: "var(--gc-surface)",
  color: "var(--gc-text)",
  "&[data-number=true]": { textAlign: "right" },
  "&[data-id=true]": { fontFamily: mono },
  "&[data-pinned=true]": { zIndex: 1, boxShadow: "1px 0 var(--gc-line)" },
  "&[data-dosage='1']": { background: "color-mix(in srgb, var(--gc-running) 22%, var(--gc-surface))" },
  "&[data-dosage='2']": { background: "color-mix(in srgb, var(--gc-running) 52%, var(--gc-surface))" },
  "&[data-outlier=true]": { background: "var(--gc-stale-wash)", boxShadow: "inset 3px 0 var(--gc-stale-line)" },
  "&[data-outlier=true][data-pinned=true]": { boxShadow: "inset 3px 0 var(--gc-stale-line), 1px 0 var(--gc-line)" },
  "&[data-picked=true]": { background: "var(--gc-accent-wash)" },
  "&[data-active=true]": { boxShadow: "inset 0 0 0 2px var(--gc-accent)" },
  "&[data-missing=true]": { color: "var(--gc-muted)" },
});
