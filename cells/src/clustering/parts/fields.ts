// Settings that methods share.

import { z } from "zod";

export const k = z
  .int()
  .min(1)
  .max(1_000)
  .nullable()
  .default(null)
  .meta({ title: "Clusters", description: "How many; null: as many as the data speak for, with the reason" });

export const starts = (usual: number) =>
  z
    .int()
    .min(1)
    .max(500)
    .default(usual)
    .meta({ title: "Starts", description: "From so many beginnings by chance; the best end stays" });
