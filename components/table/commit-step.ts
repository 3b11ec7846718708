type Place = {
  /** The commit that the server has just answered as of: all but the rows is as of it. */
  answered: number;
  /** The commit that the rows are as of. */
  held: number;
  /** The commit in the address; null: none is asked for. */
  fixed: number | null;
  /** A person has asked for what is new. */
  isAsked: boolean;
  isAtNewest: boolean;
};

/**
 * What makes all of the page as of one commit again: the rows follow the page, where the address says so or nobody is
 * disturbed by it; else the page is asked for as of the rows' commit, so that nothing moves under a reader's eyes.
 */
export function commitStep({ answered, held, fixed, isAsked, isAtNewest }: Place): "none" | "adopt" | "pin" {
  if (answered === held) return "none";
  if (fixed === answered || isAsked || isAtNewest) return "adopt";
  // Asked for already, and on its way.
  return fixed === held ? "none" : "pin";
}
