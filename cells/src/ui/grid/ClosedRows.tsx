// In place of a grid whose rows somebody may not see: that it is so, and what may be said of the table.

import { styled } from "@mui/material/styles";
import { words as viewsWords } from "../../messages/views/words.ts";
import { useT } from "../locale-context.tsx";

const Strip = styled("div")({
  padding: "8px 12px",
  borderRadius: 4,
  fontSize: 13,
  lineHeight: "20px",
  color: "var(--gc-restricted)",
  background: "var(--gc-restricted-wash)",
  overflowWrap: "anywhere",
  "& p": { margin: 0 },
});
const mostNames = 40;

export function ClosedRows({ why, columns }: { readonly why: string; readonly columns: readonly { readonly name: string }[] }) {
  const t = useT(viewsWords);
  const names = columns.map(({ name }) => name);
  return (
    <Strip role="status" data-testid="rows-closed">
      <p>{why}</p>
      {names.length > 0 ? (
        <p>
          {t("closed-columns", { n: names.length, names: names.slice(0, mostNames).join(", ") })}
          {names.length > mostNames ? ", …" : ""}
        </p>
      ) : null}
    </Strip>
  );
}
