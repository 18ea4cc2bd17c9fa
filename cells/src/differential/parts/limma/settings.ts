// What limma's methods are asked for alike.

import { z } from "zod";

export const robust = z.boolean().default(false).meta({
  title: "Robust",
  description: "Features that vary far more than the others are drawn less, and change less of what is learned of all",
});
