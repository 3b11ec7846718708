import { expect, it } from "vitest";
import { looksLikePerson } from "./looks-like-person.ts";

it.each(["ines@example.com", "i.okafor+aws@mail.example.co.uk", "ingrid.solberg", "Ines_Okafor", "josé.núñez"])(
  "takes %s for a person",
  (name) => {
    expect(looksLikePerson(name)).toBe(true);
  },
);

it.each([
  "",
  "bob",
  "AWSCodeStar",
  "i-0123456789abcdef0",
  "botocore-session-1512430000",
  "aws-sdk-js-session-17",
  "deploy.prod",
  "github_actions",
  "GitHubActions",
  "no-reply@example.com",
  "1700000000",
  "6d0f3f0a-4b4c-4a30-9b51-6f1d1f2c9f11",
  "user@localhost",
  "<script>.alert",
])("doesn't take %s for a person", (name) => {
  expect(looksLikePerson(name)).toBe(false);
});
