// Recognises lines that lead elsewhere: "READ MORE HERE: https://...", "Share on Facebook", a bare address.

const more =
  /^(?:[»►▶→>*•-]\s*)?(?:(?:read|see|learn|know|find out|discover)\s+(?:more|also|next|the full (?:story|article|report|statement))\b|(?:also|must)[- ](?:read|see|watch)\b|further reading\b|related(?: (?:stor(?:y|ies)|articles?|news|coverage|content|topics?))?\s*:|see also\b|more on (?:this|the) (?:story|topic)|click (?:here|to)\b|full (?:story|article|coverage)\b|continue reading\b|keep reading\b|for more\b.{0,60}(?:click|visit|here)|watch(?: (?:now|live|more))?\s*:|watch (?:now|live|the video)\b|listen(?: (?:to|now))?\s*:|listen to (?:this|the) (?:article|story|podcast)|in pictures\s*:|source\s*:\s*https?:|via\s*:\s*https?:)/i;
const share =
  /^(?:share(?: (?:this|on|via|to|the|full|article|story|with).{0,60})?|tweet(?: this)?|retweet|e-?mail(?: (?:this|a link|article).{0,40})?|print(?: this.{0,30})?|copy (?:the )?link.{0,30}|link copied.?|save(?: (?:this|article|for later).{0,30})?|(?:follow|like|join|find) us on .{2,60}|(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|messenger|email|pinterest|e-mail|print|link|copy|share|tweet|instagram|youtube|\s|[,|/·•&]|and)+)$/i;
const address = /^(?:https?:\/\/|www\.)\S+$/i;

export function isLinkLine(text: string): boolean {
  if (text.length > 600) return false;
  return (
    address.test(text) || (text.length <= 120 && share.test(text)) || (more.test(text) && text.length <= 400)
  );
}
