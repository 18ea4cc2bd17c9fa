// MUI under our own tokens: sizes, type and colours of UI.md, so that its menus and dialogs look like the rest.

import { createTheme, type Theme } from "@mui/material/styles";
import { type Scheme, sans, tokens } from "./tokens.ts";

const v = (name: string): string => `var(--gc-${name})`;

export function muiTheme(scheme: Scheme): Theme {
  const c = tokens[scheme];
  return createTheme({
    palette: {
      mode: scheme,
      primary: { main: c.accent, contrastText: c["on-accent"] },
      secondary: { main: c.muted, contrastText: c.surface },
      error: { main: c.failed, contrastText: c.surface },
      warning: { main: c.stale, contrastText: c.surface },
      info: { main: c.running, contrastText: c.surface },
      success: { main: c.fresh, contrastText: c.surface },
      background: { default: c.canvas, paper: c.surface },
      text: { primary: c.text, secondary: c.muted },
      divider: c.line,
    },
    spacing: 4,
    shape: { borderRadius: 4 },
    transitions: {
      duration: { shortest: 120, shorter: 120, short: 120, standard: 120, enteringScreen: 120, leavingScreen: 120 },
    },
    typography: {
      fontFamily: sans,
      fontSize: 14,
      htmlFontSize: 16,
      h1: { fontSize: 20, lineHeight: "28px", fontWeight: 600 },
      h2: { fontSize: 18, lineHeight: "26px", fontWeight: 600 },
      h6: { fontSize: 18, lineHeight: "26px", fontWeight: 600 },
      body1: { fontSize: 14, lineHeight: "20px" },
      body2: { fontSize: 13, lineHeight: "18px" },
      caption: { fontSize: 12, lineHeight: "16px" },
      button: { fontSize: 13, lineHeight: "18px", fontWeight: 600, textTransform: "none" },
    },
    components: {
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        styleOverrides: { root: { "&.Mui-focusVisible": { outline: `2px solid ${v("accent")}`, outlineOffset: 2 } } },
      },
      MuiButton: {
        defaultProps: { disableElevation: true, size: "small" },
        styleOverrides: {
          root: { height: 32, minWidth: 0, padding: "0 12px", borderRadius: 4, whiteSpace: "nowrap" },
          sizeSmall: { height: 28, fontSize: 13 },
          outlined: { borderColor: v("control"), color: v("text"), fontWeight: 400 },
          text: { color: v("accent"), padding: "0 8px" },
        },
      },
      MuiIconButton: { styleOverrides: { root: { borderRadius: 4, padding: 6, color: v("muted") } } },
      MuiPaper: { styleOverrides: { root: { backgroundImage: "none" } } },
      MuiDialog: {
        styleOverrides: {
          paper: {
            borderRadius: 8,
            boxShadow: v("float"),
            border: `1px solid ${v("line")}`,
            "@media (max-width: 719px)": {
              "&:not(.MuiDialog-paperFullScreen)": {
                margin: 16,
                width: "calc(100% - 32px)",
                maxHeight: "calc(100% - 32px)",
              },
            },
          },
        },
      },
      MuiBackdrop: {
        styleOverrides: { root: { backgroundColor: "rgb(0 0 0 / .32)" }, invisible: { backgroundColor: "transparent" } },
      },
      MuiPopover: {
        styleOverrides: { paper: { borderRadius: 8, boxShadow: v("float"), border: `1px solid ${v("line")}` } },
      },
      MuiMenu: { styleOverrides: { list: { padding: "4px 0" } } },
      MuiMenuItem: {
        styleOverrides: {
          root: {
            fontSize: 13,
            lineHeight: "18px",
            minHeight: 32,
            padding: "6px 12px",
            "&:hover, &.Mui-focusVisible, &.Mui-selected, &.Mui-selected:hover": { backgroundColor: v("accent-wash") },
            "@media (max-width: 719px)": { minHeight: 44 },
          },
        },
      },
      MuiTooltip: {
        defaultProps: { enterDelay: 500 },
        styleOverrides: {
          tooltip: {
            fontSize: 12,
            lineHeight: "16px",
            padding: "4px 8px",
            backgroundColor: c.text,
            color: c.canvas,
            borderRadius: 4,
          },
        },
      },
      MuiOutlinedInput: {
        styleOverrides: {
          root: {
            fontSize: 13,
            backgroundColor: v("surface"),
            "& .MuiOutlinedInput-notchedOutline": { borderColor: v("control") },
            "&.Mui-focused .MuiOutlinedInput-notchedOutline": { borderWidth: 2 },
          },
          input: { height: 18, padding: "5px 8px" },
        },
      },
      MuiSelect: { styleOverrides: { select: { padding: "5px 28px 5px 8px", minHeight: "18px" } } },
      MuiFormLabel: { styleOverrides: { root: { fontSize: 13 } } },
      MuiFormControlLabel: { styleOverrides: { label: { fontSize: 13, lineHeight: "18px" } } },
      MuiCheckbox: { styleOverrides: { root: { padding: 6, color: v("control") } } },
      MuiRadio: { styleOverrides: { root: { padding: 6, color: v("control") } } },
      MuiTabs: { styleOverrides: { root: { minHeight: 32 } } },
      MuiTab: {
        styleOverrides: {
          root: { minHeight: 32, minWidth: 0, padding: "4px 0", marginRight: 16, fontSize: 13, fontWeight: 400 },
        },
      },
      MuiChip: { styleOverrides: { root: { borderRadius: 4, height: 24, fontSize: 12 } } },
      MuiLinearProgress: { styleOverrides: { root: { height: 2 } } },
      MuiAutocomplete: {
        styleOverrides: { option: { fontSize: 13, minHeight: 28 }, paper: { boxShadow: v("float"), borderRadius: 8 } },
      },
    },
  });
}
