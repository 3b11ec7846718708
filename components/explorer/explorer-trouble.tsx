import type { ComponentProps } from "react";
import { QueryTrouble } from "#components/states/query-trouble.tsx";

/** In the place of the explorer's columns: why there are none. */
export function ExplorerTrouble(props: ComponentProps<typeof QueryTrouble>) {
  return (
    <div className="px-4 sm:px-6">
      <QueryTrouble {...props} />
    </div>
  );
}
