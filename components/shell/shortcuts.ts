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
    where: "Filter as text",
    shortcuts: [
      { keys: [["Ctrl", "K"], ["⌘", "K"], ["/"]], does: "Write the filter as text" },
      { keys: [["↑"], ["↓"]], does: "Choose among what is suggested" },
      { keys: [["Tab"]], does: "Take what is suggested" },
      { keys: [["Enter"]], does: "Show the events, or take what is chosen" },
      { keys: [["Ctrl", "Enter"]], does: "Show the events, whatever is chosen" },
      { keys: [["Shift", "Delete"]], does: "Forget a recent query" },
    ],
  },
  {
    where: "Timeline",
    shortcuts: [
      { keys: [["←"], ["→"], ["PageUp"], ["PageDown"], ["Home"], ["End"]], does: "Walk along time" },
      {
        keys: [
          ["Shift", "←"],
          ["Shift", "→"],
        ],
        does: "Span a range",
      },
      { keys: [["↑"], ["↓"]], does: "Choose a part of the bar" },
      { keys: [["Enter"]], does: "Show the range, or the part" },
      { keys: [["-"]], does: "Zoom out to twice the time" },
      { keys: [["Backspace"]], does: "Back to the range before" },
    ],
  },
  {
    where: "Table of events",
    shortcuts: [
      { keys: [["J"], ["K"]], does: "Next or previous event; opens it while one is open" },
      { keys: [["↑"], ["↓"], ["PageUp"], ["PageDown"]], does: "Move along the rows" },
      { keys: [["Home"], ["End"]], does: "Beginning or end of the list" },
      { keys: [["Enter"]], does: "Open the event" },
      { keys: [["N"]], does: "Show what is new" },
      { keys: [["L"]], does: "Live mode on or off" },
      { keys: [["←"], ["→"]], does: "On a column’s edge: its width; Enter: as it was" },
    ],
  },
  {
    where: "Open event",
    shortcuts: [
      { keys: [["F6"]], does: "Into the event and back" },
      { keys: [["Esc"]], does: "One level back: menu or search, comparison, event" },
      { keys: [["←"], ["→"]], does: "On its edge: its width; in the record: close or open a part" },
      { keys: [["*"]], does: "In the record: open all parts beside this one" },
      { keys: [["M"], ["Enter"]], does: "In the record: what can be done with a value" },
      { keys: [["Enter"], ["Shift", "Enter"]], does: "In the search: next or previous place" },
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
