// How old the newest event may be: a number of hours or days.

import { useScreen } from "../app/screen.tsx";

export interface Fresh {
  readonly most: number;
  readonly unit: "hours" | "days";
}

export function FreshFields({ value, onChange }: { readonly value: Fresh | null; onChange(value: Fresh | null): void }) {
  const { t } = useScreen();
  const unit = value?.unit ?? "days";
  return (
    <span className="row">
      <input
        className="input dense"
        style={{ width: 88 }}
        type="number"
        min={1}
        max={100_000}
        aria-label={t("fresh-most")}
        placeholder={t("any-age")}
        value={value?.most ?? ""}
        onChange={(event) => {
          const most = Number(event.currentTarget.value);
          onChange(most > 0 ? { most, unit } : null);
        }}
      />
      <select
        className="input dense"
        style={{ width: "auto" }}
        aria-label={t("fresh-unit")}
        value={unit}
        disabled={value === null}
        onChange={(event) => value && onChange({ ...value, unit: event.currentTarget.value === "hours" ? "hours" : "days" })}
      >
        <option value="days">{t("unit-days")}</option>
        <option value="hours">{t("unit-hours")}</option>
      </select>
    </span>
  );
}
