import fc from "fast-check";

// JSON documents with a member Records, laid out as nobody would, for property tests.

/** What the tests below look for. */
export const FAMILY = ["codestar.amazonaws.com", "codestar-connections.amazonaws.com", "events.amazonaws.com", "a.b"];

const whiteSpace = fc.stringMatching(/^[ \t\r\n]{0,3}$/);
/** The word that the tests look for, as it stands and as it doesn't. */
export const WORD = "codestar";
const nearWord = fc.constantFrom(
  "awscodestar-shop",
  "CodeStar_a_Owner",
  "x/aws-codestar-b",
  "codecodestars",
  "coDESTAr",
  "CODESTAR",
  "codesta",
  "code star",
  "odestar",
  "\\u0063odestar",
);
const string = fc.oneof({ weight: 8, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) }, nearWord);
const leaf = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, "Records", "}]", '\\"', "\\", ""),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  string,
);
const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(string, fc.constant("Records")), tie("value"), { maxKeys: 4 }),
  ),
}));

/** The document's text with white space and escapes that JSON allows but nobody writes. */
function layOut(value: unknown, space: () => string, escape: () => boolean): string {
  const write = (text: string) =>
    JSON.stringify(text).replace(/(?<!\\)[A-Za-z](?!\\)/g, (letter, at: number, whole: string) =>
      escape() && !whole.slice(0, at).includes("\\")
        ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`
        : letter,
    );
  const join = (parts: string[]) => parts.join(`${space()},${space()}`);
  if (Array.isArray(value)) return `[${space()}${join(value.map((item) => layOut(item, space, escape)))}${space()}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(
      ([name, member]) => `${write(name)}${space()}:${space()}${layOut(member, space, escape)}`,
    );
    return `{${space()}${join(members)}${space()}}`;
  }
  return typeof value === "string" ? write(value) : JSON.stringify(value);
}

const member = fc.oneof(
  fc.constantFrom("s3.amazonaws.com", ...FAMILY, "codestar.amazonaws.comx", "a.bc", "aws:s3"),
  string,
  json,
);
const record = fc.record(
  {
    eventSource: member,
    eventType: fc.constantFrom("AwsApiCall", "AwsCloudTrailInsight"),
    eventCategory: fc.constantFrom("Management", "Insight"),
    s3: json,
    text: fc.oneof(
      fc.constantFrom("x".repeat(70), '"'.repeat(70), "\\".repeat(67)),
      fc.tuple(fc.nat(140), nearWord).map(([length, word]) => "x".repeat(length) + word),
    ),
    requestParameters: json,
  },
  { requiredKeys: [] },
);
/** Texts that JSON.parse takes, with elements of `Records` of this kind. */
export function documentsOf(element: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.array(element, { maxLength: 5 }),
      fc.dictionary(string, json, { maxKeys: 3 }),
      fc.dictionary(string, json, { maxKeys: 3 }),
      fc.infiniteStream(whiteSpace),
      fc.infiniteStream(fc.boolean()),
      fc.boolean(),
    )
    .map(([Records, before, after, spaces, escapes, hasEscapes]) =>
      layOut(
        { ...before, Records, ...after },
        () => spaces.next().value,
        () => hasEscapes && escapes.next().value,
      ),
    );
}

/** Their records are any JSON, and some look like CloudTrail's. */
export const jsonDocuments = documentsOf(fc.oneof(json, record));
