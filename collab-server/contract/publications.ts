// Dashboards: what is asked when one is published, what lists say, and what a reader gets (all of it).

import { shownTypeNames } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import { z } from "zod";
import { anyJson, datasetId, digest, instant, labId, labName, personName, givenName } from "./fields.ts";

const json = anyJson;
/** Ids of cells may hold letters of any script: they come from files. */
const cellId = z.string().min(1).max(120);
const tilePlace = z.object({
  cell: cellId,
  x: z.number().int().min(0).max(11),
  y: z.number().int().min(0).max(10_000),
  w: z.number().int().min(1).max(12),
  h: z.number().int().min(1).max(200),
});
/** Combinations of parameter values that one dashboard holds at most. */
export const mostCombinations = 200;
/** Rows of a published table at most. */
export const mostRows = 1_000;

export const checkPublication = z
  .object({
    cells: z.array(cellId).min(1).max(100),
    /** What the dashboard is called; absent: as the notebook. */
    title: givenName(200).optional(),
    /** Values that readers may choose, by parameter cell. */
    parameters: z.record(cellId, z.array(json).min(1).max(mostCombinations)).default({}),
    /** Names of points, samples and identifiers go out, too. */
    labels: z.boolean().default(false),
    /** Agrees for data sets of other labs that the publisher herself may share: all of them, or these. */
    agree: z.union([z.boolean(), z.array(datasetId).max(200)]).default(false),
    /** Why groups of fewer persons than the notebook's lab wants may go out all the same; recorded in its audit. It overrides no other lab's rule. */
    smallGroups: z.string().trim().min(1).max(2_000).optional(),
    audience: z.enum(["labs", "link"]).default("labs"),
    /** Who may read with audience "labs"; absent: the notebook's labs. */
    labs: z.array(labId).max(50).optional(),
    /** How long the address is good for; absent: 30 days for a link, no end for labs. */
    days: z.number().int().min(1).max(3_650).nullable().optional(),
  })
  .strict();
export const agreesTo = (agree: CheckPublication["agree"], dataset: string): boolean =>
  typeof agree === "boolean" ? agree : agree.includes(dataset);
export type CheckPublication = z.infer<typeof checkPublication>;

export const postPublication = checkPublication
  .extend({
    /** The grid, 12 columns wide; cells without a place stand below each other. Absent: the notebook's own layout. */
    layout: z.union([z.array(tilePlace).max(100), z.object({ tiles: z.array(tilePlace).max(100) })]).optional(),
    reason: z.string().trim().min(1).max(2_000),
  })
  .strict();
export type PostPublication = z.infer<typeof postPublication>;
export const newPublication = z.object({ id: z.string(), version: z.number(), slug: z.string(), url: z.string() });
export type NewPublication = z.infer<typeof newPublication>;

/** Why a selection cannot go out as it is: `message` is a sentence in the reader's language. */
export const blocker = z.object({
  reason: z.enum([
    "not-fresh",
    "must-agree",
    "identifiers",
    "not-showable",
    "restricted",
    "small-groups",
    "close-totals",
    "data-in-bin",
    "unreleased",
    "not-parameter",
    "value-refused",
    "too-many",
  ]),
  message: z.string(),
  cells: z.array(z.object({ id: z.string(), name: z.string(), state: z.string() })),
  datasets: z.array(z.object({ id: z.string(), name: z.string(), lab: labName })),
});
export const publicationCheck = z.object({
  /** The number that the next publication gets. */
  version: z.number(),
  blockers: z.array(blocker),
  sources: z.array(
    z.object({
      dataset: z.object({ id: z.string(), name: z.string(), version: z.number() }),
      lab: labName,
      /** Null where nobody needs to be asked: the data are the notebook's own lab's. */
      agreed: z.boolean().nullable(),
      /** Whether the one who asks may agree. */
      mayAgree: z.boolean(),
    }),
  ),
  labs: z.array(labName),
  combinations: z.number(),
  /** Chosen cells that go out as a table, and how many rows it has: readers get the first 1,000. */
  tables: z.array(z.object({ cell: z.string(), name: z.string(), rows: z.number() })),
  /** Groups of fewer persons stop publishing; null: none of the data is about persons, or its labs let all groups out. */
  smallGroups: z.object({ least: z.number(), labs: z.array(z.string()) }).nullable(),
  /** Digest of what was looked at: labs of the data agree to this, and to nothing else. */
  proposal: digest,
});
export type PublicationCheck = z.infer<typeof publicationCheck>;

/** `proposal`: what was shown. Nothing else goes out with this agreement. */
export const postAgreement = z.object({ dataset: datasetId, proposal: digest }).strict();
export const newProposal = z.object({ proposal: digest });
export const proposalList = z.object({
  proposals: z.array(
    z.object({
      proposal: digest,
      by: personName,
      at: instant,
      title: z.string(),
      cells: z.array(z.object({ id: z.string(), name: z.string() })),
      parameters: z.record(z.string(), z.array(json)),
      labels: z.boolean(),
      audience: z.enum(["labs", "link"]),
      labs: z.array(labName),
      days: z.number().nullable(),
      /** Groups of fewer persons than their labs want, which it would show. */
      small: z.array(z.object({ cell: z.string(), sizes: z.array(z.number()) })),
      /** Data sets of other labs behind it. */
      datasets: z.array(z.object({ id: z.string(), name: z.string(), lab: labName, agreed: z.boolean(), mayAgree: z.boolean() })),
      /** Something in it reads otherwise by now: it has to be asked again. */
      changed: z.boolean(),
    }),
  ),
});
export type ProposalList = z.infer<typeof proposalList>;

export const publicationRow = z.object({
  id: z.string(),
  notebook: z.object({ id: z.string(), title: z.string() }).nullable(),
  lab: labName,
  version: z.number(),
  title: z.string(),
  slug: z.string(),
  url: z.string(),
  audience: z.enum(["labs", "link"]),
  labs: z.array(labName),
  reason: z.string(),
  by: personName,
  publishedAt: instant,
  expiresAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  withdrawnBy: personName.nullable(),
  withdrawnReason: z.string().nullable(),
  /** With its notebook: nobody can read it until that is restored. */
  inBin: z.boolean(),
});
export type PublicationRow = z.infer<typeof publicationRow>;
export const publicationList = z.object({ publications: z.array(publicationRow) });

/** Absent: none is given, and readers are told no more than by whom and when. */
export const withdraw = z.object({ reason: z.string().trim().min(1).max(2_000).optional() }).strict();

// ---- the reader -----------------------------------------------------------------------------------------------------

/** A step of how a tile was made: kinds, dates and fingerprints; a name only where the cell is published. */
export const madeStep = z.object({
  kind: z.string(),
  name: z.string().nullable(),
  /** The tile of a published step. */
  tile: z.string().nullable(),
  at: instant.nullable(),
  fingerprint: z.string().nullable(),
});

/** How many questions of a kind were ever asked of what the answer was asked of, where it was not the only one. Absent: it was, or nobody counted yet. */
const tried = z.array(z.object({ kind: z.string(), n: z.number().int() }));

/** What a tile shows. Tables are inline, cut at 1,000 rows; everything else is the artifact as JSON. */
export const tileContent = z.object({
  type: z.enum(shownTypeNames),
  /** Fingerprint of what stands here. */
  digest,
  artifact: json.optional(),
  table: z
    .object({
      columns: z.array(
        z.object({ name: z.string(), type: z.string(), semantic: z.string().optional(), unit: z.string().optional() }),
      ),
      rows: z.array(z.array(json)),
      /** Rows of the table in the notebook. */
      total: z.number(),
    })
    .optional(),
});
export type TileContent = z.infer<typeof tileContent>;

export const publishedTile = tileContent.extend({
  /** "t1", "t2" …: nothing of the cell's own id. */
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  x: z.number(),
  y: z.number(),
  w: z.number(),
  h: z.number(),
  made: z.array(madeStep),
  tried: tried.optional(),
});
/** A tile under other values: what it is called may name the value, and it was made in another way. */
export const turnedTile = tileContent.extend({
  title: z.string().optional(),
  /** Absent in what was published before tiles said so. */
  made: z.array(madeStep).optional(),
  tried: tried.optional(),
});
export type TurnedTile = z.infer<typeof turnedTile>;
export type PublishedTile = z.infer<typeof publishedTile>;

export const publishedParameter = z.object({
  tile: z.string(),
  label: z.string(),
  control: z.string(),
  unit: z.string().nullable(),
  /** The one that is shown at first. */
  value: json,
  values: z.array(json),
});
export type PublishedParameter = z.infer<typeof publishedParameter>;

export const dashboard = z.object({
  slug: z.string(),
  title: z.string(),
  version: z.number(),
  /** Names of the labs whose work it is. */
  labs: z.array(z.string()),
  audience: z.enum(["labs", "link"]),
  publishedAt: instant,
  expiresAt: instant.nullable(),
  /** Then there are no tiles. */
  withdrawn: z.object({ by: z.string(), at: instant, reason: z.string().nullable() }).nullable(),
  parameters: z.array(publishedParameter),
  tiles: z.array(publishedTile),
});
export type Dashboard = z.infer<typeof dashboard>;

/** What changes with the values that were asked for, by tile. */
export const dashboardTiles = z.object({ values: z.record(z.string(), json), tiles: z.record(z.string(), turnedTile) });
export type DashboardTiles = z.infer<typeof dashboardTiles>;
