import { add, change, create, remove, rename, tag, untag, type Story } from "./story.ts";

/** Its only owner is on leave at Christmas, and root lets somebody in: the one time that root is used. */
export const harborApi: Story = {
  project: {
    id: "harbor-api",
    name: "Harbor API",
    description: "Orders and stock for partners",
    place: { account: "products", region: "eu-west-1" },
    template: "nodejs-express-beanstalk",
  },
  steps: [
    ["2023-02-27 09:40", "amara", create()],
    ["2023-02-27 10:02", "amara", add("amara", "Owner", true)],
    ["2023-02-27 10:10", "amara", add("priya", "Contributor")],
    ["2023-03-01 11:31", "amara", tag({ team: "partners", tier: "2" })],
    ["2023-03-30 16:02", "amara", add("jonas", "Viewer")],
    ["2023-07-04 10:20", "amara", change("priya", "Contributor", true)],
    ["2023-10-03 09:17", "amara", tag({ tier: "1" })],
    ["2023-12-27 13:05", "priya", change("jonas", "Contributor", true), "AccessDeniedException"],
    ["2023-12-27 13:09", "priya", add("mateo", "Contributor", true), "AccessDeniedException"],
    ["2023-12-27 21:48", "root", add("mateo", "Owner", true)],
    ["2023-12-28 10:02", "mateo", change("jonas", "Contributor", true)],
    ["2024-01-03 09:10", "amara", change("mateo", "Viewer")],
    ["2024-01-03 09:12", "amara", change("jonas", "Viewer")],
    ["2024-01-03 09:26", "amara", change("priya", "Owner", true)],
    ["2024-02-05 14:44", "priya", rename({ description: "Orders and stock for partners, version 2" })],
    ["2024-04-22 11:08", "amara", untag("tier")],
    ["2024-05-13 15:27", "priya", add("margaret", "Viewer"), "ValidationException"],
    ["2024-07-18 10:55", "amara", remove("mateo")],
    ["2024-07-18 10:57", "amara", remove("jonas")],
  ],
};
