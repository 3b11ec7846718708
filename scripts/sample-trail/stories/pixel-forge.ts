import { add, change, create, destroy, profile, remove, tag, type Story } from "./story.ts";

/** An experiment that begins badly, lives four months, and is deleted with its stack. */
export const pixelForge: Story = {
  project: {
    id: "pixel-forge",
    name: "Pixel Forge",
    description: "Trying to sharpen product photos",
    place: { account: "labs", region: "eu-central-1" },
    template: "python-django-ec2",
  },
  steps: [
    ["2023-01-19 15:40", "lukas", create("command line"), "ProjectCreationFailedException"],
    ["2023-01-19 15:58", "lukas", create("command line"), "ProjectCreationFailedException"],
    ["2023-01-20 09:31", "lukas", create("command line"), "InvalidServiceRoleException"],
    ["2023-01-23 10:05", "lukas", create()],
    ["2023-01-23 10:22", "lukas", add("lukas", "Owner", true)],
    ["2023-01-23 10:30", "lukas", profile("create", "lukas")],
    ["2023-01-24 09:15", "lukas", add("yuki", "Contributor")],
    ["2023-01-24 17:55", "yuki", profile("create", "yuki")],
    ["2023-02-09 14:02", "lukas", add("ben", "Viewer")],
    ["2023-02-10 09:40", "ben", profile("create", "ben")],
    ["2023-03-02 11:11", "lukas", tag({ budget: "500" })],
    ["2023-03-21 10:45", "lukas", change("yuki", "Contributor", true)],
    ["2023-04-19 09:20", "ben", destroy(true), "AccessDeniedException"],
    ["2023-05-22 16:15", "lukas", remove("ben")],
    ["2023-05-23 09:42", "lukas", destroy(true)],
  ],
};
