import { expect, test } from "vitest";
import { errorDetail } from "./error-detail.ts";

test("of an error of the database its code is said, never what was asked of it (A-2)", () => {
  const refused = Object.assign(new Error('invalid input syntax for type json: "secret"'), { code: "22P05" });
  const query = { query: "insert into results values ($1)", params: ["secret"] };
  const failed = Object.assign(
    new Error("Failed query: insert into results values ($1)\nparams: secret", { cause: refused }),
    query,
  );
  expect(errorDetail(failed)).toBe("database 22P05");
  expect(errorDetail(new Error("could not be kept", { cause: failed }))).toBe("database 22P05");
  expect(errorDetail(Object.assign(new Error("Failed query: select secret"), { query: "select secret" }))).toBe("database");
  expect(errorDetail(new Error("the artifact 12ab is not in the store"))).toBe("the artifact 12ab is not in the store");
  expect(errorDetail("odd")).toBe("odd");
});
