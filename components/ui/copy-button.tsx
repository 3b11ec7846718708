"use client";
import { Check, Copy, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "./button.tsx";
import { copyText } from "./copy-text.ts";

type Props = {
  /** What is copied; a function is asked when the button is pressed. */
  text: string | (() => string);
  label: string;
  /** Only the sign is seen; the label is for those who hear it, and on hover. */
  isSmall?: boolean;
  className?: string;
  /** What is copied, as a sign. */
  icon?: LucideIcon;
};

/** Puts a text on the clipboard and says that it did. */
export function CopyButton({ text, label, isSmall = false, className, icon = Copy }: Props) {
  const [state, setState] = useState<"ready" | "copied" | "refused">("ready");

  async function copy() {
    const isCopied = await copyText(typeof text === "string" ? text : text());
    setState(isCopied ? "copied" : "refused");
    setTimeout(() => setState("ready"), 1500);
  }
  const Icon = state === "copied" ? Check : icon;
  const said = { ready: label, copied: "Copied", refused: "The browser refused" }[state];
  return (
    <Button
      variant={isSmall ? "quiet" : "plain"}
      className={isSmall ? `size-7 px-0 ${className ?? ""}` : className}
      title={isSmall ? label : undefined}
      onClick={() => void copy()}
    >
      <Icon className="size-3.5" aria-hidden="true" />
      <span className={isSmall ? "sr-only" : undefined} aria-live="polite">
        {said}
      </span>
    </Button>
  );
}
