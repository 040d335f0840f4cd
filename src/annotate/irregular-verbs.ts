// Past forms of English irregular verbs that training text is too small to show ("froze", "overran"): form to lemma.
// A form that is also another verb's base or present ("found", "saw", "lay", "fell") is left to the table and the model.
const rows = `arise arose arisen|awake awoke awoken|bear bore borne|befall befell befallen|beget begot begotten|bend bent bent|beset beset beset
bid bade bidden|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|breed bred bred|broadcast broadcast broadcast|burst burst burst
cast cast cast|cling clung clung|creep crept crept|deal dealt dealt|dig dug dug|dive dove dived|draw drew drawn|dwell dwelt dwelt|fight fought fought
feed fed fed|flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|forgive forgave forgiven
forgo forwent forgone|forsake forsook forsaken|freeze froze frozen|grind ground ground|hang hung hung|hide hid hidden|hijack hijacked hijacked|kneel knelt knelt
lead led led|leap leapt leapt|lend lent lent|light lit lit|mislead misled misled|mistake mistook mistaken|misunderstand misunderstood misunderstood
mow mowed mown|offset offset offset|outbid outbid outbid|outdo outdid outdone|outgrow outgrew outgrown|overcome overcame overcome|overdo overdid overdone
overhear overheard overheard|override overrode overridden|overrun overran overrun|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown
partake partook partaken|plead pled pled|prove proved proven|rebuild rebuilt rebuilt|redraw redrew redrawn|repay repaid repaid|rescind rescinded rescinded|resell resold resold
retake retook retaken|rethink rethought rethought|rewrite rewrote rewritten|ride rode ridden|rise rose risen|seek sought sought|shake shook shaken|shed shed shed
shoot shot shot|sing sang sung|shrink shrank shrunk|sink sank sunk|slay slew slain|slide slid slid|sling slung slung|slit slit slit|smite smote smitten|sow sowed sown|speed sped sped
spill spilt spilt|spit spat spat|spring sprang sprung|steal stole stolen|stick stuck stuck|sting stung stung|stink stank stunk|stride strode stridden|strike struck stricken
string strung strung|strive strove striven|swear swore sworn|sweep swept swept|swell swelled swollen|swing swung swung|take took taken|tear tore torn|thrust thrust thrust
swim swam swum|tread trod trodden|undercut undercut undercut|undergo underwent undergone|undertake undertook undertaken|undo undid undone|unfreeze unfroze unfrozen|unwind unwound unwound|uphold upheld upheld
weave wove woven|weep wept wept|wind wound wound|win won won|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|wring wrung wrung`;

/** `froze` -> `freeze`; for words tagged VBD or VBN. */
export const irregularVerbs: ReadonlyMap<string, string> = new Map(
  rows.split(/[|\n]/).flatMap((row) => {
    const [base = '', ...past] = row.trim().split(' ');
    return past.map((form): [string, string] => [form, base]);
  }),
);
