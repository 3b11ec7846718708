import type { AnswerError } from "#components/explorer/fetch-answer.ts";
import { Notice } from "#components/states/notice.tsx";
import { Button } from "#components/ui/button.tsx";

/** Why something of the event isn't there, and a way to ask again where that can help. */
export function AnswerTrouble({ error, again }: { error: AnswerError; again: () => void }) {
  return (
    <Notice title={error.message} isAlert>
      {error.trouble === "none" ? (
        <p>Its id may be cut or mistyped, or its log file isn’t synced yet.</p>
      ) : (
        <Button className="mt-2" onClick={again}>
          Try again
        </Button>
      )}
    </Notice>
  );
}
