// Below a figure in which something can be selected: with what, how much it is, and what to do with it.

import { type ReactNode, useMemo, useState } from "react";
import type { Figure } from "../../artifacts/artifact.ts";
import { selectsOf } from "../../artifacts/figure-selects.ts";
import { areasOf, isEmpty, isTooMany, mostAreas, mostNames, type Selection } from "../../artifacts/selection.ts";
import { selectionSaid } from "../../artifacts/selection-said.ts";
import { formatNumber } from "../../messages/translate.ts";
import { LineButton, Quiet } from "../field-styles.ts";
import { FieldRow } from "../FieldRow.tsx";
import { useLocale, useT } from "../locale-context.tsx";
import { Segmented } from "../SegmentedField.tsx";
import { pointsIn } from "./drawn-marks.ts";
import type { Selecting } from "./selecting.ts";
import { SelectionBounds } from "./SelectionBounds.tsx";
import { placesSelected, rowsInBars } from "./within.ts";
import { words } from "../../messages/selecting/words.ts";

export type DragTool = "lasso" | "box";

export function SelectionTools({
  figure,
  selecting,
  tool,
  setTool,
  isAdding,
  setAdding,
  acts,
}: {
  readonly figure: Figure;
  readonly selecting: Selecting;
  readonly tool: DragTool | null;
  readonly setTool: (tool: DragTool | null) => void;
  /** What is drawn adds to what is selected: where there is no Shift to hold. */
  readonly isAdding: boolean;
  readonly setAdding: (adding: boolean) => void;
  /** What can be done with what is selected. */
  readonly acts?: ReactNode;
}) {
  const t = useT(words);
  const [typed, setTyped] = useState(false);
  const { value, by, onSelect } = selecting;
  const { way } = selectsOf(figure);
  const { said, holds } = useSaid(figure, value);
  if (tool === null)
    return (
      <Quiet type="button" aria-pressed={false} onClick={() => setTool("lasso")}>
        {t("select")}
      </Quiet>
    );
  return (
    <div style={{ flex: "1 1 100%", minWidth: 0 }}>
      <FieldRow>
        {way === "points" || way === "genome" ? (
          <Segmented
            label={t("tool")}
            value={tool}
            options={[
              { value: "lasso", label: t("lasso") },
              { value: "box", label: t("box") },
            ]}
            onChange={setTool}
          />
        ) : null}
        {value !== null ? (
          <Quiet type="button" aria-pressed={isAdding} onClick={() => setAdding(!isAdding)}>
            {t("add")}
          </Quiet>
        ) : null}
        <Quiet type="button" aria-expanded={typed} onClick={() => setTyped(!typed)}>
          {t("bounds")}
        </Quiet>
        <span role="status" style={{ fontSize: 13, color: "var(--gc-muted)" }}>
          {said}
        </span>
        {holds ? acts : null}
        {value !== null ? (
          <Quiet type="button" onClick={() => onSelect(null)}>
            {t("clear")}
          </Quiet>
        ) : null}
        {selecting.isOn ? null : (
          <Quiet
            type="button"
            onClick={() => {
              onSelect(null);
              setTool(null);
            }}
          >
            {t("select-off")}
          </Quiet>
        )}
      </FieldRow>
      {typed ? <SelectionBounds value={value} by={by} onSelect={onSelect} /> : null}
    </div>
  );
}

/** What is selected, in few words; `holds`: whether anything can be done with it. */
function useSaid(figure: Figure, value: Selection | null): { readonly said: string; readonly holds: boolean } {
  const t = useT(words);
  const locale = useLocale();
  return useMemo(() => {
    const selects = selectsOf(figure);
    const { way } = selects;
    if (value === null || isEmpty(value)) {
      const hint = way === "groups" && !selects.hasBounds ? "hint-names" : (`hint-${way}` as const);
      const rest = way === "groups" && selects.rest !== null ? ` ${t("hint-rest")}` : "";
      return { said: `${t(hint)} ${t("hint-more")}${rest}`, holds: false };
    }
    if (isTooMany(value)) {
      const n = areasOf(value).reduce((sum, area) => sum + ("names" in area ? area.names.length : 0), 0);
      return {
        said:
          n > mostNames
            ? t("too-many", { n, most: mostNames })
            : t("too-many-areas", { n: areasOf(value).length, most: mostAreas }),
        holds: false,
      };
    }
    if (way === "bins") {
      const { least, most } = rowsInBars(figure, value);
      const told = { ends: selectionSaid(value, locale), least: formatNumber(least, locale), n: most };
      return { said: t(least === most ? "within-bins" : "within-bins-about", told), holds: true };
    }
    // Of a density no points are drawn.
    if (way === "groups" || pointsIn(figure).length === 0) return { said: selectionSaid(value, locale), holds: true };
    const n = placesSelected(figure, value).length;
    if (way === "genome" && selects.isThinned)
      return { said: t(n === 0 ? "within-thinned-none" : "within-thinned", { n }), holds: true };
    return { said: n === 0 ? t("none-within") : t("within", { n }), holds: n > 0 };
  }, [figure, value, t, locale]);
}

/** The two things that are done with a selection: keeping it, and going on with what it holds. */
export function SelectionActs(props: { readonly keep: () => void; readonly rows?: (() => void) | undefined }) {
  const t = useT(words);
  return (
    <>
      {props.rows ? (
        <LineButton type="button" onClick={props.rows}>
          {t("rows")}
        </LineButton>
      ) : null}
      <LineButton type="button" onClick={props.keep}>
        {t("keep")}
      </LineButton>
    </>
  );
}
