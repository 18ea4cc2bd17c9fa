// A figure on the screen: in the reader's theme and language, drawn for its width, reachable by keyboard, with a text
// alternative; copied and downloaded always light.

import Dialog from "@mui/material/Dialog";
import { styled } from "@mui/material/styles";
import {
  Component,
  type MouseEvent,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Figure } from "../artifacts/artifact.ts";
import type { PictureFormat } from "../artifacts/export-formats.ts";
import { selectsOf } from "../artifacts/figure-selects.ts";
import type { Box } from "../artifacts/selection.ts";
import { figurePage, pagesOf } from "../artifacts/figure-page.ts";
import { withGroupColours } from "../artifacts/group-colours.ts";
import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";
import { darkColours, type FigureColours, lightColours } from "./chart-colours.ts";
import { Card, Caption, focusRing, Quiet } from "./field-styles.ts";
import { FieldRow } from "./FieldRow.tsx";
import { useLocale, useT } from "./locale-context.tsx";
import { ColourContext, plotConfig, PlotContext, type PlotLibrary } from "./plot-context.ts";
import { SelectField } from "./SelectField.tsx";
import { figureFile } from "./figure-file.ts";
import { figureHeight } from "./figure-height.ts";
import type { Paper } from "./print-size.ts";
import { SizeField } from "./SizeField.tsx";
import { drawnSelection } from "./selecting/drawn-over.ts";
import { areaDrawn, selectionClicked, selectionDrawn, type Selecting } from "./selecting/selecting.ts";
import { type DragTool, SelectionTools } from "./selecting/SelectionTools.tsx";
import { figureWords } from "./figure-words.ts";
import { narrowFigure, themeFigure } from "./theme-figure.ts";
import { words as viewsWords } from "../messages/views/words.ts";

const Frame = styled("div")({
  position: "relative",
  width: "100%",
  minWidth: 0,
  "&:focus-visible": focusRing,
  // The dark one of the two colours in which Plotly writes upon fields is too light for those of middle lightness.
  "& .heatmap-label text[style*='rgb(68, 68, 68)']": { fill: "#000000 !important" },
});
const Waiting = styled("div")({
  display: "grid",
  placeItems: "center",
  fontSize: 13,
  color: "var(--gc-muted)",
  padding: 16,
  textAlign: "center",
});
const Tools = styled("div")({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: 4,
  minHeight: 28,
  justifyContent: "flex-end",
  "& .end": { marginLeft: "auto" },
  "& button": { fontSize: 12, height: 24 },
});

export interface PlotlyFigureProps {
  readonly figure: Figure;
  readonly height?: number;
  /** File name of downloads, without its ending. */
  readonly name: string;
  /** Points can be surrounded and clicked. */
  readonly selecting?: Selecting | undefined;
  /** Dragging draws a box that is no selection of points: a place to go to. */
  readonly onBox?: ((box: Box) => void) | undefined;
  /** Why nothing can be selected in it, where it could be in others of its kind. */
  readonly unselectable?: string | undefined;
  /** What can be done with what is selected, beside it. */
  readonly acts?: ReactNode;
  /** Left in the row of tools. */
  readonly tools?: ReactNode;
  /** Without a frame and a dialog of its own: the figure stands in a tile, which has both. */
  readonly plain?: boolean;
}

export function PlotlyFigure({
  figure: drawn,
  height,
  name,
  selecting,
  unselectable,
  onBox,
  acts,
  tools,
  plain = false,
}: PlotlyFigureProps) {
  const [tool, setTool] = useState<DragTool | null>(selecting?.isOn ? "lasso" : null);
  const [isAdding, setAdding] = useState(false);
  const colourOf = use(ColourContext);
  const locale = useLocale();
  const pages = useMemo(() => pagesOf(drawn, locale), [drawn, locale]);
  const [turned, setTurned] = useState(0);
  const page = Math.min(turned, Math.max(0, pages.length - 1));
  const figure = useMemo(() => {
    const shown = figurePage(drawn, page);
    return colourOf ? withGroupColours(shown, colourOf) : shown;
  }, [drawn, page, colourOf]);
  const t = useT(viewsWords);
  const library = useLibrary();
  const [large, setLarge] = useState(false);
  const [said, setSaid] = useState("");
  const label = useId();
  const words = useMemo(() => figureWords(figure, locale), [figure, locale]);
  const [paper, setPaper] = useState<Paper | null>(null);
  const save = async (format: PictureFormat): Promise<void> => {
    if (!library || library === "none") return;
    setSaid(t("file-making"));
    try {
      const file = await figureFile(figure, { format, paper, locale, library, title: words.alt });
      download(file.bytes, `${name || "figure"}.${format}`);
      setSaid(file.missing === "" ? "" : t("signs-missing", { signs: file.missing }));
    } catch (error) {
      setSaid(t("save-failed", { detail: error instanceof Error ? error.message : String(error) }));
    }
  };
  const copy = async (): Promise<void> => {
    try {
      if (!library || library === "none") return;
      const { bytes } = await figureFile(figure, { format: "png", paper: null, locale, library, title: words.alt });
      await navigator.clipboard.write([new ClipboardItem({ "image/png": bytes })]);
      setSaid(t("copied-figure"));
    } catch {
      setSaid(t("copy-failed"));
    }
  };
  const canDraw = library !== "none";
  return (
    <div>
      {pages.length > 1 ? (
        <FieldRow>
          <SelectField
            label={t("page")}
            value={String(page)}
            options={pages.map((called, at) => ({ value: String(at), label: called }))}
            onChange={(value) => setTurned(Number(value))}
          />
        </FieldRow>
      ) : null}
      {plain ? (
        <Drawing
          figure={figure}
          library={library}
          alt={words.alt}
          height={height}
          selecting={selecting}
          tool={tool}
          isAdding={isAdding}
          onBox={onBox}
        />
      ) : (
        <Card>
          <Drawing
            figure={figure}
            library={library}
            alt={words.alt}
            height={height}
            selecting={selecting}
            tool={tool}
            isAdding={isAdding}
            onBox={onBox}
          />
        </Card>
      )}
      {[...words.notes, ...(unselectable === undefined ? [] : [unselectable])].map((note) => (
        <Caption key={note} style={{ paddingTop: 4 }}>
          {note}
        </Caption>
      ))}
      <Tools>
        {selecting && canDraw ? (
          <SelectionTools
            figure={figure}
            selecting={selecting}
            tool={tool}
            setTool={setTool}
            isAdding={isAdding}
            setAdding={setAdding}
            acts={acts}
          />
        ) : null}
        {tools}
        <span role="status" style={{ fontSize: 12, color: "var(--gc-muted)" }}>
          {said}
        </span>
        <span className="end" />
        {canDraw ? (
          <>
            <Quiet type="button" onClick={() => void copy()}>
              {t("copy-figure")}
            </Quiet>
            <SizeField paper={paper} onChange={setPaper} />
            {(["png", "svg", "pdf"] as const).map((format) => (
              <Quiet key={format} type="button" onClick={() => void save(format)}>
                {t(format)}
              </Quiet>
            ))}
            {plain ? null : (
              <Quiet type="button" onClick={() => setLarge(true)}>
                {t("enlarge")}
              </Quiet>
            )}
          </>
        ) : null}
      </Tools>
      <Dialog
        open={large}
        onClose={() => setLarge(false)}
        maxWidth={false}
        fullWidth
        aria-labelledby={label}
        slotProps={{
          paper: {
            style: {
              background: "var(--gc-surface)",
              color: "var(--gc-text)",
              margin: "min(16px, 2vw)",
              width: "calc(100% - 2 * min(16px, 2vw))",
              maxWidth: "none",
              maxHeight: "calc(100% - 2 * min(16px, 2vw))",
            },
          },
        }}
      >
        <span id={label} hidden>
          {words.alt}
        </span>
        <div style={{ display: "flex", justifyContent: "flex-end", padding: 8 }}>
          <Quiet type="button" onClick={() => setLarge(false)} autoFocus>
            {t("close")}
          </Quiet>
        </div>
        <Drawing
          figure={figure}
          library={library}
          alt={words.alt}
          least={Math.max(280, Math.round(globalThis.innerHeight * 0.75))}
        />
      </Dialog>
    </div>
  );
}

function Drawing({
  figure,
  library,
  alt,
  height,
  least = 0,
  selecting,
  tool = null,
  isAdding = false,
  onBox,
}: Pick<PlotlyFigureProps, "figure" | "selecting" | "onBox"> & {
  readonly library: PlotLibrary | "none" | null;
  readonly alt: string;
  readonly height?: number | undefined;
  /** Not lower than this, and as high as it wants to be. */
  readonly least?: number;
  /** With what dragging selects; null: it zooms. */
  readonly tool?: DragTool | null;
  /** What is drawn adds to what is selected, as with Shift held. */
  readonly isAdding?: boolean;
}) {
  const t = useT(viewsWords);
  const locale = useLocale();
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const colours = useColours(frame);
  const tall = height ?? Math.max(least, figureHeight(figure, width));
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const measure = (): void => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const isBoxed = onBox !== undefined;
  const selected = tool === null ? null : (selecting?.value ?? null);
  const themed = useMemo(() => {
    if (width <= 0) return null;
    const shown = themeFigure(figure, { colours, locale, width, height: tall });
    if (tool === null) return isBoxed ? { ...shown, layout: { ...shown.layout, dragmode: "select" } } : shown;
    const over = drawnSelection(figure, selected, colours.text);
    const shapes = Array.isArray(shown.layout["shapes"]) ? (shown.layout["shapes"] as readonly Json[]) : [];
    return {
      data: [...shown.data.map(undimmed), ...over.traces],
      // What Plotly drew itself makes way for what was taken of it; the axes stay where they were zoomed to.
      layout: {
        ...shown.layout,
        shapes: [...shapes, ...over.shapes],
        selections: [],
        uirevision: "selecting",
        ...dragging(selectsOf(figure).way, tool),
        clickmode: "event",
      },
    };
  }, [figure, colours, locale, width, tall, tool, selected, isBoxed]);
  const isShifted = useRef(false);
  const isSelecting = selecting !== undefined && tool !== null;
  const asked = (): Parameters<typeof selectionDrawn>[1] => ({
    figure,
    by: selecting?.by ?? "area",
    now: selecting?.value ?? null,
    adds: isAdding || isShifted.current,
  });
  const pressed = (event: MouseEvent<HTMLDivElement>): void => {
    const { nativeEvent, target } = event;
    if (!nativeEvent.isTrusted) return;
    isShifted.current = event.shiftKey;
    // Plotly keeps the keyboard from what is pressed, and Escape is for this figure.
    frame.current?.focus({ preventScroll: true });
    if (!event.shiftKey) return;
    // With Shift, Plotly would tell the bounds of all that was drawn, and not of what is drawn now.
    event.stopPropagation();
    event.preventDefault();
    const { button, buttons, clientX, clientY, screenX, screenY } = nativeEvent;
    const plain = { bubbles: true, cancelable: true, button, buttons, clientX, clientY, screenX, screenY };
    target.dispatchEvent(new globalThis.MouseEvent("mousedown", plain));
  };
  return (
    <Frame
      ref={frame}
      role="img"
      aria-label={alt}
      tabIndex={0}
      style={{ minHeight: tall }}
      {...(isSelecting
        ? {
            onMouseDownCapture: pressed,
            onKeyDown: (event) => {
              if (event.key !== "Escape" || selecting.value === null) return;
              event.stopPropagation();
              selecting.onSelect(null);
            },
          }
        : {})}
    >
      {library === "none" ? (
        <Waiting style={{ height: tall }}>{alt}</Waiting>
      ) : library && themed ? (
        <DrawingBoundary fallback={(detail) => <Waiting style={{ height: tall }}>{t("figure-failed", { detail })}</Waiting>}>
          <library.Plot
            // Begun anew between a telephone's width and a wide one: it would keep the margins that it found for the other.
            key={width < narrowFigure ? "narrow" : "wide"}
            data={themed.data}
            layout={themed.layout}
            config={plotConfig}
            {...(isSelecting
              ? {
                  // Without a gesture Plotly tells that its own outlines were taken away.
                  onSelected: (gesture) => gesture && selecting.onSelect(selectionDrawn(gesture, asked())),
                  onClick: (gesture) => selecting.onSelect(selectionClicked(gesture, asked())),
                  onDeselect: () => selecting.onSelect(null),
                }
              : onBox
                ? {
                    onSelected: (gesture) => {
                      const box = gesture && areaDrawn(gesture, figure)?.area;
                      if (box && !("lasso" in box)) onBox(box);
                    },
                  }
                : {})}
          />
        </DrawingBoundary>
      ) : (
        <Waiting style={{ height: tall }}>{t("figure-loading")}</Waiting>
      )}
    </Frame>
  );
}

/** What Plotly takes for unselected is all but what was drawn last. */
function undimmed(trace: JsonObject): JsonObject {
  const { type, marker } = trace;
  if (type !== "scatter" && type !== "scattergl" && type !== "bar") return trace;
  const opacity = isJsonObject(marker) && typeof marker["opacity"] === "number" ? marker["opacity"] : 1;
  return { ...trace, unselected: { marker: { opacity } } };
}

/** Along bins and names nothing is told of where it is drawn upwards. */
const dragging = (way: ReturnType<typeof selectsOf>["way"], tool: DragTool) =>
  way === "points" || way === "genome"
    ? { dragmode: tool === "box" ? "select" : "lasso" }
    : { dragmode: "select", selectdirection: way === "bins" ? "h" : "any" };

class DrawingBoundary extends Component<
  { readonly fallback: (detail: string) => ReactNode; readonly children: ReactNode },
  { readonly detail: string | null }
> {
  override state = { detail: null as string | null };
  static getDerivedStateFromError(error: unknown): { detail: string } {
    return { detail: error instanceof Error ? error.message : String(error) };
  }
  override render(): ReactNode {
    return this.state.detail === null ? this.props.children : this.props.fallback(this.state.detail);
  }
}

/** Null while it loads, "none" where there is no Plotly. */
function useLibrary(): PlotLibrary | "none" | null {
  const load = use(PlotContext);
  const [library, setLibrary] = useState<PlotLibrary | "none" | null>(load ? null : "none");
  useEffect(() => {
    if (!load) return undefined;
    let here = true;
    load().then(
      (found) => here && setLibrary(found),
      () => here && setLibrary("none"),
    );
    return () => {
      here = false;
    };
  }, [load]);
  return library;
}

/** Colours of the theme that the element stands in; follows a change of theme. */
function useColours(element: { readonly current: HTMLElement | null }): FigureColours {
  const read = useCallback((): FigureColours => {
    if (!element.current) return lightColours;
    const canvas = getComputedStyle(element.current).getPropertyValue("--gc-canvas").trim();
    return isDark(canvas) ? darkColours : lightColours;
  }, [element]);
  const [colours, setColours] = useState<FigureColours>(lightColours);
  useLayoutEffect(() => {
    const update = (): void => setColours(read());
    update();
    const observer = new MutationObserver(update);
    for (const node of [document.documentElement, document.body])
      observer.observe(node, { attributes: true, attributeFilter: ["class", "style", "data-theme", "data-mui-color-scheme"] });
    const scheme = globalThis.matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", update);
    return () => {
      observer.disconnect();
      scheme.removeEventListener("change", update);
    };
  }, [read]);
  return colours;
}

function isDark(colour: string): boolean {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour);
  if (!match) return false;
  return [1, 2, 3].reduce((sum, at) => sum + Number.parseInt(match[at] as string, 16), 0) < 384;
}

function download(bytes: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
