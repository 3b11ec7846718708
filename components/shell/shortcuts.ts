/** What keys do, as they stand on the sheet: data alone; each place that listens says so here. */
type Shortcut = {
  /** Ways to press it; in each the keys that go down together. */
  keys: readonly (readonly string[])[];
  does: string;
};
type Place = { where: string; shortcuts: readonly Shortcut[] };

/** Every shortcut there is, by the place where it works. */
export const SHORTCUTS: readonly Place[] = [
  {
    where: "Everywhere",
    shortcuts: [
      { keys: [["?"]], does: "Show this list" },
      { keys: [["Esc"]], does: "Close what is open" },
    ],
  },
  {
    where: "Values beside the events",
    shortcuts: [
      { keys: [["F"]], does: "Fold the values away or bring them back" },
      { keys: [["↑"], ["↓"], ["Home"], ["End"]], does: "Walk the values of a section" },
      { keys: [["Space"]], does: "Include the value, or no longer" },
      { keys: [["X"], ["Delete"]], does: "Exclude the value, or no longer" },
      { keys: [["Enter"]], does: "Only this value" },
    ],
  },
];
