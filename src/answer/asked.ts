/** A kind of thing that a question can ask for: the words that ask for it, and those without which no text gives it. */
export type Asked = { asks: RegExp; gives: RegExp };
