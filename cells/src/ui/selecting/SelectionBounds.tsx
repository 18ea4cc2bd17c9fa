// A selection without a mouse: the bounds of a box typed in, or names.

import { areasOf, asksNames, type Box, type Selection } from "../../artifacts/selection.ts";
import { Caption } from "../field-styles.ts";
import { FieldRow } from "../FieldRow.tsx";
import { useT } from "../locale-context.tsx";
import { ManyField } from "../ManyField.tsx";
import { NumberField } from "../TextFieldRow.tsx";
import { words } from "../../messages/selecting/words.ts";

interface Props {
  readonly value: Selection | null;
  readonly by: "area" | "names";
  readonly readOnly?: boolean;
  onSelect(selection: Selection | null): void;
}

const asTyped = async (text: string) => (text.trim() === "" ? [] : [{ value: text.trim(), label: text.trim() }]);

export function SelectionBounds({ value, by, readOnly = false, onSelect }: Props) {
  const t = useT(words);
  if (by === "names")
    return (
      <FieldRow>
        <ManyField
          label={t("names")}
          value={value && asksNames(value) ? value.names : []}
          readOnly={readOnly}
          find={asTyped}
          onChange={(names) => onSelect(names.length > 0 ? { names: [...names] } : null)}
        />
      </FieldRow>
    );
  const box = boundsOf(value);
  const write = (axis: "x" | "y", end: 0 | 1, typed: number | null): void => {
    const other = box[axis][1 - end] ?? null;
    const ends = end === 0 ? [typed, other] : [other, typed];
    const next = { ...box, [axis]: ends };
    const made = boxOfBounds(next);
    // Of one area its part stays.
    const part = value && !("any" in value) && value.part !== undefined ? { part: value.part } : {};
    onSelect(made || "part" in part ? { ...made, ...part } : null);
  };
  const fields = [
    ["x", 0, "x-low"],
    ["x", 1, "x-high"],
    ["y", 0, "y-low"],
    ["y", 1, "y-high"],
  ] as const;
  return (
    <>
      <FieldRow>
        {fields.map(([axis, end, label]) => (
          <NumberField
            key={label}
            label={t(label)}
            value={box[axis][end] ?? null}
            optional
            readOnly={readOnly}
            onChange={(typed) => write(axis, end, typed)}
          />
        ))}
      </FieldRow>
      {value && areasOf(value).length > 1 && !readOnly ? <Caption>{t("bounds-of-one")}</Caption> : null}
    </>
  );
}

type Bounds = { readonly [axis in "x" | "y"]: readonly (number | null)[] };

/** Of a lasso, what it spans. */
function boundsOf(value: Selection | null): Bounds {
  const none = [null, null];
  if (!value || "any" in value || "names" in value || "points" in value) return { x: none, y: none };
  if ("lasso" in value) {
    const along = (which: 0 | 1): number[] => value.lasso.map((corner) => corner[which]);
    const ends = (values: number[]): number[] => [Math.min(...values), Math.max(...values)];
    return { x: ends(along(0)), y: ends(along(1)) };
  }
  const numbers = (pair: Box["x"]): (number | null)[] => (pair ?? none).map((end) => (typeof end === "number" ? end : null));
  return { x: numbers(value.x), y: numbers(value.y) };
}

/** An end that is left empty is open. */
function boxOfBounds({ x, y }: Bounds): Box | null {
  const pair = ([low = null, high = null]: readonly (number | null)[]): readonly [number | null, number | null] | null =>
    low === null && high === null ? null : [low, high];
  const [alongX, alongY] = [pair(x), pair(y)];
  return alongX || alongY ? { ...(alongX ? { x: alongX } : {}), ...(alongY ? { y: alongY } : {}) } : null;
}
