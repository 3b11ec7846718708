import { expect, test } from "vitest";
import { CATALOGUE } from "./catalogue.ts";
import { exampleSentence } from "./example-sentence.ts";

test("every action has an example, and all of its first template", () => {
  for (const action of CATALOGUE) expect(exampleSentence(action)).toMatch(/^[a-z]+ [^{}[\]|?]+$/);
});

test.each([
  ["AssociateTeamMember", "made tomasz Contributor of shop, with remote access"],
  ["UpdateProject", 'changed the description of project shop and its name to "shop-news"'],
  ["UpdateTeamMember", "changed the role of tomasz in shop to Contributor, with remote access"],
  ["CreateConnection", "created connection hub to GitHub"],
  ["CreateRepositoryLink", "linked repository acme/site through connection 1f2e3d"],
  ["DeleteConnection", "deleted a connection"],
  ["UpdateNotificationRule", "changed a notification rule, switching it off"],
])("%s: %s", (eventName, sentence) => {
  expect(exampleSentence(CATALOGUE.find((action) => action.eventName === eventName)!)).toBe(sentence);
});
