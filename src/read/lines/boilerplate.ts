// Recognises what a page says about itself: cookies, newsletters, copyright, advertisements, navigation.

const whole =
  /^(?:advertisements?|advert|ad|sponsored(?: content)?|promoted|paid content|story continues(?: below)?.{0,40}|article continues.{0,40}|continues? below.{0,40}|skip (?:to|past|advertisement|ad).{0,60}|(?:main )?menu|search|home|sign (?:in|up|out)|log ?in|log ?out|register|subscribe(?: now)?|comments?(?: \(\d+\))?|(?:leave|post|add) a comment|loading\.*|toggle .{0,30}|back to top|next article|previous article|close|accept(?: all)?(?: cookies)?|reject(?: all)?|manage (?:cookies|preferences|options)|privacy policy|terms (?:of (?:use|service)|and conditions)|cookie policy|contact us|about us|\d+ min(?:ute)?s?(?: read)?|\d+ (?:comments?|shares?|views?)|tags?\s*:.{0,200}|topics?\s*:.{0,200}|filed under\b.{0,200}|categor(?:y|ies)\s*:.{0,200}|(?:breaking|latest|top|world|local|business|sports?) news|world|politics|opinion|news|europe|asia|africa|americas|middle east|international|(?:getting|this) .{0,20}audio|text size.{0,30}|follow topic|live(?: updates)?|\*{2,}|[-_=~·•.]{3,}|#{2,})$/i;
const starts =
  /^(?:(?:we|this (?:site|website|page)|our (?:site|website)|by (?:continuing|using|clicking)|the (?:site|website)) .{0,60}\bcookies?\b|cookies? (?:help|on|are|policy|settings|notice)\b|(?:please )?enable (?:javascript|cookies)|(?:sign up|subscribe|register|join)\b.{0,120}\b(?:newsletter|inbox|updates|alerts?|channel|today|free|emails?|access|unlimited|podcast)\b|(?:get|receive) .{0,100}\b(?:inbox|newsletter|alerts?|app|emails?)\b|download (?:our|the) .{0,40}\bapp\b|(?:support|help) (?:our|us|independent) .{0,80}|become a (?:member|subscriber|supporter)\b|already a (?:member|subscriber)\b|this (?:article|story|content|report) (?:was|is|has been|originally|first) (?:originally |first |automatically |available |produced |not |auto-)?.{0,40}\b(?:published|appeared|generated|subscribers?|edited|syndicated)\b|(?:©|\(c\)|copyright)\s|our standards:|all rights reserved|(?:the )?(?:views|opinions) expressed\b|disclaimer\s*:|(?:this )?material (?:may not|from) .{0,60}|you (?:have|may also|might also|can unsubscribe|can manage)\b.{0,80}\b(?:like|read|articles?|unsubscribe|preferences|enjoy|remaining|time)\b|have (?:something|a tip|a story)\b|do you have\b.{0,80}(?:contact|story|tip)|editor['’]s note\s*:|correction\s*:|if you (?:enjoyed|liked|have a tip)\b|home\s*[>»/|›])/i;
const anywhere =
  /\ball rights reserved\b|\bmay not be (?:published|reproduced|republished)\b|\bunsubscribe at any time\b|\bprivacy policy\b.{0,80}\bterms\b|\bterms\b.{0,80}\bprivacy policy\b|\b(?:accept|use of) (?:all )?cookies\b/i;
const related =
  /^(?:related(?: (?:stor(?:y|ies)|articles?|news|content|topics|posts|coverage|reading))?|more (?:stories|news|from .{1,40}|on this(?: story)?|in .{1,30}|top stories)|most (?:read|popular|viewed|shared)|recommended(?: (?:for you|stories|reading|articles))?|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|editors?['’]?s? picks?|trending(?: now)?|latest(?: (?:stories|news|headlines))?|top stories|what to read next|read next|popular (?:now|stories)|from the web|around the web|don['’]?t miss|also on .{1,40})\s*:?$/i;

export function isBoilerplate(text: string): boolean {
  if (text.length > 700) return false;
  if (text.length <= 220 && whole.test(text)) return true;
  return starts.test(text) || (text.length <= 400 && anywhere.test(text));
}

/** A heading over links to other stories; the headline-like lines after it are links, not text. */
export function isRelatedHeading(text: string): boolean {
  return text.length <= 60 && related.test(text);
}
