// Below a figure in which something can be selected: with what, how much it is, and what to do with it.

import { type ReactNode, useMemo, useState } from "react";
import type { Figure } from "../../artifacts/artifact.ts";
import { isEmpty, mostNames } from "../../artifacts/selection.ts";
import { LineButton, Quiet } from "../field-styles.ts";
import { FieldRow } from "../FieldRow.tsx";
import { useT } from "../locale-context.tsx";
import { Segmented } from "../SegmentedField.tsx";
import { placesSelected, type Selecting } from "./selecting.ts";
import { SelectionBounds } from "./SelectionBounds.tsx";
import { words } from "../../messages/selecting/words.ts";

export type DragTool = "lasso" | "box";

export function SelectionTools({
  figure,
  selecting,
  tool,
  setTool,
  acts,
}: {
  readonly figure: Figure;
  readonly selecting: Selecting;
  readonly tool: DragTool | null;
  readonly setTool: (tool: DragTool | null) => void;
  /** What can be done with what is selected. */
  readonly acts?: ReactNode;
}) {
  const t = useT(words);
  const [typed, setTyped] = useState(false);
  const { value, by, onSelect } = selecting;
  const n = useMemo(() => placesSelected(figure, value).length, [figure, value]);
  const isTooMany = value !== null && "names" in value && value.names.length > mostNames;
  const said = isTooMany
    ? t("too-many", { n: value.names.length, most: mostNames })
    : value === null || isEmpty(value)
      ? t("hint")
      : n === 0
        ? t("none-within")
        : t("within", { n });
  if (tool === null)
    return (
      <Quiet type="button" aria-pressed={false} onClick={() => setTool("lasso")}>
        {t("select")}
      </Quiet>
    );
  return (
    <div style={{ flex: "1 1 100%", minWidth: 0 }}>
      <FieldRow>
        <Segmented
          label={t("tool")}
          value={tool}
          options={[
            { value: "lasso", label: t("lasso") },
            { value: "box", label: t("box") },
          ]}
          onChange={setTool}
        />
        <Quiet type="button" aria-expanded={typed} onClick={() => setTyped(!typed)}>
          {t("bounds")}
        </Quiet>
        <span role="status" style={{ fontSize: 13, color: "var(--gc-muted)" }}>
          {said}
        </span>
        {value !== null && !isTooMany && n > 0 ? acts : null}
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
