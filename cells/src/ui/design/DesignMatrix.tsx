// The model matrix of a design: its first rows, with what each coefficient is called. Names of samples and of coefficients stay in
// view while the rest scrolls.

import { styled } from "@mui/material/styles";
import type { Table } from "../../artifacts/artifact.ts";
import { cellString } from "../../artifacts/table.ts";
import type { Locale } from "../../messages/locale.ts";
import { formatNumber } from "../../messages/translate.ts";
import { words } from "../../design/words.ts";
import type { LookedAt } from "../../stats/design/look-at-design.ts";
import type { ModelMatrix } from "../../stats/design/model-matrix.ts";
import { Caption, focusRing } from "../field-styles.ts";
import { translator } from "../locale-context.tsx";

const Wrap = styled("div")({
  overflow: "auto",
  maxHeight: 260,
  maxWidth: "100%",
  width: "fit-content",
  border: "1px solid var(--gc-line)",
  borderRadius: 4,
  "&:focus-visible": focusRing,
});
const Grid = styled("table")({
  borderCollapse: "separate",
  borderSpacing: 0,
  fontSize: 12,
  lineHeight: "16px",
  fontFeatureSettings: '"tnum"',
  "& th, & td": { padding: "4px 8px", whiteSpace: "nowrap", borderBottom: "1px solid var(--gc-line)" },
  "& tbody tr:last-child > *": { borderBottom: 0 },
  "& th": { fontWeight: 600, textAlign: "left", background: "var(--gc-sunken)" },
  "& thead th": { position: "sticky", top: 0, zIndex: 1 },
  "& tbody th": { fontWeight: 400, background: "var(--gc-surface)" },
  "& th:first-of-type": { position: "sticky", left: 0, maxWidth: 140, overflow: "hidden", textOverflow: "ellipsis" },
  "& thead th:first-of-type": { zIndex: 2 },
  "& td": { textAlign: "right", background: "var(--gc-surface)" },
  "& td.zero": { color: "var(--gc-muted)" },
  "& [data-aliased=true]": { textDecoration: "line-through", color: "var(--gc-failed)" },
});

const mostRows = 12;
const mostColumns = 60;

export function DesignMatrix(props: {
  readonly looked: LookedAt;
  readonly matrix: ModelMatrix;
  readonly sheet: Table;
  readonly locale: Locale;
}) {
  const { looked, matrix, sheet, locale } = props;
  const t = translator(words, locale);
  const columns = matrix.columns.slice(0, mostColumns);
  const aliased = new Set(looked.aliased);
  const names = sheet.columns[0];
  const rows = [...looked.rows.slice(0, mostRows)];
  const more = { samples: looked.rows.length - rows.length, columns: matrix.columns.length - columns.length };
  const size = { samples: looked.rows.length, columns: matrix.columns.length, rank: looked.rank, residual: looked.residual };
  return (
    <>
      <Caption style={{ margin: "8px 0 4px" }}>{t("form-size", size)}</Caption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <Wrap tabIndex={0} role="region" aria-label={t("form-matrix")}>
        <Grid>
          <thead>
            <tr>
              <th scope="col">{names?.name ?? t("form-sample")}</th>
              {columns.map(({ name }) => (
                <th
                  key={name}
                  scope="col"
                  data-aliased={aliased.has(name)}
                  title={aliased.has(name) ? t("form-aliased") : undefined}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row}>
                <th scope="row">{names ? cellString(names, row) : row + 1}</th>
                {columns.map(({ name, values }) => (
                  <td key={name} className={values[at] === 0 ? "zero" : undefined}>
                    {formatNumber(values[at] ?? 0, locale)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Grid>
      </Wrap>
      {(["samples", "columns"] as const).map((what) =>
        more[what] > 0 ? <Caption key={what}>{t(`form-more-${what}`, { n: more[what] })}</Caption> : null,
      )}
    </>
  );
}
