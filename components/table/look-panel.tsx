"use client";
import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { Input } from "#components/ui/input.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { COLUMNS, type ColumnId, DEFAULT_LOOK, DENSITIES, lookText, type TableLook } from "./table-look.ts";
import { changeLook } from "./use-table-look.ts";

const HEIGHTS = [
  { value: "28", label: "Dense" },
  { value: "32", label: "Normal" },
  { value: "40", label: "Airy" },
] as const;

/** The columns to choose from, those that are shown first, in their order; and the height of rows. */
export function LookPanel({ look }: { look: TableLook }) {
  const [words, setWords] = useState("");
  const [dragged, setDragged] = useState<ColumnId | null>(null);
  // A column that is chosen, or no longer, goes to another place in the list, and the focus with it.
  const list = useRef<HTMLUListElement>(null);
  const chosen = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (chosen.current !== null) list.current?.querySelector<HTMLElement>(`input[value="${chosen.current}"]`)?.focus();
    chosen.current = null;
  });
  const isFound = (id: ColumnId) => COLUMNS.get(id)?.label.toLowerCase().includes(words.trim().toLowerCase()) === true;
  const shown = look.columns.filter(isFound);
  const others = [...COLUMNS.values()].map(({ id }) => id).filter((id) => !look.columns.includes(id) && isFound(id));
  function choose(id: ColumnId) {
    chosen.current = id;
    changeLook((old) => ({
      ...old,
      columns: old.columns.includes(id) ? old.columns.filter((other) => other !== id) : [...old.columns, id],
    }));
  }
  return (
    <div className="grid w-72 gap-2 [&>fieldset]:justify-self-start">
      <Segmented
        label="Height of rows"
        value={String(look.density) as (typeof HEIGHTS)[number]["value"]}
        choices={HEIGHTS}
        onChange={(value) =>
          changeLook((old) => ({
            ...old,
            density: DENSITIES.find((height) => String(height) === value) ?? old.density,
          }))
        }
      />
      <Input
        type="search"
        aria-label="Find a column"
        placeholder="Find a column"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <ul ref={list} aria-label="Columns" className="max-h-96 overflow-auto">
        {shown.map((id) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its buttons do the same
          <li
            key={id}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = "move";
              setDragged(id);
            }}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              if (dragged !== id) changeLook((old) => moved(old, dragged, old.columns.indexOf(id)));
            }}
            onDrop={(event) => event.preventDefault()}
            className={cn("flex h-7 items-center gap-1", dragged === id && "bg-brass-wash")}
          >
            <GripVertical className="size-3.5 shrink-0 cursor-grab text-ink-soft" aria-hidden="true" />
            <Choice id={id} look={look} choose={choose} />
            <MoveButton id={id} look={look} by={-1} />
            <MoveButton id={id} look={look} by={1} />
          </li>
        ))}
        {others.map((id) => (
          <li key={id} className="flex h-7 items-center gap-1 pl-4.5">
            <Choice id={id} look={look} choose={choose} />
          </li>
        ))}
        {shown.length + others.length === 0 && <li className="py-1 text-ink-soft">No column is called so</li>}
      </ul>
      {/* Keeps the focus once there is nothing more to reset. */}
      <Button aria-disabled={lookText(look) === ""} onClick={() => changeLook(() => DEFAULT_LOOK)}>
        Reset
      </Button>
    </div>
  );
}

function Choice({ id, look, choose }: { id: ColumnId; look: TableLook; choose: (id: ColumnId) => void }) {
  const isShown = look.columns.includes(id);
  return (
    <label className="flex min-w-0 flex-1 items-center gap-2">
      <input
        type="checkbox"
        className="accent-brass"
        checked={isShown}
        value={id}
        // A table without columns would be no table.
        disabled={isShown && look.columns.length === 1}
        onChange={() => choose(id)}
      />
      <span className="truncate">{COLUMNS.get(id)?.label}</span>
    </label>
  );
}

function MoveButton({ id, look, by }: { id: ColumnId; look: TableLook; by: 1 | -1 }) {
  const to = look.columns.indexOf(id) + by;
  const Arrow = by === -1 ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      aria-label={`Move ${COLUMNS.get(id)?.label} ${by === -1 ? "forward" : "back"}`}
      // Stays focusable at the ends, where it does nothing.
      aria-disabled={to < 0 || to >= look.columns.length}
      className="rounded-sm p-1 text-ink-soft hover:bg-sunken hover:text-ink aria-disabled:opacity-40"
      onClick={() => changeLook((old) => moved(old, id, old.columns.indexOf(id) + by))}
    >
      <Arrow className="size-3.5" aria-hidden="true" />
    </button>
  );
}

function moved(look: TableLook, id: ColumnId, to: number): TableLook {
  if (to < 0 || to >= look.columns.length) return look;
  return { ...look, columns: look.columns.filter((other) => other !== id).toSpliced(to, 0, id) };
}
