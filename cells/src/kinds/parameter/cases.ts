// What the contract suite tries it with (testing/describe-kind.ts).

import { aCell, type KindCases } from "../../testing/describe-kind.ts";

export const cases: KindCases<never> = {
  examples: [
    { control: { type: "slider", min: 0, max: 10, step: 1 }, value: 3, label: "Reads" },
    { control: { type: "feature" }, from: aCell(), value: "Xist", scope: "personal" },
  ],
  bad: [{ spec: { control: { type: "dial" } }, says: /control/ }],
};
