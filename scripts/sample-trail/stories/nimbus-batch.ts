import { add, change, create, extend, remove, rename, tag, type Story } from "./story.ts";

/** Berlin's nightly jobs, the first to move to connections and Git sync (see connections-story.ts). */
export const nimbusBatch: Story = {
  project: {
    id: "nimbus-batch",
    name: "Nimbus batch",
    description: "Nightly jobs of the warehouse",
    place: { account: "products", region: "eu-central-1" },
    template: "python-lambda",
  },
  steps: [
    ["2022-12-14 08:25", "jonas", create("command line")],
    ["2022-12-14 08:41", "jonas", add("jonas", "Owner", true)],
    ["2022-12-14 08:50", "jonas", tag({ team: "warehouse" })],
    ["2022-12-19 10:12", "jonas", add("tomas", "Viewer")],
    ["2023-01-24 09:33", "jonas", add("mateo", "Contributor", true)],
    ["2023-04-27 13:14", "jonas", change("tomas", "Contributor")],
    ["2023-06-13 11:20", "jonas", rename({ description: "Nightly and hourly jobs of the warehouse" })],
    ["2023-09-29 15:31", "jonas", remove("tomas")],
    ["2023-11-20 08:57", "jonas", add("priya", "Viewer")],
    ["2024-02-12 10:26", "jonas", extend("mateo")],
    ["2024-04-16 09:12", "jonas", rename({ description: "Source on GitHub; this project keeps the history" })],
    ["2024-04-16 09:15", "jonas", change("mateo", "Viewer")],
    ["2024-06-24 08:48", "jonas", remove("priya")],
  ],
};
