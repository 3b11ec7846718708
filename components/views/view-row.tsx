import { Pencil, Pin, Trash2 } from "lucide-react";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { LONGEST_NAME, type SavedView, viewHref } from "#lib/views/saved-view.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Input } from "#components/ui/input.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Views } from "./use-views.ts";

type Props = {
  view: SavedView;
  views: Views;
  isOpen: boolean;
  close: () => void;
  /** Puts the focus where it stays when this row is gone. */
  refocus: () => void;
};

/** A view: opened by its name; pinned, shared, renamed and deleted beside it. */
export function ViewRow({ view, views, isOpen, close, refocus }: Props) {
  const [doing, setDoing] = useState<"nothing" | "rename" | "delete">("nothing");
  const link = useRef<HTMLAnchorElement>(null);
  const wasDoing = useRef(false);
  useEffect(() => {
    // What had the focus is gone.
    if (doing === "nothing" && wasDoing.current) link.current?.focus();
    wasDoing.current = doing !== "nothing";
  }, [doing]);

  if (doing === "rename") {
    return (
      <Row>
        <Rename
          view={view}
          isBusy={views.isBusy}
          keep={() => setDoing("nothing")}
          rename={async (name) => {
            if ((await views.change(view.id, { name })) !== null) setDoing("nothing");
          }}
        />
      </Row>
    );
  }
  if (doing === "delete") {
    return (
      <Row>
        <Delete
          view={view}
          isBusy={views.isBusy}
          keep={() => setDoing("nothing")}
          remove={async () => {
            if ((await views.remove(view.id)) !== null) refocus();
          }}
        />
      </Row>
    );
  }
  return (
    <Row>
      <TextLink
        ref={link}
        href={viewHref(view)}
        title={view.name}
        aria-current={isOpen ? "true" : undefined}
        onClick={close}
        className="min-w-0 grow truncate py-1 aria-current:font-medium aria-current:text-brass"
      >
        <SafeText text={view.name} />
      </TextLink>
      <Small
        label={view.isPinned ? `Unpin ${view.name}` : `Pin ${view.name}`}
        isPressed={view.isPinned}
        isDisabled={views.isBusy}
        onClick={() => void views.change(view.id, { isPinned: !view.isPinned })}
      >
        <Pin className={`size-3.5 ${view.isPinned ? "fill-current" : ""}`} aria-hidden="true" />
      </Small>
      <CopyButton isSmall label={`Copy the link to ${view.name}`} text={() => `${location.origin}/views/${view.id}`} />
      <Small label={`Rename ${view.name}`} onClick={() => setDoing("rename")}>
        <Pencil className="size-3.5" aria-hidden="true" />
      </Small>
      <Small label={`Delete ${view.name}`} onClick={() => setDoing("delete")}>
        <Trash2 className="size-3.5" aria-hidden="true" />
      </Small>
    </Row>
  );
}

function Row({ children }: { children: ReactNode }) {
  return <li className="flex min-h-9 items-center gap-0.5 border-b border-line">{children}</li>;
}

type SmallProps = {
  label: string;
  isPressed?: boolean;
  isDisabled?: boolean;
  onClick: () => void;
  children: ReactNode;
};

function Small({ label, isPressed, isDisabled, onClick, children }: SmallProps) {
  return (
    <Button
      variant="quiet"
      className="size-7 px-0 aria-pressed:text-brass"
      title={label}
      aria-pressed={isPressed}
      disabled={isDisabled}
      onClick={onClick}
    >
      {children}
      <span className="sr-only">{label}</span>
    </Button>
  );
}

type DoingProps = { view: SavedView; isBusy: boolean; keep: () => void };

function Rename({ view, isBusy, keep, rename }: DoingProps & { rename: (name: string) => Promise<void> }) {
  const [name, setName] = useState(view.name);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void rename(name);
  }
  return (
    <form onSubmit={submit} className="flex grow gap-1 py-1">
      <Input
        ref={input}
        aria-label={`New name of ${view.name}`}
        maxLength={LONGEST_NAME}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" disabled={isBusy || name.trim() === ""}>
        Rename
      </Button>
      <Button variant="quiet" onClick={keep}>
        Keep
      </Button>
    </form>
  );
}

function Delete({ view, isBusy, keep, remove }: DoingProps & { remove: () => Promise<void> }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div role="group" aria-label={`Delete ${view.name}`} className="flex grow flex-wrap items-center gap-1 py-1">
      <p className="min-w-0 grow [overflow-wrap:anywhere]">
        Delete{" "}
        <span className="font-medium">
          <SafeText text={view.name} />
        </span>
        ? Its link then leads to all events.
      </p>
      <Button ref={button} variant="quiet" onClick={keep}>
        Keep
      </Button>
      <Button className="border-failure text-failure" disabled={isBusy} onClick={() => void remove()}>
        Delete
      </Button>
    </div>
  );
}
