import fc from "fast-check";
import { expect, test } from "vitest";
import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { documentsOf } from "#lib/cloudtrail/testing/json-documents.ts";
import { scanFor } from "#lib/cloudtrail/testing/scan-file.ts";
import { keepRules } from "./event-sources.ts";
import { keepFate } from "./keep-fate.ts";
import { mayHaveRelatedWord, RELATED_WORD } from "./related-word.ts";

// What the scanner hands out against what the rules make of JSON.parse's records, in any layout, escapes and chunking.

const name = fc.tuple(
  fc.constantFrom("awscodestar-", "CodeStar_", "CodeStarWorker-", "CodeStar-", "aws-codestar-", "AWSCodeStar", ""),
  fc.constantFrom("shop", "my-app-2-lambda", "shop_Owner", "eu-west-1-111122223333-shop-pipe", "service-role", ""),
);
const text = name.map((parts) => parts.join(""));
const arn = fc
  .tuple(fc.constantFrom("iam::1:role/", "iam::111122223333:policy/a/", "s3:::", "codestar:a:1:project/"), text)
  .map((parts) => `arn:aws:${parts.join("")}`);
const plain = fc.oneof(fc.string({ unit: "binary", maxLength: 5 }), fc.constant("aws-cli"));
const value = fc.oneof(text, arn, { weight: 4, arbitrary: plain }, fc.constant(null));
const tag = fc.record({ key: fc.constantFrom("awscodestar:projectArn", "Name"), value });
const record = fc.record(
  {
    eventSource: fc
      .constantFrom("iam", "cloudformation", "s3", "lambda", "events", "codebuild", "codestar")
      .map((service) => `${service}.amazonaws.com`),
    userAgent: fc.oneof({ weight: 9, arbitrary: plain }, text),
    requestParameters: fc.dictionary(
      fc.constantFrom("stackName", "policyArn", "roleName", "bucketName", "functionName", "name", "tags", "x"),
      fc.oneof({ weight: 3, arbitrary: value }, fc.array(tag, { maxLength: 2 })),
    ),
    userIdentity: fc.record({ sessionContext: fc.record({ sessionIssuer: fc.record({ arn: value }) }) }),
    resources: fc.array(fc.record({ ARN: value }), { maxLength: 2 }),
    padding: fc.nat(130).map((length) => "x".repeat(length)),
  },
  { requiredKeys: ["eventSource"] },
);
const sizes = fc.oneof(fc.integer({ min: 1, max: 150 }), fc.constant(100_000));

test("no record that is kept or related is passed over", () => {
  const rules = keepRules("codebuild.amazonaws.com");
  let related = 0;
  let passedOver = 0;
  fc.assert(
    fc.property(documentsOf(record), sizes, (document, size) => {
      const { Records } = JSON.parse(document) as { Records: unknown[] };
      const fates = Records.map((element) => keepFate(parseEventRecord(element)!, rules));
      const { records, count } = scanFor(rules.sources, document, size, { word: RELATED_WORD });
      expect(count).toBe(Records.length);
      const found = new Map(records.map((handedOut) => [handedOut.position, handedOut.text]));
      for (const [position, fate] of fates.entries()) {
        if (fate === "filtered") continue;
        expect(found.has(position)).toBe(true);
        if (fate === "related") expect(mayHaveRelatedWord(found.get(position)!)).toBe(true);
      }
      related += fates.filter((fate) => fate === "related").length;
      passedOver += count - found.size;
    }),
    { numRuns: 1_000 },
  );
  // Else the test would hold of a scanner that hands out everything, or of rules that relate nothing.
  expect(related).toBeGreaterThan(100);
  expect(passedOver).toBeGreaterThan(100);
});
