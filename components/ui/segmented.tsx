"use client";
import { clsx } from "clsx";
import { type ReactNode, useId } from "react";

type Choice<Value extends string> = {
  value: Value;
  label: string;
  /** Shown instead of the label. */ icon?: ReactNode;
};
type Props<Value extends string> = {
  label: string;
  value: Value;
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
};

/** One of a few, all in sight: radio buttons, so that arrow keys walk them. */
export function Segmented<Value extends string>({ label, value, choices, onChange }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className="flex h-8 rounded-md border border-line bg-panel p-0.5">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          title={choice.icon === undefined ? undefined : choice.label}
          className={clsx(
            "flex min-w-7 cursor-pointer items-center justify-center rounded-sm px-2 has-focus-visible:outline-2 has-focus-visible:outline-brass",
            choice.value === value ? "bg-sunken font-medium text-ink" : "text-ink-soft hover:text-ink",
          )}
        >
          <input
            type="radio"
            className="sr-only"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.icon === undefined ? (
            choice.label
          ) : (
            <>
              <span className="sr-only">{choice.label}</span>
              {choice.icon}
            </>
          )}
        </label>
      ))}
    </fieldset>
  );
}
