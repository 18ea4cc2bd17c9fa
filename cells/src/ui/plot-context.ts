// Where views get Plotly from. The workspace bundles it (strict traces, loaded when the first figure comes into view) and
// provides it here; without a provider a figure is its text alternative and its data.

import { type ComponentType, createContext } from "react";
import type { ColourOf } from "../artifacts/group-colours.ts";
import type { JsonObject } from "../base/json.ts";
import type { Gesture } from "./selecting/selecting.ts";

export interface PlotProps {
  readonly data: readonly JsonObject[];
  readonly layout: JsonObject;
  readonly config: JsonObject;
  readonly onSelected?: (gesture: Gesture | undefined) => void;
  readonly onClick?: (gesture: Gesture) => void;
  readonly onDeselect?: () => void;
  readonly onError?: (error: unknown) => void;
}
export interface PlotLibrary {
  readonly Plot: ComponentType<PlotProps>;
  /** A picture as a data URL; `ratio`: pixels of what the graphics card draws, for each of the layout. */
  toImage(
    figure: { readonly data: readonly JsonObject[]; readonly layout: JsonObject },
    options: {
      readonly format: "png" | "svg";
      readonly width: number;
      readonly height: number;
      readonly scale: number;
      readonly ratio: number;
    },
  ): Promise<string>;
  /** Lines and letters as a page of PDF, with its fonts; loads what writes it. */
  pdf(): Promise<PdfWriter>;
}

export interface PdfWriter {
  /** The letters that it has, as figures ask for them. */
  readonly family: string;
  /** `width`, `height`: points. Signs that its font lacks are told. */
  write(svg: string, page: { readonly width: number; readonly height: number; readonly title: string }): Promise<WrittenPdf>;
}
export interface WrittenPdf {
  readonly bytes: Blob;
  readonly missing: string;
}

/** Loads the library, once. */
export const PlotContext = createContext<(() => Promise<PlotLibrary>) | null>(null);

/** The colours of the notebook that a figure stands in; null where figures have their own. */
export const ColourContext = createContext<ColourOf | null>(null);

/** Nothing leaves the browser: no logo, no cloud, no server. */
export const plotConfig: JsonObject = {
  displaylogo: false,
  showSendToCloud: false,
  plotlyServerURL: "",
  displayModeBar: false,
  responsive: false,
  doubleClick: "reset",
  showTips: false,
};
