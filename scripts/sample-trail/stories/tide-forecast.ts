import { add, change, create, profile, remove, rename, tag, type Story } from "./story.ts";

/** Sydney's service: a small team whose remote access comes and goes with its on-call weeks. */
export const tideForecast: Story = {
  project: {
    id: "tide-forecast",
    name: "Tide forecast",
    description: "Tide tables for the harbour lights",
    place: { account: "products", region: "ap-southeast-2" },
    template: "python-flask-ec2",
  },
  steps: [
    ["2023-01-30 09:35", "chloe", create("command line"), "InvalidServiceRoleException"],
    ["2023-01-31 10:20", "chloe", create("command line")],
    ["2023-01-31 10:44", "chloe", add("chloe", "Owner", true)],
    ["2023-01-31 11:05", "chloe", tag({ team: "harbour", stage: "pilot" })],
    ["2023-02-02 14:15", "chloe", add("daniel", "Contributor")],
    ["2023-02-14 10:31", "chloe", add("tomas", "Viewer")],
    ["2023-03-06 09:12", "chloe", change("daniel", "Contributor", true)],
    ["2023-03-20 09:15", "chloe", change("daniel", "Contributor", false)],
    ["2023-04-12 15:48", "chloe", remove("tomas")],
    ["2023-05-15 11:22", "chloe", add("amara", "Contributor")],
    ["2023-06-05 09:10", "chloe", change("amara", "Contributor", true)],
    ["2023-06-20 09:10", "chloe", change("amara", "Contributor", false)],
    ["2023-08-01 13:37", "chloe", rename({ name: "Tide forecast APAC" })],
    ["2023-08-01 13:39", "chloe", tag({ stage: "production" })],
    ["2023-10-09 10:05", "daniel", change("daniel", "Owner", true), "AccessDeniedException"],
    ["2023-10-10 09:02", "chloe", change("daniel", "Owner", true)],
    ["2023-12-04 10:27", "chloe", profile("update", "chloe")],
    ["2024-02-19 11:40", "chloe", change("amara", "Viewer")],
    ["2024-04-08 10:12", "daniel", add("yuki", "Contributor", true)],
    ["2024-05-27 09:31", "chloe", change("yuki", "Contributor", false)],
    ["2024-07-22 15:20", "chloe", rename({ description: "Tide tables; runs from its own pipeline since July 2024" })],
    ["2024-07-29 10:03", "chloe", remove("amara")],
    ["2024-07-29 10:05", "chloe", remove("yuki")],
  ],
};
