// The body of a report artifact that came as JSON.

import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";

export const reportBody = (value: Json): JsonObject => (isJsonObject(value) && isJsonObject(value["body"]) ? value["body"] : {});
