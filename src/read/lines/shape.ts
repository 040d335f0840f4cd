// Small questions about the shape of a line that several rules ask.

/** True when the line ends as a sentence does. "U.S." at the end of a headline is an abbreviation, not an end. */
export function endsSentence(text: string): boolean {
  if (/(?:^|[\s(])(?:\p{Lu}\.){2,}["'”’)\]]*$/u.test(text.slice(-20))) return false;
  return /[.!?…]["'”’»)\]]*\s*[■□◼◾∎]?$/.test(text.slice(-20));
}

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** Someone says something here, so the line is no caption and no credit. */
export function reportsSpeech(text: string): boolean {
  return /\b(?:said|told|added|according to|announced|warned|condemned|accused|urged|called (?:on|for))\b/.test(
    text,
  );
}

/** Two to four capitalised words, particles allowed: "Ursula von der Leyen". */
export const personName =
  "(?:\\p{Lu}[\\p{L}.'’-]*)(?: (?:al-|el-|de|van|von|der|bin|al|da|dos)?[ -]?\\p{Lu}[\\p{L}.'’-]*){1,3}";
