// The colours of figures, light and dark, and the shapes that tell groups apart without them. Six colours (Wong 2011,
// Nature Methods 8: distinguishable with any colour vision), then the same again in another shape.

export interface FigureColours {
  readonly dark: boolean;
  readonly groups: readonly string[];
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly control: string;
  readonly surface: string;
}

const light = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00"] as const;
const dark = ["#4FA3D9", "#F0844C", "#2FC39B", "#DE9CC3", "#7FC8F0", "#F2B93B"] as const;
const shapes = ["circle", "triangle-up", "square", "diamond", "cross", "triangle-down"] as const;

/** Exports are light, whatever the screen. */
export const lightColours: FigureColours = {
  dark: false,
  groups: light,
  text: "#1A201D",
  muted: "#56605B",
  line: "#DDE1DE",
  control: "#7C8681",
  surface: "#FFFFFF",
};
export const darkColours: FigureColours = {
  dark: true,
  groups: dark,
  text: "#E6EBE8",
  muted: "#9DA8A2",
  line: "#2D3531",
  control: "#76817B",
  surface: "#191E1B",
};

export const groupColour = (colours: FigureColours, group: number): string =>
  colours.groups[group % colours.groups.length] as string;
/** Each of the first six has its own shape; from the seventh the shape tells a colour's second use from its first. */
export const groupShape = (group: number): string =>
  shapes[(group + Math.floor(group / shapes.length)) % shapes.length] as string;

/** A colour with an alpha channel: #RRGGBBAA as rgba(), which every browser and SVG reader understands. */
export function withAlpha(colour: string, alpha: number): string {
  const part = (at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
  return `rgba(${part(1)},${part(3)},${part(5)},${alpha})`;
}

/** White–blue and white–red ends of ColorBrewer's RdBu, centred at zero by the figure. */
export const diverging = (colours: FigureColours): readonly (readonly [number, string])[] => [
  [0, "#2166AC"],
  [0.25, "#67A9CF"],
  [0.5, colours.dark ? "#2D3531" : "#F7F7F7"],
  [0.75, "#EF8A62"],
  [1, "#B2182B"],
];

/** Viridis (van der Walt and Smith 2015) at its quarters. */
const viridis = [
  [68, 1, 84],
  [59, 82, 139],
  [33, 145, 140],
  [94, 201, 98],
  [253, 231, 37],
] as const;

/** The colour of a share from 0 to 1 of a sequential scale. */
export function shadeOf(share: number): string {
  const at = Math.min(1, Math.max(0, share)) * (viridis.length - 1);
  const low = Math.min(viridis.length - 2, Math.floor(at));
  const [from, to] = [viridis[low] ?? viridis[0], viridis[low + 1] ?? viridis[4]];
  return `rgb(${from.map((part, place) => Math.round(part + (at - low) * ((to[place] ?? part) - part))).join(",")})`;
}
