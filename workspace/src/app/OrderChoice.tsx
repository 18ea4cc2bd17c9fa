// In which order a list stands.

import { useScreen } from "./screen.tsx";

export type ListOrder = "newest" | "name" | "size" | "oldest";

export function OrderChoice<Order extends ListOrder>({
  value,
  options,
  onChange,
}: {
  readonly value: Order;
  readonly options: readonly Order[];
  onChange(order: Order): void;
}) {
  const { t } = useScreen();
  return (
    <select
      className="input"
      style={{ width: "auto" }}
      aria-label={t("order-of-list")}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Order)}
    >
      {options.map((order) => (
        <option key={order} value={order}>
          {t(`order-${order}`)}
        </option>
      ))}
    </select>
  );
}
