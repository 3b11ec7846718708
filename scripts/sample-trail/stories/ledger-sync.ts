import { add, change, create, profile, remove, rename, tag, type Story } from "./story.ts";

/** New York's booking of orders. In October 2023 somebody tries a forgotten key on it at night (see night-burst.ts). */
export const ledgerSync: Story = {
  project: {
    id: "ledger-sync",
    name: "Ledger sync",
    description: "Books orders into the ledger every five minutes",
    place: { account: "products", region: "us-east-1" },
    template: "java-spring-lambda",
  },
  steps: [
    ["2022-12-07 11:05", "daniel", create()],
    ["2022-12-07 11:26", "daniel", add("daniel", "Owner", true)],
    ["2022-12-07 11:40", "daniel", add("tomas", "Contributor", true)],
    ["2022-12-08 10:13", "daniel", tag({ team: "finance", confidentiality: "high" })],
    ["2023-01-17 14:25", "daniel", add("priya", "Viewer")],
    ["2023-03-28 12:42", "daniel", change("tomas", "Owner", true)],
    ["2023-04-03 15:10", "tomas", add("mateo", "Contributor")],
    ["2023-05-22 11:31", "tomas", change("mateo", "Contributor", true)],
    ["2023-06-27 16:05", "tomas", rename({ description: "Books orders into the ledger every minute" })],
    ["2023-08-15 10:48", "daniel", add("amara", "Viewer")],
    ["2023-09-28 16:40", "tomas", change("mateo", "Owner", true)],
    ["2023-10-14 10:12", "break-glass", remove("tomas")],
    ["2023-10-14 10:24", "break-glass", profile("delete", "tomas")],
    ["2023-10-16 10:35", "daniel", tag({ incident: "HLD-2214" })],
    ["2023-10-16 11:02", "daniel", change("mateo", "Contributor")],
    ["2023-10-16 11:09", "daniel", remove("priya")],
    ["2024-01-22 13:15", "daniel", add("jonas", "Contributor")],
    ["2024-01-22 13:16", "daniel", add("jonas", "Contributor"), "TeamMemberAlreadyAssociatedException"],
    ["2024-03-18 12:20", "daniel", change("amara", "Contributor", true)],
    ["2024-07-15 11:05", "daniel", rename({ name: "Ledger sync (archived)" })],
    ["2024-07-30 17:42", "daniel", remove("mateo")],
  ],
};
