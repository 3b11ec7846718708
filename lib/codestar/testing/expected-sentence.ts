/** What a record of an action is expected to say, without its actor and its error. */
export type ExpectedSentence = {
  action: string;
  request: object;
  /** of the record, beside the request */
  more?: object;
  done: string;
  /** behind "tried to" */
  tried: string;
  /** the same two where the record has no parameters, or only masked ones */
  bare: readonly [done: string, tried: string];
};
