// The list of what fits below a field that is typed in: the listbox of an ARIA combobox, whose field keeps the focus.

import { styled } from "@mui/material/styles";
import { Fragment } from "react";
import { useCategoryNote } from "./columns/said-columns.tsx";

export interface Hit {
  readonly value: string;
  readonly label: string;
  /** Said beside it: "parameter", "feature". */
  readonly note?: string;
  /** Written above it where the one before stands under another. */
  readonly heading?: string;
}
interface Props {
  readonly id: string;
  readonly label: string;
  readonly hits: readonly Hit[];
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onChoose: (value: string) => void;
}

/** What hangs below a field. */
export const belowField = {
  margin: "4px 0 0",
  maxWidth: 320,
  background: "var(--gc-surface)",
  border: "1px solid var(--gc-line)",
  borderRadius: 6,
  boxShadow: "0 8px 24px rgb(0 0 0/.16)",
  fontSize: 13,
  lineHeight: "18px",
};

const List = styled("ul")({
  ...belowField,
  listStyle: "none",
  padding: "4px 0",
  minWidth: 160,
  maxHeight: 304,
  overflow: "auto",
  color: "var(--gc-text)",
  "& li": {
    padding: "5px 12px",
    display: "flex",
    gap: 12,
    cursor: "pointer",
    "@media (pointer: coarse)": { padding: "13px 12px" },
  },
  "& li[data-heading]": { padding: "8px 12px 2px", cursor: "default", fontWeight: 600, fontSize: 12, color: "var(--gc-muted)" },
  "& li[aria-selected=true]": { background: "var(--gc-accent-wash)", boxShadow: "inset 2px 0 var(--gc-accent)" },
  "& li span:last-of-type:not(:first-of-type)": { marginLeft: "auto", color: "var(--gc-muted)", fontSize: 12 },
});

/** The option at `index` has the id `hitId(id, index)`, for the field's aria-activedescendant. */
export const hitId = (list: string, index: number): string => `${list}-${index}`;

export function HitList({ id, label, hits, active, onActive, onChoose }: Props) {
  const noteOf = useCategoryNote();
  return (
    <List id={id} role="listbox" aria-label={label}>
      {hits.map((hit, index) => (
        <Fragment key={`${hit.note ?? ""} ${hit.value}`}>
          {hit.heading === undefined || hit.heading === hits[index - 1]?.heading ? null : (
            <li role="presentation" aria-hidden="true" data-heading>
              {hit.heading}
            </li>
          )}
          <li
            id={hitId(id, index)}
            role="option"
            aria-selected={index === active}
            aria-description={hit.heading}
            onMouseEnter={() => onActive(index)}
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(hit.value);
            }}
          >
            <span>{hit.label}</span>
            <Note>{hit.note ?? noteOf(hit.label)}</Note>
          </li>
        </Fragment>
      ))}
    </List>
  );
}

const Note = ({ children }: { readonly children: string | null }) => (children ? <span>{children}</span> : null);
