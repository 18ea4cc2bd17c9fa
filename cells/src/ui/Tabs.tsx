// Small tabs: Values, Genes, Samples of a matrix; the outputs of a cell. Arrow keys move between them.

import { styled } from "@mui/material/styles";
import { useRef } from "react";
import { Quiet } from "./field-styles.ts";

const Bar = styled("div")({
  display: "flex",
  flexWrap: "wrap",
  gap: 4,
  "& [aria-selected=true]": { boxShadow: "inset 0 -2px var(--gc-accent)", borderRadius: 0 },
});

export function Tabs<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}) {
  const bar = useRef<HTMLDivElement>(null);
  const at = props.options.findIndex((option) => option.value === props.value);
  return (
    <Bar
      ref={bar}
      role="tablist"
      aria-label={props.label}
      onKeyDown={(event) => {
        const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
        if (step === 0) return;
        event.preventDefault();
        event.stopPropagation();
        const next = (at + step + props.options.length) % props.options.length;
        const option = props.options[next];
        if (option) props.onChange(option.value);
        bar.current?.querySelectorAll<HTMLButtonElement>("[role=tab]")[next]?.focus();
      }}
    >
      {props.options.map((option) => (
        <Quiet
          key={option.value}
          type="button"
          role="tab"
          aria-selected={option.value === props.value}
          tabIndex={option.value === props.value ? 0 : -1}
          onClick={() => props.onChange(option.value)}
        >
          {option.label}
        </Quiet>
      ))}
    </Bar>
  );
}
