import { add, change, create, remove, rename, tag, untag, type Story } from "./story.ts";

/** The handbook's site: quiet, tidy, and often tagged. */
export const orbitDocs: Story = {
  project: {
    id: "orbit-docs",
    name: "Orbit handbook",
    description: "How we work",
    place: { account: "shared", region: "us-east-1" },
    template: "html-website-codedeploy",
  },
  steps: [
    ["2023-03-07 09:50", "sofia", create("command line")],
    ["2023-03-07 10:11", "sofia", add("sofia", "Owner", true)],
    ["2023-03-07 10:20", "sofia", tag({ team: "people", visibility: "internal" })],
    ["2023-03-08 13:05", "sofia", add("priya", "Contributor")],
    ["2023-05-30 10:42", "sofia", tag({ review: "2023-06" })],
    ["2023-06-30 09:15", "sofia", untag("review")],
    ["2023-08-22 14:30", "sofia", add("mateo", "Viewer")],
    ["2023-11-28 10:42", "sofia", tag({ review: "2023-12" })],
    ["2023-12-20 09:15", "sofia", untag("review")],
    ["2024-02-26 15:22", "sofia", rename({ name: "Halden handbook" })],
    ["2024-05-28 10:42", "sofia", tag({ review: "2024-06" })],
    ["2024-06-11 11:12", "priya", change("mateo", "Contributor"), "AccessDeniedException"],
    ["2024-06-12 09:03", "sofia", change("mateo", "Contributor")],
    ["2024-07-25 13:55", "sofia", remove("priya")],
    ["2024-07-25 13:57", "sofia", remove("mateo")],
  ],
};
