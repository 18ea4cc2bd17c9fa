// The form of tests between groups on a picture.

import type { ChartOptionsProps } from "../../../contract/chart-view.ts";
import type { ChartOptions } from "../../../contract/chart-fields.ts";
import { ManyField } from "../../../ui/ManyField.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { type Brackets, bracketsSchema } from "./schema.ts";
import { words } from "./words.ts";

const which = ["none", "all", "against", "chosen"] as const;
const tests = ["t", "mann-whitney", "games-howell", "tukey", "dunn"] as const;
const adjustments = ["bh", "holm", "bonferroni", "by"] as const;
const shown = 12;

interface Props extends Pick<ChartOptionsProps<ChartOptions>, "editor" | "handle" | "x"> {
  readonly value: Brackets;
  onChange(value: Brackets): void;
}

export function BracketsField({ value, editor, handle, x, onChange }: Props) {
  const { locale, readOnly, reader } = editor;
  const say = (key: Parameters<typeof words.say>[0]): string => words.say(key, {}, locale);
  const groups = async (text: string): Promise<readonly string[]> =>
    handle && x !== null ? reader.search(handle, { what: { column: x }, text, limit: shown }) : [];
  const change = (more: Partial<Brackets>): void => onChange(bracketsSchema.parse({ ...value, ...more }));
  const told = ([one, other]: readonly [string, string]): string => `${one} – ${other}`;
  return (
    <>
      <SelectField
        label={say("field")}
        value={value.pairs}
        readOnly={readOnly}
        options={which.map((pairs) => ({ value: pairs, label: say(`pairs-${pairs}`) }))}
        onChange={(pairs) => change({ pairs: pairs as Brackets["pairs"] })}
      />
      {value.pairs === "against" ? (
        <ManyField
          label={say("field-against")}
          value={value.against === "" ? [] : [value.against]}
          readOnly={readOnly}
          needed={value.against === ""}
          find={async (text) => (await groups(text)).map((group) => ({ value: group, label: group }))}
          onChange={(names) => change({ against: names.at(-1) ?? "" })}
        />
      ) : null}
      {value.pairs === "chosen" ? (
        <ManyField
          label={say("field-chosen")}
          value={value.chosen.map(told)}
          readOnly={readOnly}
          needed={value.chosen.length === 0}
          placeholder={say("choose-pair")}
          find={async (text) => {
            const names = await groups("");
            return names
              .flatMap((one, at) => names.slice(at + 1).map((other) => told([one, other])))
              .filter((pair) => pair.toLocaleLowerCase(locale).includes(text.toLocaleLowerCase(locale)))
              .map((pair) => ({ value: pair, label: pair }));
          }}
          onChange={async (pairs) => {
            const names = await groups("");
            const known = [...value.chosen, ...names.flatMap((one) => names.map((other): [string, string] => [one, other]))];
            change({ chosen: pairs.flatMap((pair) => known.filter((each) => told(each) === pair).slice(0, 1)) });
          }}
        />
      ) : null}
      {value.pairs === "none" ? null : (
        <>
          <SelectField
            label={say("field-test")}
            value={value.test}
            readOnly={readOnly}
            options={[
              { value: "auto", label: say("auto") },
              ...tests.map((test) => ({ value: test, label: say(`test-${test}`) })),
            ]}
            onChange={(test) => change({ test: test as Brackets["test"] })}
          />
          <SelectField
            label={say("field-adjust")}
            value={value.adjust}
            readOnly={readOnly}
            options={adjustments.map((way) => ({ value: way, label: say(`adjust-${way}`) }))}
            onChange={(adjust) => change({ adjust: adjust as Brackets["adjust"] })}
          />
        </>
      )}
    </>
  );
}
