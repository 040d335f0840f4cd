"""Sentences made from templates of our own: WEAPON, DOC, NORP and EVENT in the style of news, everyday names as the web has them."""
from __future__ import annotations

import random
import re

from . import names_lists as lists

SLOTS = {"C": "LOC", "K": "LOC", "L": "LOC", "P": "PER", "O": "ORG", "W": "WEAPON", "D": "DOC", "E": "EVENT", "N": "NORP"}

TEMPLATES = """{N} forces fired {W} missiles at {L} on Tuesday , {N} officials said .
{C} has agreed to send {n} {W} tanks to {C} , the {N} defence minister , {P} , said .
{P} said {C} would withdraw from the {D} unless {O} lifted its sanctions .
President {P} signed the {D} in {K} on {m} {n} .
The {N} foreign minister , {P} , will meet {P} in {K} on the sidelines of the {E} .
{K} accused {K} of violating the {D} by deploying {W} launchers in {L} .
{O} condemned the {N} strike , which destroyed a {W} near {L} .
North of {L} , {N} troops captured a {W} abandoned during the {E} .
{C} 's {O} rejected claims that it had breached the {D} .
"The {D} is dead , " {P} told reporters in {K} .
A {W} was shot down over {L} , {O} reported .
{N} and {N} diplomats held talks in {K} about the future of the {D} .
Two {W} bombers escorted by {W} fighters flew over the {L} , according to {O} .
{O} said on {d} that {n} {N} soldiers had been killed since the {E} .
{C} , {C} and {C} are parties to the {D} .
Under the {D} , {C} must consult {C} before any deployment of {W} batteries .
{P} , a former {N} ambassador to {C} , compared the crisis to the {E} .
The {W} carries a warhead of {n} kilograms , the {N} military said .
{C} tested a {W} , its longest-range missile , days after the {E} .
{P} was born in {L} during the {E} and joined {O} in {y} .
{O} spokeswoman {P} declined to comment on the {D} .
Lawmakers in {K} ratified the {D} by a vote of {n} to {n} .
The {N} navy sent the {W} through the {L} , angering {K} .
{C} bought {n} {W} jets and {n} {W} helicopters from {C} .
{N} rebels used {W} drones against {O} positions in {L} .
A {N} court sentenced {P} , a member of {O} , to {n} years in prison .
{P} urged {C} to join the {D} and to end its support for {O} .
Since the {E} , relations between {C} and {C} have been governed by the {D} .
Prime Minister {P} thanked the {N} people for their help after the {E} .
Analysts at {O} believe the {W} can reach {L} .
{C} will extend the {D} for {n} years , {P} said after meeting {P} .
The {D} , signed in {K} in {y} , ended the war between {C} and {C} .
{N} air defences intercepted {n} {W} and {n} {W} missiles overnight .
{O} and {O} issued a joint statement on the {D} .
Protesters in {L} burned {N} flags outside the {N} embassy .
The {N} chancellor , {P} , refused to supply {W} cruise missiles to {C} .
"{C} has never used {W} against civilians , " {P} said .
Most {N} voters see the {E} as a turning point , a poll for {O} found .
The {E} opened in {K} with a speech by {P} of {O} .
Article {n} of the {D} obliges {C} to defend {C} .
{K} summoned the {N} ambassador over the {W} deal .
{P} and {P} met at {O} headquarters in {K} .
Gen. {P} said {N} {W} crews would be trained in {C} .
{N} police arrested {n} members of {O} in {L} on {d} .
The sinking of the {W} off {L} killed {n} {N} sailors .
{C} joined {O} in {y} , {n} years after the {E} .
{C} suspends participation in {D}
{P} visits {K} for {E}
{O} : {N} {W} hit {L}
{C} to deliver {W} to {C} , says {P}
{N} envoy {P} calls for new {D} talks
{L} shelled as {N} and {N} forces clash
Why the {D} still matters to {C}
The war in {L} has displaced {n} people , most of them {N} , {O} says .
{P} of {C} won the {N} presidential election , defeating {P} .
{N} Foreign Ministry spokesman {P} said the {E} would go ahead .
In a letter to {P} , {P} described the {D} as a mistake .
The {N} company {O} makes the engine of the {W} .
{N} intelligence says {C} moved {W} launchers to {L} last week .
The bank said {N} exports to {C} fell by {n} percent in {y} .
He studied at {O} before moving to {L} , where he met {P} .
The trial of {P} resumed in {K} on {m} {n} , {y} .
{P} 's visit to {L} was the first by a {N} leader since the {E} .
Both {N} and {N} officials denied that {W} parts were shipped through {L} .
"We will honour the {D} , " said {P} , the {N} defence secretary .
The {O} voted to suspend {C} over its role in {L} .
{C} threatened to leave {O} if {P} was extradited to {C} .
Ms. {P} , {n} , left {L} for {K} after the {E} .
Fighting between {O} and {O} spread to {L} .
{d} 's attack in {L} was claimed by {O} .
The {N} parliament approved the purchase of {W} systems on {d} .
After the {E} , {C} and {C} signed the {D} , which {O} later endorsed ."""

# Names as the web and the mail write them: surname first, a town and its state, a diner called after its owner, the maker
# of a car; and what only looks like a name: pets, degrees, trades.
EVERYDAY = """From : {I}
To : {I} ; {I} ; {I}
{I} wrote :
Attended : {I} , {I} .
Best , {P} {O}
{P} {O} Phone ( {n} ) {n} - {n}
Any good hotels in {K} {C} ?
where can i rent a cheap flat in {K} {C} for two months ?
I am moving from {K} {C} to {K} next year .
{K} , {C} is lovely in spring .
How long is the flight from {K} {C} to {K} {C} ?
We had dinner at {R} last night and it was great .
{R} is the best place in {K} !
Do n't go to {R} , go to {R} .
I traded my {V} Corolla for a {V} Civic .
My {V} Fiesta broke down near {L} .
The {V} dealer in {K} was rude .
My cat is called {f} and my dog is called {f} .
{f} is a very old horse .
I am a CPA and my wife is an MBA student .
Please send me the PDF by COB , my SVP wants it .
The LNG price rose and so did the GDP .
I need an HR certificate and a CV for the job in {K} .
can someome please tell me where the best beach in {C} is ?
I met {P} and {P} at the {O} meeting in {K} .
{P} from {O} called about the {C} contract ."""
FOODS = "Pizza Diner Cafe Grill Bakery Deli Tavern Steakhouse Sushi Bar Kitchen Barbecue Restaurant Pub".split()
MAKERS = "Toyota Honda Ford Mazda Nissan Renault Peugeot Hyundai Kia Subaru Volvo Fiat Skoda Audi Chevrolet".split()
PER_LAST = 0.35


def make_person(rng: random.Random) -> list[str]:
    last = rng.choice(lists.LAST_NAMES)
    if rng.random() < PER_LAST:
        return [last]
    first = rng.choice(lists.FIRST_NAMES)
    middle = [rng.choice("ABCDEFGHJKLMPRSTW") + "."] if rng.random() < 0.06 else []
    return [first, *middle, last]


def fill(slot: str, rng: random.Random) -> tuple[list[str], str]:
    if slot == "P":
        return make_person(rng), "PER"
    if slot == "I":
        return [rng.choice(lists.LAST_NAMES), ",", rng.choice(lists.FIRST_NAMES)], "PER"
    if slot == "f":
        return [rng.choice(lists.FIRST_NAMES)], ""
    if slot == "R":
        return [rng.choice(lists.LAST_NAMES + lists.FIRST_NAMES), "'s", rng.choice(FOODS)], "LOC"
    if slot == "V":
        return [rng.choice(MAKERS)], "ORG"
    if slot == "n":
        return [str(rng.choice([2, 3, 5, 12, 14, 20, 31, 40, 64, 100, 150, 250, 300]))], ""
    if slot == "y":
        return [str(rng.randint(1948, 2024))], ""
    if slot == "d":
        return [rng.choice("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())], ""
    if slot == "m":
        return [rng.choice("January February March April June July August October November".split())], ""
    pool = {"C": lists.COUNTRY_NAMES if rng.random() < 0.8 else ["U.S.", "US", "UK", "UAE", "Britain"],
            "K": lists.CAPITAL_NAMES, "L": lists.PLACES + lists.CAPITAL_NAMES, "O": lists.ORG_NAMES,
            "W": lists.WEAPON_NAMES, "D": lists.DOCUMENT_NAMES, "E": lists.EVENT_NAMES,
            "N": lists.DEMONYMS}[slot]
    return rng.choice(pool).split(" "), SLOTS[slot]


def split_words(text: str) -> list[str]:
    """The tokenisation of UD English for what the lists hold: possessive and hyphenated words are split."""
    words: list[str] = []
    for word in text:
        if word.endswith("'s") and len(word) > 2:
            words += [*split_words([word[:-2]]), "'s"]
        elif re.search(r"[A-Za-z]{2,}-[A-Z][a-z]{2,}", word) and not word.startswith(("al-", "T-", "S-")):
            words += [w for w in re.split(r"(-)", word) if w]
        else:
            words.append(word)
    return words


def make_sentence(rng: random.Random) -> tuple[list[str], list[str]]:
    """Words and BIO tags of one made-up sentence."""
    words: list[str] = []
    tags: list[str] = []
    for token in re.findall(r"\{\w\}|\"|[^\s\"{}]+", rng.choice(TEMPLATE_LINES)):
        if not token.startswith("{"):
            words.append(token)
            tags.append("O")
            continue
        name, kind = fill(token[1], rng)
        name = split_words(name)
        words += name
        tags += [("B-" if i == 0 else "I-") + kind if kind else "O" for i in range(len(name))]
    return words, tags


TEMPLATE_LINES = [line.strip() for line in [*TEMPLATES.split("\n"), *EVERYDAY.split("\n")] if line.strip()]
