// Colours that a stylesheet variable cannot give (MUI computes with them, figures are drawn with them). The same values
// stand in theme.css; a test compares the two.

export type Scheme = "light" | "dark";

const light = {
  canvas: "#F6F7F6",
  surface: "#FFFFFF",
  sunken: "#EEF0EE",
  line: "#DDE1DE",
  control: "#7C8681",
  text: "#1A201D",
  muted: "#56605B",
  accent: "#0B6B5D",
  "on-accent": "#FFFFFF",
  "accent-wash": "#E3F1EE",
  fresh: "#1B7A3D",
  stale: "#8A5300",
  "stale-wash": "#FFF4DC",
  "stale-line": "#B87200",
  failed: "#B3261E",
  "failed-wash": "#FCEBE9",
  running: "#2458B8",
  "running-wash": "#E8EFFB",
  restricted: "#7A3E9D",
  "restricted-wash": "#F4EBF9",
  "presence-text": "#FFFFFF",
  "presence-1": "#0B6B5D",
  "presence-2": "#7A3E9D",
  "presence-3": "#A3470B",
  "presence-4": "#2458B8",
  "presence-5": "#A61E5C",
  "presence-6": "#4F6410",
  "presence-7": "#0A6A86",
  "presence-8": "#6B4A2F",
  "chart-1": "#0072B2",
  "chart-2": "#D55E00",
  "chart-3": "#009E73",
  "chart-4": "#CC79A7",
  "chart-5": "#56B4E9",
  "chart-6": "#E69F00",
} as const;

export type Token = keyof typeof light;

const dark: { readonly [token in Token]: string } = {
  canvas: "#111513",
  surface: "#191E1B",
  sunken: "#0C0F0E",
  line: "#2D3531",
  control: "#76817B",
  text: "#E6EBE8",
  muted: "#9DA8A2",
  accent: "#5CC7B2",
  "on-accent": "#06231E",
  "accent-wash": "#16312C",
  fresh: "#6CC98A",
  stale: "#F0B54A",
  "stale-wash": "#33270F",
  "stale-line": "#C98F2B",
  failed: "#FF8A80",
  "failed-wash": "#3A1B19",
  running: "#8AB4F8",
  "running-wash": "#1A2740",
  restricted: "#CF9BEA",
  "restricted-wash": "#2C1D36",
  "presence-text": "#111513",
  "presence-1": "#5CC7B2",
  "presence-2": "#CF9BEA",
  "presence-3": "#F0A067",
  "presence-4": "#8AB4F8",
  "presence-5": "#F58DB9",
  "presence-6": "#B7CC6B",
  "presence-7": "#6CC6E0",
  "presence-8": "#CDA98A",
  "chart-1": "#4FA3D9",
  "chart-2": "#F0844C",
  "chart-3": "#2FC39B",
  "chart-4": "#DE9CC3",
  "chart-5": "#7FC8F0",
  "chart-6": "#F2B93B",
};

export const tokens: { readonly [scheme in Scheme]: { readonly [token in Token]: string } } = { light, dark };

export const sans = '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
export const mono = '"IBM Plex Mono", ui-monospace, "SF Mono", "JetBrains Mono", "DejaVu Sans Mono", monospace';
