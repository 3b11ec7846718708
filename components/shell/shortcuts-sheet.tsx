"use client";
import { useState } from "react";
import { Sheet } from "#components/ui/sheet.tsx";
import { SHORTCUTS } from "./shortcuts.ts";
import { areShortcutsOn, setShortcutsOn } from "./single-keys.ts";

/** Every shortcut by the place where it works, and a switch for those of a single key. */
export function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  const [isOn, setOn] = useState(areShortcutsOn);
  return (
    <Sheet at="middle" title="Keyboard" onClose={onClose}>
      <div className="gap-x-8 sm:columns-2">
        {SHORTCUTS.map(({ where, shortcuts }) => (
          <section key={where} aria-label={where} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 font-medium">{where}</h3>
            <dl>
              {shortcuts.map(({ keys, does }) => (
                <div key={does} className="flex items-baseline gap-3 py-0.5">
                  <dt className="flex w-32 shrink-0 flex-wrap gap-x-2 gap-y-1">
                    {keys.map((together) => (
                      <span key={together.join(" ")} className="flex gap-0.5">
                        {together.map((key) => (
                          <Key key={key} name={key} />
                        ))}
                      </span>
                    ))}
                  </dt>
                  <dd className="text-ink-soft">{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="flex min-h-8 items-center gap-2 border-t border-line pt-2">
        <input
          type="checkbox"
          className="size-3.5 accent-brass"
          checked={isOn}
          onChange={() => {
            setShortcutsOn(!isOn);
            setOn(!isOn);
          }}
        />
        Single keys do this, in this browser
      </label>
    </Sheet>
  );
}

function Key({ name }: { name: string }) {
  return <kbd className="rounded-sm border border-line-strong bg-paper px-1 font-mono text-small">{name}</kbd>;
}
