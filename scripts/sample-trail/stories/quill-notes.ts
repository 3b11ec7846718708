import { add, change, create, destroy, remove, rename, tag, type Story } from "./story.ts";

/** An intern's project that outlives the internship and is deleted two days before the end, its stack and a policy left behind. */
export const quillNotes: Story = {
  project: {
    id: "quill-notes",
    name: "Quill notes",
    description: "Notes of the lab, searchable",
    place: { account: "labs", region: "ap-southeast-2" },
    template: "nodejs-web-lambda",
  },
  steps: [
    ["2023-02-15 11:10", "yuki", create()],
    ["2023-02-15 11:32", "yuki", add("yuki", "Owner", true)],
    ["2023-02-15 11:40", "yuki", add("ben", "Contributor")],
    ["2023-03-13 10:20", "yuki", change("ben", "Contributor", true)],
    ["2023-04-26 10:01", "yuki", add("lukas", "Viewer")],
    ["2023-06-26 14:48", "yuki", change("ben", "Owner", true)],
    ["2023-07-31 15:12", "ben", tag({ "handed-over-to": "lukas.novak" })],
    ["2023-08-08 11:31", "ben", change("lukas", "Contributor", true)],
    ["2023-08-11 16:20", "yuki", remove("ben")],
    ["2023-09-05 16:52", "yuki", change("lukas", "Owner", true)],
    ["2023-09-05 18:20", "yuki", change("lukas", "Contributor", true)],
    ["2023-11-14 10:37", "yuki", change("lukas", "Owner", true)],
    ["2024-03-25 09:05", "lukas", rename({ name: "Quill" })],
    ["2024-07-26 10:28", "lukas", remove("yuki")],
    ["2024-07-29 10:14", "lukas", destroy(false, "Owner")],
  ],
};
