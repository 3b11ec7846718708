"use client";
import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { Button } from "./button.tsx";

type Options = {
  /** What is missing without it: "The export". */
  name: string;
  /** In its place while it is on its way. */
  loading?: ReactNode;
  /** It has no place on the page: what went wrong is said over the page's lower edge. */
  isAfloat?: boolean;
};

/**
 * A part whose code comes once it is wanted, in the browser alone. Where the connection is lost on the way, that is said
 * in its place and can be tried again; the page around it stays. (React's `lazy` keeps a failure for good.)
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { name, loading = null, isAfloat = false }: Options,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function LazyPart(props: Props) {
    const [attempt, setAttempt] = useState(0);
    const [state, setState] = useState<"loading" | "there" | "lost">(loaded ? "there" : "loading");
    useEffect(() => {
      if (loaded) return;
      let isWanted = true;
      load().then(
        (component) => {
          loaded = component;
          if (isWanted) setState("there");
        },
        () => {
          if (isWanted) setState("lost");
        },
      );
      return () => {
        isWanted = false;
      };
    }, [attempt]);
    if (loaded && state === "there") {
      const Part = loaded;
      return <Part {...props} />;
    }
    if (state !== "lost") return loading;
    return (
      <div
        role="alert"
        className={
          isAfloat
            ? "fixed inset-x-4 bottom-3 z-50 mx-auto flex w-fit items-center gap-3 rounded-md border border-line bg-panel px-3 py-2 shadow-popover"
            : "flex flex-wrap items-center gap-3 py-1"
        }
      >
        <p>
          <span className="text-failure">{name} could not be loaded.</span> Where trying again doesn’t help, reload the
          page.
        </p>
        <Button
          onClick={() => {
            setState("loading");
            setAttempt(attempt + 1);
          }}
        >
          Try again
        </Button>
      </div>
    );
  };
}
