import { expect, it } from "vitest";
import { syncOnce } from "#lib/sync/testing/sync-once.ts";
import { testRecord } from "#lib/sync/testing/test-record.ts";
import { logKey } from "#lib/sync/testing/trail-folder.ts";
import { trailOfEachTest } from "#lib/sync/testing/trail-of-each-test.ts";
import { getProject } from "./get-project.ts";
import { getRelatedActivity } from "./get-related-activity.ts";

const trail = trailOfEachTest();
const shop = { account: "111122223333", region: "us-east-1", id: "shop" };

const other = (id: string, eventSource: string, eventName: string, requestParameters: object, more: object = {}) =>
  testRecord(id, { eventSource: `${eventSource}.amazonaws.com`, eventName, requestParameters, ...more });

it("tells what other services did for a project, and counts none of it as the project's own", async () => {
  const policyArn = "arn:aws:iam::111122223333:policy/CodeStar_shop_Owner";
  await trail.putLog(logKey("a"), [
    testRecord("p", { eventName: "CreateProject", requestParameters: { id: "shop" } }),
    other("1", "cloudformation", "CreateStack", { stackName: "awscodestar-shop" }),
    other("2", "cloudformation", "CreateStack", { stackName: "awscodestar-shop" }, { errorCode: "AlreadyExists" }),
    other("3", "iam", "AttachUserPolicy", { userName: "ines", policyArn }),
    other("4", "cloudformation", "CreateStack", { stackName: "awscodestar-other" }),
  ]);
  await syncOnce([trail.url]);
  expect(await getRelatedActivity({ ...shop, isShown: false })).toEqual({ asOf: 1, events: 3, shown: null });
  const { shown } = await getRelatedActivity({ ...shop, isShown: true });
  expect(shown?.counts).toEqual({
    total: 2,
    items: [
      {
        reason: "stack",
        eventSource: "cloudformation.amazonaws.com",
        eventName: "CreateStack",
        access: "write",
        events: 2,
        failures: 1,
      },
      {
        reason: "policy",
        eventSource: "iam.amazonaws.com",
        eventName: "AttachUserPolicy",
        access: "write",
        events: 1,
        failures: 0,
      },
    ],
  });
  expect(shown?.latestEvents).toHaveLength(3);
  expect(await getProject(shop)).toMatchObject({ events: 1, failures: 0, actions: { total: 1 } });
  expect(await getRelatedActivity({ ...shop, id: "none\0", isShown: true })).toMatchObject({ events: 0 });
});
