// What is wrong or doubtful in a design, in words, each with the buttons that mend it.

import { styled } from "@mui/material/styles";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Locale } from "../../messages/locale.ts";
import type { DesignSaid } from "../../design/see-design.ts";
import type { DesignSpec } from "../../design/spec.ts";
import { words } from "../../design/words.ts";
import { LineButton } from "../field-styles.ts";
import { translator } from "../locale-context.tsx";

const List = styled("ul")({
  listStyle: "none",
  margin: "8px 0",
  padding: 0,
  fontSize: 13,
  lineHeight: "18px",
  overflowWrap: "anywhere",
  "& li": { padding: "2px 0 2px 12px", borderLeft: "2px solid var(--gc-control)" },
  "& li + li": { marginTop: 8 },
  "& li[data-severity=error]": { borderColor: "var(--gc-failed)" },
  "& li[data-severity=warning]": { borderColor: "var(--gc-stale)" },
  "& .how": { fontWeight: 600, marginRight: 6 },
  "& li[data-severity=error] .how": { color: "var(--gc-failed)" },
  "& li[data-severity=warning] .how": { color: "var(--gc-stale)" },
  "& .acts": { display: "flex", flexWrap: "wrap", gap: 8, marginTop: 4 },
});
/** A title may hold a name of the sheet: it breaks where it must. */
const Act = styled(LineButton)({
  height: "auto",
  minHeight: 28,
  maxWidth: "100%",
  whiteSpace: "normal",
  overflowWrap: "anywhere",
});

const glyphs = { error: "✕", warning: "△", note: "i" } as const;

export function DesignFindings(props: {
  readonly said: readonly DesignSaid[];
  readonly readOnly: boolean;
  readonly locale: Locale;
  onMend(design: DesignSpec): void;
}) {
  const { said, readOnly, locale, onMend } = props;
  const t = translator(words, locale);
  if (said.length === 0) return null;
  return (
    <List aria-live="polite">
      {said.map(({ severity, sentence, fixes }) => (
        <li key={JSON.stringify(sentence)} data-severity={severity}>
          <span className="how">
            <span aria-hidden>{glyphs[severity]}</span> {t(`form-${severity}`)}.{" "}
          </span>
          {sentenceIn(sentence, locale)}
          {readOnly || fixes.length === 0 ? null : (
            <div className="acts">
              {fixes.map(({ title, design }) => (
                <Act key={JSON.stringify(title)} type="button" onClick={() => onMend(design)}>
                  {sentenceIn(title, locale)}
                </Act>
              ))}
            </div>
          )}
        </li>
      ))}
    </List>
  );
}
