// One contrast by clicking: the groups of a factor on either side, where other factors are held, what is taken away again; or
// coefficients by weight. Where the design is not shown, its names are typed.

import { styled } from "@mui/material/styles";
import { nameOfContrast } from "../../contrasts/name-of-contrast.ts";
import type { ContrastAsks, ContrastSpec } from "../../contrasts/spec.ts";
import { termsIn } from "../../contrasts/without-terms.ts";
import type { Locale } from "../../messages/locale.ts";
import type { FittedDesignBody } from "../../reports/fitted-design/report.ts";
import { Caption, Quiet } from "../../ui/field-styles.ts";
import { FieldGroup, FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { ManyField, namesMatching } from "../../ui/ManyField.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { textOfWeights, weightsOfText } from "./typed-weights.ts";
import { words } from "./words.ts";

type Groups = Extract<ContrastAsks, { readonly by: "groups" }>;
type Coefficients = Extract<ContrastAsks, { readonly by: "coefficients" }>;
type Terms = Extract<ContrastAsks, { readonly by: "terms" }>;
type Held = Groups["within"];
type Factor = Extract<FittedDesignBody["variables"][number], { readonly kind: "factor" }>;

const One = styled("fieldset")({
  border: 0,
  borderLeft: "2px solid var(--gc-line)",
  margin: "8px 0",
  padding: "0 0 0 12px",
  minWidth: 0,
});

interface Props {
  readonly place: number;
  readonly contrast: ContrastSpec;
  /** Null: it is not known here. */
  readonly design: FittedDesignBody | null;
  readonly readOnly: boolean;
  readonly locale: Locale;
  onChange(contrast: ContrastSpec): void;
  onRemove(): void;
}

export function ContrastForm({ place, contrast, design, readOnly, locale, onChange, onRemove }: Props) {
  const t = translator(words, locale);
  const { asks } = contrast;
  const called = nameOfContrast({ name: "", asks }, locale);
  const change = (next: ContrastAsks): void => onChange({ ...contrast, asks: next });
  const shared = { design, readOnly, locale };
  return (
    <One aria-label={t("contrast-n", { n: place + 1 })}>
      <FieldRow>
        <SegmentedField
          label={t("by")}
          value={asks.by}
          readOnly={readOnly}
          options={(["groups", "coefficients", "terms"] as const).map((value) => ({ value, label: t(`by-${value}`) }))}
          onChange={(by) =>
            change(by === "groups" ? { ...noGroups } : by === "coefficients" ? { by, weights: [] } : { by, without: [] })
          }
        />
        <TextFieldRow
          label={t("name")}
          value={contrast.name}
          placeholder={called}
          width={200}
          readOnly={readOnly}
          onChange={(name) => onChange({ ...contrast, name: name.trim() })}
        />
        {readOnly ? null : (
          <Quiet type="button" aria-label={t("remove", { name: contrast.name || called })} onClick={onRemove}>
            ×
          </Quiet>
        )}
      </FieldRow>
      {asks.by === "groups" ? (
        <GroupFields asks={asks} {...shared} change={change} />
      ) : asks.by === "coefficients" ? (
        <CoefficientFields asks={asks} {...shared} change={change} />
      ) : (
        <TermFields asks={asks} {...shared} change={change} />
      )}
    </One>
  );
}

const noGroups: Groups = { by: "groups", factor: "", of: [], against: [], within: [], less: [] };

interface Fields<Asks> extends Pick<Props, "design" | "readOnly" | "locale"> {
  readonly asks: Asks;
  change(asks: Asks): void;
}

function GroupFields({ asks, design, readOnly, locale, change }: Fields<Groups>) {
  const t = translator(words, locale);
  const factors = (design?.variables ?? []).filter((variable): variable is Factor => variable.kind === "factor");
  const levels = factors.find(({ name }) => name === asks.factor)?.levels ?? null;
  const others = factors.filter(({ name }) => name !== asks.factor);
  const side = (which: "of" | "against") => (
    <Levels
      label={t(which)}
      levels={levels}
      value={asks[which]}
      readOnly={readOnly}
      locale={locale}
      onChange={(value) => {
        const other = which === "of" ? "against" : "of";
        // A group stands on one side.
        change({ ...asks, [which]: [...value], [other]: asks[other].filter((level) => !value.includes(level)) });
      }}
    />
  );
  const isHeld = asks.within.length > 0 || asks.less.length > 0;
  return (
    <>
      <FieldRow>
        {design ? (
          <SelectField
            label={t("factor")}
            value={asks.factor}
            needed={asks.factor === ""}
            readOnly={readOnly}
            options={factors.map(({ name }) => ({ value: name, label: name }))}
            onChange={(factor) => change({ ...noGroups, factor })}
          />
        ) : (
          <TextFieldRow
            label={t("factor")}
            value={asks.factor}
            needed={asks.factor === ""}
            readOnly={readOnly}
            onChange={(factor) => change({ ...asks, factor: factor.trim() })}
          />
        )}
        {asks.factor === "" ? null : side("of")}
        {asks.factor === "" ? null : side("against")}
      </FieldRow>
      {others.length > 0 && asks.factor !== "" ? (
        <FieldRow>
          {others.map((other) => (
            <HeldAt
              key={other.name}
              label={t("within", { factor: other.name })}
              empty={t("no-within")}
              other={other}
              held={asks.within}
              readOnly={readOnly}
              onChange={(within) =>
                change({ ...asks, within: [...within], less: asks.less.filter((one) => isIn(within, one.factor)) })
              }
            />
          ))}
          {others
            .filter(({ name }) => isHeld && isIn([...asks.within, ...asks.less], name))
            .map((other) => (
              <HeldAt
                key={other.name}
                label={t("less", { factor: other.name })}
                empty={t("no-less")}
                other={other}
                held={asks.less}
                readOnly={readOnly}
                onChange={(less) => change({ ...asks, less: [...less] })}
              />
            ))}
        </FieldRow>
      ) : null}
    </>
  );
}

const isIn = (held: Held, factor: string): boolean => held.some((one) => one.factor === factor);

function HeldAt(props: {
  readonly label: string;
  readonly empty: string;
  readonly other: Factor;
  readonly held: Held;
  readonly readOnly: boolean;
  onChange(held: Held): void;
}) {
  const { label, empty, other, held, readOnly, onChange } = props;
  const rest = held.filter(({ factor }) => factor !== other.name);
  return (
    <SelectField
      label={label}
      value={held.find(({ factor }) => factor === other.name)?.level ?? ""}
      empty={empty}
      readOnly={readOnly}
      options={other.levels.map((level) => ({ value: level, label: level }))}
      onChange={(level) => onChange(level === "" ? rest : [...rest, { factor: other.name, level }])}
    />
  );
}

const Chip = styled(Quiet)({
  borderColor: "var(--gc-control)",
  maxWidth: "100%",
  overflow: "hidden",
  textOverflow: "ellipsis",
  "&[aria-pressed=true]": { background: "var(--gc-accent)", borderColor: "var(--gc-accent)", color: "var(--gc-on-accent)" },
});
/** Of more groups one is searched for. */
const mostChips = 16;

/** Groups of one side: each is pressed or not; of several the mean. */
function Levels(props: {
  readonly label: string;
  /** Null: they are not known here. */
  readonly levels: readonly string[] | null;
  readonly value: readonly string[];
  readonly readOnly: boolean;
  readonly locale: Locale;
  onChange(value: readonly string[]): void;
}) {
  const { label, levels, value, readOnly, locale, onChange } = props;
  const t = translator(words, locale);
  if (!levels)
    return (
      <TextFieldRow
        label={label}
        value={value.join(", ")}
        placeholder={t("type-names")}
        needed={value.length === 0}
        readOnly={readOnly}
        onChange={(text) => onChange(namesIn(text))}
      />
    );
  const gone = value.filter((level) => !levels.includes(level));
  if (levels.length > mostChips)
    return (
      <ManyField
        label={label}
        value={value}
        readOnly={readOnly}
        find={async (text) => namesMatching(levels, text)}
        onChange={onChange}
      />
    );
  return (
    <FieldGroup label={label}>
      <span style={{ display: "inline-flex", flexWrap: "wrap", gap: 4, minWidth: 0 }}>
        {[...levels, ...gone].map((level) => {
          const isOn = value.includes(level);
          return (
            <Chip
              key={level}
              type="button"
              aria-pressed={isOn}
              disabled={readOnly}
              onClick={() => onChange(isOn ? value.filter((one) => one !== level) : [...value, level])}
            >
              {level}
            </Chip>
          );
        })}
      </span>
    </FieldGroup>
  );
}

const namesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  ),
];

function TermFields({ asks, design, readOnly, locale, change }: Fields<Terms>) {
  const t = translator(words, locale);
  return (
    <>
      <FieldRow>
        <Levels
          label={t("without")}
          levels={design ? termsIn(design.formula) : null}
          value={asks.without}
          readOnly={readOnly}
          locale={locale}
          onChange={(without) => change({ ...asks, without: [...without] })}
        />
      </FieldRow>
      <Caption>{t("without-says")}</Caption>
    </>
  );
}

function CoefficientFields({ asks, design, readOnly, locale, change }: Fields<Coefficients>) {
  const t = translator(words, locale);
  if (!design)
    return (
      <FieldRow>
        <TextFieldRow
          label={t("weights")}
          value={textOfWeights(asks.weights)}
          placeholder={t("type-weights")}
          width={320}
          readOnly={readOnly}
          onChange={(text) => change({ ...asks, weights: weightsOfText(text) })}
        />
      </FieldRow>
    );
  const names = [...new Set([...design.coefficients, ...asks.weights.map(({ coefficient }) => coefficient)])];
  return (
    <FieldRow>
      {names.map((coefficient) => (
        <NumberField
          key={coefficient}
          label={coefficient}
          value={asks.weights.find((one) => one.coefficient === coefficient)?.by ?? null}
          optional
          placeholder="0"
          readOnly={readOnly}
          onChange={(by) => {
            const rest = asks.weights.filter((one) => one.coefficient !== coefficient);
            const all = by === null || by === 0 ? rest : [...rest, { coefficient, by }];
            change({ ...asks, weights: all.sort((a, b) => names.indexOf(a.coefficient) - names.indexOf(b.coefficient)) });
          }}
        />
      ))}
    </FieldRow>
  );
}
